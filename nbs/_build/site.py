"""The documentation site from the notebooks: python nbs/_build/site.py [--out DIR]

nbdev's processors prepare every notebook, the definitions of exported cells become API blocks (signature, docstring, the
comments behind the parameters) with the source folded below, and Sphinx with myst-nb and furo makes the pages. Imports are folded, and
so are the plans and helpers of studies and checks. No cell is run: what is stored is what is shown. A picture images/NAME.png beside
which lies a viewer images/NAME.html becomes that viewer.
Every warning is an error, and so is, in the finished site, a link that leads nowhere, a page over 2 MB with its pictures, a
public name that cannot be looked up, a study, tutorial or check to which the first page does not lead, and a study that does not
say before its first code what to take away; links to elsewhere are listed, not followed. The site needs no network: the search runs
in the browser, and MathJax, which draws the formulas, lies among its files. It goes to _site/ or DIR; all else is made in a
temporary folder.
"""
import argparse
import ast
import re
import shutil
import subprocess
import sys
import tempfile
from configparser import ConfigParser
from html.parser import HTMLParser
from importlib.metadata import files
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from urllib.parse import unquote, urlsplit

from execnb.nbio import mk_cell, write_nb
from nbdev.process import NBProcessor
from nbdev.processors import clean_magics, filter_stream_, hide_, hide_line, rm_header_dash, strip_ansi

import api
from glassnb.viewer import embed
from readme import relink

here = Path(__file__).resolve().parent
root, nbs = here.parents[1], here.parent
config = ConfigParser(delimiters=["="])
config.read(root / "settings.ini", encoding="utf-8")
cfg = config["DEFAULT"]
sections = {"": "Stages", "studies": "Studies", "tutorials": "Tutorials", "tests": "Long checks"}
exported = {"export", "exports"}
processors = [strip_ansi, hide_line, filter_stream_, rm_header_dash, clean_magics, hide_]


def plain(source):
    "Code without directives"
    return re.sub(r"^#\|.*\n?", "", source, flags=re.M).strip()


def tags(directives):
    "Quarto's directives as myst-nb's tags"
    said = {key: args[0] for key, args in directives.items() if key.endswith(":") and args}
    table = {("echo:", "false"): "remove-input", ("output:", "false"): "remove-output", ("include:", "false"): "remove-cell",
             ("code-fold:", "true"): "hide-input"}
    return [tag for (key, value), tag in table.items() if said.get(key) == value]


def lives(output):
    "False for a widget that left nothing to show without its kernel; takes the widget off an output that left something"
    data = output.get("data", {})
    return not data.pop("application/vnd.jupyter.widget-view+json", None) or bool({"text/html", "image/png"} & set(data))


def module_of(nb):
    "The module that a notebook exports to"
    found = [c.directives_["default_exp"] for c in nb.cells if c.directives_.get("default_exp")]
    return f"{cfg['lib_path']}.{found[0][0]}" if found else cfg["lib_path"]


def exports(nb):
    "The sources of its exported cells"
    return [plain(c.source) for c in nb.cells if c.cell_type == "code" and exported & set(c.directives_)]


def sentence(nb):
    "What stands under its title"
    found = re.search(r"^> *(.+)", next((c.source for c in nb.cells if c.cell_type == "markdown"), ""), re.M)
    return found[1] + "." if found else ""


def takeaway(nb):
    "What a study leaves open: it has to say before its first code what to take away, with no number that does not stand below"
    first = next((k for k, c in enumerate(nb.cells) if c.cell_type == "code"), len(nb.cells))
    found = next((k for k, c in enumerate(nb.cells[:first]) if c.source.startswith("**What to take away.**")), None)
    if found is None:
        return "says nowhere before its first code **What to take away.**"
    below = "".join(c.source + str(c.get("outputs", "")) for c in nb.cells[found + 1:])
    lost = [n for n in re.findall(r"\d*\.\d+", nb.cells[found].source) if n.lstrip("0") not in below]
    return f"says at its top {', '.join(lost)}, which stands nowhere below" if lost else ""


def definitions(nb):
    "All names that a notebook documents, short and in full"
    module = module_of(nb)
    for source in exports(nb):
        for name in api.names(source):
            yield name, f"{module}.{name}"


def folded(source, directives, page):
    "What stands above a cell that is folded: imports, the plan of a study (what is computed if somebody asks for it), helpers; '' for others"
    tree = ast.parse(source).body
    written = [n.name for n in tree if isinstance(n, (*api.functions, ast.ClassDef))]
    brought = sum(isinstance(n, api.imports) for n in tree)
    if len(tree) > 2 and len(tree) - brought <= brought // 5:   # one line of settings for every five imports
        return "Imports"
    if page.startswith("studies/") and ("os.environ" in source or "slow" in directives):
        return "What is computed, and how"
    if written and dirname(page) in ("studies", "tests") and all(isinstance(n, (*api.imports, *api.functions, ast.ClassDef, ast.Assign)) for n in tree):
        return f"Definition of {', '.join(written)}"
    return ""


def fold(cell, text):
    "Fold the code of a cell below a text"
    cell.metadata["tags"] += ["hide-input"]
    cell.metadata["mystnb"] = {"code_prompt_show": text, "code_prompt_hide": text}


def code(cell, module, page):
    "The cells that a code cell becomes on its page"
    cell.source, kept = plain(cell.source), []
    if not cell.source or "default_exp" in cell.directives_ or "nbdev_export()" in cell.source or cell.source.startswith("show_doc("):
        return []
    cell.metadata["tags"] = tags(cell.directives_)
    cell.outputs = [o for o in cell.outputs if lives(o)]
    if (exported | {"exporti"}) & set(cell.directives_):
        tree = ast.parse(cell.source).body
        if all(isinstance(n, api.imports) for n in tree):
            return []
        if exported & set(cell.directives_) and (made := api.blocks(cell.source, module)):
            kept.append(mk_cell(api.anchored(made), "markdown"))
        if written := [n.name for n in tree if isinstance(n, (*api.functions, ast.ClassDef))]:
            fold(cell, f"Source of {', '.join(written)}")
    elif not cell.metadata["tags"] and (text := folded(cell.source, cell.directives_, page)):
        fold(cell, text)
    return kept + [cell]


def linked(text, known):
    "`text` with the known names that stand in it as code made links; fenced code and texts of links stay"
    def one(m):
        name = m["name"]
        return m[0] if name not in known else f"{{py:obj}}`{name} <{known[name]}>`"
    return re.sub(r"^(```+|~~~+).*?^\1|(?<![\[`}\\])`(?P<name>[\w.]+)(?:\(\))?`(?![`\]])", one, text, flags=re.S | re.M)


def mover(page, pages, build):
    "Where the relative links of a page lead: pages, files that are copied, or the repository"
    def move(target):
        path, mark, anchor = target.partition("#")
        found = normpath(join(dirname(page), path))
        if found in pages:
            return relpath(pages[found], dirname(pages[page]) or ".") + mark + anchor
        if (nbs / found).is_file() and not found.startswith(".."):
            copy = build / found
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(nbs / found, copy)
            return relpath(found, dirname(pages[page]) or ".")
        if (nbs / found).exists():
            return f"{cfg['git_url']}/blob/{cfg['branch']}/{normpath(join('nbs', found))}{mark}{anchor}"
        return target   # Sphinx will complain
    return move


def played(text, build):
    "`text` with the viewers in place of the pictures that were made of them"
    def one(m):
        picture = nbs / m[2]
        if not picture.with_suffix(".html").is_file():
            return m[0]
        frame = build / Path(m[2]).with_suffix(".frame")
        frame.parent.mkdir(parents=True, exist_ok=True)
        frame.write_text(embed(picture.with_suffix(".html").read_text(encoding="utf-8"), 860), encoding="utf-8")
        return f"```{{raw}} html\n:file: {Path(m[2]).with_suffix('.frame')}\n```"
    return re.sub(r"!\[([^]]*)\]\((images/\w+\.png)\)", one, text)


def film_first(cells):
    "The cells with the film before the code: the site plays it, while a README, made of the same notebook, keeps the code in sight"
    film = [c for c in cells if "](images/film.png)" in c.source]
    others = [c for c in cells if c not in film]
    at = next((k for k, c in enumerate(others) if c.source.startswith("## ")), len(others))
    return others[:at] + film + others[at:]


def mathjax(folder):
    "What a page with formulas needs of MathJax, from the package that brings it"
    for file in files("sphinx-mathjax-offline"):
        inside = file.as_posix().partition("static/mathjax/")[2]
        if re.match(r"tex-chtml\.js|output/chtml/fonts/|input/tex/extensions/", inside):
            (folder / inside).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file.locate(), folder / inside)


def everything(notebooks, pages):
    "{page: text}: one page for the public names of each module, and one that lists them all"
    made, listed = {}, []
    for p, cells in notebooks.items():
        name = cells["module"]
        parts = {k: v for source in cells["exported"] for k, v in api.again(source, f"{cfg['lib_path']}.{name}").items()}
        if parts:
            explained = f"[{Path(pages[p]).stem}](../{pages[p]}) explains and tests it."
            made[f"api/{name}.md"] = f"# {cfg['lib_path']}.{name}\n\n{cells['sentence']} The stage {explained}\n\n{api.anchored(parts)}"
            links = " · ".join(f'<a href="api/{name}.html#{k.lower()}"><code>{k}</code></a>' for k in parts)
            listed.append(f"**[{name}](api/{name}.md)**: {cells['sentence']}\n\n{links}")
    menu = "\n".join(["```{toctree}", ":hidden:", "", *(page.removesuffix(".md") for page in made), "```"])
    head = "# API\n\n> Every public name, one page for each module: arguments with their shapes and units, what comes back"
    return {"api.md": "\n\n".join([head, *listed, menu])} | made


def toc(pages):
    "The table of contents: one part for each folder, in the order of the file names"
    folders = sorted({dirname(p) for p in pages}, key=lambda f: (list(sections).index(f) if f in sections else 99, f))
    apart = [p for p in ("results.ipynb", "architecture.ipynb") if p in pages]
    if "results.ipynb" in pages:
        yield "\n".join(["```{toctree}", ":hidden:", "", "results", "```"])
    for folder in folders:
        inside = [pages[p].removesuffix(".ipynb") for p in sorted(pages) if dirname(p) == folder and p not in ("index.ipynb", *apart)]
        if inside:
            title = sections.get(folder, folder.capitalize())
            yield "\n".join(["```{toctree}", ":hidden:", f":caption: {title}", "", *inside, "```"])
            if not folder:
                yield "\n".join(["```{toctree}", ":hidden:", ":caption: Look up", "", *(["architecture"] if "architecture.ipynb" in apart else []), "api", "genindex", "```"])


def write_pages(build):
    "One page for each notebook; page names carry no numbers, like the links that nbdev makes"
    found = sorted(p.relative_to(nbs).as_posix() for p in nbs.rglob("*.ipynb"))
    found = [p for p in found if not any(part[0] in "._" for part in p.split("/"))]
    pages = {p: join(dirname(p), re.sub(r"^\d+[a-zA-Z0-9]*_", "", p.split("/")[-1].lower())) for p in found}
    double = {page for page in pages.values() if list(pages.values()).count(page) > 1}
    if double:
        sys.exit(f"Several notebooks would make the same page: {', '.join(sorted(double))}. Rename all but one.")
    notebooks = {p: NBProcessor(nbs / p, rm_directives=False) for p in found}
    if wrong := [f"nbs/{p} {missing}." for p in found if p.startswith("studies/") and (missing := takeaway(notebooks[p].nb))]:
        sys.exit("\n".join(wrong))
    known = {}
    for p in reversed(found):   # a name that two stages define belongs to the earlier one
        known.update(definitions(notebooks[p].nb))
    known.update({long: full for full in known.values() for long in (full, full.split(".", 1)[1])})
    stages = {p: {"module": module_of(n.nb).split(".")[-1], "sentence": sentence(n.nb), "exported": exports(n.nb)}
              for p, n in notebooks.items() if any(c.directives_.get("default_exp") for c in n.nb.cells)}
    (build / "api").mkdir()
    for page, text in everything(stages, pages).items():
        (build / page).write_text(text, encoding="utf-8")
    for p, processor in notebooks.items():
        nb, module = processor.nb, module_of(processor.nb)
        mine = known | dict(definitions(nb))
        processor.procs = processors
        processor.process()
        nb.metadata.pop("widgets", None)
        nb.metadata["language_info"] = {"name": "python", "pygments_lexer": "ipython3"}   # which nbdev_clean takes away
        nb.cells = [new for c in nb.cells for new in (code(c, module, p) if c.cell_type == "code" else [c])]
        if p == "index.ipynb":
            nb.cells = film_first(nb.cells)
        for cell in nb.cells:
            if cell.cell_type == "markdown":
                text = cell.source.replace(f"({cfg['doc_host']}{cfg['doc_baseurl']}/api.html)", "(api.md)")
                text = played(text, build) if p == "index.ipynb" else text
                cell.source = linked(relink(text, mover(p, pages, build)), mine)
        if p == "index.ipynb":
            nb.cells += [mk_cell("\n\n".join(toc(pages)), "markdown")]
        (build / pages[p]).parent.mkdir(parents=True, exist_ok=True)
        write_nb(nb, build / pages[p])
    if "index.ipynb" not in pages:
        (build / "index.md").write_text("\n\n".join([f"# {cfg['title']}", cfg["description"] + ".", *toc(pages)]), encoding="utf-8")
    return len(found)


class Page(HTMLParser):
    "What a page refers to, and what of it can be referred to"
    def __init__(self, text):
        super().__init__()
        self.links, self.parts, self.anchors = [], [], set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        self.anchors |= {said[k] for k in ("id", "name") if said.get(k)}
        if tag in ("a", "link") and said.get("href"):
            self.links.append(said["href"])
        if said.get("src"):
            self.parts.append(said["src"])


def lost(name, page, pages, made):
    "The links of a page that lead nowhere"
    for link in page.links + page.parts:
        to = urlsplit(link)
        if to.scheme or to.netloc:
            continue
        target = normpath(join(dirname(name), unquote(to.path))) if to.path else name
        anchor = unquote(to.fragment)
        if not (made / target).is_file() or anchor and target in pages and anchor not in pages[target].anchors:
            yield f"{name}: the link {link} leads nowhere"


def check(made):
    "What is wrong with a site, as sentences, and the addresses elsewhere that it refers to"
    pages = {p.relative_to(made).as_posix(): p for p in sorted(made.rglob("*.html")) if "_static" not in p.parts}
    read = {name: Page(p.read_text(encoding="utf-8")) for name, p in pages.items()}
    wrong = [text for name, page in read.items() for text in lost(name, page, read, made)]
    for name, page in read.items():
        local = {normpath(join(dirname(name), unquote(s))) for s in page.parts if "://" not in s and not s.startswith("data:")}
        size = pages[name].stat().st_size + sum((made / s).stat().st_size for s in local if s.startswith("_images/") and (made / s).is_file())
        if size > 2e6:
            wrong.append(f"{name}: {size / 1e6:.1f} MB with its pictures; the limit is 2")
    front, others = (nbs / "index.ipynb").read_text(encoding="utf-8"), sorted(nbs.glob("[!._]*/[!._]*.ipynb"))
    wrong += [f"nbs/index.ipynb does not lead to {name}: say there what it is" for name in (p.relative_to(nbs).as_posix() for p in others)
              if f"]({name})" not in front]
    for module in sorted((root / cfg["lib_path"]).glob("[a-z]*.py")):
        page = pages.get(f"api/{module.stem}.html")
        found = page.read_text(encoding="utf-8") if page else ""
        listed = re.search(r"^__all__ = (\[.*?\])", module.read_text(encoding="utf-8"), re.S | re.M)
        wrong += [f"{module.stem}.{name} is public, but not on the page api/{module.stem}" for name in ast.literal_eval(listed[1] if listed else "[]")
                  if not re.search(rf'<span class="pre">{name}</span>', found)]
    return wrong, sorted({link for page in read.values() for link in page.links if urlsplit(link).scheme in ("http", "https")})


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--out", type=Path, default=root / "_site", help="folder for the site, replaced if it holds one")
    said = ask.parse_args()
    out = said.out.resolve()
    if out.exists() and any(out.iterdir()) and not (out / "objects.inv").exists():
        sys.exit(f"{out} holds something that is not a site made here: give --out another folder.")
    with tempfile.TemporaryDirectory() as temporary:
        build, made = Path(temporary, "pages"), Path(temporary, "html")
        build.mkdir()
        n = write_pages(build)
        mathjax(made / "_static" / "mathjax")
        done = subprocess.run([sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html", "-c", str(here),
                               "-d", str(Path(temporary, "doctrees")), str(build), str(made)], cwd=root)
        if done.returncode:
            sys.exit("The site was not built: see the warnings above.")
        wrong, elsewhere = check(made)
        print("\n".join(["Links to elsewhere, not followed:", *elsewhere]))
        if wrong:
            sys.exit("\n".join(["The site was built, but:", *wrong]))
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(made, out)
    print(f"{n} notebooks -> {out / 'index.html'}")


if __name__ == "__main__":
    main()
