#!/usr/bin/env bash
# trackpy's van Hove function of an ensemble is not normalized as soon as tracks are shorter than the lag time.
#
# Versions: trackpy 0.7, pandas 3.0.6, numpy 2.3.5, Python 3.11.
# Input:    40 random walks in one dimension, 20 with 200 frames and 20 with 5; lag times of 2 and of 10 frames.
# Seen:     vanhove(..., ensemble=True) is a density of probability for a lag of 2: its integral is 1. For a lag of 10 the integral
#           is 0.5. The short tracks have no displacement there and add nothing, but they are counted in the divisor. The only
#           warning is one of NumPy, "invalid value encountered in divide".
#           (The docstring has the two values of ensemble the wrong way round, too: True gives one function, False one per particle.)
# Hence:    heights at different lag times cannot be compared, and the function falls with time as tracks end. A track of one
#           displacement weighs as much as one of a thousand. Divide by the integral, or make a histogram of all displacements.
# Prints:   integral at lag 2: 1.00, at lag 10: 0.50
# Ends with an error if this changes.
set -euo pipefail
home=$(mktemp -d); trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install -q trackpy==0.7 pandas==3.0.6 numpy==2.3.5
"$home/venv/bin/python" -W ignore - <<'END'
import numpy as np, pandas as pd, trackpy as tp
rng = np.random.default_rng(0)
x = pd.DataFrame(rng.normal(size=(200, 40)).cumsum(0))      # frames, particles
x.loc[5:, 20:] = np.nan
def integral(lag):
    v = tp.motion.vanhove(x, lag, ensemble=True)
    return v.sum() * (v.index[1] - v.index[0])
short, long = integral(2), integral(10)
print(f"integral at lag 2: {short:.2f}, at lag 10: {long:.2f}")
assert np.isclose(short, 1) and np.isclose(long, .5)
END
