"""Do the tests bite? python nbs/_build/mutate.py [-n 20] [--seed 0] [-j 1] [--flags oracle] [--also NOTEBOOK] nbs/05_order.ipynb ...

Plants one wrong token at a time in an exported cell (`<` for `<=`, `-` for `+`, 2 for 1, False for True, `min` for `max`, another
name behind `return`, ...), runs the notebook with nbdev_test, and lists the errors that no test noticed. The n errors are spread
evenly over the notebooks, and chosen by the seed: the same cells give the same errors, whatever is done to the tests. All happens in
a copy of the files as they are now. An error counts as caught if the tests fail, or take much longer than they should. What
survives is a gap in the tests, or an error that nobody can see (a tolerance, a shortcut that only saves time): look at each.
Where an error survived, `--flags oracle` runs the notebook once more with the cells of that flag, and `--also nbs/12_files.ipynb`
another one that imports the module. `--only c007:12` keeps errors whose name holds the word, `--list` shows them and runs nothing,
`--check` tests this script.
Docstrings, texts, `raise` statements, warnings, annotations and imports are left as they are.

None of the tools that do this for modules (mutmut, cosmic-ray, mutatest, poodle, irradiate, fest-mutate, pytest-gremlins; looked at
in November 2026) reads notebooks, where the code under test and its tests are cells of one file.
"""
import argparse
import ast
import contextlib
import io
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import tokenize
from concurrent.futures import ThreadPoolExecutor
from configparser import ConfigParser
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue

root = Path(__file__).resolve().parents[2]
OTHER = {"<": "<= >", "<=": "< >=", ">": ">= <", ">=": "> <=", "==": "!=", "!=": "==", "+": "-", "-": "+", "*": "/", "/": "*", "//": "/",
         "%": "*", "**": "*", "&": "|", "|": "&", "^": "|", "<<": ">>", ">>": "<<", "@": "*", "+=": "-=", "-=": "+=", "*=": "/=", "/=": "*=",
         "//=": "/=", "|=": "&=", "&=": "|=", "^=": "|=", "and": "or", "or": "and", "True": "False", "False": "True", "break": "continue", "continue": "pass"}
PAIRS = "min max, any all, floor ceil, sum mean, argmin argmax, minimum maximum, sin cos, zeros ones, lower upper, add subtract"
CALLED = {a: b for pair in PAIRS.split(", ") for a, b in (pair.split(), reversed(pair.split()))} | {"abs": "", "sorted": ""}


@dataclass
class Error:
    "One wrong token in a cell"
    notebook: Path
    cell: str      # its id
    line: int      # of the cell, from 1
    column: int
    old: str
    new: str
    source: str = field(repr=False)
    limit: float = 600.   # seconds for the tests

    def __str__(self):
        return f"{self.notebook.stem} {self.cell}:{self.line}:{self.column} `{self.old}` -> `{self.new or 'nothing'}`"

    def planted(self):
        "The whole cell with the wrong token"
        lines = self.source.splitlines(True)
        k, line = self.line - 1, lines[self.line - 1]
        lines[k] = line[:self.column] + self.new + line[self.column + len(self.old):].removeprefix("" if self.new else " ")
        return "".join(lines)

    def shown(self):
        "The line before and after"
        pick = lambda source: source.splitlines()[self.line - 1].strip()
        return f"    - {pick(self.source)}\n    + {pick(self.planted())}"


# ---- which tokens can be wrong, and how

def spans(tree):
    "(first, last) places, as (line, column), of what is left alone: texts for people, types, imports"
    for node in ast.walk(tree):
        warns = isinstance(node, ast.Call) and ast.unparse(node.func) in ("warnings.warn", "warn")
        if warns or isinstance(node, (ast.Raise, ast.Import, ast.ImportFrom)):
            yield (node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)
        for part in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            if part is not None:
                yield (part.lineno, part.col_offset), (part.end_lineno, part.end_col_offset)


def returned(tree):
    "{place of a name behind return: the other names of that function}"
    found = {}
    for f in ast.walk(tree):
        if isinstance(f, ast.FunctionDef):
            own = {n.arg for n in ast.walk(f.args) if isinstance(n, ast.arg)}
            own |= {n.id for n in ast.walk(f) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
            for r in (n for n in ast.walk(f) if isinstance(n, ast.Return)):
                values = r.value.elts if isinstance(r.value, ast.Tuple) else [r.value]
                found |= {(v.lineno, v.col_offset): sorted(own - {v.id}) for v in values if isinstance(v, ast.Name)}
    return found


def binary(tree):
    "(first, last) places of the gaps between two operands, where an arithmetic operator stands"
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp):
            yield (node.left.end_lineno, node.left.end_col_offset), (node.right.lineno, node.right.col_offset)


def unary(tree):
    "Places of signs"
    return {(n.lineno, n.col_offset) for n in ast.walk(tree) if isinstance(n, ast.UnaryOp) and isinstance(n.op, (ast.USub, ast.Invert))}


def number(text):
    "One more, one less, twice as much"
    value = ast.literal_eval(text)
    if isinstance(value, int):
        return [str(value + 1)] + [str(value - 1)] * (value > 0) + [str(2 * value)] * (value > 1)
    return [f"{text} * 2"] if isinstance(value, complex) or not value else [repr(2 * value), repr(value / 2)]


def choices(t, before, after, gaps, signs, names):
    "What could stand in place of a token"
    if t.type == tokenize.NUMBER:
        return number(t.string)
    if t.start in names and t.type == tokenize.NAME:
        return names[t.start]
    if t.string in ("+", "-", "*", "/", "//", "%", "**", "&", "|", "^", "<<", ">>", "@"):   # not the star of *args or **kwargs
        if any(a <= t.start < b for a, b in gaps):
            return OTHER[t.string].split()
        return [""] if t.start in signs else []
    if t.string == "is":
        return ["is not"] if after != "not" else []
    if t.string in ("not", "~"):
        return [""]   # also `not in` -> `in`, `is not` -> `is`
    if t.type == tokenize.NAME and after == "(" and t.string in CALLED:
        return ["max"] if t.string == "sum" and before != "." else [CALLED[t.string]]   # there is no mean without a dot
    return OTHER[t.string].split() if t.type in (tokenize.OP, tokenize.NAME) and t.string in OTHER else []


def errors(source, notebook=Path(), cell=""):
    "For every token of a cell that can be wrong, a list of the errors possible there"
    code = re.sub(r"^([%!])", "#", source, flags=re.M)
    tree = ast.parse(code)
    lines = code.splitlines()
    def place(p):   # ast counts bytes, tokenize letters
        return p[0], len(lines[p[0] - 1].encode()[:p[1]].decode())
    alone = [(place(a), place(b)) for a, b in spans(tree)]
    gaps = [(place(a), place(b)) for a, b in binary(tree)]
    signs, names = {place(p) for p in unary(tree)}, {place(p): others for p, others in returned(tree).items()}
    tokens = [t for t in tokenize.generate_tokens(io.StringIO(code).readline) if t.type not in (tokenize.COMMENT, tokenize.NL)]
    begin, end = getattr(tokenize, "FSTRING_START", None), getattr(tokenize, "FSTRING_END", None)   # before 3.12 one token: left alone by all
    depth = 0
    for k, t in enumerate(tokens[:-1]):
        depth += (t.type == begin) - (t.type == end) if begin else 0
        if depth or any(a <= t.start < b for a, b in alone):
            continue
        found = [Error(notebook, cell, *t.start, t.string, new, source)
                 for new in choices(t, tokens[k - 1].string, tokens[k + 1].string, gaps, signs, names)]
        if found := [e for e in found if differs(code, e)]:
            yield found


def differs(code, error):
    "Is it Python, and another program?"
    try:
        return ast.dump(ast.parse(re.sub(r"^([%!])", "#", error.planted(), flags=re.M))) != ast.dump(ast.parse(code))
    except SyntaxError:
        return False


def exported(cell):
    return cell["cell_type"] == "code" and re.search(r"^#\|\s*exports?\b", "".join(cell["source"]), re.M)


def chosen(notebook, n, seed):
    "n errors of a notebook (None: all), none of them twice at one place"
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    places = [found for c in cells if exported(c) for found in errors("".join(c["source"]), notebook, c["id"])]
    if n is None:
        return [e for found in places for e in found]
    rng = random.Random(f"{seed} {notebook.stem}")
    return [rng.choice(found) for found in rng.sample(places, min(n, len(places)))]


# ---- running a notebook with an error in it

def copied(top, into):
    "The files as they are now, without what git ignores"
    names = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=top, capture_output=True, check=True, text=True).stdout
    for name in filter(None, names.split("\0")):
        if (top / name).is_file():
            (into / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(top / name, into / name)
    return into


def small_memory():
    "An endless loop must not take the memory of everybody else"
    import resource
    resource.setrlimit(resource.RLIMIT_DATA, (12 * 2**30,) * 2)


def ran(top, name, limit, export, flags):
    "What nbdev_test prints about one notebook of a copy (None: still at work after `limit` s), its exit status and the seconds it took"
    env = os.environ | dict(PYTHONPATH=str(top), NUMBA_CACHE_DIR=str(top / ".numba"), NUMBA_NUM_THREADS="1", OMP_NUM_THREADS="1", PYTHONUTF8="1")
    path, begun, said = f"nbs/{name}", time.monotonic(), None
    code = f"nbdev_test({path!r}, flags={flags!r}, ignore_fname='')"
    code = "from nbdev.export import nb_export; from nbdev.test import nbdev_test; " + f"nb_export({path!r}); " * export + code
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as log:
        p = subprocess.Popen([sys.executable, "-c", code], cwd=top, env=env, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True,
                             preexec_fn=small_memory if sys.platform == "linux" else None)
        try:
            p.wait(limit)
            log.seek(0)
            said = log.read()
        except subprocess.TimeoutExpired:
            pass
        finally:
            if sys.platform != "win32":
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.killpg(p.pid, signal.SIGKILL)   # whatever the notebook started, too
            p.kill()
            p.wait()
    return said, p.returncode, time.monotonic() - begun


def tested(top, name, limit, export=False, flags=""):
    "'' if the notebook passes, else where and why it does not; and the seconds it took"
    said, status, took = ran(top, name, limit, export, flags)
    if said is None:
        return f"still at work after {limit:.0f} s", took
    if status == 0 and re.search("^Success", said, re.M):
        return "", took
    cell = re.search(r"While Executing Cell #(\d+)", said)
    why = [line for line in said.splitlines() if re.match(r"[\w.]*(Error|Exception|Warning|Expected)\b(:|$)", line)] or said.split("\n")[-3:]
    return (f"cell {cell[1]}, {why[-1][:90]}" if cell else f"exit status {status}"), took


def plant(top, error, flags, also):
    "Run a notebook with the error in it, in a copy that is then as before; the module has the error, too, for tests that start a process"
    config = ConfigParser(delimiters=["="])
    config.read(top / "settings.ini", encoding="utf-8")
    text = (path := top / "nbs" / error.notebook.name).read_text(encoding="utf-8")
    nb = json.loads(text)
    module = re.search(r"#\|\s*default_exp\s+(\S+)", "\n".join("".join(c["source"]) for c in nb["cells"]))[1]
    files = {f: (f.read_bytes(), f.stat()) for f in (path, top / config["DEFAULT"]["lib_path"] / f"{module}.py")}
    next(c for c in nb["cells"] if c["id"] == error.cell)["source"] = error.planted().splitlines(True)
    path.write_text(json.dumps(nb), encoding="utf-8")
    try:
        said, took = tested(top, error.notebook.name, error.limit, export=True)
        for name, more in [(error.notebook.name, flags)] * bool(flags) + [(other.name, "") for other in also if other.name != error.notebook.name]:
            if not said:
                said, longer = tested(top, name, error.limit, flags=more)
                said, took = said and f"{name}: {said}", took + longer
        return said, took
    finally:
        for f, (content, was) in files.items():
            f.write_bytes(content)
            os.utime(f, ns=(was.st_atime_ns, was.st_mtime_ns))   # numba keeps what it compiled of a module as long as its date is the same


def measure(top, planned, jobs=1, flags="", also=()):
    "Plant every error in turn; those that survive. The notebooks have to pass as they are"
    with tempfile.TemporaryDirectory() as tmp, ThreadPoolExecutor(jobs) as pool:
        free = Queue()
        for k in range(jobs):
            free.put(copied(top, Path(tmp) / str(k)))

        def in_a_copy(work, *args):
            where = free.get()
            try:
                return work(where, *args)
            finally:
                free.put(where)

        def clean(name):
            said, took = in_a_copy(tested, name, 1800, False, flags)
            if said:
                raise SystemExit(f"nbs/{name} does not pass as it is ({said}): errors can be planted in what works only.")
            return took

        names = sorted({e.notebook.name for e in planned} | {other.name for other in also})
        times = dict(zip(names, pool.map(clean, names)))
        print("as they are: " + ", ".join(f"{name} {took:.0f} s" for name, took in times.items()), flush=True)
        for e in planned:
            e.limit = 60 + 4 * max(times[name] for name in (e.notebook.name, *(other.name for other in also)))

        def one(e):
            said, took = in_a_copy(plant, e, flags, also)
            print(f"{'caught  ' if said else 'SURVIVED'} {took:4.0f} s  {e}" + (f"  {said}" if said else "\n" + e.shown()), flush=True)
            return said

        return [e for e, said in zip(planned, list(pool.map(one, planned))) if not said]


# ---- a notebook with a hole, and the command line

TINY = """#| export
def inside(x, low=0, high=1):
    "Is 0 <= x < 1?"
    if not low < high:
        raise ValueError(f"low is {low + 1 - 1}, high {high}.")
    return x >= low and x < high"""
TESTS = """from tiny.tiny import inside as exported
for f in inside, exported: assert f(0) and f(.5) and not f(-1) and not f(1.5)
try: inside(1, 1, 1)
except ValueError: pass
else: assert False"""
WRONG = "2:18 0>1 2:26 1>2 2:26 1>0 4:7 not> 4:15 <><= 4:15 <>> 6:13 >=>> 6:13 >=><= 6:20 and>or 6:26 <><= 6:26 <>>"


def write(path, *sources):
    "A notebook of these cells"
    cells = [dict(cell_type="code", id=f"c{k}", metadata={}, execution_count=None, outputs=[], source=s.splitlines(True)) for k, s in enumerate(sources)]
    kernel = dict(display_name="python3", language="python", name="python3")
    path.write_text(json.dumps(dict(cells=cells, metadata=dict(kernelspec=kernel), nbformat=4, nbformat_minor=5)), encoding="utf-8")


def check():
    "Does the script see what can be wrong in a tiny notebook, and find its hole and nothing else? Is the next one free of these errors?"
    with tempfile.TemporaryDirectory() as tmp:
        top = Path(tmp)
        for name in "nbs", "tiny":
            (top / name).mkdir()
        for name, source in ("tiny", TINY), ("after", "UNSEEN = 1"):
            (top / "tiny" / f"{name}.py").write_text(source)
        (top / "settings.ini").write_text("[DEFAULT]\nlib_name = tiny\nlib_path = tiny\nnbs_path = nbs\ntst_flags = notest\nversion = 0\n")
        write(one := top / "nbs" / "00_tiny.ipynb", "#| default_exp tiny", TINY, TESTS)
        write(two := top / "nbs" / "01_after.ipynb", "#| default_exp after", "#| export\nUNSEEN = 1", "from tiny.tiny import inside\n" + TESTS)
        subprocess.run(["git", "init", "-q"], cwd=top, check=True)
        planned = chosen(one, None, 0)
        places = " ".join(f"{e.line}:{e.column} {e.old}>{e.new}" for e in planned)
        assert places == WRONG, f"what can be wrong: {places}"
        assert chosen(one, 5, 1) == chosen(one, 5, 1) != chosen(one, 5, 2), "the seed does not choose"
        left = measure(top, planned + chosen(two, None, 0))
        assert [(e.line, e.column, e.new) for e in left] == [(6, 26, "<="), (2, 9, "2"), (2, 9, "0")], f"survivors: {left}"
        write(three := top / "nbs" / "02_more.ipynb", "#| default_exp more", "from tiny.tiny import inside\nassert not inside(1)")
        assert not measure(top, left[:1], also=[three]), "the second notebook did not see the error"
    print("The one hole was found.")


def main():
    ask = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ask.add_argument("notebooks", nargs="*", type=Path)
    ask.add_argument("-n", type=int, default=20, help="errors in all (20)")
    ask.add_argument("--seed", type=int, default=0, help="chooses them (0)")
    ask.add_argument("-j", type=int, default=1, help="notebooks that run at a time (1)")
    ask.add_argument("--flags", default="", help="flags of cells that nbdev_test leaves out, for a second try")
    ask.add_argument("--also", type=Path, action="append", default=[], help="another notebook that imports the module, for a second try")
    ask.add_argument("--only", default="", help="only errors whose name holds this word")
    ask.add_argument("--list", action="store_true", help="show them, run nothing")
    ask.add_argument("--check", action="store_true", help="test this script")
    a = ask.parse_args()
    if a.check:
        return check()
    share, more = divmod(a.n, max(1, len(a.notebooks)))
    extra = random.Random(a.seed).sample(range(len(a.notebooks)), more)
    planned = [e for k, nb in enumerate(a.notebooks) for e in chosen(nb.resolve(), share + (k in extra), a.seed) if a.only in str(e)]
    if a.list:
        return print(*(f"{e}\n{e.shown()}" for e in planned), sep="\n")
    left = measure(root, planned, a.j, a.flags, a.also)
    print(f"{len(planned) - len(left)} of {len(planned)} errors were caught" + (", these were not:" if left else ""))
    for e in left:
        print(f"{e}\n{e.shown()}")


if __name__ == "__main__":
    main()
