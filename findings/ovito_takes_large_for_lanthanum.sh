#!/usr/bin/env bash
# OVITO takes a species called "Large" for lanthanum, "Small" for samarium, "Big" for bismuth and "B" for boron.
#
# Versions: ovito 3.17.2, Python 3.11, Linux.
# Input:    extended XYZ with the names of species of a model glass.
# Seen:     a name that is the symbol of an element, or only begins with one, gets the radius, the mass and the colour of the
#           element, in units of the periodic table: A and B, the usual names of a Kob-Andersen mixture, are drawn as something
#           without a radius and as boron with a radius of 2.01, in a file whose unit of length is sigma. Lower-case names
#           (large, small, a, b) are left alone, and so are L, M, A, A1, Type1.
# Hence:    whoever writes files for OVITO should call species by lower-case names, or give radius as a column. Masses that a
#           modifier takes from the types are those of the elements.
# Prints:   A radius 0.00 mass 0.00, B radius 2.01 mass 10.81, Large radius 2.07 mass 138.91, ...
# Ends with an error if this changes.
set -euo pipefail
home=$(mktemp -d); trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install -q ovito==3.17.2
cd "$home"
"$home/venv/bin/python" - <<'END'
from ovito.io import import_file

def types(names):
    rows = "".join(f"{name} {i} {i} {i}\n" for i, name in enumerate(names))
    open("mixture.xyz", "w").write(f'{len(names)}\nLattice="20 0 0 0 20 0 0 0 20" Properties=species:S:1:pos:R:3\n{rows}')
    found = import_file("mixture.xyz").compute().particles.particle_types.types
    for t in found: print(f"{t.name:8s} radius {t.radius:.2f} mass {t.mass:.2f}")
    return {t.name: (round(t.radius, 2), round(t.mass, 2)) for t in found}

elements = types(["B", "Large", "Small", "Big", "S0", "BB", "B1"])
neutral = types(["A", "large", "small", "big", "b", "L", "M", "A1", "Type1"])
assert elements["B"] == elements["BB"] == elements["B1"] == (2.01, 10.81)
assert elements["Large"] == (2.07, 138.91) and elements["Small"] == (1.98, 150.36) and elements["Big"][0] == 1.46 and elements["S0"] == (1.05, 32.06)
assert set(neutral.values()) == {(0.0, 0.0)}
END
