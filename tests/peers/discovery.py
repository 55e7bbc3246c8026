#!/usr/bin/env python3
"""What `cetu serve` says of itself and of its things is read by rdflib, by the queries that editors send to a new
endpoint, and by a validator of OpenAPI; links that it gives lead somewhere.

usage: discovery.py [CETU]      (loopback only)
"""
import csv, io, json, re, sys, tempfile, urllib.error, urllib.parse, urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "lib"))
from bench import CETU, REPORTS, Tally, cetu
from endpoint import start

import rdflib
from openapi_spec_validator import OpenAPIV31SpecValidator
from rdflib import RDF, Literal, Namespace, URIRef

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
VOID = Namespace("http://rdfs.org/ns/void#")
DCAT = Namespace("http://www.w3.org/ns/dcat#")
OA = Namespace("http://www.w3.org/ns/oa#")
DEF = Namespace("https://w3id.org/cetu/def#")
ID = "https://w3id.org/cetu/id/"
RDFLIB = {"text/turtle": "turtle", "application/n-triples": "nt", "application/rdf+xml": "xml", "application/ld+json": "json-ld"}

# The shapes of the three queries by which a SPARQL editor gets to know an endpoint.
PREFIXES = """PREFIX shacl: <http://www.w3.org/ns/shacl#>
SELECT DISTINCT ?short ?long WHERE { [] shacl:prefix ?short ; shacl:namespace ?long } ORDER BY ?short"""
EXAMPLES = """PREFIX shacl: <http://www.w3.org/ns/shacl#> PREFIX r: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?example ?said ?text WHERE {
  ?example a shacl:SPARQLExecutable ; r:comment ?said ; shacl:select|shacl:ask|shacl:construct|shacl:describe ?text
} ORDER BY ?example"""
PARTITIONS = """PREFIX r: <http://www.w3.org/2000/01/rdf-schema#> PREFIX d: <http://www.w3.org/ns/sparql-service-description#>
PREFIX vd: <http://rdfs.org/ns/void#> PREFIX vx: <http://ldf.fi/void-ext#>
SELECT DISTINCT ?graph ?name ?class ?property ?to ?datatype ?count ?classLabel ?toLabel ?propertyLabel WHERE {
  { OPTIONAL { ?graph d:graph ?about . OPTIONAL { ?graph r:label ?name } ?about vd:classPartition ?part . }
    ?part vd:class ?class ; vd:propertyPartition ?used .
    OPTIONAL { ?class r:label ?classLabel }
    ?used vd:property ?property .
    OPTIONAL { ?used vd:triples ?count }
    OPTIONAL { ?property r:label ?propertyLabel }
    OPTIONAL {
      { ?used vd:classPartition [ vd:class ?to ] . OPTIONAL { ?to r:label ?toLabel } }
      UNION { ?used vx:datatypePartition [ vx:datatype ?datatype ] } } }
  UNION { ?links vd:subjectsTarget [ vd:class ?class ] ; vd:linkPredicate ?property ; vd:objectsTarget [ vd:class ?to ] }
} ORDER BY ?class ?to ?datatype ?graph ?count"""


class Answer:
    def __init__(self, status, headers, body, url):
        self.status, self.headers, self.body, self.url = status, headers, body, url
        self.media = headers.get("Content-Type", "").split(";")[0]

    def graph(self):
        return rdflib.Graph().parse(data=self.body, format=RDFLIB[self.media], publicID=self.url)

    def links(self, rel):
        return re.findall(rf'<([^>]*)>; rel="{rel}"', self.headers.get("Link", ""))


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


def get(url, accept=None, follow=True, method="GET"):
    opener = urllib.request.build_opener(*([] if follow else [Stay]))
    request = urllib.request.Request(url, headers={"Accept": accept} if accept else {}, method=method)
    try:
        with opener.open(request, timeout=20) as answer:
            return Answer(answer.status, answer.headers, answer.read(), answer.url)
    except urllib.error.HTTPError as error:
        return Answer(error.code, error.headers, error.read(), url)


def rows(home, query):
    answer = get(f"{home}/sparql?" + urllib.parse.urlencode({"query": query}), "application/sparql-results+json")
    return [{k: v["value"] for k, v in row.items()} for row in json.loads(answer.body)["results"]["bindings"]]


def description(tally, home, base):
    graphs = []
    for path in ("/sparql", "/.well-known/void"):
        for accept in RDFLIB:
            answer = get(home + path, accept)
            tally.check(answer.status == 200 and answer.media == accept, f"{path} as {accept}: {answer.status} {answer.media}")
            graphs.append(answer.graph())
    sizes = {len(graph) for graph in graphs}
    tally.check(len(sizes) == 1 and min(sizes) > 500, f"descriptions of different sizes: {sizes}")
    graph, dataset = graphs[0], URIRef(base + "dataset")
    tally.check(list(graph.objects(None, SD.endpoint)) == [URIRef(f"{home}/sparql")], "the endpoint is not this one")
    for kind in (VOID.Dataset, DCAT.Dataset, SD.Dataset):
        tally.check((dataset, RDF.type, kind) in graph, f"the data set is no {kind}")
    triples = graph.value(dataset, VOID.triples).toPython()
    data = rows(home, f"SELECT (COUNT(*) AS ?n) {{ {{ SELECT DISTINCT ?s ?p ?o {{ GRAPH ?g {{ ?s ?p ?o }} "
                      f"FILTER(?g != <{base}graph/description>) }} }} }}")
    tally.check(triples == int(data[0]["n"]), f"void:triples {triples}, counted {data[0]['n']}")
    classes = {graph.value(part, VOID["class"]): graph.value(part, VOID.entities).toPython()
               for part in graph.objects(dataset, VOID.classPartition)}
    for kind in (DEF.Observation, DEF.Program, DEF.Region, DEF.Evidence):
        counted = rows(home, f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ ?s a <{kind}> }}")[0]["n"]
        tally.check(classes.get(kind) == int(counted), f"{kind}: {classes.get(kind)} entities, counted {counted}")
    used = URIRef(base + "dataset/class/cetu-Observation/property/cetu-indicator")
    counted = rows(home, f"SELECT (COUNT(*) AS ?n) {{ ?s a <{DEF.Observation}> ; <{DEF.indicator}> ?i }}")[0]["n"]
    tally.check(graph.value(used, VOID.triples) == Literal(int(counted)), "a property partition miscounts")
    names = {str(name) for name in graph.objects(None, SD.name)}
    known = {row["g"] for row in rows(home, "SELECT DISTINCT ?g { GRAPH ?g {} }")} - {base + "graph/description"}
    tally.check(names == known, f"named graphs: {names ^ known}")
    for distribution in graph.objects(dataset, DCAT.distribution):
        tally.check(str(graph.value(distribution, DCAT.downloadURL)).startswith(home), f"{distribution} is elsewhere")
    example = str(graph.value(dataset, VOID.exampleResource))
    tally.check(example.startswith(str(graph.value(dataset, VOID.uriSpace))), "the example is outside of the data's space")
    return example


def editor(tally, home):
    prefixes = {row["short"]: row["long"] for row in rows(home, PREFIXES)}
    tally.check(prefixes.get("cetu") == str(DEF) and prefixes.get("reg") == ID + "region/", f"prefixes: {prefixes}")
    examples = rows(home, EXAMPLES)
    tally.check(len({row["example"] for row in examples}) == len(examples) >= 21, f"{len(examples)} examples")
    head = "".join(f"PREFIX {short}: <{long}>\n" for short, long in prefixes.items())
    found = 0
    for row in examples:
        try:
            found += len(rows(home, head + row["text"])) > 0
        except Exception as error:
            tally.check(False, f"{row['example']}: {error}")
    tally.check(found >= 15, f"only {found} examples find anything")
    parts = rows(home, PARTITIONS)
    seen = {(row["class"], row["property"], row.get("to") or row.get("datatype")) for row in parts}
    for edge in ((DEF.Observation, DEF.indicator, DEF.Indicator), (DEF.Observation, DEF.region, DEF.Region),
                 (DEF.Observation, DEF.evidence, DEF.Evidence), (DEF.Evidence, OA.start, rdflib.XSD.integer)):
        tally.check(tuple(map(str, edge)) in seen, f"no partition {edge}")
    tally.check(any(row.get("propertyLabel") for row in parts), "no labels of properties")


def things(tally, home, base, example):
    path = urllib.parse.quote(urllib.parse.urlsplit(example).path, safe="/%")
    paths = {path, "/id/" + urllib.parse.quote(example.removeprefix(base), safe="/%")}
    for path in paths:
        for accept, ending in {"text/turtle": "ttl", "application/ld+json": "jsonld", "application/rdf+xml": "rdf",
                               "text/html,application/xhtml+xml,*/*;q=0.8": "html", "*/*": "ttl"}.items():
            answer = get(home + path, accept, follow=False)
            tally.check(answer.status == 303 and answer.headers["Location"] == f"{path}.{ending}",
                        f"{path} as {accept}: {answer.status} {answer.headers.get('Location')}")
        for accept in RDFLIB:
            answer = get(home + path, accept)
            graph = answer.graph()
            quote = next(graph.objects(graph.value(URIRef(example), DEF.evidence), OA.exact), None)
            tally.check((URIRef(example), RDF.type, DEF.Observation) in graph and quote, f"{path} as {accept}: no figure or no words")
            tally.check(len(answer.links("alternate")) == 6, f"{path}: Link {answer.headers.get('Link')}")
            for link in answer.links("alternate"):
                tally.check(get(home + link).status == 200, f"{link} leads nowhere")
            page = get(home + path, "text/html")
            tally.check(page.media == "text/html" and str(quote) in page.body.decode(), f"{path}: the page has not the words")
        for link in set(re.findall(r'href="(/[^"]*)"', page.body.decode())):
            tally.check(get(home + link.replace("&amp;", "&"), "text/html").status == 200, f"{path} links to {link}")
        tally.check("src=" not in page.body.decode() and "<script" not in page.body.decode(), "a page asks for more")
    for path, status in {"/id/region/330000": 200, "/id/vocab/approx-exact": 200, "/id/org/" + urllib.parse.quote("国务院"): 200,
                         "/id/region/990000": 404, "/id/": 404, "/id/region/330000.xyz": 404, "/id/%E5%9B": 404}.items():
        tally.check(get(home + path, "text/turtle").status == status, f"{path}: not {status}")
    for path in ("/def", "/cetu/def"):
        graph = get(home + path, "text/turtle").graph()
        tally.check((DEF.Observation, RDF.type, rdflib.OWL.Class) in graph, f"{path} is not the ontology")
        tally.check(b'id="Observation"' in get(home + path, "text/html").body, f"{path} is no page")
    named = urllib.parse.quote(urllib.parse.urlsplit(base + "graph/2017-zhejiang-employment").path)
    tally.check(len(get(home + named, "text/turtle").graph()) > 100, "a named graph is not at its own path")
    tally.check(get(home + path, "image/png").status == 406, "a picture of an ontology")
    tally.check(get(home + path, method="DELETE").status == 405, "a thing can be deleted")


def interface(tally, home):
    document = json.loads(get(f"{home}/openapi.json").body)
    errors = [error.message for error in OpenAPIV31SpecValidator(document).iter_errors()]
    tally.check(not errors, f"openapi.json: {errors}")
    names = cetu("query", "--list").decode()
    names = [line for line in names.splitlines() if line and not line.startswith(" ")]
    tally.check(sorted(document["paths"]) == [f"/api/{name}" for name in names], "openapi.json has other queries than the command")
    for name in names:
        told = list(csv.reader(io.StringIO(cetu("query", name, "--format", "csv", REPORTS).decode())))
        answer = get(f"{home}/api/{name}?format=csv")
        tally.check(list(csv.reader(io.StringIO(answer.body.decode()))) == told, f"/api/{name} differs from the command")
        for media in document["paths"][f"/api/{name}"]["get"]["responses"]["200"]["content"]:
            tally.check(get(f"{home}/api/{name}?limit=1", media).status == 200, f"/api/{name} is not {media}")
    pages, url = [], f"{home}/api/03-evidence?format=csv&limit=50"
    while url:
        answer = get(url)
        pages += list(csv.reader(io.StringIO(answer.body.decode())))[1:]
        url = next(iter(answer.links("next")), None)
    tally.check(pages == list(csv.reader(io.StringIO(get(f"{home}/api/03-evidence?format=csv").body.decode())))[1:],
                "the pages are not the whole")
    tally.check(len(pages) > 100, f"only {len(pages)} rows in pages")
    for query, word in {"region=浙江市": "did you mean", "regoin=x": "did you mean region", "limit=x": "whole number",
                        "region=%22%20%7D": "region"}.items():
        answer = get(f"{home}/api/03?{urllib.parse.quote(query, safe='=%')}")
        problem = json.loads(answer.body)
        tally.check(answer.status == problem["status"] == 400 and word in problem["detail"], f"/api/03?{query}: {problem}")
    tally.check(get(f"{home}/api/none").status == 404, "an unknown query is not refused")
    page = get(f"{home}/api", "text/html").body.decode()
    tally.check(page.count('<form action="/api/') == len(names) and "<script" not in page and "src=" not in page, "/api is not what it should be")
    card = get(f"{home}/schema").body.decode()
    for query in re.findall(r"```sparql\n(.*?)```", card, re.S):
        tally.check(len(rows(home, query)) > 0, f"an example of the schema card finds nothing:\n{query}")


def main():
    tally = Tally("discovery")
    with tempfile.TemporaryDirectory() as folder:
        graph, own = Path(folder) / "graph", Path(folder) / "own"
        cetu("build", REPORTS, "--out", graph)
        cetu("build", REPORTS, "--out", own, "--base", "https://example.org/policy/")
        for base, args in ((ID, ["--graph", graph]), (ID, [REPORTS]), ("https://example.org/policy/", ["--graph", own])):
            server, home = start(*args)
            try:
                example = description(tally, home, base)
                editor(tally, home)
                things(tally, home, base, example)
                if "--graph" in args and base == ID:
                    interface(tally, home)
            finally:
                server.terminate()
                server.wait(timeout=20)
    tally.close()


if __name__ == "__main__":
    main()
