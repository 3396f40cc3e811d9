"""The lottery of a new share: what an application is worth when many apply for few shares."""


def allotment_gain(first_day_gain: float, cover: float, days: float = 0, rate: float = 0) -> float:
    """Return what 100 put into an application are expected to gain.

    A cover of 1,000 leaves one unit of shares for each thousand applied for, and borrowed money costs interest
    while it waits:

        gain = first_day_gain / cover − rate · days / 365

    Parameters
    ----------
    first_day_gain : float
        Change from the offer price to the first close, in percent.
    cover : float
        Money applied for, divided by the shares on offer; at least 1.
    days : float
        Days for which the money is borrowed, from 0 up.
    rate : float
        Interest in percent a year, from 0 up.

    Returns
    -------
    float
        For each 100 applied for, in the same currency.

    Raises
    ------
    ValueError
        If the cover is below 1, or days or rate are negative.

    Notes
    -----
    Every application is served in proportion; real rules favour small ones.

    Examples
    --------
    >>> round(allotment_gain(109.1, 1837), 3), round(allotment_gain(109.1, 1837, days=7, rate=5), 3)
    (0.059, -0.037)
    """
    if cover < 1:
        raise ValueError(f"The cover is {cover}; it must be 1 or more: below that, everybody is served in full.")
    if days < 0 or rate < 0:
        raise ValueError(f"Days ({days}) and rate ({rate}) must be 0 or more.")
    return first_day_gain / cover - rate * days / 365
