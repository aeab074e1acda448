#!/usr/bin/env bash
# atooms takes the first column of a LAMMPS dump for the id of the particle, whatever the column is called.
#
# Versions: atooms 3.30.2, numpy 2.3.5, Python 3.11, Linux.
# Input:    a LAMMPS dump of four particles with the columns type id x y z (LAMMPS writes them in the order that is asked for),
#           and the same with the columns id type x y z.
# Seen:     with type first, the two types serve as ids: particles 0 and 1 are overwritten again and again, the others stay at
#           the origin, as species 'A'. There is no error and no warning. With id first everything is right.
# Hence:    every quantity computed from such a file is one of two particles and N - 2 at the origin.
# Prints:   id type: [1. 2. 3. 4.] species ['1', '1', '2', '2']
#           type id: [2. 4. 0. 0.] species ['1', '2', 'A', 'A']
# Ends with an error if this changes.
set -euo pipefail
home=$(mktemp -d); trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install -q numpy==2.3.5
"$home/venv/bin/pip" install -q --no-deps atooms==3.30.2   # readers of text need no more
cd "$home"
"$home/venv/bin/python" -W ignore - <<'END'
import numpy as np
from atooms.trajectory import TrajectoryLAMMPS

def read(columns, rows):
    head = "ITEM: TIMESTEP\n0\nITEM: NUMBER OF ATOMS\n4\nITEM: BOX BOUNDS pp pp pp\n0 10\n0 10\n0 10\n"
    open("liquid.dump", "w").write(f"{head}ITEM: ATOMS {columns}\n" + "".join(rows))
    with TrajectoryLAMMPS("liquid.dump") as t: s = t[0]
    x, species = np.array([float(p.position[0]) for p in s.particle]), [p.species for p in s.particle]
    print(f"{columns[:7]}: {x} species {species}")
    return x.tolist(), species

right = read("id type x y z", [f"{i} {1 + i//3} {i} 5 5\n" for i in (1, 2, 3, 4)])
wrong = read("type id x y z", [f"{1 + i//3} {i} {i} 5 5\n" for i in (1, 2, 3, 4)])
assert right == ([1, 2, 3, 4], ["1", "1", "2", "2"])
assert wrong == ([2, 4, 0, 0], ["1", "2", "A", "A"])
END
