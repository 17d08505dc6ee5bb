"""The helpers of `golden_cases`, where the tests of this folder find them."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
