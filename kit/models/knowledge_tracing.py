"""Bayesian knowledge tracing: what a tutoring program believes about a pupil after each answer."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np


class Trace(NamedTuple):
    """Beliefs before the first answer and after each: shape (n + 1,), shares from 0 to 1."""

    knows: np.ndarray
    will_be_right: np.ndarray


def trace(answers: Sequence[bool], prior: float, learn: float, guess: float = 0.15, slip: float = 0.10) -> Trace:
    """Follow a pupil's answers and update the belief that she has the skill.

    An answer first changes the belief by Bayes' rule, then practice may teach:

        right:  L' = L(1 − slip) / (L(1 − slip) + (1 − L) guess)
        wrong:  L' = L slip / (L slip + (1 − L)(1 − guess))
        then    L  = L' + (1 − L') learn
        next answer right with probability  L(1 − slip) + (1 − L) guess

    Parameters
    ----------
    answers : sequence of bool
        Shape (n,); True for a right answer.
    prior : float
        Belief before the first answer that the pupil has the skill, 0 to 1.
    learn : float
        Chance that one exercise teaches a pupil who does not have it, 0 to 1.
    guess : float
        Chance of a right answer without the skill.
    slip : float
        Chance of a wrong answer with it; guess + slip must stay below 1.

    Returns
    -------
    Trace

    Raises
    ------
    ValueError
        If a share is not between 0 and 1, or guess and slip together reach 1: a right answer would then speak against the skill.

    Notes
    -----
    A. Corbett and J. Anderson, "Knowledge tracing", User Modeling and User-Adapted Interaction 4 (1995). Guess 0.15 and
    slip 0.10 are those fixed by Z. Pardos and N. Heffernan (2010). The example is that of R. Baker's course "Big Data and
    Education": belief 0.4, after a wrong answer 0.28, after a right one 0.62. The skill is never forgotten.

    Examples
    --------
    >>> trace([False, True], prior=0.4, learn=0.1, guess=0.2, slip=0.3).knows.round(2)
    array([0.4 , 0.28, 0.62])
    """
    for name, share in [("prior", prior), ("learn", learn), ("guess", guess), ("slip", slip)]:
        if not 0 <= share <= 1:
            raise ValueError(f"The parameter {name} is {share}; it must be a share from 0 to 1.")
    if guess + slip >= 1:
        raise ValueError(
            f"guess {guess} and slip {slip} together must stay below 1, or a right answer would speak against the skill."
        )
    belief = [float(prior)]
    for right in answers:
        known, unknown = (1 - slip, guess) if right else (slip, 1 - guess)
        shown = belief[-1] * known + (1 - belief[-1]) * unknown
        after = belief[-1] * known / shown if shown else belief[-1]  # an answer that could not happen teaches nothing
        belief.append(after + (1 - after) * learn)
    knows = np.array(belief)
    return Trace(knows, knows * (1 - slip) + (1 - knows) * guess)
