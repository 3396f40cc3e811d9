"""What it takes to train a language model: arithmetic, hours of chips, dollars."""

from typing import NamedTuple


class TrainingRun(NamedTuple):
    """Arithmetic operations, hours of all chips together, and their rent in dollars."""

    flop: float
    chip_hours: float
    dollars: float


def training_run(
    parameters: float, tokens: float, *, peak: float, utilisation: float, dollars_an_hour: float
) -> TrainingRun:
    """Return what a training run takes.

        FLOP = 6 x parameters x tokens
        chip hours = FLOP / (peak x utilisation x 3600 s)
        dollars = chip hours x rent

    Parameters
    ----------
    parameters : float
        Parameters that work on each token: all of a dense model, the active ones of a mixture of experts.
    tokens : float
        Tokens read in training.
    peak : float
        What one chip could do, FLOP/s.
    utilisation : float
        Which part of the peak is reached, above 0, at most 1.
    dollars_an_hour : float
        Rent of one chip for one hour.

    Returns
    -------
    TrainingRun

    Raises
    ------
    ValueError
        If a number is not above 0, or the utilisation is above 1.

    Notes
    -----
    6 N D: two operations for each parameter and token on the way forward, four on the way back (Kaplan and others,
    *Scaling Laws for Neural Language Models*, 2020). Attention and the vocabulary add a few percent.

    Examples
    --------
    >>> run = training_run(37e9, 14.8e12, peak=989.5e12, utilisation=0.346, dollars_an_hour=2)
    >>> round(run.chip_hours / 1e6, 2), round(run.dollars / 1e6, 1)
    (2.67, 5.3)
    """
    if min(parameters, tokens, peak, utilisation) <= 0 or dollars_an_hour < 0:
        raise ValueError("Parameters, tokens, peak and utilisation must be above 0, and the rent not below.")
    if utilisation > 1:
        raise ValueError(f"The utilisation is {utilisation}; it is a fraction, at most 1.")
    flop = 6 * parameters * tokens
    hours = flop / (peak * utilisation * 3600)
    return TrainingRun(flop, hours, hours * dollars_an_hour)


def utilisation(flop: float, chip_hours: float, peak: float) -> float:
    """Return which part of the peak a finished run reached, from its arithmetic and its hours.

    Parameters
    ----------
    flop : float
        Arithmetic operations of the run.
    chip_hours : float
        Hours of all chips together.
    peak : float
        What one chip could do, FLOP/s.

    Raises
    ------
    ValueError
        If a number is not above 0.

    Examples
    --------
    >>> round(utilisation(6 * 37e9 * 14.8e12, 2.664e6, 989.5e12), 3)
    0.346
    """
    if min(flop, chip_hours, peak) <= 0:
        raise ValueError("Operations, hours and peak must be above 0.")
    return flop / (chip_hours * 3600 * peak)
