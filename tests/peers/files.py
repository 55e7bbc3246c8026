#!/usr/bin/env python3
"""Reports in every format that is read give the facts of their plain text, and bad files are refused within bounds.

usage: files.py [CETU]

Word files are made by python-docx, PDF files by reportlab, with an embedded font (wqy-zenhei) and with one that only
names its characters (STSong-Light); by LibreOffice and Chromium as well, where they are installed.
"""
import collections, csv, io, json, os, re, shutil, subprocess, sys, tempfile, zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "lib"))
from bench import CETU, REPORTS, ROOT, Tally

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

ZENHEI = Path("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc")
# A report with tables, for the example reports have none.
TABLES = """示例市2018年就业统计
2018年，全市城镇新增就业3.21万人，同比增长4.5%。
一、主要指标
2018年就业主要指标
指标\t单位\t2017年\t2018年\t同比增长（%）
城镇新增就业\t万人\t3.07\t3.21\t4.6
失业人员再就业\t人\t8200\t8150\t-0.6
其中：就业困难人员\t人\t2100\t2230\t6.2
二、投入
就业补助资金支出情况
单位：万元
项目\t预算数\t决算数
职业培训补贴\t3500\t3421.5
社会保险补贴\t6100\t6088
全年共投入9509.5万元。
"""


# -- what a file says ----------------------------------------------------------------------------------------------

GONE = {"start", "end", "quote_start", "id", "document", "section", "number", "part_of", "share_of", "change_of", "target_of",
        "program", "indicator_iri", "members", "path", "sha256"}


def run(path, *args):
    return subprocess.run([CETU, "extract", "--format", "jsonl", *args, path], capture_output=True, text=True, timeout=120)


def facts(path):
    """The facts of a file without places in the text and names made from them; white space aside."""
    ran = run(path)
    if ran.returncode:
        print(ran.stderr, end="")
    found = collections.Counter()
    for line in ran.stdout.splitlines():
        fact = json.loads(line)
        if fact["type"] == "document":
            continue
        kept = {key: value for key, value in fact.items() if key not in GONE and not isinstance(value, (dict, list))}
        found[re.sub(r"[ \t\u3000]|\\t", "", json.dumps(kept, sort_keys=True, ensure_ascii=False))] += 1
    return found


# -- the formats ---------------------------------------------------------------------------------------------------

def blocks(text):
    """Paragraphs and tables: strings, and lists of rows."""
    found = []
    for line in text.splitlines():
        if "\t" in line:
            if not (found and isinstance(found[-1], list)):
                found.append([])
            found[-1].append(line.split("\t"))
        elif line.strip():
            found.append(line.strip())
    return found


def escape(words):
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def html_table(rows):
    cells = lambda row: "".join(f"<td>\n<p>{escape(cell)}</p></td>" for cell in row)
    return "<table border=1 cellpadding=7>" + "".join(f"<tr>{cells(row)}</tr>" for row in rows) + "</table>"


def word_html(text, charset="utf-8"):
    """As Word saves it: numbers and the words behind them in spans of their own."""
    apart = lambda words: re.sub(r"(\d[\d.]*)", r'<span lang=EN-US>\1</span>', escape(words))
    body = "\n".join(html_table(b) if isinstance(b, list) else f"<p class=MsoNormal><span\n>{apart(b)}</span><o:p></o:p></p>"
                     for b in blocks(text))
    return f'<html><head><meta http-equiv=Content-Type content="text/html; charset={charset}"></head><body>{body}</body></html>'


def portal(text):
    """As saved from a portal: some hundred kilobytes of menus and scripts around the text."""
    links = "".join(f'<li><a href="/zwgk/{n}.html">政务公开栏目{n}</a></li>' for n in range(300))
    script = "<script>" + "var menu = {title: '，。，。，。', items: [1, 2, 3]};\n" * 800 + "</script>"
    body = "".join(html_table(b) if isinstance(b, list) else f"<p>　　{escape(b)}</p>" for b in blocks(text))
    return (f"<!DOCTYPE html><html><head><title>某市人民政府</title>{script}</head><body><div id=top><ul>{links}</ul></div>"
            f"<div class=main><div class=path><a href=/>首页</a> &gt; <a href=/a>政务公开</a> &gt; <a href=/b>正文</a></div>"
            f"<div id=zoom>{body}</div></div><div class=foot>主办单位：某市人民政府办公室　备案号：京ICP备00000000号<ul>{links}</ul></div>"
            "</body></html>")


def markdown(text):
    def table(rows):
        line = lambda row: "| " + " | ".join(row) + " |"
        return "\n".join([line(rows[0]), "|" + "---|" * len(rows[0]), *map(line, rows[1:])])
    return "\n\n".join(table(b) if isinstance(b, list) else re.sub(r"(\d+\.\d+)", r"**\1**", b) for b in blocks(text))


NUMBERING = """<w:abstractNum %s w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%%1、"/></w:lvl>
</w:abstractNum>""" % nsdecls("w")


def word(text, path):
    """Headings 一、二、 are numbered by Word, not typed."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(NUMBERING))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    count = 0
    for block in blocks(text):
        if isinstance(block, list):
            table = document.add_table(len(block), len(block[0]))
            for row, cells in zip(table.rows, block):
                for cell, words in zip(row.cells, cells):
                    cell.text = words
            continue
        ordinal = re.match(r"[一二三四五六七八九十]+、", block)
        if ordinal and ordinal[0] == "一二三四五六七八九"[count:count + 1] + "、":
            count += 1
            paragraph = document.add_paragraph()
            paragraph._p.get_or_add_pPr().append(
                parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>'))
            block = block[ordinal.end():]
        else:
            paragraph = document.add_paragraph()
        # Word cuts text into runs anywhere.
        for piece in re.split(r"(\d+)", block):
            paragraph.add_run(piece).bold = piece.isdigit()
    # In a PDF of one short page nothing tells a running head from a title.
    if len(text) > 400:
        document.sections[0].header.paragraphs[0].text = "某市统计局 2016年 页眉"
    document.save(path)


def pdf(text, path, font, **options):
    style = ParagraphStyle("body", fontName=font, fontSize=12, leading=20, wordWrap="CJK", firstLineIndent=24)
    story = [Table(b, style=[("FONTNAME", (0, 0), (-1, -1), font), ("GRID", (0, 0), (-1, -1), 0.5, "black")])
             if isinstance(b, list) else Paragraph(escape(b), style) for b in blocks(text)]

    def edges(canvas, document):
        canvas.setFont(font, 9)
        canvas.drawCentredString(A4[0] / 2, A4[1] - 30, "就业工作情况汇编")
        canvas.drawCentredString(A4[0] / 2, 30, f"— {document.page} —")
    # Three pages at least, as a report that has a running head.
    story += [Paragraph("", style)]
    SimpleDocTemplate(str(path), pagesize=A4, **options).build(story, onFirstPage=edges, onLaterPages=edges)


def variants(text, name, folder):
    """Writes a report in every format; label and path of each."""
    def write(label, file, content):
        path = folder / label / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return label, path
    page = word_html(text, "gb2312")
    yield write("UTF-8 with mark and CRLF", f"{name}.txt", ("\ufeff" + text.replace("\n", "\r\n")))
    yield write("UTF-16", f"{name}.txt", text.encode("utf-16"))
    yield write("GB18030", f"{name}.txt", text.encode("gb18030"))
    yield write("HTML of Word in GB2312", f"{name}.html", page.encode("gb18030"))
    yield write("HTML of Word", f"{name}.htm", word_html(text))
    yield write("HTML of a portal", f"{name}.html", portal(text))
    yield write("Markdown", f"{name}.md", markdown(text))
    path = folder / "DOCX" / f"{name}.docx"
    path.parent.mkdir(exist_ok=True)
    word(text, path)
    yield "DOCX", path
    for font in fonts():
        path = folder / f"PDF {font}" / f"{name}.pdf"
        path.parent.mkdir(exist_ok=True)
        pdf(text, path, font)
        yield f"PDF by reportlab, {font}", path
    if soffice := shutil.which("soffice"):
        out = folder / "PDF of LibreOffice"
        subprocess.run([soffice, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
                        "--outdir", out, folder / "DOCX" / f"{name}.docx"], capture_output=True, timeout=180, check=True)
        yield "PDF by LibreOffice", out / f"{name}.pdf"
    if chromium := shutil.which("chromium"):
        out = folder / "PDF of Chromium" / f"{name}.pdf"
        out.parent.mkdir(exist_ok=True)
        subprocess.run([chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                        f"--print-to-pdf={out}", folder / "HTML of Word" / f"{name}.htm"], capture_output=True, timeout=180)
        if out.exists():
            yield "PDF by Chromium", out


def fonts():
    found = ["STSong-Light"]
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    if ZENHEI.exists():
        pdfmetrics.registerFont(TTFont("ZenHei", ZENHEI, subfontIndex=0))
        found.append("ZenHei")
    return found


# -- checks --------------------------------------------------------------------------------------------------------

def same_facts(tally, folder):
    texts = {path.stem: path.read_text() for path in sorted(REPORTS.glob("*.txt"))}
    texts["2018-demo-city-tables"] = TABLES
    for name, text in texts.items():
        plain = folder / "plain" / f"{name}.txt"
        plain.parent.mkdir(exist_ok=True)
        plain.write_text(text)
        wanted = facts(plain)
        tally.check(len(wanted) > 3, f"{name}: hardly any fact")
        for label, path in variants(text, name, folder):
            found = facts(path)
            tally.check(found == wanted, f"{name}: {label} differs")
            for fact in list((wanted - found))[:4]:
                print("   lost", fact[:300])
            for fact in list((found - wanted))[:4]:
                print("   new ", fact[:300])
    tables = collections.Counter(json.loads(fact).get("rule") for fact in facts(folder / "plain" / "2018-demo-city-tables.txt").elements())
    tally.check(tables["table-cell"] == 13, f"{tables['table-cell']} of 13 figures in the tables are read")


def rows(tally, folder):
    """A table of documents: each row gives the facts of its text, and keeps its name when rows come and go."""
    texts = [path.read_text() for path in sorted(REPORTS.glob("*.txt"))]
    wanted = collections.Counter()
    for path in sorted(REPORTS.glob("*.txt")):
        wanted += facts(path)
    made = [{"标题": text.splitlines()[0], "发布日期": "2018-02-01", "正文": text} for text in texts]
    out = io.StringIO()
    writer = csv.DictWriter(out, made[0].keys())
    writer.writeheader()
    writer.writerows(made)
    table, lines, fewer = folder / "reports.csv", folder / "reports.jsonl", folder / "fewer" / "reports.csv"
    table.write_bytes(b"\xef\xbb\xbf" + out.getvalue().encode())
    lines.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in made))
    fewer.parent.mkdir()
    fewer.write_text(out.getvalue().replace(texts[0].replace('"', '""'), ""))
    ids = lambda path: {json.loads(line).get("document") or json.loads(line).get("id")
                        for line in run(path).stdout.splitlines()}
    for path in (table, lines):
        found = facts(path)
        figures = lambda all: sum(count for fact, count in all.items() if '"figure"' in fact)
        tally.check(figures(found) == figures(wanted), f"{path.name}: {figures(found)} figures, not {figures(wanted)}")
    tally.check(ids(fewer) < ids(table), "a row has another name when another row is gone")


def one_text(tally, folder):
    """The same report in three files is one document with three sources."""
    where = folder / "same"
    where.mkdir()
    text = (REPORTS / "2017-zhejiang-employment.txt").read_text()
    (where / "a.txt").write_text(text)
    (where / "b.html").write_text(portal(text))
    word(text, where / "c.docx")
    ran = subprocess.run([CETU, "build", where, "--out", folder / "graph"], capture_output=True, text=True)
    tally.check(ran.returncode == 0, ran.stderr)
    documents = list((folder / "graph").glob("gen-*/documents/*"))
    tally.check([path.name for path in documents] == ["a.trig"], f"documents: {documents}")
    query = "SELECT ?path { <https://w3id.org/cetu/id/doc/a> dcterms:source/schema:contentUrl ?path } ORDER BY ?path"
    ran = subprocess.run([CETU, "query", "--graph", folder / "graph", "-e", query, "--format", "csv"], capture_output=True, text=True)
    tally.check(ran.stdout.split() == ["path", "a.txt", "b.html", "c.docx"], ran.stdout)
    ran = subprocess.run([CETU, "check", "--graph", folder / "graph", "--sources", where], capture_output=True, text=True)
    tally.check(ran.returncode == 0, ran.stdout + ran.stderr)


def corpus(tally):
    """Files as users have them against their plain text, where the corpus stands beside the project."""
    shared = Path(os.environ.get("CETU_SHARED", ROOT.parent / "shared")) / "corpus"
    if not (shared / "raw").is_dir():
        print("skipped: files as users have them, ../shared/corpus/raw is not there")
        return
    pairs = {
        "2012-daqing-communique-word-html.html": "full/2012-daqing-statistical-communique.txt",
        "2018-national-bilingual.tmx": "full/2018-national-work-report.txt",
        "2018-national-typical-experience-commendation-page.html": "full/2018-national-typical-experience-commendation.txt",
        "2019-hailar-gb18030-crlf.txt": "full/2019-hailar-work-report.txt",
        "2026-ningxia-crawled-bom.csv": "full/2026-ningxia-work-report.txt",
        "undated-deqing-portal-page.html": "short/undated-zhejiang-deqing-investment.txt",
    }
    tally.check({path.name for path in (shared / "raw").iterdir()} == set(pairs), "a raw file is compared with nothing")
    for raw, plain in pairs.items():
        undated = raw.startswith("undated")
        # The page says when it was published; the plain text alone does not tell the year.
        without = lambda all: collections.Counter({re.sub(r'"period":("[^"]*"|null)|"status":"\w+"', "", fact): count
                                                   for fact, count in all.items()} if undated else all)
        found, wanted = without(facts(shared / "raw" / raw)), without(facts(shared / plain))
        tally.check(found == wanted, f"{raw}: {sum((wanted - found).values())} facts lost, {sum((found - wanted).values())} new")
        for fact in list(wanted - found)[:5]:
            print("   lost", fact[:260])
        for fact in list(found - wanted)[:5]:
            print("   new ", fact[:260])


def refused(tally, folder, name, content, words):
    """A file is left out with a word that says why, soon and in little memory."""
    path = folder / "bad" / name
    path.parent.mkdir(exist_ok=True)
    if content is not None:
        path.write_bytes(content)
    child = subprocess.Popen([CETU, "extract", path], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = child.stderr.read().decode()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    tally.check(child.returncode == 1 and words in said, f"{name}: exit {child.returncode}, {said}")
    tally.check(usage.ru_maxrss < 1 << 20, f"{name}: {usage.ru_maxrss >> 10} MiB of memory")
    tally.check(usage.ru_utime + usage.ru_stime < 10, f"{name}: {usage.ru_utime:.1f} seconds")


def bad_files(tally, folder):
    text = TABLES
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w:document>" + b"<w:p/>" * (300 << 20 >> 3))
    refused(tally, folder, "bomb.docx", made.getvalue(), "more than is read of one file")
    big = folder / "bad" / "big.txt"
    with big.open("wb") as file:
        file.truncate(200 << 20)
    refused(tally, folder, "big.txt", None, "the file is more than is read of one file (64 MB)")
    refused(tally, folder, "long.txt", "城镇新增就业12万人。\n".encode() * 300_000, "the text is more than is read")
    links = "".join(f"<li><a href=/{n}>政务公开栏目</a></li>" for n in range(50))
    refused(tally, folder, "menu.html", f"<html><body><ul>{links}</ul></body></html>".encode(), "no text in this page besides links")
    path = folder / "bad" / "locked.pdf"
    pdf(text, path, "STSong-Light", encrypt=StandardEncryption("secret", ownerPassword="other"))
    refused(tally, folder, "locked.pdf", None, "a PDF file with a password")
    canvas = Canvas(str(folder / "bad" / "scan.pdf"))
    for _ in range(2):
        canvas.rect(50, 50, 400, 600, fill=1)
        canvas.showPage()
    canvas.save()
    refused(tally, folder, "scan.pdf", None, "a PDF of 2 scanned page(s) without a text layer")
    if "ZenHei" in fonts():
        path = folder / "bad" / "unmapped.pdf"
        pdf(text, path, "ZenHei")
        path.write_bytes(re.sub(rb"/ToUnicode ", rb"/ToUnknown ", path.read_bytes()))
        refused(tally, folder, "unmapped.pdf", None, "does not say which characters the glyphs of its font")
    refused(tally, folder, "torn.pdf", (folder / "bad" / "locked.pdf").read_bytes()[:700], "not a sound PDF file")
    refused(tally, folder, "sheet.docx", zipped({"xl/workbook.xml": "<x/>"}), "an Excel file")
    ole = b"\xD0\xCF\x11\xE0" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    refused(tally, folder, "locked.docx", ole, "a Word or Excel file with a password")
    refused(tally, folder, "nested.html", b"<div>" * 3_000_000 + "就业".encode(), "HTML")
    bomb = b"%PDF-1.4\n1 0 obj\n[" + b"0 " * (20 << 20) + b"]\nendobj\ntrailer<</Root 1 0 R>>\n"
    refused(tally, folder, "array.pdf", bomb, "PDF")


def zipped(parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def main():
    tally = Tally("files")
    for tool in ("soffice", "chromium"):
        if not shutil.which(tool):
            print(f"skipped: PDF files made by {tool}, it is not installed")
    if not ZENHEI.exists():
        print("skipped: PDF files with an embedded font, fonts-wqy-zenhei is not installed")
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        same_facts(tally, folder)
        rows(tally, folder)
        one_text(tally, folder)
        corpus(tally)
        bad_files(tally, folder)
    tally.close()


if __name__ == "__main__":
    main()
