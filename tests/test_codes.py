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
from kit.widgets.codes import ALPHABET, CodeError, answer_to_number, decode, encode, number_to_answer, read_codes

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


DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\uff0d\u30fc_ ./\u00a0"
#: What stands before and after a code in a chat, a list, a table, a mail.
AROUND = [
    ("", ""),
    ("Anna: ", "."),
    ("1. ", ";"),
    ("12) Ben – ", ","),
    ("(", ")"),
    ("[28/11, 10:15] Ada Li: ", "!"),
    ("“", "”"),
    ("„", "“"),
    ("«", "»"),
    ("‘", "’"),
    ("*", "*"),
    ("`", "`"),
    ("李明：", "。"),
    ("> ", "…"),
    ("My code is ", " thanks :-)"),
    ("- ", " "),
    ("|", "|"),
    ("\u200b", "\ufeff"),
    ("José,", "\t"),
    ("=", "?"),
    ("<b>", "</b>"),
    ("2026-11-28 ", "\r"),
]
wide = str.maketrans({chr(sign): chr(sign + 0xFEE0) for sign in range(0x30, 0x7B)})


@st.composite
def pasted(draw):
    """A text with codes in it, as a class sends them; what is to be read; and the forms."""
    found = [draw(coded) for _ in range(draw(st.integers(1, 6)))]
    known = {form["prefix"]: form for form, _ in found}
    found = [(form, list(answers)) for form, answers in found if known[form["prefix"]] is form]
    lines = []
    for form, answers in found:
        code = encode(form, answers).replace("-", draw(st.sampled_from(["", *DASHES])))
        code = draw(st.sampled_from([str, str.lower, lambda text: text.translate(wide), " ".join]))(code)
        before, after = draw(st.sampled_from(AROUND))
        lines.append(f"{before}{code}{after}")
    return "\n".join(lines), found, known


@settings(max_examples=300)
@given(pasted())
def test_codes_are_found_whatever_stands_around_them_and_nothing_else_is_named(given):
    text, found, known = given
    assert read_codes(text, known) == (found, [])


@settings(max_examples=100)
@given(pasted(), st.data())
def test_a_damaged_code_is_named_and_the_others_are_read(given, data):
    text, found, known = given
    form, answers = data.draw(coded.filter(lambda one: one[0]["prefix"] not in known))
    known[form["prefix"]] = form
    code = encode(form, answers)
    place = data.draw(st.integers(4, len(code) - 1))
    wrong = data.draw(st.sampled_from(sorted(set(ALPHABET) - set(code[place]))))
    damaged = code[:place] + wrong + code[place + 1 :]
    read, faulty = read_codes(f"{text}\nAnna: {damaged}.\n", known)
    assert (read, faulty) == (found, [(damaged, "check")])


@given(st.lists(st.integers(2, 60), min_size=1, max_size=60), st.data())
def test_a_quiz_of_any_length_has_codes(radices, data):
    form = {"prefix": "7K3", "radices": radices}
    answers = [data.draw(st.integers(0, size - 1)) for size in radices]
    assert read(encode(form, answers), form) == (form, answers)


@given(st.text(max_size=60) | st.text(ALPHABET + "7K3-", max_size=200))
def test_no_text_stops_the_reading(text):
    form = {"prefix": "7K3", "radices": [5, 4]}
    read, faulty = read_codes(text, {"7K3": form})
    assert all(fault in {"sign", "length", "check", "unknown"} for _, fault in faulty) and len(read) < 40


@pytest.mark.parametrize(
    ("text", "faulty"),
    [
        ("hello", []),
        ("Anna-Maria and Ben2, 17:30, 28.11.2026, room 10A", []),
        ("7K3", [("7K3", "length")]),
        ("7K3 HELLO", [("7K3 HELLO", "sign")]),
        ("7K3-H0", [("7K3-H0", "sign")]),
        ("7K3-HJJ", [("7K3-HJJ", "length")]),
        ("0-0", [("0-0", "sign")]),
        ("7K3-HJ 7K3-HK", [("7K3-HK", "check")]),
    ],
)
def test_what_was_meant_as_a_code_is_named_and_a_name_or_a_date_is_not(text, faulty):
    form = {"prefix": "7K3", "radices": [5, 4]}
    assert encode(form, [2, 3]) == "7K3-HJ"
    assert read_codes(text, {"7K3": form})[1] == faulty


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
    assert fault("!", form) == "length"
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
    typed += ["".join(chance.sample(code, len(code))) for code in typed] + ["", "!", "7K3", "7K0", "zsgb-2568"]
    known = {form["prefix"]: form for form, _ in cases[::2]}
    pieces = [
        *typed,
        "Anna:",
        "–",
        "．",
        "12.",
        "7K3",
        "(",
        "2026-11-28",
        "10A",
        "ß",
        "メアリー",
        "½",
        "０-０",
        *"7K3Zs",
    ]
    texts = [chance.choice(["", " ", "\n", "-"]).join(chance.choices(pieces, k=8)) for _ in range(400)]
    texts += [f"{before}{code}{after}" for before, after in AROUND for code in typed[:20]]
    page = browser.new_page()
    found = page.evaluate(
        f"""({{cases, typed, known, numbers, texts}}) => {{
            const kit = {frontend.script()};
            const read = (code) => {{
                const {{form, answers, fault}} = kit.decodeCode(code, known);
                return fault ?? [form.prefix, answers];
            }};
            const readAll = (text) => {{
                const {{found, faulty}} = kit.readCodes(text, known);
                return [found.map((one) => [one.form.prefix, one.answers]), faulty.map((one) => [one.code, one.fault])];
            }};
            return [cases.map(([form, answers]) => kit.encodeAnswers(form, answers)), typed.map(read),
                    texts.map(readAll), numbers.map(kit.numberToAnswer),
                    Array.from({{length: {codes.GUESSES - 1}}}, (_, i) => kit.answerToNumber(i + 1))];
        }}""",
        {"cases": cases, "typed": typed, "known": known, "numbers": numbers, "texts": texts},
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
    read = [read_codes(text, known) for text in texts]
    assert found[2] == [
        [[[form["prefix"], answers] for form, answers in good], [list(one) for one in faulty]] for good, faulty in read
    ]
    assert found[3] == [number_to_answer(number) for number in numbers]
    assert found[4] == [answer_to_number(answer) for answer in range(1, codes.GUESSES)]


def test_every_answer_to_a_question_has_a_number_below_its_radix_and_none_is_to_spare():
    text = "One\n- [x] a :: y\n- [ ] b :: n\n---\nTick\n- [x] a :: y\n- [x] b :: y\n---\nOrder\n1. a\n2. b\n---"
    text += "\nMany\n- [=] 1 :: y"
    # One: none, a, b. Tick: none, and the four ways to tick. Order: none, 0 to 2 in place. Many: none, 1, others.
    assert quiz(text, id="r-quiz").spec["poll"]["radices"] == [3, 5, 4, 3]


def test_a_guess_is_rounded_to_two_digits_over_the_end_of_a_power():
    assert answer_to_number(number_to_answer(99_600)) == 100_000
    assert answer_to_number(number_to_answer(-0.996)) == -1
