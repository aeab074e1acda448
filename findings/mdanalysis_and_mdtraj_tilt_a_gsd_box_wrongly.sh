#!/usr/bin/env bash
# MDAnalysis and mdtraj each read another box from a GSD file whose box is tilted, so distances across the border are wrong.
#
# Versions: MDAnalysis 2.11.0, mdtraj 1.11.1.post2 (the code of 1.11.2 is the same), gsd 5.0.1, ovito 3.17.2, Python 3.11, Linux.
# Input:    a GSD file with the box [10, 10, 10, 0.5, 0, 0] of HOOMD (Lx Ly Lz xy xz yz, a box after shear in the xy plane; its
#           vectors are (10, 0, 0), (5, 10, 0) and (0, 0, 10)) and two particles on either side of the border in y, 0.447 apart.
# Seen:     MDAnalysis takes arccos of xy, xz, yz for the angles alpha, beta, gamma, and Lx, Ly, Lz for the lengths: 60 degrees
#           between the second and the third vector. It is 63.4 degrees between the first and the second, which is 11.18 long.
#           mdtraj takes the transpose: the first vector is the long one instead of the second (gamma is right here because Lx = Ly).
#           No error. OVITO reads the box as HOOMD means it. Without tilt all agree.
# Hence:    with both, neighbours, g(r) and displacements across the border are wrong in sheared and in hexagonal boxes.
#           Set the box from gsd: Lx, Ly (1 + xy^2)^1/2 and 90 - arctan(xy) degrees for gamma, if only xy is tilted.
# Prints:   HOOMD:      vectors 10 0 0, 5 10 0, 0 0 10, distance 0.447
#           OVITO:      distance 0.447
#           MDAnalysis: [10. 10. 10. 60. 90. 90.], distance 4.817
#           mdtraj:     [11.18 10.   10.   90.   90.   63.43], distance 0.733
# Ends with an error if this changes.
set -euo pipefail
home=$(mktemp -d); trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install -q MDAnalysis==2.11.0 mdtraj==1.11.1.post2 gsd==5.0.1 ovito==3.17.2
cd "$home"
"$home/venv/bin/python" -W ignore - <<'END'
import gsd.hoomd, MDAnalysis, mdtraj
import numpy as np
from MDAnalysis.lib.distances import calc_bonds
from ovito.data import NearestNeighborFinder
from ovito.io import import_file

frame = gsd.hoomd.Frame()
frame.configuration.box = [10, 10, 10, .5, 0, 0]
frame.particles.N, frame.particles.types = 2, ["A"]
frame.particles.position = x = np.array([[-2.4, -4.8, 0], [2.4, 4.8, 0]], dtype=np.float32)
with gsd.hoomd.open("tilted.gsd", "w") as f: f.append(frame)

h = np.array([[10, 0, 0], [5, 10, 0], [0, 0, 10]])          # the vectors as rows
exact = min(np.linalg.norm(x[1] - x[0] + np.array([i, j, k]) @ h) for i in (-1, 0, 1) for j in (-1, 0, 1) for k in (-1, 0, 1))
print(f"HOOMD:      vectors 10 0 0, 5 10 0, 0 0 10, distance {exact:.3f}")
ovito = next(NearestNeighborFinder(1, import_file("tilted.gsd").compute()).find(0)).distance
print(f"OVITO:      distance {ovito:.3f}")
u = MDAnalysis.Universe("tilted.gsd", to_guess=())
mda = calc_bonds(*u.atoms.positions, box=u.dimensions)
print(f"MDAnalysis: {u.dimensions}, distance {mda:.3f}")
t = mdtraj.load("tilted.gsd")
mdt = mdtraj.compute_distances(t, [[0, 1]]).item()
cell = np.r_[t.unitcell_lengths[0], t.unitcell_angles[0]]
print(f"mdtraj:     {cell.round(2)}, distance {mdt:.3f}")
assert np.allclose(ovito, exact, atol=1e-5) and np.allclose(exact, .2**.5, atol=1e-5)
assert np.allclose(u.dimensions, [10, 10, 10, 60, 90, 90]) and mda > 4
assert np.allclose(cell, [125**.5, 10, 10, 90, 90, np.degrees(np.arctan(2))], atol=1e-4) and mdt - exact > .2
END
