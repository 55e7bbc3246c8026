#!/usr/bin/env python3
"""Every export is read by rdflib, pyoxigraph and rapper, and says the same in all of them.

usage: formats.py [CETU]
"""
import re, subprocess, sys, tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "lib"))
from bench import CETU, REPORTS, Tally, cetu

import pyoxigraph as ox
import rdflib, rdflib.compare

rdflib.NORMALIZE_LITERALS = False

# format: (extension, pyoxigraph, rdflib, rapper), None where the peer does not know it
FORMATS = {
    "turtle": ("ttl", ox.RdfFormat.TURTLE, "turtle", "turtle"),
    "ntriples": ("nt", ox.RdfFormat.N_TRIPLES, "nt", "ntriples"),
    "nquads": ("nq", ox.RdfFormat.N_QUADS, "nquads", "nquads"),
    "trig": ("trig", ox.RdfFormat.TRIG, "trig", "trig"),
    "rdfxml": ("rdf", ox.RdfFormat.RDF_XML, "xml", "rdfxml"),
    "jsonld": ("jsonld", ox.RdfFormat.JSON_LD, "json-ld", None),
}
QUADS = {"nquads", "trig", "jsonld"}


def by_oxigraph(path, known):
    """The quads as pyoxigraph reads them."""
    return {quad for quad in ox.parse(path=str(path), format=known)}


def by_rdflib(path, known, quads):
    """The triples as rdflib reads them, and how many graphs hold them."""
    if not quads:
        graph = rdflib.Graph()
        graph.parse(path, format=known)
        return graph, 1
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(path, format=known)
    graph, names = rdflib.Graph(), set()
    for s, p, o, name in dataset.quads():
        graph.add((s, p, o))
        names.add(name)
    return graph, len(names)


def by_rapper(path, known):
    """How many statements rapper counts."""
    ran = subprocess.run(["rapper", "-c", "-i", known, str(path)], capture_output=True, text=True)
    count = re.search(r"returned (\d+) triple", ran.stderr)
    return int(count[1]) if ran.returncode == 0 and count else ran.stderr.strip()


def compare(tally, inputs, label, vocabulary, folder):
    seen = {}
    for name, (extension, oxigraph, rdf, rapper) in FORMATS.items():
        at, path = f"{label}, vocabulary {vocabulary}, {name}", folder / f"{label}.{vocabulary}.{extension}"
        cetu("export", *inputs, "--vocabulary", vocabulary, "-o", path)
        if label == "all":
            same = cetu("export", *inputs, "--vocabulary", vocabulary, "--format", name) == path.read_bytes()
            tally.check(same, f"{at}: --format and the extension give different bytes")
        quads = by_oxigraph(path, oxigraph)
        triples = {(q.subject, q.predicate, q.object) for q in quads}
        graph, graphs = by_rdflib(path, rdf, name in QUADS)
        seen[name] = (quads, triples, graph)
        tally.check(len(triples) > 50, f"{at}: only {len(triples)} triples")
        tally.check(len(graph) == len(triples), f"{at}: rdflib {len(graph)} triples, pyoxigraph {len(triples)}")
        if name in QUADS:
            named = len({q.graph_name for q in quads})
            tally.check(graphs == named, f"{at}: rdflib {graphs} graphs, pyoxigraph {named}")
        if rapper:
            count, wanted = by_rapper(path, rapper), len(quads)
            tally.check(count == wanted, f"{at}: rapper {count}, pyoxigraph {wanted}")
    quads, triples, graph = seen["nquads"]
    for name, (others, same, read) in seen.items():
        at = f"{label}, vocabulary {vocabulary}, {name}"
        tally.check(same == triples, f"{at}: not the triples of N-Quads")
        tally.check(name not in QUADS or others == quads, f"{at}: not the graphs of N-Quads")
        # Without blank nodes equal sets are isomorphic, and much sooner compared.
        isomorphic = set(read) == set(graph) or rdflib.compare.isomorphic(read, graph)
        tally.check(isomorphic, f"{at}: not isomorphic to N-Quads")
    # Both peers read the same terms, not only as many.
    terms = {tuple(t.n3() for t in triple) for triple in graph}
    written = {tuple(term(t) for t in triple) for triple in triples}
    tally.check(terms == written, f"{label}: rdflib and pyoxigraph differ: {sorted(terms ^ written)[:4]}")


def term(t):
    """A term of pyoxigraph as rdflib writes it."""
    if isinstance(t, ox.NamedNode):
        return rdflib.URIRef(t.value).n3()
    if isinstance(t, ox.BlankNode):
        return rdflib.BNode(t.value).n3()
    plain = t.datatype.value == "http://www.w3.org/2001/XMLSchema#string" or t.language
    return rdflib.Literal(t.value, lang=t.language, datatype=None if plain else rdflib.URIRef(t.datatype.value)).n3()


def main():
    tally = Tally("formats")
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        for report in sorted(REPORTS.glob("*.txt")):
            compare(tally, [report], report.stem, "used", folder)
        compare(tally, [REPORTS], "all", "none", folder)
        compare(tally, [REPORTS], "all", "all", folder)
        cetu("build", REPORTS, "--out", folder / "graph")
        (folder / "again.nq").write_bytes(cetu("export", "--graph", folder / "graph", "--vocabulary", "all", "--format", "nquads"))
        same = (folder / "again.nq").read_bytes() == (folder / "all.all.nq").read_bytes()
        tally.check(same, "a built graph exports other bytes than its reports")
        files = sorted(file for file in (folder / "graph").rglob("*.trig") if file.name != "description.trig")
        tally.check(len(files) == len(list(REPORTS.glob("*.txt"))) + 2, f"the graph folder holds {len(files)} TriG files")
        quads = set().union(*(by_oxigraph(file, ox.RdfFormat.TRIG) for file in files))
        tally.check(quads == by_oxigraph(folder / "again.nq", ox.RdfFormat.N_QUADS), "the files of a graph folder are not its export")
    tally.close()


if __name__ == "__main__":
    main()
