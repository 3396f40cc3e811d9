"""What a reader's device remembers of a question: under which name, and of which version of the question.

A record belongs to the course, to the card's id, and to a hash of the question's own words. A changed question has
another hash and starts afresh; the records of the older one stay on the device.
"""

from collections.abc import Iterable
from hashlib import sha256

from kit.data import catalogue
from kit.widgets.contract import Memory


def memory(kind: str, id: str, words: Iterable[object]) -> Memory:
    """Return where a card's answer is kept, and of which version of its question it is.

    Parameters
    ----------
    kind, id : str
        Kind and id of the card.
    words : iterable
        What the question says; its answer is not among it.

    Returns
    -------
    dict

    Examples
    --------
    >>> one, other = (memory("predict", "ant", [question]) for question in ("How many legs?", "How many eyes?"))
    >>> one["key"] == other["key"], one["version"] == other["version"]
    (True, False)
    """
    return {"key": f"{catalogue.package()['name']}/{kind}/{id}", "version": version(words)}


def version(words: Iterable[object]) -> str:
    """Return a hash of what a question says, twelve characters."""
    return digest(*words).hex()[:12]


def digest(*words: object) -> bytes:
    """Return 32 bytes drawn from words, the same on every computer."""
    return sha256("\n".join(map(str, words)).encode("utf-8")).digest()
