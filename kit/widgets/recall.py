"""``recall``: what the reader guessed at the start, read back from her own device."""

from typing import Any

import anywidget
import traitlets

from kit.widgets import baking, frontend
from kit.widgets.words import WORDS


class Recall(anywidget.AnyWidget):
    """A guess brought back. Make one with `recall`."""

    _esm = frontend.module("recall")
    _css = frontend.stylesheet()
    _spec = traitlets.Dict().tag(sync=True)

    def bake(self) -> str:
        """Return the card as HTML that works without a kernel."""
        return baking.element("recall", self._spec, self.digest())

    def digest(self) -> str:
        """Return the card in words; what was guessed is known only to the reader's device."""
        return self._spec["title"]

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict, dict]:
        return baking.bundle(super()._repr_mimebundle_(**kwargs), f"{self.digest()}\n{WORDS['run_cell']}", self.bake)


def recall(id: str, title: str = "What you guessed") -> Recall:
    """Show the guess that the reader committed to in the prediction ``id``, and what she assumed.

    Parameters
    ----------
    id : str
        The ``id`` given to `predict`.
    title : str
        Title of the card.

    Examples
    --------
    >>> recall("ant").digest()
    'What you guessed'
    """
    return Recall(_spec={"id": f"{id}-recall", "of": id, "title": title})
