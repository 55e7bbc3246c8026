#!/usr/bin/env python3
"""Two builds, and two exports, of the same reports are byte-identical, whatever the order, place or time.

usage: determinism.py [CETU]
"""
import os, shutil, sys, tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "lib"))
from bench import REPORTS, Tally, cetu


def files(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def main():
    tally = Tally("determinism")
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        cetu("build", REPORTS, "--out", folder / "first")
        first = files(folder / "first")
        tally.check(len(first) > 3, "the graph folder is nearly empty")
        # The same bytes in another place, written in another order, read at another time.
        copy = folder / "elsewhere" / "reports"
        copy.mkdir(parents=True)
        for report in sorted(REPORTS.iterdir(), reverse=True):
            shutil.copy(report, copy)
            os.utime(copy / report.name, (1, 1))
        cetu("build", copy, "--out", folder / "second")
        second = files(folder / "second")
        tally.check(first.keys() == second.keys(), f"other files: {sorted(first.keys() ^ second.keys())}")
        for name in first.keys() & second.keys():
            tally.check(first[name] == second[name], f"{name}: differs between two builds")
        # Files named one by one, last first, make the same graph as their folder.
        cetu("build", *sorted(copy.glob("*.txt"), reverse=True), "--out", folder / "third")
        tally.check(files(folder / "third") == first, "the order of the arguments changes the graph")
        cetu("build", REPORTS, "--out", folder / "first")
        tally.check(files(folder / "first") == first, "building again in place changes the graph")
        for name in ("turtle", "ntriples", "nquads", "trig", "rdfxml", "jsonld", "jsonl", "csv"):
            once, twice = (cetu("export", where, "--format", name) for where in (REPORTS, copy))
            tally.check(once and once == twice, f"export as {name}: differs between two runs")
    tally.close()


if __name__ == "__main__":
    main()
