"""README.md from nbs/index.ipynb: python nbs/_build/readme.py [--check]

Text stays as it is, code becomes fenced code (none where a cell says `#| echo: false`), printed results follow it. A README
holds no stored pictures, so pictures belong under nbs/images/ and into the text as ![caption](images/name.png). Relative
links are rewritten to start at the top of the repository. With `--check` nothing is written, and the exit status is 1 when
README.md is out of step.
"""
import difflib
import re
import sys
from pathlib import Path
from posixpath import normpath

root = Path(__file__).resolve().parents[2]
index, readme = root / "nbs" / "index.ipynb", root / "README.md"
code_or_link = re.compile(r"(```.*?```|`[^`\n]+`)|(\]\(|\b(?:src|href)=\")([^)\s\"]+)", re.S)


def relink(text, move):
    "`text` with `move(target)` in place of each relative link target; code, anchors and full addresses stay"
    def one(m):
        code, opening, target = m.groups()
        if code or re.match(r"[a-zA-Z][\w+.-]*:|[#/]", target):
            return m[0]
        return opening + move(target)
    return code_or_link.sub(one, text)


def from_top(target):
    "A link of a notebook in nbs/, seen from the top of the repository"
    path, mark, anchor = target.partition("#")
    return normpath(f"nbs/{path}") + mark + anchor


def printed(output):
    "The text that an output leaves in a README, '' for pictures"
    if output.output_type == "stream":
        return f"```\n{output.text.rstrip()}\n```" if output.name == "stdout" else ""
    data = output.get("data", {})
    if "text/markdown" in data:
        return data["text/markdown"].strip()
    if any(kind.startswith("image/") for kind in data):
        print(f"README.md: left out a stored picture ({data.get('text/plain', '')[:60]}): link one from nbs/images/ instead",
              file=sys.stderr)
        return ""
    return f"```\n{data['text/plain'].rstrip()}\n```" if "text/plain" in data else ""


def markdown(nb):
    "The whole README"
    parts = ["<!-- Made from nbs/index.ipynb by nbs/_build/readme.py: edit the notebook, not this file. -->"]
    for cell in nb.cells:
        directives = re.findall(r"^#\|\s*(\S+?):?(?:\s|$)", cell.source, re.M)
        if {"hide", "default_exp", "export", "exporti"} & set(directives) or "nbdev_export()" in cell.source:
            continue
        if cell.cell_type == "markdown":
            parts.append(relink(cell.source.strip(), from_top))
        elif cell.cell_type == "code":
            silent = re.search(r"^#\|\s*echo:\s*false", cell.source, re.M)
            source = "" if silent else re.sub(r"^#\|.*\n?", "", cell.source, flags=re.M).strip()
            parts += [f"```python\n{source}\n```"] if source else []
            parts += [text for text in map(printed, cell.outputs) if text]
    return "\n\n".join(part for part in parts if part) + "\n"


def main(args):
    import nbformat   # here, because setup.py needs only relink
    if set(args) - {"--check"}:
        sys.exit(__doc__)
    if not index.exists():
        sys.exit("There is no nbs/index.ipynb to make README.md from.")
    new = markdown(nbformat.read(index, 4))
    old = readme.read_text(encoding="utf-8") if readme.exists() else ""
    if "--check" not in args:
        readme.write_text(new, encoding="utf-8")
    elif new != old:
        sys.stdout.writelines(difflib.unified_diff(old.splitlines(True), new.splitlines(True), "README.md", "nbs/index.ipynb"))
        sys.exit("README.md is out of step with nbs/index.ipynb: run `python nbs/_build/readme.py` and commit what it writes.")


if __name__ == "__main__":
    main(sys.argv[1:])
