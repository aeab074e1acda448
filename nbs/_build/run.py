"""Run notebooks and store their outputs: python nbs/_build/run.py [--slow] [--oracle] nbs/05_order.ipynb ...

Cells that nbdev_test would skip (`#| eval: false` and the flags of settings.ini) are skipped here too; `--slow` runs those
flagged slow, `--oracle` those that need other packages of the field. PNG pictures are reduced to 128 colours, then nbdev_clean
tidies the file, so that a notebook stays below 300 kB and running it twice leaves the same pictures.
"""
import base64
import io
import os
import re
import sys
from configparser import ConfigParser
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbdev.clean import nbdev_clean
from PIL import Image

root = Path(__file__).resolve().parents[2]


def skipped(source, flags):
    "True when a cell carries a directive that keeps it out of a run"
    found = re.findall(r"^#\|\s*(.+?)\s*$", source, re.M)
    return any(re.fullmatch(r"eval:\s*false", f) or set(f.split()) & flags for f in found)


def small_png(data):
    "The same picture in 128 colours"
    image = Image.open(io.BytesIO(base64.b64decode(data))).convert("RGB").quantize(128, dither=Image.Dither.NONE)
    image.save(out := io.BytesIO(), "PNG", optimize=True)
    return base64.b64encode(out.getvalue()).decode()


def passing(output):
    "Progress bars and warnings belong to the run, not to the text"
    return output.get("name") == "stderr" or "application/vnd.jupyter.widget-view+json" in output.get("data", {})


def run(path, flags):
    nb = nbformat.read(path, 4)
    kept = {}
    for k, cell in enumerate(nb.cells):
        if cell.cell_type == "code":
            if skipped(cell.source, flags):
                kept[k], cell.source = cell.source, ""
            else:
                cell.outputs = []
    NotebookClient(nb, timeout=None, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}).execute()
    for k, cell in enumerate(nb.cells):
        cell.source = kept.get(k, cell.source)
        for output in cell.get("outputs", []):
            if "image/png" in output.get("data", {}):
                output.data["image/png"] = small_png(output.data["image/png"])
        if cell.cell_type == "code":
            cell.outputs = [o for o in cell.outputs if not passing(o)]
    nb.metadata.pop("widgets", None)
    nbformat.write(nb, path)
    nbdev_clean(str(path))
    print(f"{path.name}: {path.stat().st_size / 1e3:.0f} kB", flush=True)


def main(args):
    config = ConfigParser(delimiters=["="])
    config.read(root / "settings.ini")
    flags = set(config["DEFAULT"]["tst_flags"].split()) - {name.removeprefix("--") for name in args}
    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
    for name in args:
        if not name.startswith("--"):
            run(Path(name).resolve(), flags)


if __name__ == "__main__":
    main(sys.argv[1:])
