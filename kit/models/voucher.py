"""A voucher: a city repays a share of a bill, up to a cap."""

from math import inf


def price_paid(bill: float, share: float, cap: float = inf) -> float:
    """Return what a firm pays itself when a city repays a share of its bill.

        paid = bill − min(share · bill, cap)

    Parameters
    ----------
    bill : float
        What the firm is charged, from 0 up.
    share : float
        Share that is repaid, from 0 to 1.
    cap : float
        Most that one firm gets, in the unit of the bill; no cap if left out.

    Returns
    -------
    float
        In the unit of the bill.

    Raises
    ------
    ValueError
        If the bill or the cap is below 0, or the share is not between 0 and 1.

    Examples
    --------
    >>> price_paid(20, 0.30, cap=8), price_paid(40, 0.30, cap=8)
    (14.0, 32)
    """
    if bill < 0 or cap < 0:
        raise ValueError(f"The bill is {bill} and the cap {cap}; neither may be below 0.")
    if not 0 <= share <= 1:
        raise ValueError(f"The share is {share}; it lies between 0 and 1: divide percent by 100.")
    return bill - min(share * bill, cap)


def firms_served(budget: float, cap: float) -> int:
    """Return how many firms a budget serves if each gets the most it can.

    Parameters
    ----------
    budget : float
        Money set aside, from 0 up.
    cap : float
        Most that one firm gets, above 0, in the unit of the budget.

    Returns
    -------
    int

    Raises
    ------
    ValueError
        If the budget is below 0, or the cap is not above 0.

    Examples
    --------
    Hangzhou sets aside 250 million yuan a year, at most 8 for one firm; Zhuhai 500, at most 10.

    >>> firms_served(250, 8), firms_served(500, 10)
    (31, 50)
    """
    if budget < 0 or cap <= 0:
        raise ValueError(f"The budget is {budget} and the cap {cap}; the budget must be 0 or more, the cap above 0.")
    return int(budget // cap)
