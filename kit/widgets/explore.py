"""``explore``: one call gives a live widget, a widget embedded in a page, and a summary in words."""

import json
import os
import re
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import product
from math import prod
from typing import Any

import plotly.graph_objects as go
import traitlets
from IPython.core.getipython import get_ipython
from IPython.utils.capture import capture_output

from kit import data as catalogue
from kit.widgets import embedding, frontend
from kit.widgets.contract import MIME_TYPE, ControlSpec, Drawing, DrawnAnswer, ExploreSpec, FigureSpec, Picture
from kit.widgets.controls import Control, ControlError
from kit.widgets.faults import fault_in_words
from kit.widgets.figures import as_drawing, caption_or_hint, fingerprint, text_summary, to_spec
from kit.widgets.messages import MESSAGES
from kit.widgets.shorthand import sort_arguments
from kit.widgets.widget import ChartLibrary, Widget


class Settings(dict[str, Any]):
    """Control name → value, with the positions that they stand for: two of them are equal if their positions are.

    Values themselves are never compared, since a table or an array has no plain answer to "equal?".
    """

    def __init__(self, values: Mapping[str, Any], state: list[int]):
        super().__init__(values)
        self.state = state

    def __eq__(self, other: object) -> bool:
        return self.state == other.state if isinstance(other, Settings) else super().__eq__(other)

    __hash__ = None


class Explorer(Widget[ExploreSpec]):
    """A chart with controls. Make one with `explore`.

    Attributes
    ----------
    values : dict
        The current settings, control name → value. Read it, observe it, or set it, to options or to their labels.
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
        self._on_paper: list[list[int]] = []
        self.figure, self.caption = go.Figure(), ""
        start = self._start()
        values = self._values_of(start)
        # The first drawing travels with the widget: a message of its own could be lost while the widget opens.
        super().__init__(
            spec | {"controls": self._control_specs(embedded=False)},
            _state=start,
            values=values,
            _drawn=self._answer(values),
        )
        _close_former(self)

    def _control_specs(self, embedded: bool) -> list[ControlSpec]:
        return [control.to_spec(name, embedded) for name, control in self._controls.items()]

    def _start(self) -> list[int]:
        return [control.default for control in self._controls.values()]

    def _values_of(self, state: Sequence[int]) -> Settings:
        controls = zip(self._controls.items(), state, strict=True)
        return Settings({name: control.value(place) for (name, control), place in controls}, list(state))

    def _state_of(self, given: Mapping[str, Any], otherwise: Sequence[int]) -> list[int]:
        """Return the positions of settings; those that are not given are as in ``otherwise``."""
        unknown = [name for name in given if name not in self._controls]
        if unknown:
            raise ControlError(f"There is no control “{unknown[0]}”. There are: {', '.join(self._controls)}.")
        return [
            control.index(given[name]) if name in given else place
            for (name, control), place in zip(self._controls.items(), otherwise, strict=True)
        ]

    @traitlets.validate("values")
    def _complete(self, proposal: dict[str, Any]) -> Settings:
        given = proposal["value"]
        return given if isinstance(given, Settings) else self._values_of(self._state_of(given, self._state))

    @traitlets.observe("values")
    def _follow_values(self, change: dict[str, Any]) -> None:
        self._state = change["new"].state

    @traitlets.observe("_state")
    def _follow_state(self, change: dict[str, Any]) -> None:
        if change["old"] and change["old"] != change["new"]:
            self.values = self._values_of(change["new"])
            self._drawn = self._answer(self.values)

    def _answer(self, values: Settings) -> str:
        """Draw, keep figure and caption, and return what the front end is sent."""
        self.drawn: DrawnAnswer = {"state": list(values.state)}
        try:
            # While pages are made, what draw prints has no place in them.
            self.figure, self.caption = self._drawing(values, silent=os.environ.get(embedding.SWITCH) == "1")
            figure = to_spec(self.figure)
            self.drawn |= {"figure": figure, "caption": caption_or_hint(figure, self.caption)}
        except Exception as fault:  # a slider must never end a lesson, whatever a student's draw does
            self.drawn["fault"] = fault_in_words(fault)
            traceback.print_exc(file=sys.stderr)
        return json.dumps(self.drawn, ensure_ascii=False, separators=(",", ":"))

    def _drawing(self, values: Settings, silent: bool) -> tuple[go.Figure, str]:
        listening: AbstractContextManager[Any] = capture_output(stderr=False) if silent else nullcontext()
        with listening:
            return as_drawing(self._draw(**values))

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
            values = self._values_of(state)
            try:
                figure, caption = self._drawing(values, silent=True)
            except Exception as fault:
                fault.add_note(f"while drawing “{self.spec['title']}” with {self._in_words(state) or 'no controls'}")
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
        finding = self.spec.get("finding", "")
        folded = embedding.folded(MESSAGES["finding"], finding) if finding else ""
        return embedding.element(self.kind, spec, self.text_summary(), folded)

    def keep_for_paper(self, settings: Iterable[Mapping[str, Any]]) -> None:
        """Draw these settings too on the sheet that a class without screens gets; others stay as at the start.

        Raises
        ------
        ControlError
            If a control has no such name or no such setting.
        """
        start = self._start()
        self._on_paper = [self._state_of(one, start) for one in settings]

    def pictures(self) -> list[Picture]:
        """Return the start and the settings kept for paper, each drawn, with what is set or, later, set otherwise."""
        start = self._start()
        return [self._picture(start, None)] + [self._picture(one, start) for one in self._on_paper if one != start]

    def _picture(self, state: list[int], beside: list[int] | None) -> Picture:
        figure, caption = self._drawing(self._values_of(state), silent=True)
        spec = to_spec(figure)
        return Picture(settings=self._in_words(state, beside), figure=spec, caption=caption_or_hint(spec, caption))

    def _in_words(self, state: Sequence[int], beside: Sequence[int] | None = None) -> str:
        """Return the settings in words; beside another state, only those that differ."""
        places = zip(self._controls.values(), state, beside or [-1] * len(state), strict=True)
        return " · ".join(f"{one.label}: {one.describe(place)}" for one, place, other in places if place != other)

    def text_summary(self) -> str:
        """Return the current state in words: title, settings, what is drawn, the caption; never the finding."""
        if "fault" in self.drawn:
            told = [MESSAGES["failed"].format(reason=self.drawn["fault"])]
        else:
            told = [*text_summary(self.drawn["figure"]), self.drawn["caption"]]
        return "\n".join(line for line in [self.spec["title"], self._in_words(self._state), *told] if line)

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        forms, metadata = super()._repr_mimebundle_(**kwargs)
        if MIME_TYPE in forms:
            forms[MIME_TYPE]["spec"] = self._spec | {"pictures": self.pictures()}
        # A picture of the chart in a notebook is old once this differs from what was photographed.
        drawn = fingerprint(self.drawn.get("figure", {}), self.drawn.get("caption", ""))
        return forms, metadata | {"kit": {"drawn": drawn}}

    def refuse_start(self, found_at: Mapping[str, Any]) -> None:
        """Raise `ControlError` if the explorer starts where its finding shows: there would be nothing to find."""
        start = self._start()
        if self._state_of(found_at, start) == start:
            raise ControlError(
                f"“{self.spec['title']}” starts where its finding shows ({self._in_words(start)}): "
                "give a control another default."
            )


def explore(
    draw: Callable[..., Any],
    /,
    controls: Mapping[str, Any] | None = None,
    *,
    title: str = "",
    about: str = "",
    data: str | Sequence[str] = (),
    source: str = "",
    id: str = "",
    height: int = 340,
    finding: str = "",
    found_at: Mapping[str, Any] | None = None,
    on_paper: Sequence[Mapping[str, Any]] = (),
    **named: Any,
) -> Explorer:
    """Show a chart with controls that works in JupyterLab, in a page, and in words.

    Parameters
    ----------
    draw : callable
        Takes one argument for each control; returns a plotly figure, or ``(figure, sentence)``.
        The sentence is the caption: it says what the reader now sees.
    controls : dict, optional
        Controls by name. A control may have any name here; elsewhere a text, or a number for ``height``, under one of
        the names below is explore's own, and a control, or what can only be one, is a control.
    title : str
        What is drawn, in which unit; the name of ``draw`` if left out.
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
    finding : str
        What a reader could have seen, in one or two sentences; folded until the reader unfolds it.
    found_at : dict, optional
        Settings at which the finding shows, control name → value; the explorer may not start there.
    on_paper : list of dict, optional
        The telling settings, each control name → value, that the sheet for a class without screens shows beside the
        start; only where the finding shows if left out.
    **named
        ``name=(low, high[, step])`` for a slider, a list, a range, an array, label–value pairs or a dict for a menu,
        True or False for a switch, or `Select`, `MultiSelect`, `Slider`, `Toggle`.

    Returns
    -------
    Explorer
        An ipywidget with ``values``, ``figure`` and ``caption``.

    Raises
    ------
    ControlError
        If a control cannot work, ``draw`` is not a function, or the start is where the finding shows.

    Examples
    --------
    >>> import plotly.graph_objects as go
    >>> explorer = explore(lambda n: go.Figure(go.Bar(x=["n"], y=[n])), title="A bar", n=(1, 5))
    >>> explorer.values = {"n": 3}
    >>> list(explorer.figure.data[0].y)
    [3]
    >>> own = explore(lambda title, n: go.Figure(go.Bar(x=[title], y=[n])), title=["a", "b"], n=(1, 5))
    >>> own.values == {"title": "a", "n": 1}
    True
    """
    if not callable(draw):
        raise ControlError(
            f"explore was given {type(draw).__name__} and needs a function: "
            "write explore(draw, …), not explore(draw(), …)."
        )
    given: dict[str, Any] = {
        "title": title,
        "about": about,
        "data": data,
        "source": source,
        "id": id,
        "height": height,
        "finding": finding,
        "found_at": found_at,
        "on_paper": on_paper,
    }
    own, made = sort_arguments(draw, given, controls, named)
    name = getattr(draw, "__name__", "chart").strip("<>")
    datasets = own.get("data") or ()
    spec: ExploreSpec = {
        "id": own.get("id") or re.sub(r"\W+", "-", name).strip("-"),
        "title": own.get("title") or name.replace("_", " ").capitalize(),
        "about": own.get("about") or "",
        "source": own.get("source") or catalogue.source_lines(dataset_names(datasets)),
        "data": dataset_names(datasets),
        "height": own.get("height", 340),
        "controls": [],
    }
    if own.get("finding"):
        spec["finding"] = own["finding"]
    explorer = Explorer(draw, made, spec)
    if own.get("found_at"):
        explorer.refuse_start(own["found_at"])
    explorer.keep_for_paper(own.get("on_paper") or filter(None, [own.get("found_at")]))
    return explorer


def dataset_names(data: str | Iterable[str]) -> list[str]:
    """Return the names of one dataset or of several as a list."""
    return [data] if isinstance(data, str) else list(data)


#: The cell of a notebook → the run of it that made explorers, and these.
_made: dict[str, tuple[str, list[Explorer]]] = {}


def _close_former(explorer: Explorer) -> None:
    """Close what an earlier run of the same cell has made: nobody sees it any more, and it would stay in memory."""
    shell: Any = get_ipython()
    request = shell.get_parent() if hasattr(shell, "get_parent") else {}
    cell, run = request.get("metadata", {}).get("cellId"), request.get("header", {}).get("msg_id", "")
    if not cell:
        return
    before, former = _made.get(cell, (run, []))
    if before != run:
        for one in former:
            one.close()
        former = []
    _made[cell] = (run, [*former, explorer])
