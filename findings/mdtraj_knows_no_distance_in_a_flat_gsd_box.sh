#!/usr/bin/env bash
# mdtraj gives senseless periodic distances, no neighbours and no g(r) for a two-dimensional GSD file, without an error.
#
# Versions: mdtraj 1.11.1.post2, gsd 5.0.1, numpy 2.4.6, Python 3.11, Linux.
# Input:    a square lattice of 10 x 10 disks of spacing 1 in a GSD file with the box [10, 10, 0, 0, 0, 0], which is how GSD says that
#           a box is two-dimensional (configuration.dimensions becomes 2 by itself).
# Seen:     the third vector of the box is not a number. With it, the default periodic=True gives a distance of more than 1e18
#           between neighbours that are 1 apart, compute_neighbors finds nobody and compute_rdf is NaN everywhere. With
#           periodic=False distances are finite, but across the border they are 9. No error, no warning of the box.
# Hence:    distances, neighbours and g(r) of two-dimensional GSD files are lost. Give the box a thickness before mdtraj measures
#           anything: t.unitcell_vectors = ... with a third vector (0, 0, L) that is longer than twice the largest distance.
# Prints:   flat: third vector nan, neighbours at sensible distances 0 of 2, found 0, g(r) known False
#           thick: third vector 10, neighbours at sensible distances 2 of 2, found 4, g(r) known True
# Ends with an error if this changes.
set -euo pipefail
home=$(mktemp -d); trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install -q mdtraj==1.11.1.post2 gsd==5.0.1 numpy==2.4.6
cd "$home"
"$home/venv/bin/python" -W ignore - <<'END'
import gsd.hoomd, mdtraj, numpy as np

i, j = np.indices((10, 10)).reshape(2, -1)
frame = gsd.hoomd.Frame()
frame.configuration.box = [10, 10, 0, 0, 0, 0]
frame.particles.N, frame.particles.types, frame.particles.typeid = 100, ["A"], 0 * i
frame.particles.position = np.stack([i - 4.8, j - 4.8, 0 * i], 1)
with gsd.hoomd.open("flat.gsd", "w") as f: f.append(frame)
with gsd.hoomd.open("flat.gsd") as f: assert f[0].configuration.dimensions == 2

def measured(t):
    r = mdtraj.compute_distances(t, [[0, 1], [0, 9]])[0]       # one of the two across the border
    g = mdtraj.compute_rdf(t, t.topology.select_pairs("all", "all"), (0, 3), n_bins=6)[1]
    found = len(mdtraj.compute_neighbors(t, 1.1, [0])[0])
    return t.unitcell_vectors[0, 2, 2], int((abs(r - 1) < 1e-3).sum()), found, bool(np.isfinite(g).all())

t = mdtraj.load("flat.gsd")
flat = measured(t)
assert np.isfinite(mdtraj.compute_distances(t, [[0, 1]], periodic=False)).all()
vectors = t.unitcell_vectors.copy(); vectors[0] = np.eye(3) * 10; t.unitcell_vectors = vectors
thick = measured(t)
for name, (z, right, found, known) in dict(flat=flat, thick=thick).items():
    print(f"{name}: third vector {z:.3g}, neighbours at sensible distances {right} of 2, found {found}, g(r) known {known}")
assert np.isnan(flat[0]) and flat[1:] == (0, 0, False) and thick[1:] == (2, 4, True)
END
