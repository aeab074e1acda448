#!/usr/bin/env bash
# freud's StaticStructureFactorDirect averages over the wave vectors of one octant, also when all of them are asked for.
#
# Versions: freud-analysis 3.4.0, numpy 2.4.6, Python 3.11, Debian 12 (x86_64).
# Input:    40 points at random in a cube of side 10; the shell of the 8 vectors (1, 1, 1), (1, 1, -1), ... times 2 pi / L.
# Seen:     num_sampled_k_points=0, "all k vectors are used", gives S of (1, 1, 1) alone. The vectors of this shell are four different
#           waves (k and -k are one), and their S differ.
# Hence:    S(k) of a single snapshot is another number than the average over all directions, and has four times the variance;
#           in an ensemble of an isotropic liquid both have the same mean.
# Prints:   freud 1.90323, (1, 1, 1) 1.90323, all vectors 1.16569
# Ends with an error if this changes.
set -euo pipefail
home=$(mktemp -d); trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install -q freud-analysis==3.4.0
"$home/venv/bin/python" - <<'END'
from itertools import product

import freud
import numpy as np

L, N = 10., 40
x = (np.random.default_rng(0).random((N, 3)) - .5) * L
S = lambda n: abs(np.exp(-2j * np.pi / L * x @ np.array(n)).sum())**2 / N
k = 2 * np.pi / L * 3**.5
theirs = freud.diffraction.StaticStructureFactorDirect(1, 1.01 * k, .99 * k, num_sampled_k_points=0).compute((freud.box.Box.cube(L), x)).S_k[0]
every = np.mean([S(n) for n in product((-1, 1), repeat=3)])
print(f"freud {theirs:.5f}, (1, 1, 1) {S((1, 1, 1)):.5f}, all vectors {every:.5f}")
assert abs(theirs - S((1, 1, 1))) < 1e-4 < 1e-2 < abs(theirs - every)
END
