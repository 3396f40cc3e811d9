"""``recall``: what the reader guessed at the start, read back from her own device."""

from kit.widgets import codes, frontend
from kit.widgets.contract import RecallSpec
from kit.widgets.memory import memory
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

    It is her first guess; what she guessed again, with the answer in sight, is another matter.

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
    asked = codes.registry.get(id)
    if asked is not None and asked["kind"] == "predict":
        place = asked["spec"]["memory"]
    else:  # asked in another notebook, or not yet: the guess that was made last
        place = {**memory("predict", id, []), "version": ""}
    return Recall({"id": f"{id}-recall", "memory": place, "title": title})
