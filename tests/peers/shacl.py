#!/usr/bin/env python3
"""`cetu check` and pySHACL find the same things at fault by ontology/shapes.ttl: in the planted errors, and none in
the graph of the examples.

usage: shacl.py [CETU]
"""
import json, shutil, subprocess, sys, tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "lib"))
from bench import CETU, REPORTS, ROOT, cetu

import pyoxigraph as ox
import pyshacl
from rdflib import RDF, SH

SHAPES = ROOT / "ontology" / "shapes.ttl"
DEF = "https://w3id.org/cetu/def"


def by_cetu(file):
    """Focus nodes that Cetu reports; it takes a folder and adds the vocabularies itself."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(file, folder)
        command = [CETU, "check", "--graph", folder, "--format", "json"]
        ran = subprocess.run(command, capture_output=True)
    if ran.returncode not in (0, 1):
        sys.exit(f"cetu check: exit {ran.returncode}\n{ran.stderr.decode()}")
    return {violation["focus"] for violation in json.loads(ran.stdout)["violations"]}


def by_pyshacl(file):
    """Focus nodes that pySHACL reports. It is slow, so it gets of the vocabularies only what the file speaks of."""
    data, vocabulary = ox.Store(), ox.Store()
    for path in sorted((ROOT / "ontology").glob("*.ttl")):
        if path != SHAPES:
            vocabulary.extend(triples(path))
    data.extend(triples(file))
    data.extend(quad for quad in vocabulary if quad.subject.value.startswith(DEF))
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
    results = report.objects(report.value(predicate=RDF.type, object=SH.ValidationReport), SH.result)
    return {str(report.value(result, SH.focusNode)) for result in results}


def triples(path):
    """The triples of a file, without the names of its graphs."""
    known = ox.RdfFormat.from_extension(Path(path).suffix[1:])
    for quad in ox.parse(path=str(path), format=known, rename_blank_nodes=True):
        yield ox.Quad(quad.subject, quad.predicate, quad.object)


same = different = 0
with tempfile.TemporaryDirectory() as folder:
    examples = Path(folder) / "examples.nq"
    examples.write_bytes(cetu("export", REPORTS, "--format", "nquads"))
    for file in (ROOT / "tests" / "data" / "broken.ttl", examples):
        ours, theirs = by_cetu(file), by_pyshacl(file)
        for said, nodes in (("only cetu", ours - theirs), ("only pySHACL", theirs - ours)):
            for node in sorted(nodes):
                print(f"FAIL {said}: {node}", file=sys.stderr)
        different += len(ours ^ theirs)
        # A graph without a fault counts as one agreement.
        same += len(ours & theirs) or not ours ^ theirs
print(f"shacl: {same} passed, {different} failed")
sys.exit(different > 0)
