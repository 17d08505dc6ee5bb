"""What some tests need beside Python: skipped with the reason where it is missing, failed in CI."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


def data_folder() -> Path:
    """The data folder, where README says it is looked for."""
    return Path(os.environ.get("POSTWRIGHT_DATA", "../shared/data"))


#: Marker → (what is missing, whether it is there).
NEEDS: dict[str, tuple[str, Callable[[], bool]]] = {
    "data": (
        "the data folder (POSTWRIGHT_DATA, default ../shared/data)",
        lambda: (data_folder() / "README.md").is_file(),
    ),
    "java": ("a Java runtime", lambda: shutil.which("java") is not None),
    "chromium": ("a headless Chromium", lambda: shutil.which("chromium") is not None),
    "icu": ("PyICU", lambda: importlib.util.find_spec("icu") is not None),
}


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose need is missing; in CI fail it, so that none is passed over unseen."""
    for marker, (what, is_there) in NEEDS.items():
        if item.get_closest_marker(marker) is None or is_there():
            continue
        if os.environ.get("CI"):
            pytest.fail(f"needs {what}, and CI must have it", pytrace=False)
        pytest.skip(f"needs {what}")


@pytest.fixture
def data_dir() -> Path:
    """The data folder; use it in tests marked ``data``."""
    return data_folder()
