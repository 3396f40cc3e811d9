"""What every widget has in common: a spec for its front end, and the three forms in which it is shown."""

import os
from collections.abc import Mapping
from typing import Any, ClassVar, Generic, TypeVar, cast

import anywidget
import traitlets

from kit.widgets import embedding, frontend, ids
from kit.widgets.contract import MIME_TYPE
from kit.widgets.messages import MESSAGES

SpecT = TypeVar("SpecT", bound=Mapping[str, object])


class Widget(anywidget.AnyWidget, Generic[SpecT]):
    """A card that works in JupyterLab, in a page without a kernel, and in words.

    A class of its own says its ``kind``, loads ``_esm``, and writes `text_summary`.

    Attributes
    ----------
    kind : str
        Which function of the front end brings it to life.
    spec : dict
        What that function is sent; its type stands in `kit.widgets.contract`.
    """

    kind: ClassVar[str]
    _css = frontend.stylesheet()
    _spec = traitlets.Dict().tag(sync=True)

    def __init__(self, spec: SpecT, **traits: Any):
        named = cast(SpecT, {**spec, "id": ids.unique(str(spec["id"]))})
        self._register(named)
        super().__init__(_spec=named, **traits)

    def _register(self, spec: SpecT) -> None:
        """Make the card known to the kernel before its spec is sent; only a card that asks has something to tell."""

    @property
    def spec(self) -> SpecT:
        return cast(SpecT, self._spec)

    def text_summary(self) -> str:
        """Return the card in words; never an answer."""
        raise NotImplementedError

    def embed(self) -> str:
        """Return the card as HTML that works without a kernel, a network or a server."""
        return embedding.element(self.kind, self._spec, self.text_summary())

    def __repr__(self) -> str:
        return f"{self.text_summary()}\n{MESSAGES['run_cell']}"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        forms, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        forms["text/plain"] = repr(self)
        if os.environ.get(embedding.SWITCH) == "1":
            forms["text/html"] = self.embed()
            forms[MIME_TYPE] = {"kind": self.kind, "spec": self._spec}
        return forms, metadata


class ChartLibrary(anywidget.AnyWidget):
    """Carries plotly.js to the JupyterLab page, once a kernel; it is never displayed."""

    _esm = frontend.plotly_module()
    compressed = traitlets.Bytes().tag(sync=True)

    _sent: "ChartLibrary | None" = None

    @classmethod
    def send_once(cls) -> None:
        """Send the library if this kernel has not done so."""
        if cls._sent is None or cls._sent.comm is None:
            cls._sent = cls(compressed=frontend.compressed_plotly())
