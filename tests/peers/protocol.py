#!/usr/bin/env python3
"""The W3C's cases of the SPARQL 1.1 Protocol, and those of a read-only endpoint, by a runner beside the project.

usage: protocol.py [CETU]      (loopback only; CETU_SHARED names another folder than ../shared)

The same behaviour is held by `tests/cli/serve`; this asks the W3C's own requests, and says so when it cannot.
"""
import os, re, subprocess, sys, tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "lib"))
from bench import ROOT, Tally
from server import start

RUNNER = Path(os.environ.get("CETU_SHARED", ROOT.parent / "shared")) / "tools" / "sparql_protocol.py"


def main():
    if not RUNNER.exists():
        print(f"protocol: skipped, there is no {RUNNER}")
        return
    tally = Tally("protocol")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, RUNNER, "--emit-dataset", Path(folder) / "data.nq"], check=True)
        server, home = start("--graph", folder, "--cors", "*")
        try:
            ran = subprocess.run([sys.executable, RUNNER, "--read-only", "--query", f"{home}/sparql", "--gsp", f"{home}/store", "-v"],
                                 capture_output=True, text=True, timeout=300)
        finally:
            server.terminate()
            server.wait(timeout=20)
    for line in ran.stdout.splitlines():
        if found := re.match(r"(PASS|FAIL) (.*)", line):
            tally.check(found[1] == "PASS", found[2])
    tally.check(ran.returncode == 0, f"the runner ended with {ran.returncode}: {ran.stderr[-500:]}")
    tally.close()


if __name__ == "__main__":
    main()
