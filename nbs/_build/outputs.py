"""No stored output of a notebook names a folder of the machine on which it was run: python nbs/_build/outputs.py [nbs/05_order.ipynb ...]

Temporary folders and home folders differ from run to run and from reader to reader. A cell that shows a path shows it relative
to a folder that it names: `say=lambda text: print(text.replace(str(home), 'home'))`.
"""
import json
import re
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
FOLDERS = re.compile(r"(?:/(?:private/)?(?:tmp|var/folders|var/tmp|home|Users|root)/|\b[A-Z]:\\+Users\\+)[^\s\"'<>]+")


def texts(output):
    "Everything of an output that is text: a stream, an error, what is displayed, but for pictures"
    shown = [v for kind, v in output.get("data", {}).items() if not kind.startswith("image/p")]
    lines = [output.get("text", ""), output.get("traceback", ""), *shown]
    return [json.dumps(v) if isinstance(v, dict) else "".join(v) for v in lines]


def of_a_machine(path):
    "(cell, path) of each that the stored outputs of a notebook name"
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [(c.get("id", k), found) for k, c in enumerate(cells) for o in c.get("outputs", []) for text in texts(o) for found in FOLDERS.findall(text)]


def main(names):
    "Report, and fail if there is something to report"
    paths = [Path(n) for n in names] or [p for p in sorted(HOME.glob("nbs/**/*.ipynb")) if ".ipynb_checkpoints" not in p.parts]
    found = [f"{path.name}, cell {cell}: an output names {what}" for path in paths for cell, what in of_a_machine(path)]
    print("\n".join(found) or f"The stored outputs of {len(paths)} notebooks name no folder of a machine.")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
