"""``verdicts``: every claim can be weighed, the kit's verdict stays hidden, and the file holds what was said."""

import csv
import re

import pytest

import kit
from kit.widgets import PredictError, embedding
from kit.widgets.weigh import VERDICTS


def test_all_claims_of_the_ledger_are_offered_in_the_order_of_the_lessons():
    spec = kit.verdicts().spec
    ledger = kit.load("claims")
    assert {claim["id"] for claim in spec["claims"]} == set(ledger["claim_id"])
    lessons = [claim["lesson"] for claim in spec["claims"]]
    assert lessons == sorted(lessons)


def test_the_kits_verdicts_are_not_in_the_open():
    widget = kit.verdicts()
    hidden = embedding.decompress(widget.spec["secret"])
    for row in kit.load("claims").itertuples():
        assert hidden[row.claim_id]["verdict"] == VERDICTS[row.verdict]
        assert row.verdict_reason not in widget.embed() + widget.text_summary()


def test_a_class_can_be_given_some_claims_and_an_unknown_one_is_named():
    assert [claim["id"] for claim in kit.verdicts(["C15", "C54"]).spec["claims"]] == ["C15", "C54"]
    with pytest.raises(PredictError, match="The ledger has no claim “C999”"):
        kit.verdicts(["C999"])


@pytest.mark.browser
def test_a_verdict_is_compared_kept_listed_downloaded_and_forgotten(tmp_path, watch):
    made = kit.hand_in(
        tmp_path / "page.html",
        title="T",
        parts=[kit.weigh("C29", for_=["a"], against=["b"], missing=["c"]), kit.verdicts()],
    )
    watched = watch("file:", offline=True, width=390)
    page = watched.page
    page.goto(made.path.as_uri())
    page.wait_for_selector("html[data-kit=ready]")
    card = page.locator("#verdicts")
    card.get_by_text("You have not weighed a claim on this device yet.").wait_for()
    card.get_by_role("button", name="Compare with the kit").click()
    assert "Choose an answer first" in card.locator(".kit-note").inner_text()

    card.get_by_label("Claim", exact=True).select_option("C54")
    assert "Claimed by Ministry of Industry" in card.inner_text()
    card.get_by_role("radio", name="supported", exact=True).focus()
    page.keyboard.press("ArrowRight")
    card.get_by_label("Your reason").fill('=1+1, "they" say')
    card.get_by_role("button", name="Compare with the kit").click()
    card.get_by_text("You say “partly supported”; the kit says “not measurable”").wait_for()
    card.get_by_text("You have weighed 1 of").wait_for()

    # What is said in the card of a lesson stands in the list at once.
    claim = page.locator("[data-predict=claim-c29]")
    claim.get_by_label("partly supported").check()
    claim.get_by_role("button", name="Compare with the kit").click()
    card.get_by_text("You have weighed 2 of").wait_for()
    assert "on 1 you and the kit agree" in card.inner_text()

    with page.expect_download() as coming:
        card.get_by_text("Download my verdicts").click()
    text = (coming.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    assert {row["claim_id"]: row["my_verdict"] for row in rows} == {
        "C29": "partly supported",
        "C54": "partly supported",
    }
    told = next(row for row in rows if row["claim_id"] == "C54")
    assert (
        told["my_reason"] == '\'=1+1, "they" say'
        and told["kit_verdict"] == "not measurable"
        and "self-reported" in told["kit_reason"]
    )

    page.reload()
    page.wait_for_selector("html[data-kit=ready]")
    card.get_by_label("Claim", exact=True).select_option("C54")
    assert card.get_by_role("radio", name="partly supported").is_checked()
    card.get_by_text("Forget this verdict").click()
    card.get_by_text("You have weighed 1 of").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert (watched.strangers, watched.errors) == ([], [])
    assert not re.search("C54", card.locator("tbody").inner_text())
