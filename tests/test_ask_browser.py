"""Cards that ask, in a real browser: a page with one of each kind, its storage whole, blocked, full of rubbish."""

import json
from math import log

import pandas as pd
import plotly.graph_objects as go
import pytest

import kit
from kit.widgets import frontend, ids, predict, quiz, recall, weigh

pytestmark = pytest.mark.browser

QUIZ = """
How much?
- [=] 1234.5 ± 0.5 :: So it is.
- [ ] 1.2345 :: A thousand times that.
---
Which is code?
- [x] `a[::2]` :: Two colons in brackets.
- [ ] word :: That is a word.
"""
FIGURE = go.Figure(go.Bar(x=["a"], y=[0.26]))


def cards(title="What is the price?"):
    ids.new_page()
    series = pd.Series([23.0, 60, 276], index=pd.PeriodIndex(["2021", "2022", "2023"], freq="Y"), name="China")
    price = {"too high": "Prices **fell**.", "close": "You knew."}
    return [
        predict(title, 0.26, id="t-price", unit="dollars", why=price, follows=["It *follows*."], figure=FIGURE),
        predict("Which share?", 51, id="t-share", shape="share", unit="%"),
        predict("Draw", series, id="t-line", unit="robots"),
        recall("t-price"),
        weigh("C54", for_=["a"], against=["b"], missing=["c"]),
        quiz(QUIZ, id="t-quiz"),
    ]


@pytest.fixture
def write(tmp_path):
    """Return what writes a page of cards and gives its address."""
    frontend.write_assets(tmp_path / "_static")

    def page(widgets):
        (tmp_path / "page.html").write_text(
            f'<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title>'
            f'<style>{frontend.stylesheet()}</style><body data-theme="light">'
            f"{''.join(widget.embed() for widget in widgets)}<script src='_static/kit.js'></script></body></html>",
            encoding="utf-8",
        )
        return (tmp_path / "page.html").as_uri()

    return page


def opened(page, address):
    page.goto(address)
    page.wait_for_selector("html[data-kit=ready]")
    return page


def commit(card):
    card.get_by_role("button", name="Show me the data").click()


def test_a_typed_guess_by_keyboard_asked_about_revealed_and_there_again_after_a_reload(write, watch):
    watched = watch("file:", offline=True, width=390)
    page = opened(watched.page, write(cards()))
    card = page.locator("[data-predict=t-price]")
    assert "0.26" not in page.locator("body").inner_text() and "fell" not in card.inner_text()
    card.get_by_label("What do you assume?").focus()
    page.keyboard.type("Half each year")
    page.keyboard.press("Tab")
    page.keyboard.type("1,234")
    page.keyboard.press("Enter")
    assert "Did you mean 1234 or 1.234?" in card.inner_text()
    assert "0.26" not in card.inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    card.get_by_text(
        "You said 1,234 dollars; it is 0.26 dollars. Your guess is 4,750 times too high. Prices fell."
    ).first.wait_for()
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "What the data say"
    assert card.locator(".kit-follows em").inner_text() == "follows"
    card.locator("[aria-label='A number line: your guess 1,234 dollars, the data 0.26 dollars']").wait_for()
    card.locator("[role=status]", has_text="4,750 times too high").first.wait_for(state="attached")
    page.reload()
    page.wait_for_selector("html[data-kit=ready]")
    card.get_by_text("You said 1,234 dollars").first.wait_for()
    assert card.get_by_label("What do you assume?").input_value() == "Half each year"
    assert (
        "Your guess at the start: 1,234 dollars. The figure: 0.26 dollars."
        in page.locator("#t-price-recall").inner_text()
    )

    first = card.locator(".kit-code-signs").inner_text()
    card.get_by_role("button", name="Guess again").click()
    assert "0.26" not in card.inner_text()
    page.keyboard.type("0.26")
    page.keyboard.press("Enter")
    card.get_by_text("exactly right. You knew.").first.wait_for()
    assert card.locator(".kit-code-signs").inner_text() == first
    page.reload()
    page.wait_for_selector("html[data-kit=ready]")
    card.get_by_text("exactly right").first.wait_for()
    assert card.locator(".kit-code-signs").inner_text() == first
    assert "Your guess at the start: 1,234 dollars." in page.locator("#t-price-recall").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert (watched.strangers, watched.errors) == ([], [])


def test_a_changed_question_starts_afresh_says_so_and_keeps_what_was_written(write, watch):
    watched = watch("file:", offline=True)
    page = opened(watched.page, write(cards()))
    card = page.locator("[data-predict=t-price]")
    card.get_by_label("What do you assume?").fill("Mine")
    card.get_by_role("textbox", name="What is the price?").fill("3")
    commit(card)
    card.get_by_text("You said 3 dollars").first.wait_for()
    opened(page, write(cards("What was the price?")))
    assert "This question was changed since you guessed here" in card.inner_text()
    assert card.get_by_role("button", name="Show me the data").is_visible()
    card.get_by_role("textbox", name="What was the price?").fill("5")
    commit(card)
    card.get_by_text("You said 5 dollars").first.wait_for()
    opened(page, write(cards()))
    card.get_by_text("You said 3 dollars").first.wait_for()
    assert card.get_by_label("What do you assume?").input_value() == "Mine"
    assert (watched.strangers, watched.errors) == ([], [])


def test_a_bar_by_keyboard_and_a_line_that_is_not_whole(write, watch):
    watched = watch("file:", offline=True)
    page = opened(watched.page, write(cards()))
    card = page.locator("[data-predict=t-share]")
    commit(card)
    assert "Set it first" in card.inner_text()
    bar = card.get_by_role("slider", name="Which share?")
    assert bar.get_attribute("aria-valuetext") == "not set yet"
    bar.focus()
    for _ in range(40):
        page.keyboard.press("ArrowRight")
    assert bar.get_attribute("aria-valuetext") == "40 %" and card.locator("output").inner_text() == "40 %"
    commit(card)
    card.get_by_text("You said 40 %; it is 51 %. Your guess is 11 percentage points too low.").first.wait_for()

    line = page.locator("[data-predict=t-line]")
    line.get_by_text("Type the values", exact=True).click()
    line.get_by_label("2022").fill("60")
    line.get_by_label("2022").press("Tab")
    commit(line)
    assert "Still to draw: 1 of 2 points." in line.inner_text() and "276" not in line.inner_text()
    line.get_by_label("2023").fill("120")
    line.get_by_label("2023").press("Tab")
    commit(line)
    line.get_by_text(
        "You drew 120 robots for 2023; it was 276 robots. Your guess is 2.3 times too low."
    ).first.wait_for()
    assert (watched.strangers, watched.errors) == ([], [])


def test_dots_are_coloured_by_a_finger_or_by_keys_and_the_data_ring_theirs(write, watch):
    watched = watch("file:", offline=True, width=390)
    page = opened(watched.page, write([predict("Of 100?", 14, id="t-dots", shape="dots", unit="of 100")]))
    card = page.locator("[data-predict=t-dots]")
    slider, dots = card.get_by_role("slider", name="Of 100?"), card.locator(".kit-field span")
    assert (slider.get_attribute("aria-valuetext"), dots.count()) == ("not set yet", 100)
    commit(card)
    assert "Set it first" in card.inner_text()
    dots.nth(33).click()
    assert (slider.get_attribute("aria-valuetext"), card.locator(".kit-on").count()) == ("34 of 100", 34)
    dots.nth(33).click()
    assert card.locator("output").inner_text() == "33 of 100"
    start, end = dots.nth(2).bounding_box(), dots.nth(25).bounding_box()
    page.mouse.move(start["x"] + 5, start["y"] + 5)
    page.mouse.down()
    page.mouse.move(end["x"] + 5, end["y"] + 5, steps=4)
    page.mouse.up()
    page.mouse.move(start["x"] + 5, start["y"] + 5)
    assert card.locator("output").inner_text() == "26 of 100"
    for key, told in {
        "ArrowLeft": "25 of 100",
        "Home": "0 of 100",
        "End": "100 of 100",
        "ArrowDown": "99 of 100",
    }.items():
        page.keyboard.press(key)
        assert (slider.get_attribute("aria-valuetext"), card.locator("output").inner_text()) == (told, told)
    assert card.locator(".kit-ring").count() == 0
    commit(card)
    card.get_by_text("You said 99 of 100; it is 14 of 100.").first.wait_for()
    assert (card.locator(".kit-ring").count(), card.locator(".kit-on").count()) == (14, 99)
    assert card.get_by_text("In a ring: the data").is_visible() and not card.locator(".kit-chart").first.is_visible()
    dots.nth(50).click()
    assert card.locator(".kit-on").count() == 99, "a guess that is made is made"
    card.get_by_role("button", name="Guess again").click()
    assert (card.locator(".kit-ring").count(), card.locator(".kit-on").count()) == (0, 0)
    assert (watched.strangers, watched.errors) == ([], [])


def test_a_guess_stands_on_the_chart_beside_the_truth(write, watch):
    gains = pd.DataFrame({"who": ["newest", "all", "oldest"], "gain": [30, 15, 2]})
    ranked = kit.charts.ranking(gains, "who", "gain", unit="% more solved")
    prices = go.Figure(go.Scatter(x=[2023, 2024, 2025], y=[37, 3, 0.26]), {"yaxis": {"type": "log"}})
    watched = watch("file:", offline=True, width=390)
    asked = [
        predict("How much more?", 30, id="t-gain", unit="%", figure=ranked),
        predict("Which price?", 0.26, id="t-log", unit="dollars", figure=prices),
    ]
    page = opened(watched.page, write(asked))
    for name, guess in {"t-gain": "20", "t-log": "10"}.items():
        card = page.locator(f"[data-predict={name}]")
        card.get_by_role("textbox").last.fill(guess)
        commit(card)
        card.locator(".shapelayer path").first.wait_for(state="attached")
        assert card.locator(".kit-chart:visible").count() == 1, "no number line beside the chart"
        assert card.locator(".kit-chart .annotation", has_text=f"your guess: {guess}").count() == 1
    card = page.locator("[data-predict=t-gain]")
    card.get_by_label("How much more? Dashed line: your guess 20 %; the data: 30 %.", exact=True).wait_for()
    line, *bars = (card.locator(found).nth(n).bounding_box() for found, n in [
        (".shapelayer path", 0), (".bars .point path", 0), (".bars .point path", 1)
    ])  # fmt: skip
    ends = sorted(bar["x"] + bar["width"] for bar in bars)
    assert ends[0] < line["x"] < ends[1] and (line["x"] - ends[0]) / (ends[1] - ends[0]) == pytest.approx(
        1 / 3, abs=0.05
    )
    # On a logarithmic axis 10 stands between 37 and 3, not far more than half-way up to 37.
    card = page.locator("[data-predict=t-log]")
    line = card.locator(".shapelayer path").last.bounding_box()
    dots = [card.locator(".scatterlayer .point").nth(n).bounding_box() for n in range(2)]
    high, low = (dot["y"] + dot["height"] / 2 for dot in dots)
    part = (low - line["y"] - line["height"] / 2) / (low - high)
    assert part == pytest.approx(log(10 / 3) / log(37 / 3), abs=0.05)
    assert (watched.strangers, watched.errors) == ([], [])


def test_a_quiz_asks_back_shows_the_reason_and_lets_try_again(write, watch):
    watched = watch("file:", offline=True)
    page = opened(watched.page, write(cards()))
    card = page.locator("#t-quiz")
    card.get_by_label("Your answer").fill("0x10")
    card.get_by_label("Your answer").press("Enter")
    assert "“0x10” cannot be read as one number." in card.inner_text()
    card.get_by_label("Your answer").fill("1.2345")
    card.get_by_label("Your answer").press("Enter")
    assert "✗ Not yet. A thousand times that. Try again." in card.inner_text()
    card.get_by_label("Your answer").fill("1.234,0")
    card.get_by_label("Your answer").press("Enter")
    assert "✓ Right. So it is." in card.inner_text()
    card.get_by_label("a[::2]").check()
    assert card.locator("code").inner_text() == "a[::2]"
    first = card.locator(".kit-code-signs").inner_text()
    page.reload()
    page.wait_for_selector("html[data-kit=ready]")
    assert card.locator(".kit-code-signs").inner_text() == first and "✓ Right. So it is." in card.inner_text()
    assert (watched.strangers, watched.errors) == ([], [])


WRONG = '{"guess":{},"first":"x","said":3,"assumed":[],"answer":"x"}'
RUBBISH = [
    "[]",
    "null",
    "{",
    '{"asked":1,"records":{"VERSION":7}}',
    f'{{"asked":["VERSION"],"records":{{"VERSION":{WRONG}}}}}',
]


@pytest.mark.parametrize("stored", RUBBISH)
def test_stored_rubbish_stops_no_card(write, watch, stored):
    watched = watch("file:", offline=True)
    shown = cards()
    places = {widget.spec["memory"]["key"]: widget.spec["memory"]["version"] for widget in shown[:5]}
    places[shown[5].spec["memory"]] = shown[5].spec["questions"][0]["version"]
    kept = {f"kit/{key}": stored.replace("VERSION", version) for key, version in places.items()}
    watched.page.add_init_script(f"for (const [k, v] of Object.entries({json.dumps(kept)})) localStorage.setItem(k, v)")
    page = opened(watched.page, write(shown))
    card = page.locator("[data-predict=t-price]")
    card.get_by_role("textbox", name="What is the price?").fill("20")
    commit(card)
    card.get_by_text("77 times too high").first.wait_for()
    assert page.locator("[data-predict]").count() == 4 and page.locator("#t-quiz fieldset").count() == 2
    assert (watched.strangers, watched.errors) == ([], [])


BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"


@pytest.mark.parametrize("storage", [BLOCKED, FULL], ids=["blocked", "full"])
def test_without_storage_the_page_itself_remembers(write, watch, storage):
    watched = watch("file:", offline=True)
    watched.page.add_init_script(storage)
    page = opened(watched.page, write(cards()))
    card = page.locator("[data-predict=t-price]")
    card.get_by_role("textbox", name="What is the price?").fill("20")
    commit(card)
    card.get_by_text("77 times too high").first.wait_for()
    page.locator("#t-price-recall").get_by_text("Your guess at the start: 20 dollars.").first.wait_for()
    assert (watched.strangers, watched.errors) == ([], [])


def test_a_second_verdict_keeps_the_reason(write, watch):
    watched = watch("file:", offline=True)
    page = opened(watched.page, write(cards()))
    claim = page.locator("[data-predict=claim-c54]")
    claim.get_by_label("partly supported").check()
    claim.get_by_label("Your reason").fill("They were chosen.")
    claim.get_by_role("button", name="Compare with the kit").click()
    claim.get_by_text("the kit says “not measurable”").first.wait_for()
    page.reload()
    page.wait_for_selector("html[data-kit=ready]")
    claim.get_by_text("the kit says “not measurable”").first.wait_for()
    claim.get_by_role("button", name="Guess again").click()
    claim.get_by_label("not measurable").check()
    claim.get_by_role("button", name="Compare with the kit").click()
    claim.get_by_text("You and the kit both say").first.wait_for()
    assert claim.get_by_label("Your reason").input_value() == "They were chosen."
    assert (watched.strangers, watched.errors) == ([], [])
