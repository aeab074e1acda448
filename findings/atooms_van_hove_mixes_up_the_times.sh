#!/usr/bin/env bash
# atooms-pp's self part of the van Hove function comes out at the wrong times as soon as the time step is not a whole number.
#
# Versions: atooms-pp 4.4.0, atooms 3.30.2, f2py-jit 1.2.2, numpy 2.3.5, Python 3.11, Linux.
# Input:    1000 random walks in three dimensions, a step of variance 0.01 along each axis per frame, 30 frames, in memory; lag times
#           of 1, 3 and 6 frames. Once the time step is 1, once it is 0.1; the walks are the same.
# Seen:     lag times are differences of times in floating point, 0.09999999999999987, 0.1, 0.10000000000000003, ..., and every one
#           that differs in its last digits becomes a lag of its own: with a time step of 1 there are 4 functions (0 among them), with
#           0.1 there are 17. The list of times is sorted, the list of functions is in the order in which lags were first met, and so
#           most functions stand beside another time and another grid of x: variances between 0.006 and 0.016 of the lag, where 0.01
#           is right. In both cases the integral is not 1: it is 3 N for x (N for r, radial=True), though the documentation has 1/N in
#           front of the sum. No error, no warning.
# Hence:    set the time step to 1 and multiply the times afterwards; divide by the integral.
# Prints:   time step 1.0: 4 lags, variance over lag 0.01 0.01 0.01 integral 3000.0 3000.0 3000.0
#           time step 0.1: 17 lags, variance over lag from 0.006 to 0.016, integral from 1273 to 6803
# Ends with an error if this changes.
set -euo pipefail
home=$(mktemp -d); trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install -q --no-deps atooms-pp==4.4.0 atooms==3.30.2 f2py-jit==1.2.2 numpy==2.3.5
cd "$home"
"$home/venv/bin/python" -W ignore - 2>log <<'END' || { cat log; exit 1; }
import os
here = os.dup(1); os.dup2(2, 1)                 # a compiler's messages go to the log
import atooms.postprocessing as pp
os.dup2(here, 1)
import numpy as np
from atooms.system import Cell, Particle, System
from atooms.trajectory.ram import TrajectoryRam

def functions(dt, L=50., N=1000):
    rng = np.random.default_rng(0)
    x, t = rng.uniform(0, L, (N, 3)), TrajectoryRam()
    t.timestep = dt
    for step in range(30):
        t.write(System(particle=[Particle(position=p) for p in x % L - L / 2], cell=Cell(side=[L] * 3)), step)
        x = x + rng.normal(0, .1, (N, 3))
    G = pp.SelfVanHoveDistribution(t, tgrid=[0, dt, 3 * dt, 6 * dt], rsamples=100)
    G.compute()
    lag = np.array(G.grid[0]) / dt
    x, G = np.array(G.grid[1]), np.array(G.value)
    integral = (G * (x[:, 1:2] - x[:, :1])).sum(1)
    return len(lag), ((G * x**2).sum(1) / G.sum(1) / np.maximum(lag, 1))[1:], integral[1:]

n, v, I = functions(1)
print(f"time step 1.0: {n} lags, variance over lag", *np.round(v, 3), "integral", *np.round(I))
assert n == 4 and np.allclose(v, .01, rtol=.01) and np.allclose(I, 3000)
n, v, I = functions(.1)
print(f"time step 0.1: {n} lags, variance over lag from {v.min():.3f} to {v.max():.3f}, integral from {I.min():.0f} to {I.max():.0f}")
assert n > 10 and v.min() < .008 and v.max() > .012 and I.min() < 2000 and I.max() > 5000
END
