"""The exercises of all lessons in IPython, as a student meets them: solutions, untouched starters, typical slips."""

import re
from unittest.mock import MagicMock

import numpy as np
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

import kit
from kit import notebooks
from kit.widgets import Feedback, exercises

LESSONS = [pytest.param(path, id=path.stem) for path in notebooks.lessons()]
_SLOW = ("explore", "predict", "quiz", "weigh", "recall", "verdicts", "poll", "hand_in")


@pytest.fixture(scope="module")
def shell():
    """IPython without a screen; once for all tests, since there can be but one."""
    made = InteractiveShell.instance()
    made.history_manager.enabled = False
    exercises.install()
    yield made
    InteractiveShell.clear_instance()


def run(shell, source):
    """Run a cell; return its result, its feedback, and all that was printed."""
    with capture_output() as caught:
        ran = shell.run_cell(source)
    told = ran.result if isinstance(ran.result, Feedback) else None
    shown = [output.data.get("text/plain", "") for output in caught.outputs]
    return ran, told, "\n".join([*shown, caught.stdout, caught.stderr])


class Lesson:
    """A lesson in IPython, run up to a cell; what is slow and no exercise needs is left out."""

    def __init__(self, shell, path):
        self.shell, self.cells = shell, [cell for cell in notebooks.read(path).cells if cell.cell_type == "code"]
        shell.reset(new_session=False)
        self.at = 0

    def up_to(self, cell):
        """Run what stands before a cell and was not run yet."""
        for one in self.cells[self.at : self.cells.index(cell)]:
            if "exercise" not in one.metadata.get("tags", []) and "kit.poll" not in one.source:
                ran, _, said = run(self.shell, one.source)
                assert ran.success, f"{one.id}: {said[-400:]}"
        self.at = self.cells.index(cell)

    def exercises(self):
        """Yield each starter and its solution, where the lesson stands just before them."""
        for cell in self.cells:
            if "exercise" in cell.metadata.get("tags", []) and "kit.check(" in cell.source:
                self.up_to(cell)
                yield cell, next(one for one in self.cells if one.id == cell.id.replace("exercise", "solution"))


@pytest.fixture
def lesson(shell, monkeypatch):
    for name in _SLOW:
        monkeypatch.setattr(kit, name, MagicMock(return_value=MagicMock()))
    return lambda path: Lesson(shell, path)


@pytest.mark.parametrize("path", LESSONS)
def test_every_solution_is_right_every_starter_still_blank_and_every_slip_gets_a_sentence(path, lesson, shell):
    found = []
    for starter, solution in lesson(path).exercises():
        found.append(starter.id)
        ran, told, said = run(shell, starter.source)
        assert ran.success and told.kind == "blank", f"{starter.id} untouched: {said}"
        assert told.words == "Replace the three dots with your code, then run the cell again.", starter.id
        for slip, source, words in slips(shell, solution.source):
            ran, told, said = run(shell, source)
            where = f"{starter.id}, {slip}: {said[:600]}"
            if words is None:
                assert told.kind == "miss" and told.words.startswith("Let Python find it"), where
            else:
                assert not ran.success and "Python stopped. " in said and re.search(words, said), where
                assert "Traceback" not in re.sub(r"(?s)<details>.*?</details>", "", said), where
        ran, told, said = run(shell, solution.source)
        assert ran.success and told, f"{solution.id}: {said}"
    assert len(found) >= 3


def slips(shell, source):
    """Yield what a student may write instead of a solution: the slip, the cell, and what the sentence must say.

    None in place of words: the answer was typed, not computed.
    """
    code, asked = source.rsplit("\n", 1)
    text = re.search(r'"([^"\n]+)"', code)
    if text:
        yield "no closing quotation mark", source.replace(text[0], text[0][:-1], 1), "quotation mark"
        unquoted = "quotation marks|Did you mean|no name|no column|line"
        yield "no quotation marks", source.replace(text[0], text[1], 1), unquoted
    bracket = code.rfind(")")
    if bracket >= 0:
        yield "no closing bracket", f"{code[:bracket]}{code[bracket + 1 :]}\n{asked}", "bracket"
        yield "one bracket too many", f"{code[:bracket]}){code[bracket:]}\n{asked}", "bracket"
    column = re.search(r'(?<=\w)\["([a-z_]\w+)"\](?! = )', code)
    if column:
        wrong = column[1][:-1] + "x" + column[1][-1]
        yield "misspelt column", source.replace(column[0], f'["{wrong}"]', 1), f"“{wrong}”.*{column[1]}"
    used = re.search(r"(?<![\w.])(robots|mentions|words|farms|kit|np|table|last|closes|boards|late|changes)\b", code)
    if used and used[1] != "kit" and not re.search(rf"\b{used[1]} =", code):
        wrong = used[1][:-1] + "x" + used[1][-1]
        yield "misspelt name", code.replace(used[0], wrong) + "\n" + asked, f"no name “{wrong}”"
    named = re.search(r'kit\.check\("\w+", (\w+)\)', asked)
    if named and not code.lstrip().startswith("def "):
        name = named[1]
        ran, _, _ = run(shell, code + f"\n{name}")
        if isinstance(ran.result, (int, float, str, np.generic)):  # nobody types a table
            value = getattr(ran.result, "item", lambda: ran.result)()
            yield "typed", f"{name} = {value!r}\n{asked}", None
