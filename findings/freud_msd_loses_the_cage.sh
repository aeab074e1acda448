#!/usr/bin/env bash
# freud's windowed mean squared displacement of caged particles that are far from the origin is rounding noise, even negative.
#
# Versions: freud-analysis 3.4.0, tidynamics 1.1.2, numpy 2.4.6, scipy 1.16.3, Python 3.11.
# Input:    tracks in pixels: 100 particles in a field of 2000 x 2000, 1000 frames; each rattles around its site by 0.1 along
#           x and y, so the mean squared displacement is 0.04 at all lag times (a plateau, as in a glass).
# Seen:     freud.msd.MSD (mode="window", the usual one) takes the difference of two mean squares of the positions, about 2.7 million
#           each, in single precision, also when it is given double. It comes out between -0.4 and 0.8 instead of 0.04, and
#           negative for two thirds of the particles (particle_msd). Single precision itself is good enough for these positions
#           (it resolves 0.0001): differences of the same numbers give 0.04.
#           tidynamics.msd does the same with positions in single precision (those of GSD, XTC and DCD files), and is right with
#           double. Neither warns, and neither documentation mentions it.
# Hence:    the error is some 1e-7 (freud) to 1e-6 (tidynamics) of the mean squared distance from the origin. Subtract each
#           particle's mean position first, which leaves displacements as they are; give tidynamics double precision.
# Prints:   lag times [1, 10, 100, 900]: exact [0.04 0.04 0.04 0.04], from single precision [0.04 0.04 0.04 0.04]
#           freud [-0.387 -0.348 -0.374  0.779], negative for 67% of the particles; mean positions subtracted [0.04 0.04 0.04 0.04]
#           tidynamics, single precision [0.053 0.059 0.047 2.86 ], double [0.04 0.04 0.04 0.04]
# Ends with an error if this changes.
set -euo pipefail
home=$(mktemp -d); trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install -q freud-analysis==3.4.0 tidynamics==1.1.2 numpy==2.4.6 scipy==1.16.3
"$home/venv/bin/python" - <<'END'
import freud, numpy as np, tidynamics

rng = np.random.default_rng(0)
T, N = 1000, 100
site = rng.uniform(0, 2000, (N, 3)) * [1, 1, 0]
x = site + rng.normal(0, .1, (T, N, 3)) * [1, 1, 0]
single = x.astype(np.float32)

lags = [1, 10, 100, 900]
msd = lambda x: np.array([((x[k:] - x[:-k])**2).sum(2).mean() for k in lags])
freud_msd = lambda x: freud.msd.MSD(mode="window").compute(x)
tidy = lambda x: np.mean([tidynamics.msd(x[:, i]) for i in range(N)], 0)[lags]

exact, theirs = msd(x), freud_msd(x).msd[lags]
share = (freud_msd(x).particle_msd[lags] < 0).mean()
centred = freud_msd(x - x.mean(0)).msd[lags]
tidy_single, tidy_double = tidy(single), tidy(x)
print(f"lag times {lags}: exact {exact.round(3)}, from single precision {msd(single).round(3)}")
print(f"freud {theirs.round(3)}, negative for {share:.0%} of the particles; mean positions subtracted {centred.round(3)}")
print(f"tidynamics, single precision {tidy_single.round(3)}, double {tidy_double.round(3)}")
assert np.allclose(exact, .04, rtol=.1) and np.allclose(msd(single), exact, rtol=.01)
assert abs(theirs - exact).max() > .02 and share > .1 and np.allclose(centred, exact, rtol=.01)
assert abs(tidy_single - exact).max() > .02 and np.allclose(tidy_double, exact, rtol=.01)
END
