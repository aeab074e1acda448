"""Nobody but the room `result` takes the name of a score, an observable or a species apart, or spells one: python nbs/_build/names.py

Every string in the exported modules that is such a name, or begins or ends with one, is reported, unless it is an argument of
`Score`, `observable` or a method of a Result, which is how a name is asked for. Docstrings, comments and longer sentences are free.
"""
import ast
import sys
from pathlib import Path

from glassnb.result import METHODS, OBSERVABLES

HOME = Path(__file__).resolve().parents[2] / "glassnb"
ASKING = {"Score", "observable", "parse", "tau", "rho", "score", "propensity", "unit", "headline", "peak"}
# who makes what the names belong to: the functions themselves, and the words for two sizes of particles
MAKERS = {"result.py", "autoencoder.py", "order.py", "packing.py", "dynamics.py", "propensity.py", "snapshot.py", "preparation.py", "_modidx.py"}
NAMES = {*METHODS, *OBSERVABLES, *(o.variable for o in OBSERVABLES.values())} - {"none", "density", "packing", "displacement"}


def strings(tree):
    "(line, text) of every string that is used as a value and not as an argument of `ASKING`"
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str)) or isinstance(parents[node], ast.Expr):
            continue
        above = parents[node]
        while isinstance(above, (ast.Tuple, ast.List, ast.Starred, ast.keyword)):
            above = parents[above]
        name = getattr(above, "func", None)
        if getattr(name, "id", getattr(name, "attr", None)) not in ASKING:
            yield node.lineno, node.value


def spelt(text):
    "The name that a text is, or begins or ends with"
    words = text.strip().split(" ")
    if len(words) > 2:
        return None
    return next((n for n in sorted(NAMES) if n in (words[0], words[-1]) and text.strip()), None)


def main():
    "Report, and fail if there is something to report"
    found = [f"{path.name}, line {line}: {text!r} spells {name}" for path in sorted(HOME.glob("*.py")) if path.name not in MAKERS
             for line, text in strings(ast.parse(path.read_text(encoding="utf-8"))) if (name := spelt(text))]
    print("\n".join(found) or "Nobody but result spells the name of a score or an observable.")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
