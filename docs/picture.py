#!/usr/bin/env python3
"""Draws docs/from-words-to-answer.svg from what the binary prints for the examples.

usage: picture.py [--check] CETU      --check only says whether the picture is still true
"""
import csv, io, json, subprocess, sys, unicodedata
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs/from-words-to-answer.svg"
REPORT = ROOT / "examples/reports/2017-zhejiang-employment.txt"
NUMBER = "127.22万人"
DESCRIBE = f'DESCRIBE ?o WHERE {{ ?o cetu:valueText "{NUMBER}" }}'
QUESTION = ["01-compare", "--param", "indicator=城镇新增就业人数"]

CELL, LINE, LEFT, WIDTH = 7.7, 22, 28, 900
INK, PALE, BLUE, GREEN, RED, MARK, CARD, PAGE = "#1f2933", "#66727f", "#1d4f91", "#1b6e4b", "#9c2f1d", "#ffe08a", "#ffffff", "#eef1f4"


def run(cetu, *args):
    return subprocess.run([cetu, *map(str, args)], check=True, capture_output=True).stdout.decode()


def wide(c):
    return unicodedata.east_asian_width(c) in "WF" or c in "“”‘’—…"


def cells(text):
    return sum(2 if wide(c) else 1 for c in text)


class Drawing:
    def __init__(self):
        self.parts, self.y = [], 16

    def text(self, x, y, text, color=INK, weight=""):
        """Words on a grid of cells, so that any font lines up."""
        runs = []
        for c in text:
            if runs and wide(runs[-1][-1]) == wide(c):
                runs[-1] += c
            else:
                runs.append(c)
        for part in runs:
            length = cells(part) * CELL
            if part.strip():
                start = x + (len(part) - len(part.lstrip(" "))) * CELL
                shown = part.strip(" ")
                bold = f' style="font-weight:{weight}"' if weight else ""
                han = ' class="han"' if wide(shown[0]) else ""
                self.parts.append(f'<text x="{start:.1f}" y="{y}"{han} fill="{color}"{bold} textLength="{cells(shown) * CELL:.1f}" '
                                  f'lengthAdjust="spacingAndGlyphs">{escape(shown)}</text>')
            x += length
        return x

    def rect(self, x, y, w, h, fill, **more):
        extra = "".join(f' {k.replace("_", "-")}="{v}"' for k, v in more.items())
        self.parts.append(f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" fill="{fill}"{extra}/>')

    def card(self, title, lines):
        height = 42 + lines * LINE
        self.rect(12, self.y, WIDTH - 24, height, CARD, rx=8, stroke="#cbd3db")
        self.text(LEFT, self.y + 24, title, PALE)
        first = self.y + 24 + LINE + 4
        self.y += height + 14
        return first


def report(drawing, figure):
    text = REPORT.read_text(encoding="utf-8")
    start, end = figure["quote_start"], figure["quote_start"] + len(figure["quote"])
    head, body = text.splitlines()[0], text[text.rfind("\n", 0, start) + 1:text.find("。", end) + 1]
    offset = text.rfind("\n", 0, start) + 1
    rows, row = [], []
    for i, c in enumerate(body, offset):
        if cells("".join(x for _, x in row)) + cells(c) > (WIDTH - 2 * LEFT) / CELL:
            rows.append(row)
            row = []
        row.append((i, c))
    rows.append(row)
    y = drawing.card(f"报告 report   examples/reports/{REPORT.name}", 1 + len(rows))
    drawing.text(LEFT, y, head, INK, "bold")
    for row in rows:
        y += LINE
        x = LEFT
        for i, c in row:
            w = cells(c) * CELL
            if figure["start"] <= i < figure["start"] + len(figure["exact"]):
                drawing.rect(x, y - 16, w, 21, MARK)
            if start <= i < end:
                drawing.rect(x, y + 5, w, 2, RED)
            x += w
        drawing.text(LEFT, y, "".join(c for _, c in row))


def turtle(drawing, block):
    y = drawing.card(f"cetu query -e '{DESCRIBE}' {REPORT.name}", len(block))
    for line in block:
        line = line.replace("\t", "    ")
        if NUMBER in line and "valueText" in line:
            drawing.rect(LEFT + cells(line[:line.index(NUMBER)]) * CELL, y - 16, cells(NUMBER) * CELL, 21, MARK)
        if "cetu:evidence" in line:
            drawing.rect(LEFT + 4 * CELL, y + 5, (cells(line) - 6) * CELL, 2, RED)
        if line.startswith("<"):
            x = drawing.text(LEFT, y, line.split(" a ")[0], BLUE)
            drawing.text(x, y, " a " + line.split(" a ")[1], GREEN)
        else:
            name, _, value = line.strip().partition(" ")
            x = drawing.text(LEFT + 4 * CELL, y, name, GREEN)
            drawing.text(x + CELL, y, value, INK)
        y += LINE


def table(drawing, rows):
    y = drawing.card(f"cetu query {' '.join(QUESTION)} examples/reports", len(rows))
    widths = [max(cells(row[i]) for row in rows) + 3 for i in range(len(rows[0]))]
    numbers = [all(row[i].lstrip("-").replace(".", "").isdigit() for row in rows[1:]) for i in range(len(widths))]
    for n, row in enumerate(rows):
        x = LEFT
        for value, w, number in zip(row, widths, numbers):
            shift = (w - 3 - cells(value)) * CELL if number else 0
            if value == NUMBER:
                drawing.rect(x, y - 16, cells(value) * CELL, 21, MARK)
            drawing.text(x + shift, y, value, PALE if n == 0 else INK)
            x += w * CELL
        if n == 0:
            drawing.rect(LEFT, y + 6, WIDTH - 2 * LEFT, 1, "#cbd3db")
        y += LINE


def draw(cetu):
    facts = [json.loads(line) for line in run(cetu, "extract", "--format", "jsonl", REPORT).splitlines()]
    figure = next(f for f in facts if f.get("exact") == NUMBER)
    described = run(cetu, "query", "-e", DESCRIBE, REPORT).splitlines()
    block = [line for line in described if line and not line.startswith("@prefix")]
    rows = list(csv.reader(io.StringIO(run(cetu, "query", *QUESTION, "--format", "csv", ROOT / "examples/reports").lstrip("\ufeff"))))
    drawing = Drawing()
    report(drawing, figure)
    turtle(drawing, block)
    table(drawing, rows)
    height = drawing.y + 2
    title = "From the words of a report to a figure in RDF to the answer of a query"
    head = (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img" '
            f'aria-label="{title}" xml:space="preserve">'
            f'<style>text{{font:12.8px Menlo,"DejaVu Sans Mono","Liberation Mono",monospace}}'
            f'.han{{font:15.4px "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}}</style>')
    return "\n".join([head, f"<title>{title}</title>", f'<rect width="{WIDTH}" height="{height}" fill="{PAGE}" rx="10"/>', *drawing.parts, "</svg>", ""])


def main():
    check, cetu = "--check" in sys.argv, Path(sys.argv[-1]).resolve()
    svg = draw(cetu)
    if not check:
        PICTURE.write_text(svg, encoding="utf-8")
    elif PICTURE.read_text(encoding="utf-8") != svg:
        sys.exit("docs/from-words-to-answer.svg is no longer what cetu prints; run docs/picture.py target/release/cetu")


if __name__ == "__main__":
    main()
