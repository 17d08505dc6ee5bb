"""Check what a wheel holds: every file of the package that git knows, and nothing large besides."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

#: The whole of what a parse needs, as README says.
RUNTIME = {"click", "numpy", "onnxruntime", "regex", "sentencepiece"}


def main(wheel: str) -> None:
    """Fail with the first difference."""
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if name.startswith("postwright/")}
        metadata_name = next(n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        metadata = Parser().parsestr(archive.read(metadata_name).decode("utf-8"))
    listed = subprocess.run(
        ["git", "ls-files", "src/postwright"], check=True, capture_output=True, text=True
    ).stdout.splitlines()
    tracked = {str(Path(name).relative_to("src")) for name in listed}
    assert "postwright/py.typed" in held, "the types are not marked as shipped"
    assert held == tracked, f"in the wheel or in git alone: {sorted(held ^ tracked)}"
    needed = {
        requirement.split(">")[0].split("=")[0]
        for requirement in metadata.get_all("Requires-Dist", [])
        if "extra ==" not in requirement
    }
    assert needed == RUNTIME, f"run-time dependencies are {sorted(needed)}"


if __name__ == "__main__":
    main(sys.argv[1])
