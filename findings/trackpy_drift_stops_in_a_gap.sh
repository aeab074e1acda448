#!/usr/bin/env bash
# trackpy's compute_drift leaves out what the stage does while frames are missing, so after a gap subtract_drift leaves it in the tracks.
#
# Versions: trackpy 0.7, pandas 3.0.6, Python 3.11.
# Input:    20 particles that all move by 1 per frame along x, frames 0 to 9 and 30 to 39.
# Seen:     the drift is summed over steps between successive frames only: at frame 39 it is 18 and not 39, and positions
#           "without drift" jump by 21 between frame 9 and frame 30. No warning.
# Hence:    measure displacements relative to the mean of the particles that are in both frames (glassnb.track_motion), or give
#           each part of a film its own drift.
# Prints:   drift at frame 39: 18 of 39; a particle at rest moves by 21
# Ends with an error if this changes.
set -euo pipefail
home=$(mktemp -d); trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install -q trackpy==0.7 pandas==3.0.6
"$home/venv/bin/python" - <<'END'
import numpy as np, pandas as pd, trackpy as tp
frame, particle = np.divmod(np.arange(800), 20)
df = pd.DataFrame(dict(x=frame + 10.*particle, y=0.*frame, frame=frame, particle=particle))
df = df[~df.frame.between(10, 29)]
drift = tp.compute_drift(df)
still = tp.subtract_drift(df.copy(), drift).reset_index(drop=True)
one = still[still.particle == 0].set_index("frame").x
left = one[39] - one[1]
print(f"drift at frame 39: {drift.x[39]:.0f} of 39; a particle at rest moves by {left:.0f}")
assert drift.x[39] == 18 and left == 21
END
