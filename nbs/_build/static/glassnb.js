// the search looks into pages for the lines around a word, which a browser forbids where there is no server
if (location.protocol === "file:") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
