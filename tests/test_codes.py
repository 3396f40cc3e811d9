"""Codes: what goes in comes out, and what was typed wrong is found; in Python and in the front end alike."""

import contextlib
import itertools
import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit import notebooks
from kit.widgets import codes, frontend, quiz
from kit.widgets.codes import ALPHABET, CodeError, answer_to_number, decode, encode, number_to_answer

forms = st.builds(
    lambda name, sizes: {"prefix": codes.prefix(name), "radices": sizes},
    st.text(max_size=12),
    st.lists(st.integers(2, 33), min_size=1, max_size=6),
)
coded = forms.flatmap(
    lambda form: st.tuples(st.just(form), st.tuples(*(st.integers(0, size - 1) for size in form["radices"])))
)


def read(code, form):
    return decode(code, {form["prefix"]: form})


def fault(code, form):
    with pytest.raises(CodeError) as trouble:
        read(code, form)
    return str(trouble.value)


@given(coded)
def test_answers_come_back_however_the_code_was_typed(found):
    form, answers = found
    code = encode(form, answers)
    untidy = [
        code,
        code.lower(),
        code.replace("-", ""),
        code.replace("-", " "),
        " ".join(code),
        code.translate(str.maketrans("2568", "ZSGB")),
    ]
    for typed in untidy:
        assert read(typed, form) == (form, list(answers))


@settings(max_examples=40)
@given(coded)
def test_every_single_wrong_character_is_found(found):
    form, answers = found
    code = encode(form, answers).replace("-", "")
    for place, wrong in itertools.product(range(len(code)), ALPHABET):
        if wrong != code[place]:
            assert fault(code[:place] + wrong + code[place + 1 :], form) in {"check", "length"}


@settings(max_examples=100)
@given(coded)
def test_every_two_characters_that_changed_places_are_found(found):
    form, answers = found
    code = encode(form, answers).replace("-", "")
    for one, other in itertools.combinations(range(len(code)), 2):
        if code[one] != code[other]:
            signs = list(code)
            signs[one], signs[other] = signs[other], signs[one]
            assert fault("".join(signs), form) in {"check", "length"}


@given(coded, st.data())
def test_a_character_too_many_or_too_few_is_found(found, data):
    form, answers = found
    code = encode(form, answers).replace("-", "")
    place = data.draw(st.integers(3, len(code) - 1))
    assert fault(code[:place] + code[place + 1 :], form) == "length"
    assert fault(code[:place] + data.draw(st.sampled_from(ALPHABET)) + code[place:], form) == "length"


def test_a_sign_that_no_code_has_and_a_question_from_elsewhere_are_told_apart():
    form = {"prefix": codes.prefix("01-check"), "radices": [5, 4]}
    assert fault("01-check", form) == "sign"
    assert fault("", form) == "length"
    assert fault(encode({"prefix": codes.prefix("02-check"), "radices": [5, 4]}, [1, 1]), form) == "unknown"


def test_what_is_not_a_code_seldom_passes_for_one():
    form = {"prefix": codes.prefix("01-check"), "radices": [5, 4, 4, 5]}
    chance, passed = random.Random(8), 0
    for _ in range(20_000):
        typed = form["prefix"] + "".join(chance.choices(ALPHABET, k=3))
        with contextlib.suppress(CodeError):
            passed += read(typed, form) is not None
    assert passed / 20_000 < 0.05, "one in 23 has the right check character, three in four of these a possible answer"


@given(st.floats(-1e11, 1e11).filter(lambda value: value == 0 or abs(value) > 0.01))
def test_a_guess_comes_back_with_two_digits(value):
    answer = number_to_answer(value)
    assert 1 <= answer < codes.GUESSES
    assert answer_to_number(answer) == pytest.approx(value, rel=0.0501)


def test_every_guess_has_its_own_code():
    for answer in range(1, codes.GUESSES):
        assert number_to_answer(answer_to_number(answer)) == answer


def test_a_guess_beyond_the_scale_stays_on_it():
    assert (
        answer_to_number(number_to_answer(1e30)),
        answer_to_number(number_to_answer(-1e30)),
        answer_to_number(number_to_answer(1e-30)),
    ) == (9.9e12, -9.9e12, 0)


def test_no_two_questions_of_the_kit_have_the_same_first_characters():
    names = set()
    for path in notebooks.lessons():
        text = "\n".join(cell.source for cell in notebooks.read(path).cells if cell.cell_type == "code")
        names |= set(re.findall(r'id="([^"]+)"', text)) | {
            f"claim-{claim.lower()}" for claim in re.findall(r'kit\.weigh\(\s*"(\w+)"', text)
        }
    assert len({codes.prefix(name) for name in names}) == len(names), "give codes._START another value"


@pytest.mark.browser
def test_the_front_end_says_the_same(browser):
    chance = random.Random(4)
    cases, numbers = (
        [],
        [0, 0.0, -1, 1e-9, 0.0125, 125, 135, 995, 99_499, 276_000, -276_500, 12.5, 1e30, -1e30, 0.05, 1.05, 1.15],
    )
    numbers += [chance.choice([-1, 1]) * 10 ** chance.uniform(-5, 13) for _ in range(400)]
    for number in range(300):
        sizes = [chance.randint(2, 33) for _ in range(chance.randint(1, 6))] if number % 5 else [codes.GUESSES]
        form = {"prefix": codes.prefix(f"question {number}"), "radices": sizes}
        cases.append((form, [chance.randrange(size) for size in sizes]))
    typed = [encode(form, answers) for form, answers in cases]
    typed += ["".join(chance.sample(code, len(code))) for code in typed] + ["", "!", "7K3", "zsgb-2568"]
    known = {form["prefix"]: form for form, _ in cases[::2]}
    page = browser.new_page()
    found = page.evaluate(
        f"""({{cases, typed, known, numbers}}) => {{
            const kit = {frontend.script()};
            const read = (code) => {{
                const {{form, answers, fault}} = kit.decodeCode(code, known);
                return fault ?? [form.prefix, answers];
            }};
            return [cases.map(([form, answers]) => kit.encodeAnswers(form, answers)), typed.map(read),
                    numbers.map(kit.numberToAnswer),
                    Array.from({{length: {codes.GUESSES - 1}}}, (_, i) => kit.answerToNumber(i + 1))];
        }}""",
        {"cases": cases, "typed": typed, "known": known, "numbers": numbers},
    )
    page.close()

    def decoded(code):
        try:
            form, answers = decode(code, known)
            return [form["prefix"], answers]
        except CodeError as trouble:
            return str(trouble)

    assert found[0] == [encode(form, answers) for form, answers in cases]
    assert found[1] == [decoded(code) for code in typed]
    assert {"check", "unknown", "length", "sign"} <= {one for one in found[1] if isinstance(one, str)}
    assert found[2] == [number_to_answer(number) for number in numbers]
    assert found[3] == [answer_to_number(answer) for answer in range(1, codes.GUESSES)]


def test_every_answer_to_a_question_has_a_number_below_its_radix_and_none_is_to_spare():
    text = "One\n- [x] a :: y\n- [ ] b :: n\n---\nTick\n- [x] a :: y\n- [x] b :: y\n---\nOrder\n1. a\n2. b\n---"
    text += "\nMany\n- [=] 1 :: y"
    # One: none, a, b. Tick: none, and the four ways to tick. Order: none, 0 to 2 in place. Many: none, 1, others.
    assert quiz(text, id="r-quiz").spec["poll"]["radices"] == [3, 5, 4, 3]


def test_a_guess_is_rounded_to_two_digits_over_the_end_of_a_power():
    assert answer_to_number(number_to_answer(99_600)) == 100_000
    assert answer_to_number(number_to_answer(-0.996)) == -1
