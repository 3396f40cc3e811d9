"""``verdicts``: the reader's own verdicts on the claims of the ledger, beside the kit's, to weigh more and to take away."""

from collections.abc import Sequence
from typing import Any

import anywidget
import traitlets

from kit import data as catalogue
from kit.widgets import baking, frontend
from kit.widgets.predict import VERDICTS, PredictError, date_in_words
from kit.widgets.words import WORDS


class Verdicts(anywidget.AnyWidget):
    """A list of verdicts kept on the reader's device. Make one with `verdicts`."""

    _esm = frontend.module("verdicts")
    _css = frontend.stylesheet()
    _spec = traitlets.Dict().tag(sync=True)

    def bake(self) -> str:
        """Return the card as HTML that works without a kernel."""
        return baking.element("verdicts", self._spec, self.digest())

    def digest(self) -> str:
        """Return the card in words; the verdicts are known only to the reader's device."""
        return f"{self._spec['title']}\n{self._spec['about']}"

    def __repr__(self) -> str:
        return self.digest()

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict, dict]:
        return baking.bundle(super()._repr_mimebundle_(**kwargs), f"{self.digest()}\n{WORDS['run_cell']}", self.bake)


def verdicts(claims: Sequence[str] = (), *, title: str = "Your verdicts") -> Verdicts:
    """Weigh any claim of the ledger, see all your verdicts beside the kit's, and download them as a file.

    The verdicts given with `weigh` in any lesson are among them. They stay on the reader's device; the kit's verdict on
    a claim shows only when the reader has given her own.

    Parameters
    ----------
    claims : list of str
        Which claims are offered, by ``claim_id``; all of the ledger if left out.
    title : str
        Title of the card.

    Returns
    -------
    Verdicts

    Raises
    ------
    PredictError
        If the ledger has no such claim.

    Examples
    --------
    >>> verdicts(["C15"]).digest().splitlines()[0]
    'Your verdicts'
    """
    ledger = catalogue.load("claims").set_index("claim_id", drop=False)
    unknown = [claim for claim in claims if claim not in ledger.index]
    if unknown:
        raise PredictError(
            f"The ledger has no claim “{unknown[0]}”. It has {ledger.index[0]} to {ledger.index[-1]}: see kit.load('claims')."
        )
    rows = (ledger.loc[list(claims)] if claims else ledger).sort_values("lesson", kind="stable")
    secret = {
        row.claim_id: {
            "verdict": VERDICTS[row.verdict],
            "reason": row.verdict_reason,
            "why": WORDS["weigh_because"].format(reason=row.verdict_reason),
        }
        for row in rows.itertuples()
    }
    spec = {
        "id": "verdicts",
        "title": title,
        "about": WORDS["verdicts_about"],
        "claims": [
            {
                "id": row.claim_id,
                "lesson": row.lesson,
                "claim": row.claim,
                "who": row.claimed_by,
                "when": date_in_words(row.date),
                "kind": row.status,
            }
            for row in rows.itertuples()
        ],
        "verdicts": list(VERDICTS.values()),
        "source": catalogue.source_line("claims"),
        "secret": baking.pack(secret, title),
    }
    return Verdicts(_spec=spec)
