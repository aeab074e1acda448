"""Checks of the files that a release is made of, and of what was installed from them

    python nbs/_build/built.py dist/*          what lies in the sdist and in the wheel, and what a package index will show
    python nbs/_build/built.py --installed     the glassnb that this Python finds, run away from the checkout

The second needs nothing but the installed package: every module imports, none of the tools for development comes along, the
command answers, `import glassnb` is quick, and the six lines of README.md give three correlations.
"""
import importlib
import importlib.metadata
import pkgutil
import re
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from configparser import ConfigParser
from email.parser import Parser
from pathlib import Path
from shutil import which

root = Path(__file__).resolve().parents[2]
config = ConfigParser(delimiters=["="])
config.read(root / "settings.ini", encoding="utf-8")
version = config["DEFAULT"]["version"]


def need(ok, text):
    "End with a sentence unless all is well"
    if not ok:
        sys.exit(text)


def shown(metadata):
    "What a package index shows: nothing in it may lead to a place that only the repository has, nor be raw TeX"
    text = re.sub(r"```.*?```|`[^`\n]+`", "", Parser().parsestr(metadata).get_payload(), flags=re.S)
    lost = [t for t in re.findall(r"(?:\]\(|(?:src|href)=\")([^)\s\"]+)", text) if not t.startswith(("https://", "#"))]
    need(not lost, f"the description has links that lead nowhere on a package index: {lost}")
    need(not (raw := re.findall(r"\$[^$\n]+\$", text)), f"the description has formulas that a package index shows raw: {raw}")


def archives(files):
    "An sdist and a wheel hold what belongs there and nothing else"
    sdists, wheels = ([f for f in files if f.endswith(end)] for end in (".tar.gz", ".whl"))
    need(len(sdists) == len(wheels) == 1 and len(files) == 2, f"one sdist and one wheel are needed, but there is {files}")
    with zipfile.ZipFile(wheels[0]) as z:
        held, info = z.namelist(), f"glassnb-{version}.dist-info"
        shown(z.read(f"{info}/METADATA").decode("utf-8"))
    strange = [f for f in held if not f.startswith(("glassnb/", f"{info}/"))]
    need(not strange, f"the wheel holds what does not belong there: {strange}")
    missing = {"glassnb/py.typed", "glassnb/disks.npz", f"{info}/licenses/LICENSE"} - set(held)
    need(not missing, f"the wheel lacks {missing}")
    need((size := Path(wheels[0]).stat().st_size) < 1.5e6, f"the wheel has {size / 1e6:.1f} MB; the limit is 1.5 MB")
    with tarfile.open(sdists[0]) as t:
        held = {name.partition("/")[2] for name in t.getnames()}
    notebooks = {p.relative_to(root).as_posix() for p in root.glob("nbs/**/*.ipynb") if ".ipynb_checkpoints" not in p.parts}
    missing = notebooks | {"settings.ini", "setup.py", "pyproject.toml", "README.md", "CHANGELOG.md", "CITATION.cff", "LICENSE"}
    need(not (missing := missing - held), f"the sdist lacks {sorted(missing)}")
    junk = [f for f in held if re.search(r"__pycache__|\.ipynb_checkpoints|\.pyc$|\.bak$|^\.", f)]
    need(not junk, f"the sdist holds what does not belong there: {junk}")
    print(*(f"{Path(f).name}: {Path(f).stat().st_size / 1e6:.2f} MB" for f in files), sep="\n")


def installed():
    "The package works where it was installed"
    sys.path.remove(str(root / "nbs" / "_build"))   # nothing may come from here
    import glassnb
    place, filed = Path(glassnb.__file__).resolve(), importlib.metadata.version("glassnb")
    need(not place.is_relative_to(root), f"glassnb came from the checkout, {place}, not from where it was installed")
    need(glassnb.__version__ == filed == version, f"{place} is version {glassnb.__version__}, filed as {filed}, not {version}")
    for module in pkgutil.iter_modules(glassnb.__path__):
        importlib.import_module(f"glassnb.{module.name}")
    tools = {"nbdev", "fastcore", "execnb"} & set(sys.modules)
    need(not tools, f"the installed package imports {tools}, which only development needs")
    command = which("glassnb", path=sysconfig.get_path("scripts"))
    need(command, f"there is no command glassnb in {sysconfig.get_path('scripts')}")
    said = subprocess.run([command, "--version"], check=True, capture_output=True, text=True).stdout
    need(said.strip() == f"glassnb {version}", f"glassnb --version says {said!r}")
    clock = "import time; t = time.process_time(); import glassnb; print(time.process_time() - t)"  # of the processor: others may be busy
    best = min(float(subprocess.run([sys.executable, "-c", clock], capture_output=True, check=True).stdout) for _ in range(5))
    need(best < 0.3, f"import glassnb takes {best:.2f} s at best of 5; the limit is 0.3 s")
    *lines, last = re.search(r"```python\n(.+?)\n```", (root / "README.md").read_text(encoding="utf-8"), re.S)[1].split("\n")
    names = {}
    exec("\n".join(lines), names)
    rho = eval(last, names)
    need(rho.shape == (3,) and (abs(rho) < 1).all(), f"the six lines of README.md give {rho}")
    print(f"glassnb {version} in {place.parent}: import {best:.3f} s, six lines {rho.round(2)}")


if __name__ == "__main__":
    if sys.argv[1:] == ["--installed"]:
        installed()
    elif sys.argv[1:] and not sys.argv[1].startswith("-"):
        archives(sys.argv[1:])
    else:
        sys.exit(__doc__)
