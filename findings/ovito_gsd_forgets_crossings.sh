#!/usr/bin/env bash
# OVITO's GSD exporter forgets how often particles have crossed the border of the box.
#
# Versions: ovito 3.17.2, gsd 5.0.1, Python 3.11, Linux.
# Input:    a GSD file of two frames, written by gsd, with particles/image (HOOMD keeps there how often a particle has crossed
#           each border; position + image * box is where it really is).
# Seen:     OVITO reads the counts (its property Periodic Image), and its exporter for LAMMPS dumps writes them as ix iy iz.
#           Its exporter for GSD writes particles/image = 0 in every frame. It does count what it folds itself: a position
#           outside of the box is folded, and its count is right.
# Hence:    the array is there, and it is wrong: a mean squared displacement computed with it from the exported file is that of
#           folded positions, with jumps of a box length. Counts that are zero for all particles in all frames mean "not known".
# Prints:   gsd file:      image of particle 0 in frame 1 is [1 0 0]
#           OVITO reads:   [1 0 0]
#           LAMMPS dump:   1 0 -3.5 0.0 0.0 1 0 0
#           exported GSD:  image [0 0 0] although it is stored: True
#           from outside:  position 6.5 in a box of 10 becomes -3.5 with image [1 0 0]
# Ends with an error if this changes.
set -euo pipefail
home=$(mktemp -d); trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install -q ovito==3.17.2 gsd==5.0.1
cd "$home"
"$home/venv/bin/python" - <<'END'
import gsd.hoomd, numpy as np
from ovito.io import export_file, import_file

def write(name, x, images):
    with gsd.hoomd.open(name, "w") as f:
        for k, image in enumerate(images):
            s = gsd.hoomd.Frame()
            s.configuration.step, s.configuration.box = k, [10, 10, 10, 0, 0, 0]
            s.particles.N, s.particles.types = 2, ["A"]
            s.particles.position = [[x[k], 0, 0], [1, 2, 3]]
            s.particles.image = [image, [0, 0, 0]]
            f.append(s)

write("crossed.gsd", (4.5, -3.5), ([0, 0, 0], [1, 0, 0]))            # by two units to the right, across the border
with gsd.hoomd.open("crossed.gsd", "r") as f: stored = f[1].particles.image[0]
print("gsd file:      image of particle 0 in frame 1 is", stored)
source = import_file("crossed.gsd")
known = source.compute(1).particles["Periodic Image"][0]
print("OVITO reads:  ", known)
columns = ["Particle Identifier", "Particle Type", "Position", "Periodic Image"]
export_file(source, "out.dump", "lammps/dump", columns=columns[1:], frame=1)
line = open("out.dump").read().splitlines()[-2]
print("LAMMPS dump:  ", "1", line)
export_file(source, "out.gsd", "gsd/hoomd", multiple_frames=True)
with gsd.hoomd.open("out.gsd", "r") as f:
    lost, there, position = f[1].particles.image[0], f.file.chunk_exists(1, "particles/image"), f[1].particles.position[0]
print("exported GSD:  image", lost, "although it is stored:", there)
write("outside.gsd", (4.5, 6.5), ([0, 0, 0], [0, 0, 0]))
export_file(import_file("outside.gsd"), "out2.gsd", "gsd/hoomd", multiple_frames=True)
with gsd.hoomd.open("out2.gsd", "r") as f: folded, counted = f[1].particles.position[0], f[1].particles.image[0]
print(f"from outside:  position 6.5 in a box of 10 becomes {folded[0]} with image {counted}")
assert stored.tolist() == known.tolist() == [1, 0, 0] and line.split()[-3:] == ["1", "0", "0"]
assert there and lost.tolist() == [0, 0, 0] and np.allclose(position, [-3.5, 0, 0])
assert np.allclose(folded, [-3.5, 0, 0]) and counted.tolist() == [1, 0, 0]
END
