"""Writing that is whole or not at all: into a new neighbour first, which then takes the old one's place."""

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

_REASONS = {
    errno.ENOSPC: "the disk is full. Free some space, then try again",
    errno.EDQUOT: "your share of the disk is full. Free some space, then try again",
    errno.EROFS: "the folder can only be read. Choose a folder of your own",
    errno.EACCES: "you may not write there, or another program holds it. Close that program, or choose another folder",
    errno.EPERM: "you may not write there. Choose a folder of your own",
    errno.EBUSY: "another program or the system holds it. Choose a new folder",
    errno.ENAMETOOLONG: "the name is too long. Choose a shorter one",
    errno.EEXIST: "a part of the path is a file and no folder. Choose another path",
    errno.ENOTDIR: "a part of the path is a file and no folder. Choose another path",
}


def in_words(fault: OSError) -> str:
    """Return one sentence for what the system says of a file: what failed, why, and what to do.

    Examples
    --------
    >>> in_words(OSError(errno.ENOSPC, "No space left on device", "lesson.ipynb"))
    'lesson.ipynb could not be written: the disk is full. Free some space, then try again.'
    >>> in_words(OSError("There is no browser."))
    'There is no browser.'
    """
    if fault.errno is None:
        return str(fault)
    reason = _REASONS.get(fault.errno)
    if reason is None:
        return f"{fault.filename or 'A file'}: {fault.strerror}."
    return f"{fault.filename or 'A file'} could not be written: {reason}."


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give the name of a new file beside ``path``; it takes the place of ``path`` if the block ends well.

    Otherwise it goes again, and what stood at ``path`` stands there unchanged.

    Raises
    ------
    OSError
        If the file cannot be written; the message says why and what to do.

    Examples
    --------
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with whole_file(Path(folder) / "a.txt") as new:
    ...         _ = new.write_text("whole", encoding="utf-8")
    ...     (Path(folder) / "a.txt").read_text(encoding="utf-8")
    'whole'
    """
    target = Path(path).resolve()  # a link stays a link: the file that it names is replaced
    with _worded(target), _scratch_beside(target) as scratch:
        new = scratch / "new"
        yield new
        if target.exists():
            shutil.copymode(target, new)
        os.replace(new, target)


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; see `whole_file`."""
    with whole_file(path) as new:
        new.write_bytes(data)


def write_text(path: Path, text: str) -> None:
    """Write a text as UTF-8 with the line ends that it has, whole or not at all; see `whole_file`."""
    write_bytes(path, text.encode("utf-8"))


def refuse_unwritable(path: Path) -> None:
    """Raise before long work whose result could not be written to ``path`` in the end; see `whole_folder`."""
    target = Path(path).resolve()
    with _worded(target), _scratch_beside(target):
        pass


@contextlib.contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """Give a new folder beside ``path``; it takes the place of ``path`` if the block ends well.

    What stood at ``path`` goes then, so the caller first makes sure that nobody misses it.

    Raises
    ------
    OSError
        If the folder cannot be written; the message says why and what to do.
    """
    target = Path(path).resolve()
    with _worded(target), _scratch_beside(target) as scratch:
        new = scratch / "new"
        new.mkdir()
        yield new
        if target.exists():
            os.replace(target, scratch / "old")
        try:
            os.replace(new, target)
        except BaseException:
            if (scratch / "old").exists():
                os.replace(scratch / "old", target)
            raise


@contextlib.contextmanager
def _scratch_beside(target: Path) -> Iterator[Path]:
    """Give a folder on the same disk as the target, so that a move there is one step; it goes again in any case."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".kit-", dir=target.parent, ignore_cleanup_errors=True) as scratch:
        yield Path(scratch)


@contextlib.contextmanager
def _worded(target: Path) -> Iterator[None]:
    try:
        yield
    except shutil.Error as fault:  # a list of what could not be copied: (from, to, why)
        first = fault.args[0][0] if isinstance(fault.args[0], list) else fault.args
        full = os.strerror(errno.ENOSPC) in str(first)
        why = _REASONS[errno.ENOSPC] if full else str(first[-1])
        raise OSError(f"{target} could not be written: {why}.") from None
    except OSError as fault:
        if fault.errno is None:
            raise
        raise OSError(in_words(OSError(fault.errno, fault.strerror, str(target)))) from None
