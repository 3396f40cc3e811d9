"""What went wrong in somebody's ``draw``, in words that fit into a card."""

import os
import traceback

_LONGEST_FAULT = 300  # letters; a card is no place for a manual


def fault_in_words(fault: Exception) -> str:
    """Return what went wrong, and where, in at most 300 letters; plotly goes on to list all that it knows."""
    frames = [
        f for f in traceback.extract_tb(fault.__traceback__) if "/kit/widgets/" not in f.filename.replace(os.sep, "/")
    ]
    where = f" (line {frames[0].lineno} of {frames[0].name[:60]})" if frames else ""
    said = " ".join(str(fault).partition("Valid properties:")[0].split()) or "no details"
    room = _LONGEST_FAULT - len(type(fault).__name__) - len(": ") - len(where)
    if len(said) > room:
        said = said[: room - 2].rpartition(" ")[0] + " …"
    return f"{type(fault).__name__}: {said}{where}"
