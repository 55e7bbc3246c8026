#!/usr/bin/env python3
"""Fails when the extractor falls below the bars on hand-annotated reports.

usage: score.py SHARED CETU      SHARED holds tools/score.py, gold/ and corpus/
"""
import json, shlex, subprocess, sys
from pathlib import Path

# (set, what, how it is found in the scores, bar)
BARS = [
    ("seed", "figures F1", lambda s: s["figures"]["f"], 0.98),
    ("seed", "full fact F1", lambda s: s["full_fact"]["f"], 0.93),
    ("seed", "sections F1", lambda s: s["sections"]["f"], 1.00),
    ("seed", "linking F1", lambda s: s["linking"]["f"], 1.00),
    ("dev", "figures F1", lambda s: s["figures"]["f"], 0.97),
    ("dev", "full fact F1", lambda s: s["full_fact"]["f"], 0.80),
    ("dev", "linking F1", lambda s: s["linking"]["f"], 0.90),
    ("dev", "programs F1", lambda s: s["programs"]["f"], 0.70),
]


def scores(shared, cetu, name):
    command = [sys.executable, shared / "tools/score.py", "--json", "--gold", shared / "gold" / name,
               "--text", shared / "corpus", "--extract", f"{shlex.quote(str(cetu))} extract --format jsonl {{}}"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main():
    shared, cetu = Path(sys.argv[1]), Path(sys.argv[2]).resolve()
    found = {name: scores(shared, cetu, name) for name in ("seed", "dev")}
    results = [(f"{name} {what}", get(found[name]), bar) for name, what, get, bar in BARS]
    ok = [value >= bar - 1e-9 for _, value, bar in results]
    for (label, value, bar), good in zip(results, ok):
        print(f"{'ok  ' if good else 'FAIL'} {label:20} {value:.3f}  (at least {bar:.2f})")
    for name, score in found.items():
        for label, bad in (("misplaced spans", score["misplaced_spans"]), ("documents not read", score["failed_documents"])):
            ok.append(not bad)
            print(f"{'FAIL' if bad else 'ok  '} {name} {label}: {bad or 0}")
    print(f"score: {sum(ok)} passed, {len(ok) - sum(ok)} failed")
    sys.exit(0 if all(ok) else 1)


if __name__ == "__main__":
    main()
