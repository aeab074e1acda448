#!/usr/bin/env bash
# ASE's partial g(r) leaves out every atom whose only neighbour of the other species is atom 0; if the one intruder comes first, it is zero.
#
# Versions: ase 3.29.0, numpy 2.3.5, Python 3.11.
# Input:    one particle (B) among 199 others (Ar) at random in a periodic cube of side 10; the same with B at the second place.
# Seen:     get_rdf(atoms, 4, 8, elements=["Ar", "B"]) is zero in all bins if B is atom 0, and right if B is atom 1. The other way
#           round, ["B", "Ar"] is right both times; the documentation says that both are the same. No error, no warning.
#           (An atom is skipped when np.count_nonzero of the numbers of its neighbours is 0, and this is so for the list [0], too.)
# Hence:    do not put the intruder first, or ask for ["B", "Ar"].
# Prints:   B is atom 0: Ar-B [0. 0. 0. 0. 0. 0. 0. 0.]
#                        B-Ar [0.   0.   2.02 1.3  0.94 1.16 0.98 1.48]
#           B is atom 1: Ar-B [0.   0.   2.02 1.3  0.94 1.16 0.98 1.48]
# Ends with an error if this changes.
set -euo pipefail
home=$(mktemp -d); trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install -q ase==3.29.0 numpy==2.3.5
"$home/venv/bin/python" - <<'END'
import numpy as np
from ase import Atoms
from ase.geometry.rdf import get_rdf

x = np.random.default_rng(0).random((200, 3)) * 10
first = Atoms(["B"] + 199 * ["Ar"], x, cell=3 * [10], pbc=True)
second = first[[1, 0, *range(2, 200)]]
g = lambda atoms, *elements: get_rdf(atoms, 4., 8, elements=elements, no_dists=True)
AB, BA, second_AB = g(first, "Ar", "B"), g(first, "B", "Ar"), g(second, "Ar", "B")
print(f"B is atom 0: Ar-B {AB.round(2)}\n             B-Ar {BA.round(2)}\nB is atom 1: Ar-B {second_AB.round(2)}")

r = np.linalg.norm((x[1:] - x[0] + 5) % 10 - 5, axis=1)     # by hand
edges = np.linspace(0, 4, 9)
exact = np.histogram(r, edges)[0] / (199 / 1000 * 4 / 3 * np.pi * np.diff(edges**3))
assert (AB == 0).all() and np.allclose(BA, exact) and np.allclose(second_AB, exact) and exact.max() > 1
END
