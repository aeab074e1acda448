#!/usr/bin/env bash
# trackpy's msd, imsd and emsd take the rows of a track without gaps for successive frames, whatever the column frame says.
#
# Versions: trackpy 0.7, pandas 3.0.6, Python 3.11.
# Input:    10 particles that all move by 1 per frame along x, frames 0 to 99, nothing missing; the rows sorted by frame, and mixed
#           (as in a table that was sorted by another column, joined from parts, or comes from another program).
# Seen:     a track without gaps goes through a Fourier transform that does not look at the column frame. Sorted, the mean
#           squared displacement is 1, 4, 9, ...; mixed, it is that of a permutation, about 1667 (twice the variance of 0 ... 99) at
#           all lag times: a plateau, like that of a cage. No error. compute_drift sorts before it computes, so the
#           drift of the same mixed table is right; the documentation asks for the columns frame, x, y and for no order.
# Hence:    sort by particle and frame first: t.sort_values(["particle", "frame"]).
# Prints:   sorted [1, 4, 9], mixed [1640, 1667, 1703], drift at frame 99 of the mixed table 99
# Ends with an error if this changes.
set -euo pipefail
home=$(mktemp -d); trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install -q trackpy==0.7 pandas==3.0.6
"$home/venv/bin/python" -W ignore - <<'END'
import numpy as np, pandas as pd, trackpy as tp
frame, particle = np.divmod(np.arange(1000), 10)
t = pd.DataFrame(dict(x=frame + 10.*particle, y=0.*frame, frame=frame, particle=particle))
mixed = t.iloc[np.random.default_rng(0).permutation(len(t))]
good, bad = tp.emsd(t, 1, 1, 3).to_numpy(), tp.emsd(mixed, 1, 1, 3).to_numpy()
drift = tp.compute_drift(mixed).x.loc[99]
print(f"sorted {[round(m) for m in good]}, mixed {[round(m) for m in bad]}, drift at frame 99 of the mixed table {drift:.0f}")
assert np.allclose(good, [1, 4, 9]) and np.all(abs(bad / (2 * np.arange(100).var()) - 1) < .2) and np.isclose(drift, 99)
END
