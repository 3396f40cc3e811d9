"""``weigh``: a claim of the ledger; evidence first, then the reader's verdict and reason, then the kit's."""

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from kit import data as catalogue
from kit.widgets.contract import ClaimSpec, Evidence, Memory
from kit.widgets.drawing import PredictError
from kit.widgets.memory import memory
from kit.widgets.messages import MESSAGES
from kit.widgets.predict import Prediction, compress_secret

#: The verdicts of the claims ledger, as written in the file → in the words that a reader sees.
VERDICTS = {verdict: label for verdict, (label, _) in catalogue.verdict_words().items()}


def weigh(claim_id: str, *, for_: Sequence[str], against: Sequence[str], missing: Sequence[str]) -> Prediction:
    """Let the reader weigh a claim of the ledger: evidence first, her verdict and reason, then the kit's.

    Parameters
    ----------
    claim_id : str
        Row of the dataset ``claims``.
    for_, against, missing : list of str
        What speaks for the claim, what against it, and what nobody has published; one sentence each.

    Returns
    -------
    Prediction

    Raises
    ------
    PredictError
        If the ledger has no such claim.

    Examples
    --------
    >>> weigh("C15", for_=["470 in 2023"], against=["No 2025 value"], missing=["Who was counted?"]).guess is None
    True
    """
    (claim,) = ledger_claims([claim_id])
    evidence: list[Evidence] = [
        {"head": MESSAGES[head], "lines": list(lines)}
        for head, lines in [("weigh_for", for_), ("weigh_against", against), ("weigh_missing", missing)]
        if lines
    ]
    why = MESSAGES["weigh_because"].format(reason=claim["verdict_reason"])
    spec: ClaimSpec = {
        "id": f"claim-{claim_id.lower()}",
        "memory": claim_memory(claim),
        "title": f"“{claim['claim']}”",
        "about": MESSAGES["weigh_about"].format(
            who=claim["claimed_by"], when=date_in_words(claim["date"]), kind=claim["status"]
        ),
        "unit": "",
        "height": 0,
        "mode": "choice",
        "help": "weigh_help",
        "source": catalogue.source_line("claims", [claim["source_id"]]),
        "data": [],
        "commit": MESSAGES["weigh_commit"],
        "ask": MESSAGES["weigh_reason"],
        "ask_last": True,
        "right": MESSAGES["weigh_same"],
        "other": MESSAGES["weigh_other"],
        "legend": MESSAGES["weigh_legend"],
        "choices": list(VERDICTS.values()),
        "evidence": evidence,
        "secret": compress_secret(claim_id, VERDICTS[claim["verdict"]], why),
    }
    return Prediction(spec)


def claim_memory(claim: dict[str, Any]) -> Memory:
    """Return where the reader's verdict on a claim is kept, given in a lesson or in the list of all verdicts."""
    return memory("predict", f"claim-{claim['claim_id'].lower()}", [claim["claim"]])


def ledger_claims(wanted: Sequence[str] = ()) -> list[dict[str, Any]]:
    """Return claims of the ledger, column → entry; all of them if none is named.

    Parameters
    ----------
    wanted : list of str
        Which claims, by ``claim_id``.

    Returns
    -------
    list of dict

    Raises
    ------
    PredictError
        If the ledger has no such claim.
    """
    rows = cast("list[dict[str, Any]]", catalogue.load("claims").to_dict("records"))
    ledger = {row["claim_id"]: row for row in rows}
    for claim_id in wanted:
        if claim_id not in ledger:
            first, *_, last = ledger
            raise PredictError(
                f"The ledger has no claim “{claim_id}”. It has {first} to {last}: see kit.load('claims')."
            )
    return [ledger[claim_id] for claim_id in wanted or ledger]


def date_in_words(when: str) -> str:
    """Return a full ISO date as "12 February 2025"; a year or a month stays as it is."""
    return f"{date.fromisoformat(when):%d %B %Y}".lstrip("0") if len(when) == 10 else when
