"""The picture and the film of the first page, from a study: python nbs/_build/film.py DIR [--snapshot K] [--run R] [--out FOLDER]

`glassnb run` leaves the folder DIR. The picture, snapshots.png, is Fig. 1 of its report. For the film one of
its runs is repeated from its seed with evenly spaced times, and the disks are coloured by what the snapshot knew before anything
moved (P_red) and by how far they have gone. Writes film.html, which plays without Python, and film.png, its last picture. Three
choices keep the page small and quiet: a frame shows the mean position over the time since the last one, as a film is exposed;
positions are rounded to 1/128 sigma, a tenth of a pixel, and distances to 1/32 sigma.
"""
import argparse
import io
from dataclasses import replace
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from PIL import Image
from scipy.stats import rankdata

from glassnb.correlation import rank_correlation
from glassnb.dynamics import cage_relative
from glassnb.md import simulate
from glassnb.neighbors import voronoi
from glassnb.preparation import thermalize
from glassnb.propensity import run_seed
from glassnb.report import fig_snapshots
from glassnb.result import Result
from glassnb.snapshot import draw
from glassnb.store import Store, open_study
from glassnb.viewer import DiskView

FRAMES, EXPOSURES, FURTHEST = 48, 10, 1.2   # pictures; positions behind each of them; sigma, end of the colour bar
STRUCTURE, DISTANCE = "P_red, rank within the species", "cage-relative distance from the start / σ"


def exposed(s, seed, t_max):
    "One run as FRAMES pictures, evenly spaced up to t_max"
    run = simulate(thermalize(s, seed), np.linspace(0, t_max, FRAMES * EXPOSURES + 1)[1:])
    pos = run.pos.reshape(FRAMES, EXPOSURES, *s.pos.shape).mean(1)
    times = run.times.reshape(FRAMES, EXPOSURES).mean(1)
    return replace(run, times=times, pos=np.round(128 * pos) / 128, vel=run.vel[::EXPOSURES])


def ranks(x, species):
    "Place of each particle among those of its species, from 0 to 1"
    out = np.full(len(x), np.nan)
    for kind in np.unique(species):
        at = np.flatnonzero((species == kind) & np.isfinite(x))
        out[at] = (rankdata(x[at]) - 1) / (len(at) - 1)
    return out


def save(fig, path):
    "A figure in few bytes"
    fig.savefig(drawn := io.BytesIO(), dpi=100)
    picture = Image.open(drawn).convert("RGB")
    picture.quantize(256, dither=Image.Dither.NONE, kmeans=2).save(path, optimize=True)


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("study", type=Path, help="folder of a study that is done")
    ask.add_argument("--snapshot", type=int, default=0, help="which of its snapshots (default: 0)")
    ask.add_argument("--run", type=int, default=0, help="which of its runs (default: 0)")
    ask.add_argument("--out", type=Path, default=Path(__file__).resolve().parents[1] / "images", help="folder (default: nbs/images)")
    said = ask.parse_args()
    ds, k = open_study(said.study), said.snapshot
    said.out.mkdir(parents=True, exist_ok=True)
    s, score = Result(ds).snapshot(k), str(Result(ds).main_score)
    seed = run_seed(run_seed(run_seed(Store(said.study).record["study"]["seed"], k), 1), said.run)
    film, bonds, large = exposed(s, seed, float(ds.time[-1])), voronoi(s), s.species == 0
    away = np.round(32 * cage_relative(film, bonds)) / 32
    P, share = (ds.scores[:, k].sel(score=name).values for name in (score, "composition"))
    rho = {name: rank_correlation(x[large], away[:, large]) for name, x in (("P_red", P), ("few large neighbours", -share))}
    shown = {STRUCTURE: ranks(P, s.species), DISTANCE: away}
    view = DiskView(film, shown, cmap={STRUCTURE: "RdYlBu_r"}, vmin={DISTANCE: 0}, vmax={DISTANCE: FURTHEST},
                    bonds=bonds, curves=rho, size=400)
    view.axes = ["", "", "rank correlation, large disks"]
    view.tick = FRAMES - 1   # what one sees before it is played
    page = view.to_html(said.out / "film.html", title="a glass, and what its structure knew")
    fig, axs = plt.subplots(1, 2, figsize=(7.2, 4.4), layout="constrained")
    for ax, (name, values), cmap, most in zip(axs, shown.items(), ("RdYlBu_r", "viridis"), (1, FURTHEST)):
        draw(film[-1], values if values.ndim == 1 else values[-1], ax, cmap=cmap, vmin=0, vmax=most)
        fig.colorbar(ax.collections[0], ax=ax, location="bottom", shrink=0.9, label=name)
    axs[0].set_title("known when nothing has moved", fontsize="medium")
    axs[1].set_title(f"one run, after {film.times[-1]:.0f} $t_0$", fontsize="medium")
    fig.suptitle("rank correlation with the distance, large disks: " + ", ".join(f"{name} {y[-1]:.2f}" for name, y in rho.items()),
                 fontsize="medium")
    save(fig, said.out / "film.png")
    save(fig_snapshots(ds, k), said.out / "snapshots.png")
    print(f"film.html: {len(page.encode()) / 1e3:.0f} kB; {score}, snapshot {k}, run {said.run}; rank correlation with the distance "
          "of large disks at the end: " + ", ".join(f"{name} {y[-1]:+.2f}" for name, y in rho.items()))


if __name__ == "__main__":
    main()
