"""The shorthand of controls: which of the arguments of ``explore`` are controls, and what a list or True stands for."""

import inspect
from collections.abc import Callable, Iterable, Mapping
from copy import copy
from numbers import Real
from typing import Any

import numpy as np
import pandas as pd

from kit.widgets.controls import Control, ControlError, Select, Toggle, is_number, short
from kit.widgets.sliders import Slider


def as_control(name: str, given: Any) -> Control:
    """Return the control that an abbreviation stands for, by the rules of ``ipywidgets.interact``.

    Parameters
    ----------
    name : str
        Name of the argument of ``draw``.
    given : Control, bool, tuple, dict or whatever can be listed
        ``True`` or ``False`` → switch; two or three numbers in a tuple → slider; a list, a range, an array, an Index,
        a Series, label–value pairs, a dict and its ``keys()`` → menu.

    Raises
    ------
    ControlError
        For anything else.
    """
    if isinstance(given, Control):
        control = copy(given)
    elif isinstance(given, (bool, np.bool_)):
        control = Toggle(bool(given))
    elif isinstance(given, tuple) and len(given) in (2, 3) and all(map(is_number, given)):
        control = Slider(*given)
    elif isinstance(given, Iterable) and not isinstance(given, (str, bytes, pd.DataFrame)):
        control = Select(given)
    else:
        raise ControlError(
            f"The control “{name}” is {short(given)}. Use a list for a menu, (low, high) for a slider, "
            "True or False for a switch, or Select, MultiSelect, Slider, Toggle."
        )
    control.label = control.label or name.replace("_", " ").capitalize()
    return control


def sort_arguments(
    draw: Callable[..., Any], given: Mapping[str, Any], boxed: Any, named: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Control]]:
    """Tell what ``explore`` itself was given from controls that bear the same names.

    Parameters
    ----------
    draw : callable
        Its arguments tell which names it asks for.
    given : dict
        What stands under the names of explore's own arguments.
    boxed : dict or None
        Controls by name; anything else is a control named "controls".
    named : dict
        Every other argument by name: controls.

    Returns
    -------
    tuple of (dict, dict)
        What is explore's own, and the controls by name.

    Raises
    ------
    ControlError
        If a control cannot work.
    """
    asked = _arguments(draw)
    own = {name: value for name, value in given.items() if _is_own(name, value, name in asked)}
    box = dict(boxed or {}) if boxed is None or isinstance(boxed, Mapping) else {"controls": boxed}
    found = box | dict(named) | {name: value for name, value in given.items() if name not in own}
    return own, {name: as_control(name, value) for name, value in found.items()}


def _arguments(draw: Callable[..., Any]) -> list[str]:
    try:
        return list(inspect.signature(draw).parameters)
    except (TypeError, ValueError):  # a builtin tells nothing of its arguments
        return []


def _is_own(name: str, value: Any, asked: bool) -> bool:
    """Tell whether a value under one of explore's own names is explore's, or a control that bears this name."""
    if isinstance(value, (Control, bool)):
        return False
    if value is None or (isinstance(value, tuple) and not value):
        return True
    if name == "height":
        return isinstance(value, Real)
    if isinstance(value, str):
        return True
    if asked:
        return False
    if name == "on_paper":
        return isinstance(value, (list, tuple)) and all(isinstance(one, Mapping) for one in value)
    return isinstance(value, Mapping) if name == "found_at" else name == "data" and isinstance(value, (list, tuple))
