"""``python -m kit``: the commands of the kit."""

import sys

from kit.cli import main

sys.exit(main())
