"""Names of cards: no two cards share one, and a cell that is run again makes the same."""

import nbformat
import plotly.graph_objects as go
import pytest

import kit
from kit import notebooks
from kit.widgets import codes, ids, poll
from kit.widgets.contract import widget_in

QUESTION = "Which?\n- [x] this :: Yes.\n- [ ] that :: No."
MAKERS = {
    "two lambdas": lambda: kit.explore(lambda: go.Figure()),
    "two draws of one name": lambda: kit.explore(draw_one()),
    "two quizzes with one first question": lambda: kit.quiz(QUESTION),
    "two predictions of one id": lambda: kit.predict("How many?", 3, id="many"),
    "one claim twice": lambda: kit.weigh("C15", for_=["a"], against=["b"], missing=["c"]),
    "two verdict cards": lambda: kit.verdicts(["C15"]),
    "two recalls": lambda: kit.recall("many"),
    "two polls": lambda: poll(kit.predict("How many?", 3, id="many")),
}


def draw_one():
    def draw():
        return go.Figure()

    return draw


@pytest.mark.parametrize("kind", MAKERS)
def test_no_two_cards_share_a_name(kind):
    first, second, third = (MAKERS[kind]() for _ in range(3))
    name = first.spec["id"]
    assert (second.spec["id"], third.spec["id"]) == (f"{name}-2", f"{name}-3")
    assert f'id="{name}-2"' in second.embed()


def test_questions_of_one_name_have_codes_of_their_own():
    first, second = kit.quiz(QUESTION), kit.quiz(QUESTION)
    assert first.spec["poll"]["prefix"] != second.spec["poll"]["prefix"]
    assert {first.spec["id"], second.spec["id"]} <= set(codes.registry)


def test_two_questions_whose_codes_begin_alike_are_refused_together():
    by_prefix = {}
    for number in range(2000):
        name = f"question-{number}"
        other = by_prefix.setdefault(codes.prefix(name), name)
        if other != name:
            break
    one, two = kit.predict("One?", 1, id=other), kit.predict("Two?", 2, id=name)
    with pytest.raises(
        codes.ClashError, match=r"The codes of “One\?” and “Two\?” both begin with \w{3}, .* another id"
    ):
        poll(one, two)
    assert len(poll(one, one).spec["questions"]) == 1


# In a notebook


def request(cell, run):
    return {"header": {"msg_id": run}, "metadata": {"cellId": cell}}


@pytest.fixture
def notebook(monkeypatch):
    """Run cells: ``notebook("cell", *names)`` gives the names that the cards of this run have."""
    runs = iter(range(1000))

    class Shell:
        def get_parent(self):
            return self.request

    shell = Shell()
    monkeypatch.setattr("IPython.get_ipython", lambda: shell)

    def run(cell, *names):
        shell.request = request(cell, f"run {next(runs)}")
        return [ids.unique(name) for name in names]

    return run


def test_a_cell_that_is_run_again_makes_the_same_cards(notebook):
    for _ in range(3):
        assert notebook("a", "chart", "chart", "quiz") == ["chart", "chart-2", "quiz"]
        assert notebook("b", "chart", "quiz") == ["chart-3", "quiz-2"]
    assert notebook("a", "chart") == ["chart"]
    assert notebook("c", "chart", "chart") == ["chart-2", "chart-4"]


def test_in_a_lesson_that_has_run_all_ids_are_different_and_its_kernel_says_nothing(capfd):
    code = "import kit, plotly.graph_objects as go"
    cells = [code, "kit.explore(lambda: go.Figure())", "kit.explore(lambda: go.Figure())", f"kit.quiz({QUESTION!r})"]
    run = notebooks.run(
        nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in [*cells, cells[-1] + " "]]),
        embed=True,
    )
    found = [widget_in(output) for cell in run.cells for output in cell.outputs]
    assert [widget["spec"]["id"] for widget in found] == ["lambda", "lambda-2", "which", "which-2"]
    assert capfd.readouterr().err == ""
