"""``recall``: what the reader guessed at the start, read back from her own device."""

from kit.widgets import frontend
from kit.widgets.contract import RecallSpec
from kit.widgets.widget import Widget


class Recall(Widget[RecallSpec]):
    """A guess brought back. Make one with `recall`."""

    kind = "recall"
    _esm = frontend.module(kind)

    def text_summary(self) -> str:
        """Return the card in words; what was guessed is known only to the reader's device."""
        return self.spec["title"]


def recall(id: str, title: str = "What you guessed") -> Recall:
    """Show the guess that the reader committed to in the prediction ``id``, and what she assumed.

    Parameters
    ----------
    id : str
        The ``id`` given to `predict`.
    title : str
        Title of the card.

    Returns
    -------
    Recall

    Examples
    --------
    >>> recall("ant").text_summary()
    'What you guessed'
    """
    return Recall({"id": f"{id}-recall", "of": id, "title": title})
