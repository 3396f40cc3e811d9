"""What tests of pages in a browser share."""


def ready(page):
    page.wait_for_selector("html[data-kit=ready]")


def opened(page, folds=True):
    """Draw every chart and show every table of data; unfold every fold."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.evaluate("(open) => document.querySelectorAll('details').forEach((fold) => (fold.open = open))", folds)
    page.evaluate(
        "[...document.querySelectorAll('.kit-act')].filter((one) => one.textContent === 'Show "
        "data').forEach((one) => one.click())"
    )
    # Asked again and again from here: under a strict policy a page may not evaluate a string by itself.
    for _ in range(300):
        if page.evaluate(
            "() => [...document.querySelectorAll('.kit-chart')].every((chart) => chart.querySelector('.main-svg') "
            "|| !chart.clientWidth)"
        ):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"a chart was not drawn on {page.url}")
