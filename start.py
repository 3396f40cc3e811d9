# -*- coding: utf-8 -*-
"""Start the kit with nothing but Python.

    python start.py                 open JupyterLab at the first lesson
    python start.py --no-browser    the same, without opening a browser; --port 8890 chooses the port
    python start.py test            run every test (what follows is given to pytest)
    python start.py site            build the site into the folder "site"
    python start.py student FOLDER  write the edition for students (also: teacher FOLDER, print FOLDER,
                                    quiz FOLDER, take-home FILE.zip)

The first start makes the folder .venv and installs what requirements.txt names; this needs the network once.
Only the standard library is used, and the file can be read by Python 2 too, so that an old Python gets a sentence
and not a syntax error.
"""

from __future__ import print_function

import contextlib
import errno
import hashlib
import os
import platform
import re
import shutil
import socket
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")
STAMP = os.path.join(VENV, "installed.txt")
OLDEST = (3, 11)
KIT_COMMANDS = ("site", "student", "teacher", "take-home", "print", "quiz")  # what python -m kit does
COMMANDS = ("lab", "test") + KIT_COMMANDS
DISK_FULL = "The disk is full: the kit needs about 1 GB. Free some space and start again."


class StartError(Exception):
    """Something that the reader can mend; its words say how."""


def main(arguments):
    """Do what the command line asks; return the exit code."""
    try:
        refuse_old_python(sys.version_info)
        command, rest = split_command(arguments)
        if command == "test":
            refuse_without_tests()
        if command == "lab":
            refuse_taken_port(rest)
        install()
        return run(command, rest)
    except StartError as trouble:
        print("\n" + str(trouble), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def refuse_old_python(version):
    """Raise if this Python cannot run the kit."""
    if tuple(version[:2]) < OLDEST:
        raise StartError(
            "This is Python {}.{}; the kit needs Python {}.{} or newer. Install it, then write its name, "
            "for example: python{}.{} start.py".format(
                version[0], version[1], OLDEST[0], OLDEST[1], OLDEST[0], OLDEST[1]
            )
        )


def split_command(arguments):
    """Return the command and what follows it; without a command, "lab"."""
    if not arguments or arguments[0].startswith("-"):
        return "lab", list(arguments)
    if arguments[0] not in COMMANDS:
        raise StartError(
            "There is no command “{}”. Write one of: {}, or nothing for JupyterLab.".format(
                arguments[0], ", ".join(COMMANDS)
            )
        )
    return arguments[0], list(arguments[1:])


def refuse_without_tests():
    """Raise if this is an edition of the kit that was made without the tests."""
    if not os.path.isdir(os.path.join(HERE, "tests")):
        raise StartError(
            "This edition of the kit has no tests; they are in the whole kit. To open the lessons: python start.py"
        )


def refuse_taken_port(arguments):
    """Raise if a port was asked for that another program holds."""
    for place, argument in enumerate(arguments):
        if argument.startswith("--port"):
            value = argument.partition("=")[2] or (arguments[place + 1] if place + 1 < len(arguments) else "")
            if not value.isdigit() or not 0 < int(value) < 65536:
                raise StartError("--port needs a number from 1 to 65535, for example: --port 8890")
            probe = socket.socket()
            try:
                # Windows would let two programs share a port; asking for it alone shows that it is taken.
                probe.setsockopt(socket.SOL_SOCKET, getattr(socket, "SO_EXCLUSIVEADDRUSE", socket.SO_REUSEADDR), 1)
                probe.bind(("127.0.0.1", int(value)))
            except (OSError, socket.error):
                raise StartError(
                    "Port {} is taken by another program. Choose another (--port {}), or leave --port out.".format(
                        value, int(value) % 65535 + 1
                    )
                )
            finally:
                probe.close()


def fingerprint():
    """Return what the installed packages depend on: the lock, the project file, this Python."""
    digest = hashlib.sha256(sys.version.encode("utf-8") + HERE.encode("utf-8"))
    for name in ("requirements.txt", "pyproject.toml"):
        with open(os.path.join(HERE, name), "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def python():
    """Return the path of the kit's own Python."""
    return os.path.join(VENV, "Scripts", "python.exe") if os.name == "nt" else os.path.join(VENV, "bin", "python")


def is_installed():
    """Tell whether the kit's own Python has what the lock names now."""
    try:
        with open(STAMP, encoding="utf-8") as file:
            return file.read() == fingerprint() and os.path.exists(python())
    except OSError:
        return False


def install():
    """Make .venv and install the pinned packages, unless that is done; one start at a time."""
    if is_installed():
        return
    try:
        with one_at_a_time():
            if not is_installed():  # the other start may have done it
                make_environment()
    except KeyboardInterrupt:
        raise StartError("Stopped before everything was installed. The next start begins anew.")


@contextlib.contextmanager
def one_at_a_time():
    """Wait until no other start installs into this folder: each locks a place in this file while it does."""
    with open(os.path.join(HERE, "start.py"), "rb") as file:
        told = False
        while not lock(file):
            if not told:
                print("Another start is installing into this folder. Waiting for it; Ctrl + C stops.", flush=True)
            told = True
            time.sleep(0.5)
        yield  # closing the file gives the place free, even if this process is killed


def lock(file):
    """Tell whether this process holds the lock now; a disk that knows no locks lets everybody in."""
    try:
        if os.name == "nt":
            import msvcrt

            file.seek(1 << 30)  # Windows keeps others from reading what is locked, so it is behind the end
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (IOError, OSError) as refusal:
        return refusal.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
    return True


def make_environment():
    """Make .venv anew and install the pinned packages into it."""
    started = os.path.exists(VENV)
    print(
        "{} the kit's own Python environment (once; a few minutes) …".format("Renewing" if started else "Making"),
        flush=True,
    )
    try:
        shutil.rmtree(VENV, ignore_errors=True)
        os.makedirs(VENV, exist_ok=True)
    except OSError as refusal:
        if refusal.errno == errno.ENOSPC:
            raise StartError(DISK_FULL)
        raise StartError(
            "The folder {} cannot be written. Copy the kit to a folder of your own, for example your home folder, "
            "and start it there.".format(HERE)
        )
    making = subprocess.Popen(
        [sys.executable, "-m", "venv", "--clear", VENV],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    words = making.communicate()[0]
    if making.returncode != 0:
        raise StartError(why_no_environment(words))
    pip_install(["--require-hashes", "-r", os.path.join(HERE, "requirements.txt")], count_pins())
    pip_install(["--no-deps", "--no-build-isolation", "-e", HERE], 1)
    with open(STAMP, "w", encoding="utf-8") as file:
        file.write(fingerprint())
    print("Installed.", flush=True)


def why_no_environment(words):
    """Return what to do when Python could not make an environment and said these words."""
    if "No space left" in words:
        return DISK_FULL
    if "ensurepip" in words or "No module named venv" in words:
        return (
            "Python could not make an environment: its “venv” part is missing. "
            "On Debian or Ubuntu: sudo apt install python3-venv; elsewhere install Python anew."
        )
    last = (words.strip().splitlines() or ["it said nothing"])[-1]
    return (
        "Python could not make an environment: {}\nStart again; if it fails the same way, install Python anew.".format(
            last
        )
    )


def count_pins():
    """Return about how many packages will be installed: the different names in the lock."""
    with open(os.path.join(HERE, "requirements.txt"), encoding="utf-8") as file:
        return len({line.split("==")[0] for line in file if "==" in line and not line.startswith((" ", "#"))})


def pip_install(arguments, packages):
    """Run pip and show how far it is; raise with its last words if it fails."""
    command = [
        python(),
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-input",
        "--progress-bar",
        "off",
        "--retries",
        "1",
    ]
    process = subprocess.Popen(
        command + arguments,
        cwd=HERE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    collected, words = 0, []
    for line in process.stdout:
        words.append(line.strip())
        if line.startswith("Collecting "):
            collected += 1
            show("  fetching {} of about {}: {}".format(collected, packages, line.split()[1].partition("=")[0]))
        elif line.startswith("Installing collected packages"):
            show("  installing {} packages …".format(line.count(",") + 1))
    show("")
    if process.wait() == 0:
        return
    raise StartError(why_not_installed(words))


def why_not_installed(words):
    """Return what to do when pip failed and said these lines."""
    text = " ".join(words)
    if "No space left" in text:
        return DISK_FULL
    if any(sign in text for sign in ("Connection", "timed out", "Temporary failure", "Max retries")):
        return (
            "The packages could not be fetched. The first start needs the network: connect and start again, "
            "or copy the folder .venv from a computer of the same kind."
        )
    lacking = re.search(r"No matching distribution found for ([^=<>\s]+)|Failed building wheel for (\S+)", text)
    if lacking:
        return (
            "There is no package {} in the pinned version for this computer ({} {}, Python {}.{}). "
            "Start with another Python from 3.11 on, or let conda choose versions that fit: "
            "conda env create -f environment.yml".format(
                lacking.group(1) or lacking.group(2),
                platform.system(),
                platform.machine(),
                sys.version_info[0],
                sys.version_info[1],
            )
        )
    errors = [word for word in words if "ERROR" in word or "rror:" in word]
    return "Installing failed: {}\nStart again; if it fails the same way, these words help to find out why.".format(
        (errors or words or ["pip said nothing"])[-1]
    )


def show(words):
    """Print progress on one line in a terminal, now and then elsewhere."""
    if sys.stdout.isatty():
        print("\r" + words.ljust(72)[:72], end="" if words else "\r", flush=True)
    elif words and (
        words.startswith("  installing") or words.split()[1] in ("1", "25", "50", "75", "100", "125", "150")
    ):
        print(words, flush=True)


def run(command, rest):
    """Run JupyterLab, the tests or a command of the kit in the kit's own Python."""
    environment = dict(os.environ, PYTHONUTF8="1")
    if command == "test":
        # As many at a time as the computer has processors; all tests of a file stay together and share what they made.
        return subprocess.call(
            [python(), "-m", "pytest", "-n", "logical", "--dist", "loadfile"] + rest, cwd=HERE, env=environment
        )
    if command in KIT_COMMANDS:
        # A folder that is named is meant from where the reader stands.
        return subprocess.call([python(), "-m", "kit", command] + rest, env=environment)
    lessons = sorted(name for name in os.listdir(os.path.join(HERE, "notebooks")) if name.endswith(".ipynb"))
    print("Opening JupyterLab. To stop it: Ctrl + C here, twice.", flush=True)
    # These settings keep JupyterLab from asking the network for news, and saved notebooks free of widget state.
    environment["JUPYTER_CONFIG_PATH"] = os.path.join(HERE, "kit", "lab")
    # Kernels run this file first: a cell that is run before the imports is told to run the cells above.
    environment["PYTHONSTARTUP"] = os.path.join(HERE, "kit", "lab", "startup.py")
    lab = [python(), "-m", "jupyter", "lab", "--LabApp.default_url=/lab/tree/notebooks/" + lessons[0]]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        lab.append("--allow-root")
    return subprocess.call(lab + rest, cwd=HERE, env=environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
