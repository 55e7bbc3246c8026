#!/usr/bin/env python3
"""Fails when the extractor falls below the bars on hand-annotated reports.

usage: score.py SHARED CETU      SHARED holds tools/score.py, gold/ and corpus/
"""
import csv, json, shlex, subprocess, sys
from pathlib import Path

# (set, what, how it is found in the scores, bar)
BARS = [
    ("seed", "figures F1", lambda s: s["figures"]["f"], 0.98),
    ("seed", "full fact F1", lambda s: s["full_fact"]["f"], 0.93),
    ("seed", "sections F1", lambda s: s["sections"]["f"], 1.00),
    ("seed", "linking F1", lambda s: s["linking"]["f"], 1.00),
    ("seed", "programs F1", lambda s: s["programs"]["f"], 0.85),
    ("dev", "figures F1", lambda s: s["figures"]["f"], 0.97),
    *[("dev", name, lambda s, name=name: s["fields"][name], bar)
      for name, bar in [("value", 0.99), ("unit", 0.98), ("comparator", 0.97), ("aspect", 0.96), ("status", 0.96),
                        ("place", 0.96), ("period", 0.94), ("indicator", 0.90)]],
    ("dev", "full fact F1", lambda s: s["full_fact"]["f"], 0.80),
    ("dev", "linking F1", lambda s: s["linking"]["f"], 0.90),
    ("dev", "programs F1", lambda s: s["programs"]["f"], 0.78),
    ("dev", "sections F1", lambda s: s["sections"]["f"], 0.93),
]


def scores(shared, cetu, name):
    command = [sys.executable, shared / "tools/score.py", "--json", "--gold", shared / "gold" / name,
               "--text", shared / "corpus", "--extract", f"{shlex.quote(str(cetu))} extract --format jsonl {{}}"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def stress(shared, cetu):
    """The expressions of gold/stress.tsv that are not read as they should be: one number, or two apart, a line."""
    wrong = []
    lines = list(csv.DictReader(open(shared / "gold/stress.tsv", encoding="utf-8"), delimiter="\t"))
    for line in lines:
        run = subprocess.run([cetu, "extract", "-", "--format", "jsonl"], input=line["text"] + "。\n",
                             capture_output=True, text=True, check=True)
        facts = [json.loads(row) for row in run.stdout.splitlines()]
        figures = [fact for fact in facts if fact["type"] == "figure"]
        if line["comparator"] == "two-values":
            right = sorted(float(f["value"]) for f in figures) == [2000, 3000]
        else:
            right = any(close(f["value"], line["value"]) and close(f.get("value2"), line["value2"])
                        and f["unit"] == line["unit"] and f["comparator"] == line["comparator"] for f in figures)
        if not right:
            wrong.append(line["text"])
    return wrong, len(lines)


def close(found, wanted):
    return not wanted or (found is not None and abs(float(found) - float(wanted)) <= 1e-4 * max(1, abs(float(wanted))))


def main():
    shared, cetu = Path(sys.argv[1]), Path(sys.argv[2]).resolve()
    found = {name: scores(shared, cetu, name) for name in ("seed", "dev")}
    results = [(f"{name} {what}", get(found[name]), bar) for name, what, get, bar in BARS]
    ok = [value >= bar - 1e-9 for _, value, bar in results]
    for (label, value, bar), good in zip(results, ok):
        print(f"{'ok  ' if good else 'FAIL'} {label:20} {value:.3f}  (at least {bar:.2f})")
    for name, score in found.items():
        for label, bad in (("values wrong by a power of ten", score["scale_errors"]),
                           ("misplaced spans", score["misplaced_spans"]), ("documents not read", score["failed_documents"])):
            ok.append(not bad)
            print(f"{'FAIL' if bad else 'ok  '} {name} {label}: {bad or 0}")
    wrong, lines = stress(shared, cetu)
    ok.append(not wrong)
    print(f"{'FAIL' if wrong else 'ok  '} stress: {lines - len(wrong)} of {lines}", *wrong)
    print(f"score: {sum(ok)} passed, {len(ok) - sum(ok)} failed")
    sys.exit(0 if all(ok) else 1)


if __name__ == "__main__":
    main()
