"""The contract in the words of the front end's checker: ``front/contract.d.ts`` is written from `kit.widgets.contract`.

``python -m kit.widgets.declarations`` writes it anew; a test holds the two in step.
"""

from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

from kit.widgets import contract
from kit.writing import write_text

PATH = Path(__file__).parent / "front" / "contract.d.ts"

_HEAD = "// What each widget is sent. Written from kit/widgets/contract.py by: python -m kit.widgets.declarations\n"
_NAMES = {str: "string", int: "number", float: "number", bool: "boolean", NoneType: "null", Any: "any"}
#: Unions that have a name of their own.
_UNIONS = {"PredictSpec": contract.PredictSpec, "Question": contract.Question, "PollPart": contract.PollPart}


def declarations() -> str:
    """Return the types of the contract as TypeScript declarations.

    Returns
    -------
    str

    Examples
    --------
    >>> "export interface RecallSpec" in declarations()
    True
    """
    specs = [one for one in vars(contract).values() if is_typeddict(one) and one is not contract.Payload]
    unions = [f"export type {name} = {_typescript(union)};\n" for name, union in _UNIONS.items()]
    return "\n".join([_HEAD, *map(_interface, specs), *unions])


def _interface(spec: Any) -> str:
    fields = "".join(
        f"  {key}{'' if key in spec.__required_keys__ else '?'}: {_typescript(kind)};\n"
        for key, kind in get_type_hints(spec).items()
    )
    return f"/** {spec.__doc__.splitlines()[0]} */\nexport interface {spec.__name__} {{\n{fields}}}\n"


def _typescript(kind: Any) -> str:
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Literal:
        return " | ".join(f'"{part}"' if isinstance(part, str) else str(part).lower() for part in parts)
    if origin in (Union, UnionType):
        return " | ".join(dict.fromkeys(map(_typescript, parts)))
    if origin is NotRequired:
        return _typescript(parts[0])
    if origin is list:
        inner = _typescript(parts[0])
        return f"({inner})[]" if " | " in inner else f"{inner}[]"
    if origin is dict:
        return f"Record<{_typescript(parts[0])}, {_typescript(parts[1])}>"
    return _NAMES.get(kind) or str(kind.__name__)


if __name__ == "__main__":
    write_text(PATH, declarations())
