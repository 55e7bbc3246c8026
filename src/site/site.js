// The query editor: highlighting, completion, running and cancelling, results as table, chart or raw, a link to share.
// Without it the page is a plain form that the server answers.
"use strict";

(() => {
  const form = document.getElementById("ask");
  if (!form) return;
  const area = document.getElementById("query");
  const editor = area.parentElement;
  const paint = editor.querySelector("pre");
  const result = document.getElementById("result");
  const status = document.getElementById("status");
  const cancel = document.getElementById("cancel");
  const share = document.getElementById("share");
  const say = form.dataset;

  const make = (tag, text, attributes) => {
    const element = document.createElement(tag);
    if (text !== undefined && text !== null) element.textContent = text;
    for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
    return element;
  };

  // Highlighting: the coloured text lies below the transparent one of the text area.

  const WORDS = "ASK|AS|ASC|BASE|BIND|BY|CONSTRUCT|COUNT|DESC|DESCRIBE|DISTINCT|EXISTS|FILTER|FROM|GRAPH|GROUP|HAVING|IN|LIMIT|MAX|MIN|MINUS|NAMED|NOT|OFFSET|OPTIONAL|ORDER|PREFIX|REDUCED|SAMPLE|SELECT|SERVICE|SUM|AVG|UNDEF|UNION|VALUES|WHERE|CONTAINS|REGEX|STR|LANG|BOUND|IF|COALESCE|STRSTARTS|YEAR";
  const TOKEN = new RegExp(
    "(#[^\\n]*)|(\"(?:[^\"\\\\\\n]|\\\\.)*\"?|'(?:[^'\\\\\\n]|\\\\.)*'?)|(<[^<>\\s]*>)|([?$][\\p{L}\\p{N}_]+)|\\b(" + WORDS + ")\\b", "giu");
  const CLASSES = ["hl-note", "hl-text", "hl-text", "hl-var", "hl-word"];
  let wrong = null;

  const colour = () => {
    const text = area.value;
    paint.textContent = "";
    let at = 0;
    const put = (from, to, name) => {
      if (from >= to) return;
      const marks = wrong !== null && wrong >= from && wrong < to;
      const piece = (a, b, bad) => {
        if (a >= b) return;
        const words = [name, bad ? "hl-wrong" : ""].filter(Boolean).join(" ");
        paint.append(words ? make("span", text.slice(a, b), { class: words }) : text.slice(a, b));
      };
      if (marks) {
        piece(from, wrong, false);
        piece(wrong, wrong + 1, true);
        piece(wrong + 1, to, false);
      } else piece(from, to, false);
    };
    for (const found of text.matchAll(TOKEN)) {
      put(at, found.index, "");
      const kind = CLASSES[found.slice(1).findIndex((part) => part !== undefined)];
      put(found.index, found.index + found[0].length, kind);
      at = found.index + found[0].length;
    }
    put(at, text.length, "");
    paint.append("\n");
    area.style.height = "auto";
    area.style.height = `${Math.max(area.scrollHeight + 4, 120)}px`;
  };
  editor.classList.add("live");
  area.addEventListener("input", () => { wrong = null; colour(); });

  // Completion: prefixes, terms and labels, from the server.

  let known = null;
  const list = make("ul", null, { class: "choices", role: "listbox", id: "choices" });
  list.hidden = true;
  editor.append(list);
  area.setAttribute("aria-autocomplete", "list");
  area.setAttribute("aria-controls", "choices");
  let chosen = 0;
  let begun = 0;

  const load = async () => {
    if (!known) {
      const answer = await fetch(say.completions);
      const { prefixes, terms } = await answer.json();
      known = prefixes.map(([name, iri]) => [`${name}:`, iri, iri]).concat(terms);
    }
    return known;
  };

  const close = () => {
    list.hidden = true;
    area.removeAttribute("aria-activedescendant");
  };

  const mark = (at) => {
    chosen = (at + list.children.length) % list.children.length;
    [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === chosen)));
    area.setAttribute("aria-activedescendant", list.children[chosen].id);
    list.children[chosen].scrollIntoView({ block: "nearest" });
  };

  const take = (term) => {
    area.setRangeText(term, begun, area.selectionStart, "end");
    close();
    area.focus();
    colour();
  };

  const offer = async (forced) => {
    const before = area.value.slice(0, area.selectionStart);
    const word = before.match(/[\p{L}\p{N}_:.\-]*$/u)[0];
    if (!forced && (word.length < 2 || !/[:\p{Script=Han}]/u.test(word))) return close();
    begun = before.length - word.length;
    const wanted = word.toLowerCase();
    const fits = (text) => text && text.toLowerCase().includes(wanted);
    const rank = ([term, zh, en]) => {
      if (term.toLowerCase().startsWith(wanted)) return 0;
      if (zh && zh.startsWith(word)) return 1;
      return fits(term) || fits(zh) || fits(en) ? 2 : 3;
    };
    const found = (await load())
      .map((entry) => [rank(entry), entry])
      .filter(([place]) => place < 3)
      .sort((a, b) => a[0] - b[0])
      .slice(0, 40);
    if (!found.length) return close();
    list.textContent = "";
    found.forEach(([, [term, zh, en]], index) => {
      const item = make("li", null, { role: "option", id: `choice-${index}`, "aria-selected": "false" });
      item.append(make("code", term), make("span", [zh, en].filter((text, at, all) => text && all.indexOf(text) === at).join(" ")));
      item.addEventListener("mousedown", (event) => { event.preventDefault(); take(term); });
      list.append(item);
    });
    const lines = before.split("\n").length;
    list.style.top = `${Math.min(lines * 23 + 14, area.clientHeight)}px`;
    list.style.left = "1rem";
    list.hidden = false;
    mark(0);
  };

  let leaving = false;
  area.addEventListener("input", () => offer(false));
  area.addEventListener("blur", close);
  area.addEventListener("keydown", (event) => {
    if (!list.hidden) {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        return mark(chosen + (event.key === "ArrowDown" ? 1 : -1));
      }
      if (event.key === "Enter" || event.key === "Tab") {
        event.preventDefault();
        return take(list.children[chosen].querySelector("code").textContent);
      }
      if (event.key === "Escape") {
        event.preventDefault();
        return close();
      }
    }
    if (event.key === " " && event.ctrlKey) {
      event.preventDefault();
      offer(true);
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
    } else if (event.key === "Tab" && !event.shiftKey && !leaving) {
      event.preventDefault();
      area.setRangeText("  ", area.selectionStart, area.selectionEnd, "end");
      colour();
    }
    leaving = event.key === "Escape";
  });

  // Running.

  let running = null;
  const begin = () => {
    running = new AbortController();
    cancel.hidden = false;
    status.textContent = "…";
    wrong = null;
    return running;
  };
  const end = (text) => {
    running = null;
    cancel.hidden = true;
    status.textContent = text;
  };
  cancel.addEventListener("click", () => running && running.abort());

  const address = (format, query) => `${say.endpoint}?${new URLSearchParams({ format, query })}`;

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (running) running.abort();
    const query = area.value;
    const mine = begin();
    const started = performance.now();
    share.hidden = false;
    try {
      const answer = await fetch(say.endpoint, {
        method: "POST",
        headers: { "Content-Type": "application/sparql-query", Accept: "application/sparql-results+json, text/turtle;q=0.9" },
        body: query,
        signal: mine.signal,
      });
      const kind = answer.headers.get("Content-Type") || "";
      const text = await answer.text();
      if (!answer.ok) show(problem(kind.includes("json") ? JSON.parse(text) : { detail: text }));
      else if (kind.includes("sparql-results+json")) show(rows(JSON.parse(text), query, text));
      else show(triples(text, query));
      end(`${Math.round(performance.now() - started)} ms`);
    } catch (error) {
      if (running === mine) end(error.name === "AbortError" ? `${cancel.textContent} ✓` : String(error.message));
    }
    colour();
  });

  const show = (elements) => result.replaceChildren(...elements);

  const problem = ({ detail, line, column, hint }) => {
    const elements = [make("h2", say.error), make("p", detail, { class: "problem", lang: "en" })];
    if (line) {
      const lines = area.value.split("\n");
      const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
      // What is missing at the end of a line is marked at the last letter of it.
      wrong = start + Math.max(Math.min(column, lines[line - 1].length) - 1, 0);
      elements.push(make("p", `${say.line} ${line}, ${say.column} ${column}`));
      area.focus();
      area.setSelectionRange(wrong, wrong);
    }
    if (hint) elements.push(make("p", hint, { lang: "en" }));
    return elements;
  };

  const downloads = (formats, query) => {
    const line = make("p", null, { class: "forms" });
    for (const format of formats) line.append(make("a", format, { href: address(format, query), download: "" }), " ");
    return line;
  };

  const triples = (text, query) =>
    [downloads(["turtle", "ntriples", "rdfxml", "jsonld"], query), make("pre", text, { tabindex: "0" })];

  const NUMBERS = /#(integer|decimal|double|float|int|long)$/;

  const rows = (answer, query, text) => {
    if (typeof answer.boolean === "boolean") return [make("p", answer.boolean ? say.yes : say.no, { class: "answer" })];
    const names = answer.head.vars;
    const bindings = answer.results.bindings;
    const table = () => {
      const scroll = make("div", null, { class: "scroll", role: "region", "aria-label": say.table, tabindex: "0" });
      const grid = make("table");
      const head = make("tr");
      names.forEach((name) => head.append(make("th", name, { scope: "col" })));
      const body = make("tbody");
      for (const row of bindings.slice(0, 1000)) {
        const line = make("tr");
        for (const name of names) line.append(cell(row[name]));
        body.append(line);
      }
      const top = make("thead");
      top.append(head);
      grid.append(top, body);
      scroll.append(grid);
      return scroll;
    };
    const raw = () => make("pre", JSON.stringify(answer, null, 2), { tabindex: "0" });
    const number = names.find((name) => bindings.length && bindings.every((row) => !row[name] || NUMBERS.test(row[name].datatype || "")) && bindings.some((row) => row[name]));
    const label = names.find((name) => name !== number && bindings.some((row) => row[name] && !NUMBERS.test(row[name].datatype || "")));
    const chart = number && label ? () => bars(bindings, label, number) : null;
    const place = make("div");
    const tabs = make("div", null, { class: "tabs" });
    const views = [[form.dataset.table, table], [form.dataset.chart, chart], [form.dataset.raw, raw]];
    const press = (wanted) => {
      [...tabs.children].forEach((tab, index) => tab.setAttribute("aria-pressed", String(index === wanted)));
      place.replaceChildren(tabs.children[wanted].view());
    };
    views.filter(([, view]) => view).forEach(([name, view], index) => {
      const tab = make("button", name, { type: "button", "aria-pressed": "false" });
      tab.view = view;
      tab.addEventListener("click", () => press(index));
      tabs.append(tab);
    });
    press(0);
    const cut = bindings.length > 1000 ? ` ${say.cut}` : "";
    return [
      make("p", `${bindings.length} ${say.rows}.${cut}`, { class: "quiet" }),
      downloads(["csv", "tsv", "json", "xml"], query),
      tabs,
      place,
    ];
  };

  const cell = (term) => {
    if (!term) return make("td");
    if (term.type === "uri") {
      const box = make("td");
      const own = /^https?:/.test(term.value);
      box.append(own ? make("a", term.value.replace(/^.*\/(?=[^/]*\/[^/]*$)/, "…/"), { href: `${say.pages}?${new URLSearchParams({ iri: term.value })}` }) : term.value);
      return box;
    }
    const box = make("td", term.value);
    if (NUMBERS.test(term.datatype || "")) box.className = "n";
    if (term["xml:lang"]) box.lang = term["xml:lang"] === "zh" ? "zh-Hans" : term["xml:lang"];
    return box;
  };

  const bars = (bindings, label, number) => {
    const space = "http://www.w3.org/2000/svg";
    const draw = (tag, attributes, text) => {
      const element = document.createElementNS(space, tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      if (text !== undefined) element.textContent = text;
      return element;
    };
    const shown = bindings.filter((row) => row[number]).slice(0, 60).map((row) => [row[label] ? row[label].value : "", Number(row[number].value)]);
    const most = Math.max(...shown.map(([, value]) => Math.abs(value)), Number.MIN_VALUE);
    const chart = draw("svg", { class: "chart bars", viewBox: `0 0 720 ${shown.length * 26 + 8}`, role: "img", "aria-label": `${label}, ${number}` });
    shown.forEach(([name, value], row) => {
      const y = row * 26 + 4;
      const width = Math.max((Math.abs(value) / most) * 380, 1.5);
      chart.append(
        draw("text", { x: 200, y: y + 17, "text-anchor": "end", class: "label" }, name.length > 15 ? `${name.slice(0, 14)}…` : name),
        draw("rect", { x: 210, y: y + 4, width, height: 18, class: value < 0 ? "bar exact fall" : "bar exact" }),
        draw("text", { x: 218 + width, y: y + 17, class: "worth" }, String(value)),
      );
    });
    const scroll = make("div", null, { class: "scroll", role: "region", "aria-label": say.chart, tabindex: "0" });
    scroll.append(chart);
    return scroll;
  };

  // A link that shares the query.

  share.addEventListener("click", async () => {
    const parameters = new URLSearchParams({ query: area.value });
    const language = new URLSearchParams(location.search).get("lang");
    if (language) parameters.set("lang", language);
    const link = `${location.origin}${location.pathname}?${parameters}`;
    history.replaceState(null, "", link);
    try {
      await navigator.clipboard.writeText(link);
      status.textContent = say.copied;
    } catch {
      status.textContent = link;
    }
  });
  share.hidden = false;
  colour();
})();
