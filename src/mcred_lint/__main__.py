"""`python -m mcred_lint`: the same as the command `mcred-lint`."""

from __future__ import annotations

import sys

from mcred_lint.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
