"""A server to ask."""
import re, subprocess, sys, threading

from bench import CETU


def start(*args):
    """Starts a server on a free port; the process and its address."""
    server = subprocess.Popen([CETU, "serve", "--bind", "127.0.0.1:0", *args], stderr=subprocess.PIPE, text=True)
    # A server that says nothing would make this wait for ever.
    watchdog = threading.Timer(60, server.kill)
    watchdog.start()
    for line in server.stderr:
        if found := re.search(r"http://127\.0\.0\.1:\d+", line):
            watchdog.cancel()
            # What it says later must not fill the pipe.
            threading.Thread(target=server.stderr.read, daemon=True).start()
            return server, found[0]
    sys.exit("cetu serve named no address")
