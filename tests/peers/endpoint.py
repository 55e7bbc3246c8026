#!/usr/bin/env python3
"""`cetu serve` answers curl, urllib and SPARQLWrapper alike, in every format that they ask for.

usage: endpoint.py [CETU]      (loopback only)
"""
import csv, io, json, subprocess, sys, tempfile, urllib.error, urllib.parse, urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "lib"))
from bench import REPORTS, Tally, cetu
from server import start

import rdflib
from SPARQLWrapper import CSV, JSON, JSONLD, N3, POST, RDFXML, TSV, TURTLE, URLENCODED, POSTDIRECTLY, XML, SPARQLWrapper

SELECT = """PREFIX cetu: <https://w3id.org/cetu/def#>
SELECT ?text WHERE { ?o a cetu:Observation ; cetu:valueText ?text } ORDER BY ?text"""
ASK = "ASK { ?s a <https://w3id.org/cetu/def#Observation> }"
CONSTRUCT = """PREFIX cetu: <https://w3id.org/cetu/def#>
CONSTRUCT { ?o cetu:valueText ?text } WHERE { ?o a cetu:Observation ; cetu:valueText ?text }"""
NAMESPACE = "{http://www.w3.org/2005/sparql-results#}"
ROWS = {
    "application/sparql-results+json": lambda b: [r["text"]["value"] for r in json.loads(b)["results"]["bindings"]],
    "application/sparql-results+xml": lambda b: [e.text for e in xml(b).iter(f"{NAMESPACE}literal")],
    "text/csv": lambda b: [row[0] for row in csv.reader(io.StringIO(b.decode()))][1:],
    "text/tab-separated-values": lambda b: [line.strip('"') for line in b.decode().splitlines()[1:]],
}
TRIPLES = {"text/turtle": "turtle", "application/n-triples": "nt", "application/rdf+xml": "xml", "application/ld+json": "json-ld"}


def xml(body):
    from xml.etree import ElementTree
    return ElementTree.fromstring(body)


def by_urllib(address, query=None, accept=None, method="GET", body=None, kind=None):
    url = address + ("?" + urllib.parse.urlencode({"query": query}) if query else "")
    headers = {k: v for k, v in (("Accept", accept), ("Content-Type", kind)) if v}
    request = urllib.request.Request(url, data=body, headers=headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.headers.get("Content-Type", ""), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers.get("Content-Type", ""), error.read()


def by_curl(*args):
    ran = subprocess.run(["curl", "-sS", "--max-time", "20", "--noproxy", "*", "-w", "\n%{http_code} %{content_type}", *args],
                         capture_output=True, check=True)
    body, _, last = ran.stdout.rpartition(b"\n")
    status, _, media = last.decode().partition(" ")
    return int(status), media, body


def ask(tally, home, wanted):
    endpoint = f"{home}/sparql"
    status, media, body = by_urllib(f"{home}/healthz")
    tally.check(status == 200, f"/healthz: {status}")
    tally.check(by_urllib(home + "/")[1].startswith("text/html"), "/ is no page")
    tally.check(by_urllib(f"{home}/nowhere")[0] == 404, "an unknown path is not refused")

    for accept, read in ROWS.items():
        ways = {
            "urllib GET": by_urllib(endpoint, SELECT, accept),
            "urllib POST form": by_urllib(endpoint, None, accept, "POST", urllib.parse.urlencode({"query": SELECT}).encode(),
                                          "application/x-www-form-urlencoded"),
            "urllib POST": by_urllib(endpoint, None, accept, "POST", SELECT.encode(), "application/sparql-query"),
            "curl GET": by_curl("-G", "-H", f"Accept: {accept}", "--data-urlencode", f"query={SELECT}", endpoint),
            "curl POST form": by_curl("-H", f"Accept: {accept}", "--data-urlencode", f"query={SELECT}", endpoint),
            "curl POST": by_curl("-H", f"Accept: {accept}", "-H", "Content-Type: application/sparql-query",
                                 "--data-binary", SELECT, endpoint),
        }
        for way, (status, media, body) in ways.items():
            good = status == 200 and media.split(";")[0] == accept
            tally.check(good, f"{way}, {accept}: {status} {media}")
            tally.check(good and read(body) == wanted, f"{way}, {accept}: other rows than `cetu query`")

    expected = None
    for accept, known in TRIPLES.items():
        for way, (status, media, body) in {
            "urllib": by_urllib(endpoint, CONSTRUCT, accept),
            "curl": by_curl("-G", "-H", f"Accept: {accept}", "--data-urlencode", f"query={CONSTRUCT}", endpoint),
        }.items():
            tally.check(status == 200 and media.split(";")[0] == accept, f"{way}, {accept}: {status} {media}")
            triples = set(rdflib.Graph().parse(data=body, format=known))
            expected = expected or triples
            tally.check(triples and triples == expected, f"{way}, {accept}: other triples")

    for accept, media in {
        None: "application/sparql-results+json",
        "*/*": "application/sparql-results+json",
        "text/*, application/json;q=0.5": "text/csv",
        "text/csv;q=0.3, application/sparql-results+xml;q=0.9": "application/sparql-results+xml",
        "application/json": "application/json",
        "text/html, application/xhtml+xml, */*;q=0.1": "application/sparql-results+json",
    }.items():
        got = by_urllib(endpoint, SELECT, accept)
        tally.check(got[0] == 200 and got[1].split(";")[0] == media, f"Accept: {accept}: {got[0]} {got[1]}, not {media}")
    for what, got, status in [
        ("an Accept that nothing meets", by_urllib(endpoint, SELECT, "image/png"), 406),
        ("a broken query", by_urllib(endpoint, "SELECT ?a WHERE {"), 400),
        ("a form without a query", by_urllib(endpoint, None, None, "POST", b"x=1", "application/x-www-form-urlencoded"), 400),
        ("an update", by_urllib(endpoint, None, None, "POST", b"DELETE WHERE {?s ?p ?o}", "application/sparql-update"), 403),
        ("a body of another type", by_urllib(endpoint, None, None, "POST", b"x", "text/plain"), 415),
        ("PUT", by_urllib(endpoint, None, None, "PUT", b"x", "text/plain"), 405),
    ]:
        tally.check(got[0] == status, f"{what}: {got[0]}, not {status}")

    for method in ({}, {"setMethod": POST, "setRequestMethod": URLENCODED}, {"setMethod": POST, "setRequestMethod": POSTDIRECTLY}):
        def wrapped(query, form):
            wrapper = SPARQLWrapper(endpoint)
            wrapper.setQuery(query)
            wrapper.setReturnFormat(form)
            wrapper.setTimeout(20)
            for name, value in method.items():
                getattr(wrapper, name)(value)
            return wrapper.queryAndConvert()

        at = f"SPARQLWrapper {method.get('setRequestMethod', 'GET')}"
        rows = [r["text"]["value"] for r in wrapped(SELECT, JSON)["results"]["bindings"]]
        tally.check(rows == wanted, f"{at}: JSON rows")
        tally.check([n.firstChild.data for n in wrapped(SELECT, XML).getElementsByTagName("literal")] == wanted, f"{at}: XML rows")
        tally.check(ROWS["text/csv"](wrapped(SELECT, CSV)) == wanted, f"{at}: CSV rows")
        tally.check(ROWS["text/tab-separated-values"](wrapped(SELECT, TSV)) == wanted, f"{at}: TSV rows")
        tally.check(wrapped(ASK, JSON)["boolean"] is True, f"{at}: ASK")
        for form in (TURTLE, N3, RDFXML, JSONLD):
            got = wrapped(CONSTRUCT, form)
            graph = got if isinstance(got, rdflib.Graph) else rdflib.Graph().parse(data=got, format="turtle")
            tally.check(len(graph) == len(expected), f"{at}: {form}, {len(graph)} triples, not {len(expected)}")

    names = [r["g"]["value"] for r in json.loads(by_urllib(endpoint, "SELECT DISTINCT ?g { GRAPH ?g {} } ORDER BY ?g")[2])["results"]["bindings"]]
    tally.check(len(names) > len(list(REPORTS.glob("*.txt"))), f"only {len(names)} named graphs")


def main():
    tally = Tally("endpoint")
    wanted = [row[0] for row in csv.reader(io.StringIO(cetu("query", "-e", SELECT, "--format", "csv", REPORTS).decode()))][1:]
    tally.check(len(wanted) > 50, f"only {len(wanted)} figures in the examples")
    with tempfile.TemporaryDirectory() as folder:
        graph = Path(folder) / "graph"
        cetu("build", REPORTS, "--out", graph)
        for args in (["--graph", graph], [REPORTS]):
            server, home = start(*args)
            try:
                ask(tally, home, wanted)
            finally:
                server.terminate()
                code = server.wait(timeout=20)
            tally.check(code == 0, f"the server ended with {code} when it was told to stop")
    tally.close()


if __name__ == "__main__":
    main()
