"""What several tests of charts draw."""

import numpy as np
import pandas as pd

#: Facts and a target, of two places, with intervals where they are known.
MIXED = pd.DataFrame(
    {
        "year": [2023, 2024, 2025],
        "models": [3.0, 5, 9],
        "place": ["A", "A", "B"],
        "status": ["official", "official", "target"],
        "low": [2.0, 4, np.nan],
        "high": [4.0, 7, np.nan],
    }
)
