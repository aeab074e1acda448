#!/usr/bin/env bash
# MDAnalysis reads the species of an extended XYZ file as x, if a column with ids comes first.
#
# Versions: MDAnalysis 2.11.0, Python 3.11, Linux.
# Input:    extended XYZ as OVITO 3.17 exports it when ids are asked for: Properties=id:I:1:species:S:1:pos:R:3.
# Seen:     the reader takes columns two to four for x y z, whatever Properties says, and species are numbers here. There is no
#           error; y and z become x and y, the box is not read, and all particles of a species lie in a plane.
# Hence:    such a file has to be reordered first (species, position, then the rest).
# Prints:   the file says [5.5 6.5 7.5] for particle 1 of species 2, MDAnalysis reads [2.  5.5 6.5], box None
# Ends with an error if this changes.
set -euo pipefail
home=$(mktemp -d); trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install -q MDAnalysis==2.11.0
cd "$home"
"$home/venv/bin/python" -W ignore - <<'END'
import MDAnalysis
open("ovito.xyz", "w").write('2\nLattice="10.0 0.0 0.0 0.0 10.0 0.0 0.0 0.0 10.0" Origin="0.0 0.0 0.0" pbc="T T T" Properties=id:I:1:species:S:1:pos:R:3\n'
                             "1 2 5.5 6.5 7.5\n2 1 1.5 2.5 3.5\n")
u = MDAnalysis.Universe("ovito.xyz", to_guess=())
print(f"the file says [5.5 6.5 7.5] for particle 1 of species 2, MDAnalysis reads {u.atoms.positions[0]}, box {u.dimensions}")
assert u.atoms.positions.tolist() == [[2.0, 5.5, 6.5], [1.0, 1.5, 2.5]] and u.dimensions is None
END
