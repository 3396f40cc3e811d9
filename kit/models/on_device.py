"""A language model on a device: how much memory it takes, and how fast it can write at most."""

import numpy as np


def model_size(parameters: np.ndarray | float, bits: np.ndarray | float) -> np.ndarray | float:
    """Return the size of a language model in GB.

        size = parameters · bits / 8        (billions in, gigabytes out)

    Parameters
    ----------
    parameters : float or array
        Numbers that the model consists of, in billions, above 0.
    bits : float or array
        Bits in which each is stored, above 0.

    Returns
    -------
    float or array
        GB (10⁹ bytes). What it remembers of the conversation comes on top.

    Raises
    ------
    ValueError
        If a value is not above 0.

    Examples
    --------
    >>> model_size(7, 4)
    3.5
    """
    if not (np.all(np.asarray(parameters) > 0) and np.all(np.asarray(bits) > 0)):
        raise ValueError("Parameters and bits must be above 0.")
    return parameters * bits / 8


def writing_speed(bandwidth: np.ndarray | float, size: np.ndarray | float) -> np.ndarray | float:
    """Return the most tokens a second that a chip can write: each token reads the whole model once.

        speed ≤ bandwidth / size

    Parameters
    ----------
    bandwidth : float or array
        Reading speed of the memory in GB a second, above 0.
    size : float or array
        Size of the model in GB, above 0.

    Returns
    -------
    float or array
        Tokens a second. A ceiling: measured speeds lie below it.

    Raises
    ------
    ValueError
        If a value is not above 0.

    Notes
    -----
    For one reader at a time and a model all of whose parameters take part. A chip that answers many at once, or a
    model that uses only some of its parameters for a token, gets more out of one reading.

    Examples
    --------
    >>> writing_speed(400, 4)
    100.0
    """
    if not (np.all(np.asarray(bandwidth) > 0) and np.all(np.asarray(size) > 0)):
        raise ValueError("Bandwidth and size must be above 0.")
    return bandwidth / size
