"""``poll``: what learners' cards show, the teacher's card reads; nobody's name, nothing kept."""

import re

import pandas as pd
import pytest

import kit
from kit.widgets import codes, frontend, poll, predict, quiz, weigh

FACTORIES = "“Smart factories of the excellence level raised production efficiency by 22.3 percent”"

QUIZ = """
Which is a rate?
- [ ] 276,000 robots :: That is a count.
- [x] 470 robots per 10,000 workers :: It is divided.
- [ ] 12 years :: That is a time.
---
Tick the counts
- [x] robots :: Yes.
- [ ] density :: A rate.
- [x] workers :: Yes.
---
Which share?
- [=] 51 ± 1 % :: Yes.
- [ ] 49 :: That is everyone else's.
---
From small to large
1. Singapore
2. Germany
3. China
"""


@pytest.fixture(scope="module")
def asked():
    series = pd.Series([23_000.0, 60_000, 276_000], index=[2012, 2015, 2023], name="China")
    return {
        "quiz": quiz(QUIZ, id="t-check"),
        "line": predict("Draw China", series, id="t-line", unit="robots"),
        "number": predict("How many mentions?", 3, id="t-number", unit="mentions"),
        "share": predict("Which share?", 51, id="t-share", shape="share", unit="% of robots"),
        "dots": predict("How many are ill?", 14, id="t-dots", shape="dots", unit="of 100"),
        "choice": predict("Which use?", "crops", id="t-choice", choices=["parcels", "crops", "shows"]),
        "claim": weigh("C54", for_=["230 reported it."], against=["They chose."], missing=["A control group."]),
    }


def code(widget, *answers):
    return codes.encode(widget.spec["poll"], answers)


def rows(card):
    return [tuple(row) for row in card.answers().itertuples(index=False)]


def test_answers_of_every_kind_are_counted_beside_the_truth(asked):
    card = poll(*asked.values())
    guess = codes.number_to_answer
    card.codes = " ".join(
        [
            code(asked["quiz"], 3, 1 + 3, 1, 4),
            code(asked["quiz"], 1, 1 + 4, 3, 2),
            code(asked["quiz"], 3, 0, 0, 0),
            code(asked["line"], guess(120000)),
            code(asked["line"], guess(280000)),
            code(asked["number"], guess(40)),
            code(asked["share"], guess(50)),
            code(asked["dots"], guess(0)),
            code(asked["dots"], guess(100)),
            code(asked["choice"], 2),
            code(asked["claim"], 6),
            code(asked["claim"], 2),
        ]
    )
    assert sorted(rows(card)) == sorted(
        [
            ("Which is a rate?", "470 robots per 10,000 workers", 2, True),
            ("Which is a rate?", "276,000 robots", 1, False),
            ("Tick the counts", "robots", 1, True),
            ("Tick the counts", "workers", 1, True),
            ("Tick the counts", "density", 1, False),
            ("Which share?", "51 ± 1 %", 1, True),
            ("Which share?", "another number", 1, False),
            ("From small to large", "3 of 3 in the right place", 1, True),
            ("From small to large", "1 of 3 in the right place", 1, False),
            ("Draw China (2023)", "120,000 robots", 1, False),
            ("Draw China (2023)", "280,000 robots", 1, True),
            ("How many mentions?", "40 mentions", 1, False),
            ("Which share?", "50 % of robots", 1, True),
            ("How many are ill?", "0 of 100", 1, False),
            ("How many are ill?", "100 of 100", 1, False),
            ("Which use?", "crops", 1, True),
            (FACTORIES, "not measurable", 1, True),
            (FACTORIES, "partly supported", 1, False),
        ]
    )


def test_without_names_it_knows_what_was_asked_in_this_notebook(monkeypatch):
    monkeypatch.setattr(codes, "registry", {})
    asked = [quiz(QUIZ, id="t-asked"), predict("Which use?", "crops", id="t-use", choices=["parcels", "crops"])]
    assert [form["prefix"] for form in kit.poll().spec["questions"]] == [one.spec["poll"]["prefix"] for one in asked]


def test_faulty_codes_are_left_out_and_an_empty_box_is_an_empty_table(asked):
    card = poll(asked["choice"])
    assert list(card.answers().columns) == ["question", "answer", "count", "right"] and card.answers().empty
    good = code(asked["choice"], 2)
    card.codes = f"{good} {good[:-1]}7 hello {code(asked['number'], 5)}"
    assert rows(card) == [("Which use?", "crops", 1, True)]


KINDS = {
    "one": "Which?\n- [x] a :: y\n- [ ] b :: n",
    "several": "Tick\n- [x] a :: y\n- [x] b :: y\n- [ ] c :: n",
    "number": "How many?\n- [=] 3 ± 1 % :: y\n- [ ] 5 :: n",
    "number, others named": "How many?\n- [=] 3 :: y\n- [ ] 5 :: n\n- [ ] * :: n",
    "number, others named first": "How many?\n- [ ] * :: n\n- [=] 3 :: y",
    "order": "Order\n1. a\n2. b\n3. c",
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_code_of_a_quiz_can_be_counted_and_answers_of_every_kind_are_told(kind):
    widget = quiz(KINDS[kind], id="t-kind")
    form = widget.spec["poll"]
    for answer in range(form["radices"][0]):
        card = poll(widget)
        card.codes = codes.encode(form, [answer])
        part = card.spec["questions"][0]["parts"][0]
        told = list(card.answers()["answer"])
        assert set(told) <= set(part["options"]) and (bool(told) or answer == 0 or part["several"])


@pytest.mark.parametrize("truth", [0.3, 3, 7, 41, 0.07, 276_000, -0.3, -50])
def test_a_tenth_is_a_tenth_at_every_size(truth):
    card = poll(predict("How much?", truth, id="t-size"))
    form = card.spec["questions"][0]
    for share, near in [(0.9, True), (1, True), (1.1, True), (0.5, False), (1.5, False)]:
        answer = codes.number_to_answer(share * truth)
        if codes.answer_to_number(answer) == pytest.approx(share * truth):  # codes hold two digits
            card.codes = codes.encode(form, [answer])
            assert card.answers()["right"].to_list() == [near], share


def test_a_code_holds_answers_only(asked):
    for widget in asked.values():
        assert set(widget.spec["poll"]) == {"prefix", "radices"}
        assert re.fullmatch(
            rf"[{codes.ALPHABET}]{{3}}-[{codes.ALPHABET}]{{2,6}}",
            code(widget, *(size - 1 for size in widget.spec["poll"]["radices"])),
        )


def test_a_guess_counts_as_right_within_a_tenth_of_the_truth_the_ends_included():
    card = poll(predict("How much?", 100, id="t-tenth"))
    form = card.spec["questions"][0]
    guesses = (89, 90, 100, 110, 120)
    card.codes = " ".join(codes.encode(form, [codes.number_to_answer(guess)]) for guess in guesses)
    assert dict(zip(card.answers()["answer"], card.answers()["right"], strict=True)) == {
        "89": False, "90": True, "100": True, "110": True, "120": False,
    }  # fmt: skip


def test_other_numbers_have_one_row_whether_the_quiz_names_them_or_not():
    named = quiz("How many?\n- [=] 3 :: Yes.\n- [ ] * :: Count again.", id="t-named")
    silent = quiz("How many?\n- [=] 3 :: Yes.", id="t-silent")
    for widget in (named, silent):
        assert poll(widget).spec["questions"][0]["parts"][0]["options"] == ["3", "another number"]


# In a page


@pytest.fixture(scope="module")
def page_file(asked, tmp_path_factory):
    """A page with every kind of question and the teacher's card."""
    folder = tmp_path_factory.mktemp("page")
    frontend.write_assets(folder / "_static")
    body = "".join(widget.embed() for widget in [*asked.values(), poll(*asked.values())])
    page = (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><style>'
        f"{frontend.stylesheet()}</style>"
        f'<body data-theme="light">{body}<script src="_static/kit.js"></script></body></html>'
    )
    (folder / "page.html").write_text(page, encoding="utf-8")
    return folder / "page.html"


@pytest.fixture
def opened(page_file, watch):
    """That page, opened from disk with the network cut."""
    watched = watch("file:", offline=True)
    watched.page.goto(page_file.as_uri())
    watched.page.wait_for_selector("html[data-kit=ready]")
    yield watched.page
    assert (watched.strangers, watched.errors) == ([], [])


def shown(card):
    card.locator(".kit-code").wait_for()
    return card.locator(".kit-code-signs").inner_text()


@pytest.mark.browser
def test_a_code_shows_only_after_the_reader_has_committed_and_keeps_the_first_guess(opened, asked):
    card = opened.locator("[data-predict=t-number]")
    card.get_by_role("textbox", name="How many mentions?").fill("40")
    assert not card.locator(".kit-code").is_visible()
    card.get_by_role("button", name="Show me the data").click()
    assert shown(card) == code(asked["number"], codes.number_to_answer(40))
    card.get_by_role("button", name="Guess again").click()
    card.get_by_role("textbox", name="How many mentions?").fill("3")
    card.get_by_role("button", name="Show me the data").click()
    assert shown(card) == code(asked["number"], codes.number_to_answer(40))


@pytest.mark.browser
def test_a_quiz_code_holds_the_first_answers_and_says_how_many(opened, asked):
    card = opened.locator("#t-check")
    assert not card.locator(".kit-code").is_visible()
    card.get_by_label("276,000 robots").check()
    assert shown(card) == code(asked["quiz"], 1, 0, 0, 0)
    card.get_by_label("470 robots per 10,000 workers").check()
    card.get_by_label("workers", exact=True).check()
    card.get_by_role("button", name="Check").first.click()
    card.get_by_label("Your answer").fill("50.5")
    card.get_by_role("button", name="Check").nth(1).click()
    assert "3 of 4 so far" in card.locator(".kit-code").inner_text()
    card.get_by_role("button", name="Check").nth(2).click()
    assert "4 of 4 so far" in card.locator(".kit-code").inner_text()
    assert shown(card) == code(asked["quiz"], 1, 1 + 0b010, 1, 2)
    opened.reload()
    assert shown(opened.locator("#t-check")) == code(asked["quiz"], 1, 1 + 0b010, 1, 2)
    opened.get_by_role("button", name="Forget my answers").click()
    assert not opened.locator("#t-check .kit-code").is_visible()


@pytest.mark.browser
def test_a_bar_and_dots_have_the_codes_that_python_gives_and_the_poll_reads_them_back(opened, asked):
    given = {"share": 40, "dots": 23}
    codes_shown = []
    for kind, guess in given.items():
        card = opened.locator(f"[data-predict=t-{kind}]")
        card.get_by_role("slider").focus()
        opened.keyboard.press("Home")
        for _ in range(guess):
            opened.keyboard.press("ArrowRight")
        card.get_by_role("button", name="Show me the data").click()
        codes_shown.append(shown(card))
        assert codes_shown[-1] == code(asked[kind], codes.number_to_answer(guess))
    pasted = " ".join(codes_shown)
    opened.locator("#poll").get_by_label("Codes of the class").fill(pasted)
    told = opened.locator("#poll").inner_text()
    assert "Codes read: 2." in told and "Not read" not in told
    assert "the middle one is 40 % of robots. The data say 51 % of robots." in told
    assert "the middle one is 23 of 100. The data say 14 of 100." in told
    card = poll(*asked.values())
    card.codes = pasted
    assert sorted(row[1:3] for row in rows(card)) == [("23 of 100", 1), ("40 % of robots", 1)]


@pytest.mark.browser
def test_a_verdict_and_a_choice_have_codes_too(opened, asked):
    claim = opened.locator("[data-predict=claim-c54]")
    claim.get_by_label("partly supported").check()
    claim.get_by_role("button", name="Compare with the kit").click()
    assert shown(claim) == code(asked["claim"], 2)


@pytest.mark.browser
def test_the_teachers_card_counts_names_what_is_faulty_and_keeps_nothing(opened, asked):
    card = opened.locator("#poll")
    good, wrong = code(asked["choice"], 2), code(asked["choice"], 1)
    guesses = [
        code(asked["line"], codes.number_to_answer(value)) for value in (80_000, 120_000, 150_000, 280_000, 5_000_000)
    ]
    damaged = good[:-1] + next(sign for sign in codes.ALPHABET if sign != good[-1])
    box = card.get_by_label("Codes of the class")
    box.fill("\n".join([good, good.lower(), wrong, damaged, "0-0", *guesses, code(asked["quiz"], 1, 0, 0, 0)]))
    assert card.locator(".kit-note").inner_text() == "Codes read: 9. Not read: 2; ask for these again."
    assert f"“{damaged}” has a wrong character" in card.locator(".kit-faults").inner_text()
    assert "“0-0” has a character that no code has" in card.locator(".kit-faults").inner_text()
    table = card.get_by_role("table", name="Which use?")
    assert table.locator("tbody tr").evaluate_all("rows => rows.map(row => row.innerText.split(/\\s+/))") == [
        ["parcels", "1"],
        ["crops", "✓", "the", "data", "2"],
        ["shows", "0"],
    ]
    text = card.inner_text()
    assert (
        "Guesses: 5, from 80,000 to 5,000,000 robots; the middle one is 150,000 robots. The data say 276,000 "
        "robots. Within a tenth of it: 1 of 5." in text
    )
    assert "Most common other answer: “276,000 robots”. That is a count." in text
    counts = card.get_by_role("table", name="Draw China (2023)").locator(".kit-count").all_inner_texts()
    assert sum(map(int, counts)) == 5
    card.get_by_role("button", name="Clear").click()
    assert box.input_value() == "" and card.locator(".kit-result").count() == 0
    box.fill(good)
    opened.reload()
    assert box.input_value() == ""
    assert opened.evaluate("Object.values(localStorage).join()").count(good) == 0


@pytest.mark.browser
def test_whatever_the_class_guesses_every_guess_stands_in_one_row_and_so_does_the_truth(opened, asked):
    box = opened.locator("#poll").get_by_label("Codes of the class")
    for guesses in ([], [0], [0, 0], [3], [1e6, 2e6], [-5, 3, 900], [0.5] * 30, [1e11, 1]):
        box.fill(" ".join(code(asked["number"], codes.number_to_answer(guess)) for guess in guesses))
        counts = opened.locator("#poll .kit-count").all_inner_texts()
        assert sum(map(int, counts)) == len(guesses) and len(counts) <= 12, guesses
        assert opened.locator("#poll .kit-true").count() == bool(guesses), guesses
