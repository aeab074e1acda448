"""Everything that can change lives in settings.ini; this file only hands it to setuptools."""
from configparser import ConfigParser
from pathlib import Path
import shlex
import sys

from setuptools import find_packages, setup

root = Path(__file__).resolve().parent
sys.path.insert(0, str(root / "nbs" / "_build"))
from readme import relink

config = ConfigParser(delimiters=["="])
config.read(root / "settings.ini", encoding="utf-8")
cfg = config["DEFAULT"]
words = lambda key: shlex.split(cfg[key])
first, beyond = (int(cfg[key].split(".")[1]) for key in ("min_python", "below_python"))
docs, source = cfg["doc_host"] + cfg["doc_baseurl"], cfg["git_url"]


def elsewhere(target):
    "A link of README.md for pages that are not in the repository, such as a package index: to the files of this version"
    if target.endswith(".png"):
        return f"{source.replace('//github.com', '//raw.githubusercontent.com')}/v{cfg['version']}/{target}"
    return f"{source}/blob/v{cfg['version']}/{target}"


setup(
    name=cfg["lib_name"],
    version=cfg["version"],
    description=cfg["description"],
    long_description=relink((root / "README.md").read_text(encoding="utf-8"), elsewhere),
    long_description_content_type="text/markdown",
    author=cfg["author"],
    author_email=cfg["author_email"],
    url=source,
    project_urls={"Documentation": f"{docs}/", "Source": source, "Issues": f"{source}/issues",
                  "Changelog": f"{source}/blob/{cfg['branch']}/CHANGELOG.md"},
    keywords=[word.strip() for word in cfg["keywords"].split(",")],
    license_expression="Apache-2.0",
    license_files=["LICENSE"],
    classifiers=[line.strip() for line in cfg["classifiers"].splitlines() if line.strip()]
                + [f"Programming Language :: Python :: 3.{minor}" for minor in range(first, beyond)],
    package_data={cfg["lib_path"]: ["py.typed", "*.npz"]},
    packages=find_packages(include=[cfg["lib_path"], cfg["lib_path"] + ".*"]),
    python_requires=f">={cfg['min_python']},<{cfg['below_python']}",
    install_requires=words("requirements"),
    extras_require={extra: words(f"{extra}_requirements") for extra in ("dev", "files", "readers", "tables", "movie", "oracle", "browser", "cluster")},
    entry_points={
        "console_scripts": words("console_scripts"),
        "nbdev": [f'{cfg["lib_path"]}={cfg["lib_path"]}._modidx:d'],
    },
    zip_safe=False,
)
