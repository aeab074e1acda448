#!/usr/bin/env bash
# mdcraft adds 1 to the Ashcroft-Langreth structure factor of two different species where there are as many of one as of the other.
#
# Versions: mdcraft 1.3.2, MDAnalysis 2.11.0, numpy 2.4.6, Python 3.11, Debian 12 (x86_64).
# Input:    g_AB(r) = 1 - exp(-r^2) of a mixture with a density of 0.3, for mixtures of 1:1 and of 499:501.
# Right:    S_AB(q) = (x_A x_B)^(1/2) rho h(q) for A and B, whose delta in the formula of the documentation is 0; here
#           h(q) = -pi^(3/2) exp(-q^2/4), and S_AB goes to 0 for large q.
# Seen:     calculate_structure_factor(..., formalism="AL") takes delta to be 1 where the concentrations x_A and x_B are equal, not the
#           species. In the mixture of 1:1, the usual one of glass formers in the plane, S_AB goes to 1.
# Prints:   499:501: S_AB -0.6505 at q = 1, -0.0000 at q = 8; 1:1: 0.3495 and 1.0000; right: -0.6505 and -0.0000
# Ends with an error if this changes.
set -euo pipefail
home=$(mktemp -d); trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install -q mdcraft==1.3.2 MDAnalysis==2.11.0 numpy==2.4.6
"$home/venv/bin/python" - <<'END'
import numpy as np
from mdcraft.analysis.structure import calculate_structure_factor

r, q, rho = np.linspace(1e-3, 12, 6001), np.array([1., 8.]), .3
S = lambda x: calculate_structure_factor(r, 1 - np.exp(-r**2), False, rho, x, 1 - x, q, formalism="AL")[1]
right = -.5 * rho * np.pi**1.5 * np.exp(-q**2 / 4)
print("499:501: S_AB {:.4f} at q = 1, {:.4f} at q = 8; 1:1: {:.4f} and {:.4f}; right: {:.4f} and {:.4f}".format(*S(.499), *S(.5), *right))
assert abs(S(.499) - right).max() < 1e-4 and abs(S(.5) - right - 1).max() < 1e-4
END
