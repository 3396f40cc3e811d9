"""The names of cards: no two cards of a notebook or of a page share one, so that no state, guess or answer is mixed up.

The second card of a name is called “-2”, the third “-3”. A cell that is run again makes the same cards, not new ones.
"""

from typing import Any

#: Each name that a card has, and the cell and the run that made the card; None where no front end has told them.
_makers: dict[str, tuple[str, str] | None] = {}


def unique(name: str) -> str:
    """Return a name that no other card has, and keep it.

    Parameters
    ----------
    name : str
        The name that the card should have.

    Returns
    -------
    str
        ``name``, or the first of ``name-2``, ``name-3`` … that is free.

    Examples
    --------
    >>> unique("doc-chart"), unique("doc-chart")
    ('doc-chart', 'doc-chart-2')
    """
    maker = _maker()
    if maker is not None:
        cell, run = maker
        # What an earlier run of this cell has made is replaced by what it makes now.
        for taken, by in list(_makers.items()):
            if by is not None and by[0] == cell and by[1] != run:
                del _makers[taken]
    found, count = name, 1
    while found in _makers:
        count += 1
        found = f"{name}-{count}"
    _makers[found] = maker
    return found


def new_page() -> None:
    """Forget all names: the cards to come stand on a page of their own."""
    _makers.clear()


def _maker() -> tuple[str, str] | None:
    """Return the cell that is running, and its run, as JupyterLab tells them; None where a cell runs only once."""
    try:
        from IPython import get_ipython
    except ImportError:
        return None
    shell: Any = get_ipython()
    request = shell.get_parent() if hasattr(shell, "get_parent") else {}
    cell, run = request.get("metadata", {}).get("cellId"), request.get("header", {}).get("msg_id")
    return (str(cell), str(run)) if cell and run else None
