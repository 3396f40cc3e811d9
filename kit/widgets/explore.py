"""``explore``: one call gives a live widget, a widget embedded in a page, and a summary in words."""

import json
import os
import re
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from math import prod
from typing import Any

import plotly.graph_objects as go
import traitlets

from kit import data as catalogue
from kit.widgets import embedding, frontend
from kit.widgets.contract import ControlSpec, Drawing, DrawnAnswer, ExploreSpec, FigureSpec
from kit.widgets.controls import Control, ControlError, as_control
from kit.widgets.figures import as_drawing, caption_or_hint, fingerprint, text_summary, to_spec
from kit.widgets.messages import MESSAGES
from kit.widgets.widget import ChartLibrary, Widget


class Explorer(Widget[ExploreSpec]):
    """A chart with controls. Make one with `explore`.

    Attributes
    ----------
    values : dict
        The current settings, control name → value. Read it, set it, or observe it.
    figure : plotly.graph_objects.Figure
        The current figure.
    caption : str
        The sentence under the chart.
    drawn : dict
        What the front end was last sent: state, plain figure and caption, or a fault in words.
    """

    kind = "explore"
    _esm = frontend.module(kind)
    _state: traitlets.List[int] = traitlets.List().tag(sync=True, echo_update=False)
    _drawn = traitlets.Unicode().tag(sync=True)
    values = traitlets.Dict()

    def __init__(self, draw: Callable[..., Any], controls: dict[str, Control], spec: ExploreSpec):
        ChartLibrary.send_once()
        self._draw, self._controls = draw, controls
        self.figure, self.caption = go.Figure(), ""
        start = [control.default for control in controls.values()]
        super().__init__(
            spec | {"controls": self._control_specs(embedded=False)}, _state=start, values=self._values_of(start)
        )
        self._redraw()

    def _control_specs(self, embedded: bool) -> list[ControlSpec]:
        return [control.to_spec(name, embedded) for name, control in self._controls.items()]

    def _values_of(self, state: list[int]) -> dict[str, Any]:
        return {name: control.value(i) for (name, control), i in zip(self._controls.items(), state, strict=True)}

    @traitlets.validate("values")
    def _complete(self, proposal: dict[str, Any]) -> dict[str, Any]:
        unknown = set(proposal["value"]) - set(self._controls)
        if unknown:
            raise ControlError(f"There is no control “{min(unknown)}”. There are: {', '.join(self._controls)}.")
        wanted = self._values_of(self._state) | proposal["value"]
        return self._values_of([control.index(wanted[name]) for name, control in self._controls.items()])

    @traitlets.observe("values")
    def _follow_values(self, change: dict[str, Any]) -> None:
        self._state = [control.index(change["new"][name]) for name, control in self._controls.items()]

    @traitlets.observe("_state")
    def _follow_state(self, change: dict[str, Any]) -> None:
        if change["old"] and change["old"] != change["new"]:
            self.values = self._values_of(change["new"])
            self._redraw()

    def _redraw(self) -> None:
        self.drawn: DrawnAnswer = {"state": list(self._state)}
        try:
            self.figure, self.caption = as_drawing(self._draw(**self.values))
            figure = to_spec(self.figure)
            self.drawn |= {"figure": figure, "caption": caption_or_hint(figure, self.caption)}
        except Exception as fault:  # a slider must never end a lesson, whatever a student's draw does
            self.drawn["fault"] = _in_words(fault)
            traceback.print_exc(file=sys.stderr)
        self._drawn = json.dumps(self.drawn, ensure_ascii=False, separators=(",", ":"))

    def drawings(self, embedded: bool = True) -> Iterator[tuple[dict[str, Any], FigureSpec, str]]:
        """Draw every setting; yield the values, the plain figure and the caption of each.

        Parameters
        ----------
        embedded : bool
            Whether to keep to the coarser grid of a page without a kernel.

        Yields
        ------
        tuple of (dict, dict, str)

        Raises
        ------
        Exception
            Whatever ``draw`` raises, with a note that names the settings.
        """
        for state in product(*(control.settings(embedded) for control in self._controls.values())):
            values = self._values_of(list(state))
            try:
                figure, caption = as_drawing(self._draw(**values))
            except Exception as fault:
                fault.add_note(f"while drawing “{self.spec['title']}” with {values}")
                raise
            yield values, to_spec(figure), caption

    def embed(self) -> str:
        """Return the explorer as HTML that works without a kernel, a network or a server.

        Returns
        -------
        str
            One element that holds every state, compressed, and the summary for readers without JavaScript.

        Raises
        ------
        kit.widgets.embedding.EmbedError
            If there are more than 5,000 states or more than 400 KB.
        """
        title = self.spec["title"]
        embedding.refuse_too_many(prod(len(control.settings(True)) for control in self._controls.values()), title)
        states: list[Drawing] = [
            {"figure": figure, "caption": caption_or_hint(figure, caption)} for _, figure, caption in self.drawings()
        ]
        spec = self.spec | {
            "controls": self._control_specs(embedded=True),
            "states": embedding.compress(states, title),
        }
        return embedding.element(self.kind, spec, self.text_summary())

    def text_summary(self) -> str:
        """Return the current state in words: title, settings, what is drawn, the caption."""
        settings = [f"{c.label}: {c.describe(i)}" for c, i in zip(self._controls.values(), self._state, strict=True)]
        if "fault" in self.drawn:
            told = [MESSAGES["failed"].format(reason=self.drawn["fault"])]
        else:
            told = [*text_summary(self.drawn["figure"]), self.drawn["caption"]]
        return "\n".join(line for line in [self.spec["title"], " · ".join(settings), *told] if line)

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        forms, metadata = super()._repr_mimebundle_(**kwargs)
        # A picture of the chart in a notebook is old once this differs from what was photographed.
        drawn = fingerprint(self.drawn.get("figure", {}), self.drawn.get("caption", ""))
        return forms, metadata | {"kit": {"drawn": drawn}}


def explore(
    draw: Callable[..., Any],
    *,
    title: str = "",
    about: str = "",
    data: str | Sequence[str] = (),
    source: str = "",
    id: str = "",
    height: int = 340,
    **controls: Any,
) -> Explorer:
    """Show a chart with controls that works in JupyterLab, in a page, and in words.

    Parameters
    ----------
    draw : callable
        Takes one argument for each control; returns a plotly figure, or ``(figure, sentence)``.
        The sentence is the caption: it says what the reader now sees.
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
        or `Select`, `MultiSelect`, `Slider`, `Toggle`.

    Returns
    -------
    Explorer
        An ipywidget with ``values``, ``figure`` and ``caption``.

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
    spec: ExploreSpec = {
        "id": id or re.sub(r"\W+", "-", name).strip("-"),
        "title": title or name.replace("_", " ").capitalize(),
        "about": about,
        "source": source or printed_sources(data),
        "data": dataset_names(data),
        "height": height,
        "controls": [],
    }
    return Explorer(draw, {key: as_control(key, given) for key, given in controls.items()}, spec)


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
