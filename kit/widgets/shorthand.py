"""The shorthand of controls: what a list, a tuple or True stands for."""

from collections.abc import Iterable
from copy import copy
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
