"""Is everything that a release repeats in step? python nbs/_build/release.py [TAG]

Version, date and Pythons stand once in settings.ini and at the top of CHANGELOG.md, and again where others look for them:
in glassnb/__init__.py, CITATION.cff, README.md, and in the matrix of the workflow that tests. Every difference is one line, and
the exit status 1. With TAG, such as v0.2.0, the tag has to say the same version.
"""
import re
import sys
from configparser import ConfigParser
from pathlib import Path

root = Path(__file__).resolve().parents[2]
config = ConfigParser(delimiters=["="])
config.read(root / "settings.ini", encoding="utf-8")
cfg = config["DEFAULT"]


def found(file, pattern):
    "What the first match of a pattern says in a file; its group, or a text that equals nothing"
    match = re.search(pattern, (root / file).read_text(encoding="utf-8"), re.M)
    return match[1] if match else f"nothing like {pattern!r}"


def differences(tag):
    "Sentences about what is out of step"
    version, lib = cfg["version"], cfg["lib_path"]
    stands = {f"{lib}/__init__.py": r'^__version__ = "(.+)"', "CITATION.cff": r"^version: (.+)", "CHANGELOG.md": r"^## \[?([\w.]+)",
              "README.md": rf"^{lib} (\S+), {re.escape(cfg['git_url'])}$"}
    said = {file: found(file, pattern) for file, pattern in stands.items()} | ({"the tag": tag.removeprefix("v")} if tag else {})
    yield from (f"{place} says {what}, but settings.ini says version {version}" for place, what in said.items() if what != version)
    date, cited = found("CHANGELOG.md", r"^## .*?(\d{4}-\d\d-\d\d)$"), found("CITATION.cff", r'^date-released: "(.+)"')
    if date != cited:
        yield f"CITATION.cff says {cited}, but the top section of CHANGELOG.md says {date}"
    first, beyond = (int(cfg[key].split(".")[1]) for key in ("min_python", "below_python"))
    wanted, matrix = [f"3.{minor}" for minor in range(first, beyond)], found(".github/workflows/test.yaml", r"^ *python: \[(.+)\]")
    if re.findall(r"[\d.]+", matrix) != wanted:
        yield f"test.yaml tests Python {matrix}, but settings.ini allows {', '.join(wanted)}"
    spoken = found("README.md", r"Python (3\.\d+ to 3\.\d+)")
    if spoken != f"{wanted[0]} to {wanted[-1]}":
        yield f"README.md says Python {spoken}, but settings.ini allows {', '.join(wanted)}"


if __name__ == "__main__":
    if len(sys.argv) > 2 or "--help" in sys.argv:
        sys.exit(__doc__)
    if faults := list(differences(*sys.argv[1:] or [""])):
        sys.exit("\n".join(faults))
