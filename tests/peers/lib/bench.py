"""What the scripts share: the binary, the examples, and a count of what held."""
import subprocess, sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
REPORTS = ROOT / "examples" / "reports"
CETU = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "target/release/cetu").resolve()


def cetu(*args):
    """Runs the binary; its standard output."""
    ran = subprocess.run([CETU, *args], capture_output=True)
    if ran.returncode:
        sys.exit(f"cetu {' '.join(map(str, args))}: exit {ran.returncode}\n{ran.stderr.decode()}")
    return ran.stdout


class Tally:
    """Counts checks; the last line says how many held."""

    def __init__(self, name):
        self.name, self.passed, self.failed = name, 0, 0

    def check(self, holds, what):
        self.passed += bool(holds)
        self.failed += not holds
        if not holds:
            print(f"FAIL {what}")

    def close(self):
        print(f"{self.name}: {self.passed} passed, {self.failed} failed")
        sys.exit(1 if self.failed or not self.passed else 0)
