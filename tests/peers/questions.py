#!/usr/bin/env python3
"""Run the saved queries on the graph extracted from the seed and on the one made by hand, and compare their rows.

usage: questions.py [BINARY] [--shared DIR] [--show NN]

Needs pyoxigraph. The graph made by hand is older than the ontology: it gets aspects, units, measures and the place of
provinces as the ontology has them now. Names are compared without quotation marks, programs by any accepted variant,
indicators by any label, quotations by overlap. --show NN prints the rows that only one side has. The exit status
is 1 when an answer is worse than its floor.
"""
import argparse, glob, json, os, re, subprocess, sys, unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
CETU, REG = "https://w3id.org/cetu/def#", "https://w3id.org/cetu/id/region/"
V, U = "https://w3id.org/cetu/id/vocab/", "https://w3id.org/cetu/id/unit/"
PREFIXES = "".join(f"PREFIX {p}: <{i}>\n" for p, i in [
    ("cetu", CETU), ("reg", REG), ("v", V), ("u", U), ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("dcterms", "http://purl.org/dc/terms/"), ("skos", "http://www.w3.org/2004/02/skos/core#")])

# Columns that must agree, by how: t text, n program, i indicator, q quotation, d number, k kind.
ASKED = {
    "01": ({"indicator": "城镇新增就业", "level": "province"}, {"region": "t", "value": "d"}),
    "02": ({}, {"region": "t", "target": "d", "actual": "d"}),
    "03": ({}, {"quote": "q"}),
    "04": ({"group": "高校毕业生"}, {"region": "t", "program": "n", "group": "t"}),
    "05": ({}, {"region": "t", "brand": "n"}),
    "06": ({"program": "渝创渝新"}, {"part": "n"}),
    "07": ({"program": "扶贫车间"}, {"value": "d"}),
    "08": ({}, {"region": "t", "quote": "q", "about": "n"}),
    "09": ({"rank": "1"}, {"region": "t", "about": "i", "quote": "q"}),
    "10": ({}, {"award": "k", "region": "t", "by": "t", "doc": "t"}),
    "11": ({}, {"region": "t", "title": "t", "kind": "k", "number": "t"}),
    "12": ({}, {"region": "t", "value": "d"}),
    "13": ({}, {"quote": "q"}),
    "14": ({}, {"stated": "d"}),
    "15": ({}, {"region": "t", "change": "t"}),
    "16": ({}, {"part": "q", "whole": "q"}),
    "17": ({}, {"indicator": "i"}),
    "18": ({}, {"criterion": "t"}),
    "19": ({}, {"region": "t", "program": "n", "partner": "t"}),
    "20": ({"indicator": "城镇新增就业", "region": "浙江"}, {"sha": "t"}),
    "21": ({}, {"region": "t", "measure": "t", "item": "n"}),
}

# The least F1 of an answer; every row where it is 1.
FLOOR = {**dict.fromkeys(["01", "02", "09", "10", "12", "13", "14", "15", "16", "20"], 1.0),
         **dict.fromkeys(["03", "04", "05", "06", "07", "08", "11", "18", "19"], 0.8)}

ADAPT = [
    "INSERT { GRAPH ?g { ?o cetu:aspect v:aspect-change } } WHERE { GRAPH ?g { ?o a cetu:Observation . "
    "{ ?o cetu:changeOf ?x } UNION { ?o cetu:comparisonBasis ?x } } }",
    "INSERT { GRAPH ?g { ?o cetu:aspect v:aspect-share } } WHERE { GRAPH ?g { ?o cetu:shareOfPart ?x } }",
    "INSERT { GRAPH ?g { ?o cetu:aspect v:aspect-level } } WHERE { GRAPH ?g { ?o a cetu:Observation } "
    "FILTER NOT EXISTS { GRAPH ?h { ?o cetu:aspect ?x } } }",
    "INSERT { GRAPH ?g { ?o cetu:unit u:CNY } } WHERE { GRAPH ?g { ?o cetu:unit u:yuan } }",
    "INSERT { GRAPH ?g { ?s a cetu:Measure } } WHERE { GRAPH ?g { ?s a cetu:Section } }",
    "INSERT { ?r dcterms:isPartOf reg:100000 } WHERE { ?r a cetu:Region ; dcterms:identifier ?c . "
    "FILTER(REGEX(STR(?c), '^[1-9][0-9]0000$')) }",
    "INSERT { GRAPH ?g { ?i skos:altLabel '城镇新增就业'@zh } } WHERE { GRAPH ?g { ?i rdfs:label '城镇新增就业人数'@zh } }",
]


def norm(words):
    words = unicodedata.normalize("NFKC", words or "")
    return "".join(c for c in words if c not in " \u3000“”\"'《》‘’「」")


class Side:
    """A graph with the labels by which its things can be called."""

    def __init__(self, store):
        self.store = store
        self.kinds, self.labels = {}, {}
        rows = store.query(PREFIXES + "SELECT ?x ?l WHERE { ?x rdfs:label|skos:prefLabel|skos:altLabel ?l }",
                           use_default_graph_as_union=True)
        for row in rows:
            iri, label = row["x"].value, norm(row["l"].value)
            if iri.startswith(V + "kind-"):
                self.kinds.setdefault(label, set()).add(iri)
            if "/indicator/" in iri:
                self.labels.setdefault(iri.rsplit("/", 1)[1], set()).add(label)

    def ask(self, text, values):
        given = "".join(f' VALUES ?_{k} {{ "{v}" }}' for k, v in values.items())
        result = self.store.query(text.replace("WHERE {", "WHERE {" + given, 1), use_default_graph_as_union=True)
        names = [v.value for v in result.variables]
        return [{n: (row[n].value if row[n] is not None else None) for n in names} for row in result]


class Compare:
    """How rows of the two graphs agree."""

    def __init__(self, gold, mine, variants):
        self.gold, self.mine, self.variants = gold, mine, variants

    def cell(self, how, a, b):
        x, y = norm(a), norm(b)
        if x == y:
            return True
        if not x or not y:
            return False
        if how == "d":
            return abs(float(x) - float(y)) < 0.01
        if how == "n":
            same = self.variants.get(x, {x})
            return any(y == v or (len(y) > 2 and len(v) > 2 and (y in v or v in y)) for v in same)
        if how == "q":
            return x in y or y in x or any(x[i:i + 6] in y for i in range(len(x) - 5))
        if how == "k":
            return bool(self.gold.kinds.get(x, set()) & self.mine.kinds.get(y, set()))
        if how == "i":
            return any((x in a and y in self.mine.labels.get(k, ())) or x.startswith(y) or y.startswith(x)
                       for k, a in self.gold.labels.items() if x in a)
        return False

    def rows(self, gold, mine, columns):
        left, pairs = list(mine), []
        for row in gold:
            hit = next((m for m in left if all(self.cell(h, row[c], m.get(c)) for c, h in columns.items())), None)
            if hit is not None:
                left.remove(hit)
                pairs.append((row, hit))
        return pairs, left


def distinct(rows, columns):
    seen, out = set(), []
    for row in rows:
        key = tuple(norm(row.get(c)) for c in columns)
        if key not in seen:
            seen.add(key)
            out.append(row)
    return out


def main():
    args = argparse.ArgumentParser()
    args.add_argument("cetu", nargs="?", default=os.path.join(os.environ.get("CARGO_TARGET_DIR", ROOT + "/target"), "debug/cetu"))
    args.add_argument("--shared", default=next(
        (d for d in (ROOT + "/../shared", ROOT + "/../../shared") if os.path.isdir(d)), ROOT + "/../shared"))
    args.add_argument("--show")
    args = args.parse_args()
    design, seed = args.shared + "/design/ontology", glob.glob(args.shared + "/corpus/seed/*.txt")
    if not seed or not os.path.exists(design + "/gold.trig"):
        print("skipped: the seed and its graph are not in", args.shared)
        return 0
    import pyoxigraph as ox
    gold_store, mine_store = ox.Store(), ox.Store()
    for name in ["gold.trig", "cetu-vocab.ttl", "cetu-regions.ttl", "cetu.ttl"]:
        form = ox.RdfFormat.TRIG if name.endswith("trig") else ox.RdfFormat.TURTLE
        gold_store.bulk_load(path=f"{design}/{name}", format=form)
    for update in ADAPT:
        gold_store.update(PREFIXES + update)
    run = subprocess.run([args.cetu, "export", seed[0], "--format", "nquads", "--vocabulary", "all"], capture_output=True, check=True)
    mine_store.bulk_load(run.stdout, format=ox.RdfFormat.N_QUADS)
    variants = {}
    for path in glob.glob(args.shared + "/gold/seed/*.programs.jsonl"):
        for line in open(path, encoding="utf-8"):
            names = {norm(n) for n in json.loads(line)["names"]}
            for name in names:
                variants.setdefault(name, {name}).update(names)
    gold, mine = Side(gold_store), Side(mine_store)
    compare = Compare(gold, mine, variants)
    worse = []
    print("question                    gold mine match    P     R     F1")
    for path in sorted(glob.glob(ROOT + "/queries/*.rq")):
        name = os.path.basename(path)[:-3]
        values, columns = ASKED[name[:2]]
        text = open(path, encoding="utf-8").read()
        told, read = (distinct(side.ask(text, values), columns) for side in (gold, mine))
        pairs, left = compare.rows(told, read, columns)
        p = len(pairs) / len(read) if read else 0.0
        r = len(pairs) / len(told) if told else 0.0
        f = 2 * p * r / (p + r) if p + r else 0.0
        print(f"{name:28}{len(told):4} {len(read):4} {len(pairs):5}  {p:.3f} {r:.3f} {f:.3f}")
        if f < FLOOR.get(name[:2], 0.0):
            worse.append(name)
        if args.show == name[:2]:
            found = [id(a) for a, _ in pairs]
            for row in told:
                if id(row) not in found:
                    print("  missed ", {c: row[c] for c in row})
            for row in left:
                print("  extra  ", {c: row[c] for c in row})
    if worse:
        print("below the floor:", ", ".join(worse))
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
