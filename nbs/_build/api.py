"""API blocks of the documentation site, read from the source of exported cells without running it"""
import ast
import inspect
import io
import re
import tokenize

functions = (ast.FunctionDef, ast.AsyncFunctionDef)
imports = (ast.Import, ast.ImportFrom)
COMMON = {   # parameters that mean the same wherever they stand without a comment
    "s": "the snapshot, N particles; lengths in sigma",
    "bonds": "who is whose neighbour in it",
    "seed": "an integer; the same seed gives the same bits",
    "ds": "the Dataset of a study, as `open_study` gives it",
    "study": "all choices of a study",
}


def comments(source):
    "The comment at the end of each line, by line number; lines of nothing but comment continue the one above"
    found = {}
    for t in tokenize.generate_tokens(io.StringIO(source).readline):
        if t.type == tokenize.COMMENT:
            row, said = t.start[0], t.string.lstrip("# ").strip()
            if t.line.strip() == t.string.strip() and row - 1 in found:   # found[row] is the list that found[row - 1] is
                found[row - 1].append(said)
                found[row] = found[row - 1]
            elif t.line.strip() != t.string.strip():
                found[row] = [said]
    return {row: re.sub(r"([*<])", r"\\\1", " ".join(said)) for row, said in found.items()}


def fields(items, said):
    "Field list of (what, node) pairs; the comment of a line belongs to the last one that ends there"
    last = {node.end_lineno: what for what, node in items if node is not None}
    return "\n".join(f":{what}: {said[row]}" for row, what in sorted(last.items()) if said.get(row))


def of_call(node, said):
    "Fields of a function: its parameters and what it returns"
    a = node.args
    every = a.posonlyargs + a.args + [a.vararg] + a.kwonlyargs + [a.kwarg]
    head = {row: comment for row, comment in said.items() if row < node.body[0].lineno}
    made = fields([(f"param {p.arg}", p) for p in every if p] + [("returns", node.returns)], head).splitlines()
    told, place = [line.split(":")[1] for line in made], {f"param {p.arg}": k for k, p in enumerate(filter(None, every))}
    made += [f":{what}: {COMMON[what[6:]]}" for what in place if what not in told and what[6:] in COMMON]
    return "\n".join(sorted(made, key=lambda line: place.get(line.split(":")[1], len(place))))


def signature(name, node, bound):
    "The call as the source has it, without `self`"
    args = ast.parse(f"def f({ast.unparse(node.args)}): pass").body[0].args
    if bound:
        (args.posonlyargs or args.args).pop(0)
    result = f" -> {ast.unparse(node.returns)}" if node.returns is not None else ""
    return f"{name}({ast.unparse(args)}){result}"


def decorated(node, word):
    return any(word in ast.unparse(d) for d in node.decorator_list)


def block(kind, call, module, node, *parts, depth=4):
    "One directive of Sphinx's Python domain"
    body = "\n\n".join(part for part in (inspect.cleandoc(ast.get_docstring(node) or "") if node else "", *parts) if part)
    fence = "`" * depth
    return f"{fence}{{py:{kind}}} {call}\n:module: {module}\n\n{body}\n{fence}"


def constants(tree):
    "The public names that a cell gives to values, each with its assignment"
    for node in tree.body:
        if isinstance(node, ast.Assign):
            for target in node.targets:   # an entry of a table, `NAMED[...] = ...`, is no new name
                for name in target.elts if isinstance(target, ast.Tuple) else [target]:
                    if isinstance(name, ast.Name) and name.id[0] != "_":
                        yield name.id, node


def of_constant(name, node, module, said):
    "Its value, if that is short, and the comment behind it"
    several = isinstance(node.targets[0], ast.Tuple)
    pairs = zip(node.targets[0].elts, getattr(node.value, "elts", ())) if several else [(node.targets[0], node.value)]
    value = next((ast.unparse(v).replace("\n", " ") for n, v in pairs if getattr(n, "id", "") == name), "")
    return block("data", f"{name} = {value}" if 0 < len(value) < 60 else name, module, None, said.get(node.lineno, ""))


def of_function(node, module, said, kind="function"):
    bound = kind == "method" and not decorated(node, "staticmethod")
    if kind == "method" and decorated(node, "property"):
        return block("property", node.name, module, node)
    return block(kind, signature(node.name, node, bound), module, node, of_call(node, said))


def of_field(node, said):
    "A field of a dataclass; one made by `_choice(default, kind, text)` says in the text what it is"
    if isinstance(node.value, ast.Call) and ast.unparse(node.value.func) == "_choice":
        node.value, _, text = node.value.args
        said[node.end_lineno] = text.value
    return node


def of_class(node, module, said):
    "How it is made, then its public methods and properties"
    init = next((n for n in node.body if isinstance(n, functions) and n.name == "__init__"), None)
    call, about = node.name, ""
    if init is not None:
        call, about = signature(node.name, init, True), of_call(init, said)
    elif decorated(node, "dataclass"):
        own = [of_field(n, said) for n in node.body if isinstance(n, ast.AnnAssign)]
        star = ["*"] if decorated(node, "kw_only=True") else []
        call = f"{node.name}({', '.join(star + [ast.unparse(n) for n in own])})"
        about = fields([(f"param {n.target.id}", n) for n in own], said)
    methods = [of_function(n, module, said, "method") for n in node.body if isinstance(n, functions) and n.name[0] != "_"]
    return block("class", call, module, node, about, *methods, depth=5)


def public(source):
    "The definitions of a cell that the outside may use"
    return [n for n in ast.parse(source).body if isinstance(n, (*functions, ast.ClassDef)) and n.name[0] != "_"]


def names(source):
    "The names that `blocks` makes, with those of methods"
    for node in public(source):
        yield node.name
        if isinstance(node, ast.ClassDef):
            yield from (f"{node.name}.{n.name}" for n in node.body if isinstance(n, functions) and n.name[0] != "_")
    yield from (name for name, _ in constants(ast.parse(source)))


def blocks(source, module):
    "Markdown for the public functions and classes of a cell, {name: text}"
    said = comments(source)
    make = lambda n: (of_class if isinstance(n, ast.ClassDef) else of_function)(n, module, said)
    return {n.name: make(n) for n in public(source)}


def anchored(made):
    "These texts below each other, each with the anchor that nbdev gives it"
    return "\n\n".join(f'<span id="{name.lower()}"></span>\n\n{text}' for name, text in made.items())


def again(source, module):
    "{name: Markdown} for all that is public in a cell, for a page to look it up; constants, which a stage shows as code, are at home there"
    said = comments(source)
    there = {name: re.sub(r"^(:module: .*)$", r"\1\n:no-index:", text, flags=re.M) for name, text in blocks(source, module).items()}
    return there | {name: of_constant(name, node, module, said) for name, node in constants(ast.parse(source))}
