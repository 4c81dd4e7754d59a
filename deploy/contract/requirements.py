"""Exits with 0 if the packages of requirements.txt, or of the named files, are installed in exactly these versions."""

import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path


def is_installed(requirement: str) -> bool:
    name, wanted = requirement.split("==")
    try:
        return version(name) == wanted
    except PackageNotFoundError:
        return False


files = [Path(name) for name in sys.argv[1:]] or [Path(__file__).with_name("requirements.txt")]
requirements = [line for file in files for line in file.read_text().split()]
sys.exit(0 if all(map(is_installed, requirements)) else 1)
