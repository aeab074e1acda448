"""Everything that can change lives in settings.ini; this file only hands it to setuptools."""
from configparser import ConfigParser
from pathlib import Path
import shlex

from setuptools import find_packages, setup

config = ConfigParser(delimiters=["="])
config.read("settings.ini", encoding="utf-8")
cfg = config["DEFAULT"]
words = lambda key: shlex.split(cfg[key])

setup(
    name=cfg["lib_name"],
    version=cfg["version"],
    description=cfg["description"],
    long_description=Path("README.md").read_text(encoding="utf-8"),
    long_description_content_type="text/markdown",
    author=cfg["author"],
    author_email=cfg["author_email"],
    url=cfg["git_url"],
    keywords=cfg["keywords"],
    license="Apache-2.0",
    license_files=["LICENSE"],
    packages=find_packages(include=[cfg["lib_path"], cfg["lib_path"] + ".*"]),
    python_requires=">=" + cfg["min_python"],
    install_requires=words("requirements"),
    extras_require={extra: words(f"{extra}_requirements") for extra in ("dev", "files", "movie", "oracle", "browser", "cluster")},
    entry_points={
        "console_scripts": words("console_scripts"),
        "nbdev": [f'{cfg["lib_path"]}={cfg["lib_path"]}._modidx:d'],
    },
    zip_safe=False,
)
