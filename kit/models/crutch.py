"""The crutch: practice with a helper that answers, and an exam without it. A model of our own, not a published one."""

from typing import NamedTuple

import numpy as np
from scipy.optimize import brentq


class Practice(NamedTuple):
    """Expected shares of right answers, 0 to 1, and both changes against pupils without the helper, in per cent."""

    practice_alone: float
    practice_helped: float
    exam_alone: float
    exam_helped: float
    practice_change: float
    exam_change: float


def practise(
    help: float,
    kept: float,
    *,
    prior: float = 0.10,
    learn: float = 0.1585,
    exercises: int = 5,
    guess: float = 0.15,
    slip: float = 0.10,
) -> Practice:
    """Let pupils practise with and without a helper, then examine both without it.

    Knowledge grows as in knowledge tracing, L(t+1) = L(t) + (1 − L(t)) · learn. Two assumptions are added:

        with the helper, a pupil who does not know is right with probability max(guess, help)
        with the helper, one exercise teaches only kept · learn

    Parameters
    ----------
    help : float
        Chance of a right answer from the helper when the pupil does not know, 0 to 1.
    kept : float
        Share of the learning that is left when the helper is on, 0 to 1.
    prior : float
        Share of pupils who have the skill at the start.
    learn : float
        Chance that one exercise teaches; 0.1585 is the published rate of one exercise on Venn diagrams.
    exercises : int
        Exercises before the exam, at least 1.
    guess, slip : float
        As in `kit.models.trace`.

    Returns
    -------
    Practice

    Raises
    ------
    ValueError
        If a share is not between 0 and 1, or there is no exercise.

    Notes
    -----
    Nobody has measured ``help`` and ``kept``. With the other values as given, 0.50 and 0.65 come close to the trial of
    Bastani and others (PNAS 2025) with GPT Base: 48 % better in practice, 17 % worse in the exam; 0.95 and 1 come close
    to GPT Tutor: 127 % better, no difference. Another prior needs other values, so the trial does not prove the model.

    Examples
    --------
    >>> result = practise(help=0.50, kept=0.65)
    >>> round(result.practice_change), round(result.exam_change)
    (49, -17)
    """
    for name, share in [
        ("help", help),
        ("kept", kept),
        ("prior", prior),
        ("learn", learn),
        ("guess", guess),
        ("slip", slip),
    ]:
        if not 0 <= share <= 1:
            raise ValueError(f"The parameter {name} is {share}; it must be a share from 0 to 1.")
    if exercises != int(exercises) or exercises < 1:
        raise ValueError(f"There are {exercises} exercises; there must be a whole number from 1.")
    before = np.arange(int(exercises))
    alone, helped = (1 - (1 - prior) * (1 - rate) ** np.append(before, exercises) for rate in (learn, kept * learn))

    def right(knows: np.ndarray, without: float) -> np.ndarray:
        return knows * (1 - slip) + (1 - knows) * without

    practice = float(right(alone[:-1], guess).mean()), float(right(helped[:-1], max(guess, help)).mean())
    exam = float(right(alone[-1], guess)), float(right(helped[-1], guess))
    return Practice(*practice, *exam, 100 * (practice[1] / practice[0] - 1), 100 * (exam[1] / exam[0] - 1))


def kept_behind(exam_change: float, **parameters: float) -> float:
    """Return the share of learning that must be left for a given change in the exam.

    Parameters
    ----------
    exam_change : float
        Change in the exam, in per cent, from the change without any learning up to 0.
    **parameters
        As in `practise`, without ``help`` and ``kept``.

    Returns
    -------
    float
        ``kept``, 0 to 1.

    Raises
    ------
    ValueError
        If no share gives that change.

    Examples
    --------
    >>> round(kept_behind(-17), 2), round(kept_behind(-17, prior=0.3), 2)
    (0.66, 0.54)
    """
    lowest = practise(0, 0, **parameters).exam_change
    if not lowest <= exam_change <= 0:
        raise ValueError(
            f"A change of {exam_change} % cannot come from lost learning: with these parameters it lies between {lowest:.0f} and 0 %."
        )
    return float(brentq(lambda kept: practise(0, kept, **parameters).exam_change - exam_change, 0, 1))
