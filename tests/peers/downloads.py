#!/usr/bin/env python3
"""pyoxigraph and curl take the whole data set, in every form, and it is the same each time.

usage: downloads.py [CETU]      (loopback only)
"""
import gzip, subprocess, sys, tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "lib"))
from bench import REPORTS, Tally, cetu
from server import start

import pyoxigraph as ox

FORMS = {"trig": ox.RdfFormat.TRIG, "nq": ox.RdfFormat.N_QUADS, "ttl": ox.RdfFormat.TURTLE, "nt": ox.RdfFormat.N_TRIPLES,
         "rdf": ox.RdfFormat.RDF_XML, "jsonld": ox.RdfFormat.JSON_LD}


def curl(*args):
    ran = subprocess.run(["curl", "-sS", "--max-time", "60", "--noproxy", "*", "-w", "%{http_code}", *args], capture_output=True)
    return int(ran.stdout[-3:] or 0), ran.stdout[:-3]


def main():
    tally = Tally("downloads")
    with tempfile.TemporaryDirectory() as folder:
        graph, folder = Path(folder) / "graph", Path(folder)
        cetu("build", REPORTS, "--out", graph)
        server, home = start("--graph", graph)
        try:
            whole = None
            for extension, form in FORMS.items():
                address = f"{home}/download/cetu.{extension}"
                status, plain = curl(address)
                quads = {(q.subject, q.predicate, q.object, q.graph_name) for q in ox.parse(plain, form)} if status == 200 else set()
                whole = whole or quads
                named = quads if extension in ("trig", "nq", "jsonld") else None
                tally.check(len(quads) > 20_000, f"{extension}: {status}, {len(quads)} statements")
                tally.check(named is None or named == whole, f"{extension}: other quads than in TriG")
                tally.check({q[:3] for q in quads} == {q[:3] for q in whole}, f"{extension}: other triples than in TriG")
                status, packed = curl(f"{address}.gz")
                tally.check(status == 200 and gzip.decompress(packed) == plain, f"{extension}.gz holds something else")
                status, unpacked = curl("--compressed", address)
                tally.check(status == 200 and unpacked == plain, f"{extension}, compressed on the way, is something else")
                tag = folder / "tag"
                first, again = curl("--etag-save", tag, address)[0], curl("--etag-compare", tag, address)
                tally.check((first, again) == (200, (304, b"")), f"{extension}: {first}, then {again[0]} to the same tag")
            store = ox.Store()
            store.bulk_load(curl(f"{home}/download/cetu.nq")[1], ox.RdfFormat.N_QUADS)
            tally.check(len(store) == len(whole), f"a store of it has {len(store)} quads, not {len(whole)}")
            for graph in store.named_graphs():
                status, body = curl("-G", "-H", "Accept: application/n-triples", "--data-urlencode", f"graph={graph.value}", f"{home}/store")
                triples = {(q.subject, q.predicate, q.object) for q in ox.parse(body, ox.RdfFormat.N_TRIPLES)}
                expected = {(q.subject, q.predicate, q.object) for q in store.quads_for_pattern(None, None, None, graph)}
                tally.check(status == 200 and triples == expected, f"{graph}: {status}, {len(triples)} triples, not {len(expected)}")
        finally:
            server.terminate()
            tally.check(server.wait(timeout=20) == 0, "the server did not end well")
    tally.close()


if __name__ == "__main__":
    main()
