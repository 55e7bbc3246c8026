#!/usr/bin/env python3
"""Compares what `cetu check` says of some RDF with what pySHACL says of it.

Both validate the files, together with the vocabularies, by ontology/shapes.ttl; the sets of focus
nodes have to be the same. Needs pyshacl and pyoxigraph.

    python tests/peers/shacl.py [--cetu target/debug/cetu] [FILE ...]

FILE is RDF in Turtle, TriG or N-Quads; without one it is tests/data/broken.ttl.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pyoxigraph as ox
import pyshacl
from rdflib import RDF, SH

ROOT = Path(__file__).resolve().parents[2]
SHAPES = ROOT / "ontology" / "shapes.ttl"
DEF = "https://w3id.org/cetu/def"


def by_cetu(cetu, files):
    """Focus nodes that Cetu reports; it takes a folder and adds the vocabularies itself."""
    with tempfile.TemporaryDirectory() as folder:
        for number, file in enumerate(files):
            shutil.copy(file, Path(folder) / f"{number}-{file.name}")
        command = [cetu, "check", "--graph", folder, "--format", "json"]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: {run.stderr}")
    return {violation["focus"] for violation in json.loads(run.stdout)["violations"]}


def by_pyshacl(files):
    """Focus nodes that pySHACL reports. It is slow, so it gets of the vocabularies only what the files speak of."""
    data, vocabulary = ox.Store(), ox.Store()
    for path in sorted((ROOT / "ontology").glob("*.ttl")):
        if path != SHAPES:
            vocabulary.extend(triples(path))
    for file in files:
        data.extend(triples(file))
    for quad in vocabulary:
        if quad.subject.value.startswith(DEF):
            data.add(quad)
    queue, seen = [quad.object for quad in data], set()
    while queue:
        node = queue.pop()
        if node in seen or not isinstance(node, ox.NamedNode):
            continue
        seen.add(node)
        for quad in vocabulary.quads_for_pattern(node, None, None, None):
            data.add(quad)
            queue.append(quad.object)
    _, report, _ = pyshacl.validate(data, shacl_graph=str(SHAPES), shacl_graph_format="turtle", inference="none")
    results = report.objects(next(report.subjects(RDF.type, SH.ValidationReport)), SH.result)
    return {str(report.value(result, SH.focusNode)) for result in results}


def triples(path):
    """The triples of a file, without the names of its graphs."""
    form = ox.RdfFormat.from_extension(path.suffix[1:])
    for quad in ox.parse(path=str(path), format=form, rename_blank_nodes=True):
        yield ox.Quad(quad.subject, quad.predicate, quad.object)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cetu", default=str(ROOT / "target" / "debug" / "cetu"), help="the binary")
    parser.add_argument("files", nargs="*", type=Path, default=[ROOT / "tests" / "data" / "broken.ttl"])
    args = parser.parse_args()
    ours, theirs = by_cetu(args.cetu, args.files), by_pyshacl(args.files)
    for said, nodes in (("only cetu", ours - theirs), ("only pySHACL", theirs - ours)):
        for node in sorted(nodes):
            print(f"{said}: {node}", file=sys.stderr)
    same = "the same" if ours == theirs else "different"
    print(f"shacl: {len(ours)} focus nodes by cetu, {len(theirs)} by pySHACL {pyshacl.__version__}: {same}")
    sys.exit(ours != theirs)


if __name__ == "__main__":
    main()
