"""``explore``: one call gives a live widget, a widget baked into a page, and a digest in words."""

import json
import os
import re
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from math import prod
from typing import Any

import anywidget
import plotly.graph_objects as go
import traitlets

from kit import data as catalogue
from kit.widgets import baking, frontend
from kit.widgets.controls import Control, ControlError, as_control
from kit.widgets.figures import as_drawing, digest, fingerprint, note_or_hint, plain
from kit.widgets.words import WORDS


class PlotlyLibrary(anywidget.AnyWidget):
    """Carries plotly.js to the JupyterLab page, once a kernel; it is never displayed."""

    _esm = frontend.plotly_module()
    packed = traitlets.Bytes().tag(sync=True)

    _sent: "PlotlyLibrary | None" = None

    @classmethod
    def send_once(cls) -> None:
        """Send the library if this kernel has not done so."""
        if cls._sent is None or cls._sent.comm is None:
            cls._sent = cls(packed=frontend.packed_plotly())


class Explorer(anywidget.AnyWidget):
    """A chart with controls. Make one with `explore`.

    Attributes
    ----------
    values : dict
        The current settings, control name → value. Read it, set it, or observe it.
    figure : plotly.graph_objects.Figure
        The current figure.
    note : str
        The sentence under the chart.
    """

    _esm = frontend.module("explore")
    _css = frontend.stylesheet()
    _spec = traitlets.Dict().tag(sync=True)
    _state = traitlets.List().tag(sync=True, echo_update=False)
    _drawn = traitlets.Unicode().tag(sync=True)
    values = traitlets.Dict()

    def __init__(self, draw: Callable, controls: dict[str, Control], card: dict):
        PlotlyLibrary.send_once()
        self._draw, self._controls = draw, controls
        self.figure, self.note = go.Figure(), ""
        start = [control.default for control in controls.values()]
        super().__init__(
            _spec=card | {"controls": self._control_specs(baked=False)}, _state=start, values=self._values_of(start)
        )
        self._redraw()

    def _control_specs(self, baked: bool) -> list[dict]:
        return [
            {"name": name, "default": self._position(control, baked)} | control.spec(baked)
            for name, control in self._controls.items()
        ]

    @staticmethod
    def _position(control: Control, baked: bool) -> int:
        settings = control.settings(baked)
        return min(range(len(settings)), key=lambda i: abs(settings[i] - control.default))

    def _values_of(self, state: list[int]) -> dict[str, Any]:
        return {name: control.value(i) for (name, control), i in zip(self._controls.items(), state, strict=True)}

    @traitlets.validate("values")
    def _complete(self, proposal: dict) -> dict:
        unknown = set(proposal["value"]) - set(self._controls)
        if unknown:
            raise ControlError(f"There is no control “{min(unknown)}”. There are: {', '.join(self._controls)}.")
        wanted = self._values_of(self._state) | proposal["value"]
        return self._values_of([control.index(wanted[name]) for name, control in self._controls.items()])

    @traitlets.observe("values")
    def _follow_values(self, change: dict) -> None:
        self._state = [control.index(change["new"][name]) for name, control in self._controls.items()]

    @traitlets.observe("_state")
    def _follow_state(self, change: dict) -> None:
        if change["old"] and change["old"] != change["new"]:
            self.values = self._values_of(change["new"])
            self._redraw()

    def _redraw(self) -> None:
        answer = {"state": self._state}
        try:
            self.figure, self.note = as_drawing(self._draw(**self.values))
            figure = plain(self.figure)
            answer |= {"figure": figure, "note": note_or_hint(figure, self.note)}
        except Exception as fault:  # a slider must never end a lesson, whatever a student's draw does
            answer |= {"fault": _in_words(fault)}
            traceback.print_exc(file=sys.stderr)
        self._drawn = json.dumps(answer, ensure_ascii=False, separators=(",", ":"))

    def drawings(self, baked: bool = True) -> Iterator[tuple[dict[str, Any], dict, str]]:
        """Draw every setting; yield the values, the plain figure and the note of each.

        Parameters
        ----------
        baked : bool
            Whether to keep to the coarser grid of a page without a kernel.

        Raises
        ------
        Exception
            Whatever ``draw`` raises, with a note that names the settings.
        """
        for state in product(*(control.settings(baked) for control in self._controls.values())):
            values = self._values_of(list(state))
            try:
                figure, note = as_drawing(self._draw(**values))
            except Exception as fault:
                fault.add_note(f"while drawing “{self._spec['title']}” with {values}")
                raise
            yield values, plain(figure), note

    def bake(self) -> str:
        """Return the explorer as HTML that works without a kernel, a network or a server.

        Returns
        -------
        str
            One element that holds every state, packed, and the digest for readers without JavaScript.

        Raises
        ------
        baking.BakeError
            If there are more than 5,000 states or more than 400 KB.
        """
        count = prod(len(control.settings(baked=True)) for control in self._controls.values())
        baking.refuse_too_many(count, self._spec["title"])
        states = [{"figure": figure, "note": note_or_hint(figure, note)} for _, figure, note in self.drawings()]
        spec = self._spec | {
            "controls": self._control_specs(baked=True),
            "states": baking.pack(states, self._spec["title"]),
        }
        return baking.element("explore", spec, self.digest(hint=False))

    def digest(self, hint: bool = True) -> str:
        """Return the current state in words: title, settings, what is drawn, the note.

        Parameters
        ----------
        hint : bool
            Whether to end with what to do to make the controls move.
        """
        shown = json.loads(self._drawn)
        settings = [f"{c.label}: {c.describe(i)}" for c, i in zip(self._controls.values(), self._state, strict=True)]
        drawn = (
            digest(shown["figure"]) + [shown["note"]]
            if "figure" in shown
            else [WORDS["failed"].format(reason=shown["fault"])]
        )
        lines = [self._spec["title"], " · ".join(settings), *drawn, WORDS["run_cell"] if hint else ""]
        return "\n".join(line for line in lines if line)

    def __repr__(self) -> str:
        return self.digest()

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict, dict]:
        forms, metadata = baking.bundle(super()._repr_mimebundle_(**kwargs), self.digest(), self.bake)
        shown = json.loads(self._drawn)
        # A picture of the chart in a notebook is old once this differs from what was photographed.
        return forms, metadata | {"kit": {"drawn": fingerprint(shown.get("figure", {}), shown.get("note", ""))}}


def explore(
    draw: Callable,
    *,
    title: str = "",
    about: str = "",
    data: str | list[str] = (),
    source: str = "",
    id: str = "",
    height: int = 340,
    **controls: Any,
) -> Explorer:
    """Show a chart with controls that works in JupyterLab, in a page, and in words.

    Parameters
    ----------
    draw : callable
        Takes one argument for each control; returns a plotly figure, or ``(figure, note)``.
        The note is one sentence that says what the reader now sees.
    title : str
        The message of the chart; the name of ``draw`` if left out.
    about : str
        What is shown, in which unit, of which status.
    data : str or list of str
        Names of the datasets behind the chart; their sources are printed below it.
    source : str
        The source line itself, where no dataset is used (for example "A computation; no data").
    id : str
        Name of the explorer in a page's address; the name of ``draw`` if left out.
    height : int
        Height of the chart in pixels.
    **controls
        ``name=(low, high[, step])`` for a slider, a list or dict for a menu, True or False for a switch,
        or `Choice`, `Many`, `Slider`, `Toggle`.

    Returns
    -------
    Explorer
        An ipywidget with ``values``, ``figure`` and ``note``.

    Raises
    ------
    ControlError
        If a control cannot work, or ``draw`` is not a function.

    Examples
    --------
    >>> import plotly.graph_objects as go
    >>> explorer = explore(lambda n: go.Figure(go.Bar(x=["n"], y=[n])), title="A bar", n=(1, 5))
    >>> explorer.values = {"n": 3}
    >>> list(explorer.figure.data[0].y)
    [3]
    """
    if not callable(draw):
        raise ControlError(
            f"explore was given {type(draw).__name__} and needs a function: write explore(draw, …), not explore(draw(), …)."
        )
    name = getattr(draw, "__name__", "chart").strip("<>")
    card = {
        "id": id or re.sub(r"\W+", "-", name).strip("-"),
        "title": title or name.replace("_", " ").capitalize(),
        "about": about,
        "source": source or printed_sources(data),
        "data": dataset_names(data),
        "height": height,
    }
    return Explorer(draw, {key: as_control(key, given) for key, given in controls.items()}, card)


def dataset_names(data: str | Iterable[str]) -> list[str]:
    """Return the names of one dataset or of several as a list."""
    return [data] if isinstance(data, str) else list(data)


def printed_sources(data: str | Iterable[str]) -> str:
    """Return the source line of one dataset or of several."""
    lines = list(dict.fromkeys(catalogue.source_line(name) for name in dataset_names(data)))
    return " · ".join([*lines[:1], *(line.removeprefix("Source: ") for line in lines[1:])])


def _in_words(fault: Exception) -> str:
    frames = [
        f for f in traceback.extract_tb(fault.__traceback__) if "/kit/widgets/" not in f.filename.replace(os.sep, "/")
    ]
    where = f" (line {frames[0].lineno} of {frames[0].name})" if frames else ""
    return f"{type(fault).__name__}: {str(fault) or 'no details'}{where}"
