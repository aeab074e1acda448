// the search looks into pages for the lines around a word, which a browser forbids where there is no server
if (location.protocol === "file:") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;

// these lines would show TeX and code: of formulas, letters and indices become readable, long ones an ellipsis; cells of code stay out
const LETTERS = { alpha: "α", beta: "β", gamma: "γ", delta: "δ", Delta: "Δ", varepsilon: "ε", epsilon: "ε", eta: "η", theta: "θ",
  Theta: "Θ", lambda: "λ", mu: "μ", nu: "ν", pi: "π", rho: "ρ", sigma: "σ", tau: "τ", phi: "φ", varphi: "φ", chi: "χ", psi: "ψ",
  omega: "ω", Omega: "Ω", ell: "ℓ", times: "×", cdot: "·", approx: "≈", simeq: "≃", sim: "~", pm: "±", le: "≤", leq: "≤", ge: "≥",
  geq: "≥", neq: "≠", ll: "≪", gg: "≫", to: "→", infty: "∞", langle: "⟨", rangle: "⟩", sum: "Σ", int: "∫", sqrt: "√", ln: "ln",
  log: "log", exp: "exp", sin: "sin", cos: "cos", dots: "…", ldots: "…", in: "∈", prod: "Π", propto: "∝", min: "min", max: "max" };
function readable(tex) {
  const plain = tex.replace(/^\\[([]|\\[)\]]$/g, "").replace(/\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}/g, "$1/$2")
    .replace(/\\([a-zA-Z]+) ?/g, (_, name) => LETTERS[name] ?? "").replace(/\\[\s,;:!]|~/g, " ").replace(/[\\{}&$]/g, "");
  return plain.length > 60 ? "…" : plain.trim();
}
document.addEventListener("DOMContentLoaded", () => { // before the search begins, which waits for the same
  if (typeof Search === "undefined") return;
  const asItIs = Search.htmlToText;
  Search.htmlToText = (html, anchor) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    for (const code of page.querySelectorAll(".cell_input")) code.remove();
    for (const formula of page.querySelectorAll(".math")) formula.textContent = readable(formula.textContent.trim());
    return asItIs(page.documentElement.outerHTML, anchor);
  };
});
