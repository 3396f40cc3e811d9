"""Running a lesson from top to bottom in a kernel of its own."""

import copy
import os
import tempfile
from pathlib import Path
from typing import Any

from kit.notebooks.files import LessonError
from kit.widgets.embedding import SWITCH


def run(notebook: Any, name: str = "the notebook", embed: bool = False, folder: Path | None = None) -> Any:
    """Run a notebook from top to bottom in a fresh kernel.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
    name : str
        Named in the error.
    embed : bool
        Whether widgets add the form that works in a page.
    folder : pathlib.Path, optional
        Where the kernel runs; a folder that goes again if left out, with whatever the lesson writes.

    Returns
    -------
    nbformat.NotebookNode
        A copy with fresh outputs.

    Raises
    ------
    LessonError
        If a cell fails or takes longer than two minutes, or the kernel stops.
    """
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    fresh = copy.deepcopy(notebook)
    environment = dict(os.environ) | {SWITCH: "1" if embed else "0"}
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
            NotebookClient(
                fresh,
                timeout=120,
                kernel_name="python3",
                # It talks with this machine alone; a warning that it does so openly would stand once a lesson.
                extra_arguments=["--IPKernelApp.log_level=ERROR"],
                store_widget_state=False,
                resources={"metadata": {"path": str(folder or scratch)}},
            ).execute(env=environment)
    except CellExecutionError as fault:
        # The run stops at the fault, so the last error is the one; earlier ones are meant to be there.
        failed = [
            cell.id for cell in fresh.cells for output in cell.get("outputs", []) if output["output_type"] == "error"
        ]
        reason = fault.evalue.strip().split("\n")[0].rstrip(".")
        raise LessonError(
            f"{name}: the cell “{failed[-1]}” fails with {fault.ename}: {reason}. Open the notebook and run that cell."
        ) from None
    except CellTimeoutError:
        raise LessonError(f"{name}: a cell took longer than two minutes. Look for an endless loop.") from None
    except DeadKernelError:
        raise LessonError(
            f"{name}: the kernel stopped while the notebook ran. The machine may be short of memory: "
            "close other programs and try again."
        ) from None
    return fresh
