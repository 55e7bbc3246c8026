#!/usr/bin/env python3
"""The pages, as people see them: Chromium reads, clicks, asks and cancels; axe-core and tidy find no fault.

usage: pages.py CETU [--readme]      (loopback only; screenshots go to target/pages)

--readme draws the pictures of the READMEs, docs/pages/*.png, again; without it they are only held to the pages.
"""
import hashlib, json, re, subprocess, sys, tempfile, urllib.error, urllib.parse, urllib.request
from html.parser import HTMLParser
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "lib"))
from bench import REPORTS, ROOT, Tally, cetu
from browser import Browser, missing
from server import start

PICTURES = ROOT / "target" / "pages"
README = ROOT / "docs" / "pages"
# What the READMEs show: the page, its height, whether in the dark.
SHOWN = {"figure": (700, False), "compare": (900, False), "document": (760, False), "query": (1000, True)}
FIGURE = "/id/obs/330000/urban-new-employment/2017/"
# Three times everything by everything is never done.
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?c < ?f && ?i < ?l) }"
COUNT = "SELECT ?label (COUNT(?o) AS ?n) { ?o a cetu:Observation ; cetu:region/rdfs:label ?label } GROUP BY ?label ORDER BY DESC(?n)"

MUTE = """return [...document.querySelectorAll("main *")].filter((box) => box.scrollWidth > box.clientWidth + 1
  && ["auto", "scroll"].includes(getComputedStyle(box).overflowX) && box.tagName !== "TEXTAREA")
  .filter((box) => box.tabIndex < 0 || (box.tagName === "DIV" && !(box.role === "region" && box.ariaLabel)))
  .map((box) => box.outerHTML.slice(0, 80))"""


def get(address, **headers):
    """Status, media type and body."""
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=30) as answer:
            return answer.status, answer.headers.get_content_type(), answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        return error.code, error.headers.get_content_type(), error.read().decode("utf-8", "replace")


class Links(HTMLParser):
    """The addresses and the places of a page."""

    def __init__(self, text):
        super().__init__()
        self.links, self.places = [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("href", "src", "action") and value is not None:
                self.links.append(value)
            if name == "id":
                self.places.append(value)


def pages(home):
    """One page of each sort: name and path."""
    figure = next(link for link in Links(get(f"{home}/figures?region=https%3A%2F%2Fw3id.org%2Fcetu%2Fid%2Fregion%2F330000")[2]).links
                  if FIGURE in link)
    return {
        "home": "/",
        "search": f"/search?q={urllib.parse.quote('浙江')}",
        "compare": "/id/indicator/urban-new-employment.html",
        "choose": "/compare",
        "figure": figure,
        "document": "/id/doc/2017-zhejiang-employment.html",
        "region": "/id/region/330000.html",
        "program": "/id/program/330000/" + urllib.parse.quote("创业担保贷款") + ".html",
        "regions": "/regions",
        "documents": "/documents",
        "indicators": "/indicators",
        "programs": "/programs",
        "figures": "/figures",
        "query": "/query",
        "answered": "/query?" + urllib.parse.urlencode({"query": COUNT}),
        "mistaken": "/query?" + urllib.parse.urlencode({"query": "SELECT ?a {\n ?a ?b }}"}),
        "ontology": "/def?format=html",
        "vocabulary": "/id/vocab/units.html",
        "concept": "/id/unit/person.html",
        "interface": "/api",
        "saved": "/api/17?format=html",
        "schema": "/schema?format=html",
    }


def both(path):
    """A path in each language."""
    path, _, place = path.partition("#")
    sign = "&" if "?" in path else "?"
    return [f"{path}{sign}lang={code}" for code in ("zh", "en")]


def markup(tally, home, named):
    """Every page is HTML that tidy takes, and every link of it leads somewhere."""
    known = {}
    for name, path in named.items():
        for address in both(path):
            status, kind, text = get(home + address)
            tally.check((status, kind) == (200, "text/html"), f"{address}: {status} {kind}")
            language = "en" if address.endswith("lang=en") else "zh-Hans"
            tally.check(f'<html lang="{language}"' in text, f"{address}: not in {language}")
            ran = subprocess.run(["tidy", "-quiet", "-errors", "--custom-tags", "yes", "--drop-empty-elements", "no"], input=text.encode(), capture_output=True)
            errors = [line for line in ran.stderr.decode().splitlines() if "Error:" in line]
            tally.check(ran.returncode < 2 and not errors, f"{name}: tidy: {errors[:3]}")
            tally.check(" style=" not in text and "<style" not in text, f"{name}: a style of its own")
            page = Links(text)
            tally.check(len(page.places) == len(set(page.places)), f"{name}: two things of one id")
            for link in page.links:
                whole = urllib.parse.urljoin(home + address, link)
                outside = not whole.startswith(home)
                if outside or "/sparql?" in whole or "/download/" in whole:
                    continue
                target, _, place = whole.partition("#")
                known.setdefault(target, set()).add((urllib.parse.unquote(place), name))
    for target, places in known.items():
        status, kind, text = get(target, Accept="text/html,*/*;q=0.5")
        name = next(iter(places))[1]
        tally.check(status == 200, f"{name}: {target}: {status}")
        if kind == "text/html" and any(place for place, _ in places):
            ids = set(Links(text).places)
            lost = [place for place, _ in places if place and place not in ids]
            tally.check(not lost, f"{name}: {target}: no place {lost[:3]}")


def forms(tally, home, named):
    """What a page is about can be had as data at the addresses that it names."""
    for name in ("home", "search", "choose", "figure", "document", "region", "program", "compare", "ontology", "vocabulary", "concept", "regions", "documents", "indicators", "programs", "figures"):
        text = get(home + named[name])[2]
        found = re.findall(r'<link rel="alternate" type="([^"]+)" href="([^"]+)"', text)
        tally.check({kind for kind, _ in found} == {"text/turtle", "application/ld+json", "text/csv"}, f"{name}: {found}")
        for kind, address in found:
            status, sent, body = get(urllib.parse.urljoin(home, address.replace("&amp;", "&")))
            tally.check(status == 200 and sent == kind and len(body) > 60, f"{name}: {address}: {status} {sent}")


def looks(tally, home, named):
    """Every page, wide, on a phone and in the dark: no fault, no error, nothing from elsewhere; pictures."""
    browser = Browser()
    for name, path in named.items():
        for shape, (width, height, dark) in {"wide": (1280, 900, False), "phone": (360, 780, False), "dark": (1280, 900, True)}.items():
            browser.size(width, height, dark)
            browser.open(home + both(path)[0 if shape != "dark" else 1])
            browser.picture(PICTURES / f"{name}-{shape}.png")
            faults = browser.faults()
            tally.check(not faults, f"{name}, {shape}: {faults}")
            wide = browser.driver.execute_script("return document.documentElement.scrollWidth - window.innerWidth")
            tally.check(wide <= 0, f"{name}, {shape}: {wide} points wider than the window")
            # What scrolls sideways is reached with the keyboard and has a name.
            mute = browser.driver.execute_script(MUTE)
            tally.check(not mute, f"{name}, {shape}: cannot be scrolled with the keyboard: {mute}")
    quiet(tally, browser, home, "the pages")
    browser.close()


def readme(tally, home, named, draw):
    """The pictures of the READMEs show the pages as they are: each names the hash of the page that it was taken of."""
    from PIL import Image, PngImagePlugin

    browser = Browser() if draw else None
    style = get(f"{home}/site.css")[2]
    for name, (height, dark) in SHOWN.items():
        for address, code in zip(both("/query?" + urllib.parse.urlencode({"query": COUNT}) + "#result" if name == "query" else named[name]), ("zh", "en")):
            path = README / f"{name}.{code}.png"
            told = hashlib.sha256((get(home + address.partition("#")[0])[2] + style).encode()).hexdigest()
            if draw:
                browser.size(1040, height, dark, 1.5)
                browser.open(home + address)
                browser.picture(path)
                image = Image.open(path).convert("RGB").quantize(128, dither=Image.Dither.NONE)
                info = PngImagePlugin.PngInfo()
                info.add_text("Page", told)
                image.save(path, optimize=True, pnginfo=info)
            shown = Image.open(path).text.get("Page") if path.exists() else None
            tally.check(shown == told, f"{path.relative_to(ROOT)} is of another page; run tests/peers/pages.py CETU --readme")
    if browser:
        browser.close()


def quiet(tally, browser, home, what):
    said = browser.said()
    tally.check(not said, f"{what}: on the console: {said}")
    # What the browser shows before the first page is its own.
    asked = [url for url in browser.asked() if not url.startswith((home, "data:", "about:", "chrome:"))]
    tally.check(not asked, f"{what}: asked elsewhere: {asked}")


def walk(tally, home):
    """From the search to the figure, its words and its document."""
    from selenium.webdriver.common.keys import Keys

    browser = Browser()
    browser.open(f"{home}/?lang=zh")
    browser.one("#q").send_keys("浙江", Keys.ENTER)
    tally.check(browser.wait(lambda: "search" in browser.driver.current_url), "the search does not open")
    tally.check("浙江省" in browser.one("main").text, "浙江 is not found")
    browser.open(f"{home}/search?q=zjs&lang=zh")
    tally.check("浙江省" in browser.one("main").text, "浙江 is not found by its initials")

    browser.open(f"{home}/compare?lang=zh")
    browser.one("#indicator").send_keys("城镇新增就业", Keys.ENTER)
    tally.check(browser.wait(lambda: browser.all("svg.bars a")), "no chart")
    for kind in ("bars", "tiles"):
        tally.check(browser.all(f"svg.{kind} a"), f"no marks in {kind}")
    marks = [mark for mark in browser.all("svg.bars a") if "浙江省" in mark.get_attribute("aria-label")]
    tally.check(len(marks) == 1, f"{len(marks)} marks of 浙江")
    address = marks[0].get_dom_attribute("href")
    marks[0].find_element("css selector", ".bar").click()
    tally.check(browser.wait(lambda: browser.all("h1.number")), f"the mark does not lead to its figure: {address}")
    tally.check(FIGURE in browser.driver.current_url, browser.driver.current_url)
    iri = re.search(r"https://w3id\.org/cetu/id/obs/\S+", browser.one(".cite").text)[0]
    asked = json.loads(get(f"{home}/sparql?format=json&" + urllib.parse.urlencode({
        "query": f"SELECT ?q ?t {{ <{iri}> cetu:evidence/oa:exact ?q ; cetu:valueText ?t }}"}))[2])["results"]["bindings"][0]
    tally.check(browser.one(".source mark").text == asked["q"]["value"], "the marked words are not the quotation")
    tally.check(re.sub("[+−]", "", browser.one("h1.number").text) == re.sub("[+−-]", "", asked["t"]["value"]), "the number is not as printed")
    tally.check(browser.one(".source mark b").text in asked["t"]["value"], "another number is marked")
    browser.one(".source figcaption a").click()
    tally.check(browser.wait(lambda: browser.all(".text .fig")), "the document does not open")
    fact = next(mark for mark in browser.all(".text .fig") if mark.text == asked["t"]["value"])
    tally.check(fact.get_dom_attribute("href") == address, "the document marks it otherwise")
    tally.check("城镇新增就业" in fact.get_attribute("data-tip"), "the fact is not told on hovering")
    tally.check(browser.all(".text .prog") and browser.all(".outline a"), "no programs or no outline")

    browser.one(".switch").click()
    tally.check(browser.wait(lambda: browser.one("html").get_attribute("lang") == "en"), "the language is not switched")
    tally.check("Documents" in browser.one("header nav").text, "not in English")
    browser.one(".brand").click()
    tally.check(browser.wait(lambda: browser.one("html").get_attribute("lang") == "en" and browser.all("#q")), "the language is lost")
    quiet(tally, browser, home, "the walk")
    browser.close()


def ask(tally, home):
    """The editor: completes, runs, shows a mistake, cancels, shares."""
    from selenium.webdriver.common.keys import Keys

    browser = Browser()
    browser.open(f"{home}/query?lang=zh")
    area = browser.one("#query")

    def write(text):
        browser.driver.execute_script("const a = arguments[0]; a.focus(); a.setSelectionRange(0, a.value.length)", area)
        area.send_keys(Keys.DELETE)
        area.send_keys(text)

    write("SELECT * { ?o cetu:indicator 城镇新增")
    tally.check(browser.wait(lambda: browser.all("#choices:not([hidden]) li")), "nothing is completed")
    area.send_keys(Keys.ENTER)
    tally.check("ind:urban-new-employment" in area.get_property("value"), area.get_property("value"))
    tally.check(browser.all(".hl-word") and browser.all(".hl-var"), "nothing is coloured")

    write(COUNT)
    area.send_keys(Keys.ESCAPE)
    browser.one("button.main").click()
    tally.check(browser.wait(lambda: browser.all("#result table td")), "no answer")
    tally.check("浙江省" in browser.one("#result").text, "浙江 is not in the answer")
    tabs = browser.all(".tabs button")
    tabs[1].click()
    tally.check(browser.all("#result svg.bars rect"), "no chart")
    tabs[2].click()
    tally.check('"bindings"' in browser.one("#result pre").text, "nothing raw")
    links = [link.get_attribute("href") for link in browser.all("#result .forms a")]
    tally.check([get(link)[1] for link in links]
                == ["text/csv", "text/tab-separated-values", "application/sparql-results+json", "application/sparql-results+xml"], links)

    write("SELECT ?a {\n?a ?b }}")
    area.send_keys(Keys.ESCAPE)
    browser.one("button.main").click()
    tally.check(browser.wait(lambda: browser.all("#result .problem")), "a mistake is not told")
    tally.check("行 2" in browser.one("#result").text and browser.all(".hl-wrong"), browser.one("#result").text)
    errors = browser.said()
    tally.check(all("400" in error for error in errors), errors)

    write(SLOW)
    area.send_keys(Keys.ESCAPE)
    browser.one("button.main").click()
    cancel = browser.one("#cancel")
    tally.check(browser.wait(cancel.is_displayed), "a slow query cannot be cancelled")
    cancel.click()
    tally.check(browser.wait(lambda: not cancel.is_displayed()) and "取消" in browser.one("#status").text, "it is not cancelled")

    write(COUNT)
    area.send_keys(Keys.ESCAPE)
    browser.one("#share").click()
    tally.check(browser.wait(lambda: "query=SELECT" in browser.driver.current_url), "no link to share")
    link = browser.driver.current_url
    browser.open("about:blank")
    browser.open(link)
    tally.check("COUNT" in browser.one("#query").get_property("value") and "浙江省" in browser.one("#result").text, "the link does not share the query")
    quiet(tally, browser, home, "the editor")
    browser.close()


def plain(tally, home, named):
    """Without script every page has its content and every form works."""
    from selenium.webdriver.common.keys import Keys

    browser = Browser(script=False)
    for name, path in named.items():
        browser.open(home + both(path)[0])
        tally.check(len(browser.one("main").text) > 40, f"{name}: empty without script")
    browser.open(f"{home}/?lang=zh")
    browser.one("header input[type=search]").send_keys("就业", Keys.ENTER)
    tally.check(browser.wait(lambda: "/search" in browser.driver.current_url), "no search without script")
    browser.open(f"{home}/query?lang=en")
    area = browser.one("#query")
    area.clear()
    area.send_keys(COUNT)
    browser.one("button.main").click()
    tally.check(browser.wait(lambda: "query=" in browser.driver.current_url) and "浙江省" in browser.one("#result").text, "no answer without script")
    tally.check("COUNT" in browser.one("#query").text or "COUNT" in browser.one("#query").get_attribute("value"), "the query is gone")
    browser.open(f"{home}/query?lang=zh")
    for number in ("01", "12", "20"):
        example = next(box for box in browser.all("details.example") if box.get_attribute("id").startswith(number))
        action = example.find_element("css selector", "form").get_attribute("action")
        fields = {field.get_attribute("name"): field.get_attribute("value") or "" for field in example.find_elements("css selector", "input, select")}
        status = get(f"{action}?{urllib.parse.urlencode(fields)}")[0]
        tally.check(status == 200, f"{action} {fields}: {status}")
    browser.close()


def main():
    wanted = missing()
    if wanted:
        print(f"pages: skipped, not installed: {', '.join(wanted)}; see .ci/run")
        return
    tally = Tally("pages")
    with tempfile.TemporaryDirectory() as folder:
        graph = Path(folder) / "graph"
        cetu("build", REPORTS, "--out", graph)
        server, home = start("--graph", graph)
        try:
            named = pages(home)
            if "--readme" in sys.argv:
                readme(tally, home, named, True)
                tally.close()
            markup(tally, home, named)
            forms(tally, home, named)
            walk(tally, home)
            ask(tally, home)
            plain(tally, home, named)
            looks(tally, home, named)
            readme(tally, home, named, False)
        finally:
            server.terminate()
            server.wait()
    tally.close()


main()
