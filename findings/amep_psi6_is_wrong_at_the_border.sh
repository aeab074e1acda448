#!/usr/bin/env bash
# amep's psi_6 of a perfect hexagonal crystal is not 1 for the particles along the border of the periodic box.
#
# Versions: amep 1.3.0, numpy 2.4.6, Python 3.11.
# Input:    a hexagonal lattice, 12 rows of 10 particles (and 48 rows of 40), in the rectangle that it fills exactly.
# Seen:     amep.order.psi_k(..., pbc=True) finds the right six neighbours, but takes the angle of a bond across the border from the
#           neighbour's own position on the other side of the box instead of that of its image. |psi_6| falls to 0.33 along the
#           border; with the same neighbours by minimum image it is 1 for all. No error, no warning; the documentation says
#           that with pbc=True "periodic boundary conditions are considered".
# Hence:    a map of |psi_6| shows disordered borders, and the mean is too low by an amount that depends on the size of the box.
#           Take the neighbours of amep.order.k_nearest_neighbors and the angles by minimum image (below).
# Prints:   N = 120: smallest |psi_6| 0.350, mean 0.890, wrong for 30 particles; by minimum image 1.000
#           N = 1920: smallest |psi_6| 0.334, mean 0.972, wrong for 126 particles; by minimum image 1.000
# Ends with an error if this changes.
set -euo pipefail
home=$(mktemp -d); trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install -q amep==1.3.0 numpy==2.4.6
cd "$home"
"$home/venv/bin/python" - <<'END'
import amep, numpy as np

def crystal(nx, ny):
    i, j = (n.ravel() for n in np.indices((nx, ny)))
    x = np.stack([i + j % 2 / 2 + .2, 3**.5 / 2 * j + .1, 0. * i], 1)
    return x, np.array([nx, ny * 3**.5 / 2])

for nx, ny in (10, 12), (40, 48):
    x, L = crystal(nx, ny)
    box = np.array([[0, L[0]], [0, L[1]], [-.5, .5]])
    theirs = abs(amep.order.psi_k(x, box, k=6, pbc=True))

    _, _, near = amep.order.k_nearest_neighbors(x, box, k=6, pbc=True, enforce_nd=2)
    d = x[near.astype(int), :2] - x[:, None, :2]
    d -= L * np.round(d / L)
    exact = abs(np.exp(6j * np.arctan2(d[..., 1], d[..., 0])).mean(1))
    wrong = theirs < .999
    print(f"N = {len(x)}: smallest |psi_6| {theirs.min():.3f}, mean {theirs.mean():.3f}, wrong for {wrong.sum()} particles; "
          f"by minimum image {exact.min():.3f}")
    assert np.allclose(np.linalg.norm(d, axis=2), 1) and np.allclose(exact, 1) and theirs.min() < .36
    assert not wrong[((x[:, :2] > 1) & (x[:, :2] < L - 1)).all(1)].any() and wrong.sum() > ny
END
