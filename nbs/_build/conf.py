"""Settings of Sphinx; site.py calls it on the pages that it made from the notebooks"""
from configparser import ConfigParser
from pathlib import Path

config = ConfigParser(delimiters=["="])
config.read(Path(__file__).resolve().parents[2] / "settings.ini", encoding="utf-8")
cfg = config["DEFAULT"]

project = html_title = cfg["title"]
author, copyright, release = cfg["author"], cfg["copyright"], cfg["version"]

extensions = ["myst_nb", "sphinx_copybutton"]
myst_enable_extensions = ["amsmath", "attrs_block", "attrs_inline", "colon_fence", "deflist", "dollarmath", "fieldlist",
                          "html_image"]
myst_heading_anchors = 4
suppress_warnings = ["myst.header", "misc.highlighting_failure"]   # headings go from # to ####; commands are not Python
nb_execution_mode = "off"             # what is stored in a notebook is what is shown
nb_render_markdown_format = "myst"   # tables that a cell makes
nb_merge_streams = True
smartquotes_action = "De"             # dashes and dots; 'large' is a value, not a quotation
add_module_names = False
maximum_signature_line_length = 80
python_use_unqualified_type_names = True
mathjax_path = "mathjax/tex-chtml.js"   # site.py puts it there

html_theme = "furo"
html_static_path = ["static"]
html_css_files = ["glassnb.css"]
html_js_files = ["glassnb.js"]
html_show_sphinx = False
html_copy_source = False
html_theme_options = {
    "footer_icons": [{"name": "GitHub", "url": cfg["git_url"], "html": "GitHub", "class": ""}],
}
