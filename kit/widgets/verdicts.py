"""``verdicts``: the reader's own verdicts on the ledger's claims beside the kit's, to weigh more and take away."""

from collections.abc import Sequence

from kit import data as catalogue
from kit.widgets import embedding, frontend
from kit.widgets.contract import KitVerdict, VerdictsSpec
from kit.widgets.messages import MESSAGES
from kit.widgets.weigh import VERDICTS, claim_memory, date_in_words, ledger_claims
from kit.widgets.widget import Widget


class Verdicts(Widget[VerdictsSpec]):
    """A list of verdicts kept on the reader's device. Make one with `verdicts`."""

    kind = "verdicts"
    _esm = frontend.module(kind)

    def text_summary(self) -> str:
        """Return the card in words; the verdicts are known only to the reader's device."""
        return f"{self.spec['title']}\n{self.spec['about']}"


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
    >>> verdicts(["C15"]).text_summary().splitlines()[0]
    'Your verdicts'
    """
    rows = sorted(ledger_claims(claims), key=lambda row: row["lesson"])
    secret: dict[str, KitVerdict] = {
        row["claim_id"]: {
            "verdict": VERDICTS[row["verdict"]],
            "reason": row["verdict_reason"],
            "why": MESSAGES["weigh_because"].format(reason=row["verdict_reason"]),
        }
        for row in rows
    }
    spec: VerdictsSpec = {
        "id": "verdicts",
        "title": title,
        "about": MESSAGES["verdicts_about"],
        "claims": [
            {
                "id": row["claim_id"],
                "memory": claim_memory(row),
                "lesson": row["lesson"],
                "claim": row["claim"],
                "who": row["claimed_by"],
                "when": date_in_words(row["date"]),
                "kind": row["status"],
            }
            for row in rows
        ],
        "verdicts": list(VERDICTS.values()),
        "source": catalogue.source_line("claims"),
        "secret": embedding.compress(secret, title),
    }
    return Verdicts(spec)
