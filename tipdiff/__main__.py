"""``python -m tipdiff``: the command line."""

import sys

from tipdiff.cli import main

if __name__ == "__main__":
    sys.exit(main())
