#!/usr/bin/env python3
"""While hostile clients do what they can, nothing crashes, memory stays bounded and others get their answers.

usage: hostile.py [CETU]      (loopback only; some 25 seconds, three times that at most)

One process is hostile: 200 slow connections, queries of 10 MB, queries nested without end, broken encodings and requests,
paths out of the server, clients that go away in the middle of large answers. Another asks what people ask, and times it.
"""
import asyncio, http.client, multiprocessing, os, struct, socket, sys, tempfile, time, urllib.parse
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "lib"))
from bench import REPORTS, Tally, cetu
from server import start

SECONDS = 20
SLOW = 200
# Megabytes that the server may take before it stops queries, and what it may take until they have stopped.
MEMORY, MOST = 800, 1200
FLOOD = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
HEAD = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"


def deep():
    """Queries nested without end, each in another way."""
    for depth in (50, 64, 1000, 100_000):
        for left, right, inside in (("{", "}", "?s ?p ?o"), ("{ OPTIONAL ", "}", "{ ?s ?p ?o }"), ("{ { } UNION ", "}", "{ ?s ?p ?o }")):
            yield f"SELECT * {left * depth} {inside} {right * depth}"
        yield f"ASK {{ FILTER({'(' * depth}1{')' * depth}) }}"
        yield f"ASK {{ FILTER({'!' * depth}true) }}"
        yield f"ASK {{ FILTER({'-' * depth}1 = 1) }}"
        yield f"ASK {{ ?s {'(' * depth}<a:b>{')*' * depth} ?o }}"
        yield f"ASK {{ ?s {'^' * depth}<a:b> ?o }}"
        yield f"ASK {{ ?s <a:b> {'(' * depth}1{')' * depth} }}"
        yield f"ASK {{ ?s <a:b> {'[ <a:b> ' * depth}1{']' * depth} }}"
        yield f"ASK {{ FILTER({'IF(true, 1, ' * depth}1{')' * depth}) }}"
        yield f"ASK {{ FILTER({'EXISTS {' * depth}{'}' * depth}) }}"


def broken():
    """Requests that are none, or lie about themselves."""
    get = lambda target: f"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode()
    yield from (get(t) for t in ("/sparql?query=%", "/sparql?query=%ZZ", "/sparql?query=%FF%FE", "/sparql?query=%E5%85", "/sparql?query=%00"))
    yield from (get(t) for t in ("/sparql?query=" + "A" * 70_000, "/?" + "&".join(f"a{n}=b" for n in range(9_000))))
    yield from (HEAD + extra + b"\r\n\r\n" for extra in (b"Content-Length: -1", b"Content-Length: 99999999999999999999", b"Content-Length: 5\r\nContent-Length: 6",
                b"Transfer-Encoding: chunked\r\nContent-Length: 5", b"Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n", b"Transfer-Encoding: chunked\r\n\r\n-1\r\n",
                b"Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\n\x1f\x8b\x08"))
    yield from (HEAD + b"Content-Length: %d\r\nConnection: close\r\n\r\n" % len(body) + body for body in (b"\xff\xfe\x00A", b"\x00" * 100, "ASK {}".encode("utf-16")))
    yield from (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"GET / HTTP/9.9\r\n\r\n", b"\x00" * 5000, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"GET /\r\n\r\n", b"\r\n" * 5000)
    yield b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"".join(b"X-%d: y\r\n" % n for n in range(5_000)) + b"\r\n"
    yield b"GET / HTTP/1.1\r\nHost: localhost\r\nAccept: " + b"text/html;q=0.5," * 3_500 + b"\r\nConnection: close\r\n\r\n"
    yield b"GET / HTTP/1.1\r\nHost: a\x00b\r\n\r\n"


def outward():
    """Paths that lead out of the server, if anything did."""
    for way in ("/../../../../etc/passwd", "/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "/download/../../etc/passwd", "/download/..%2f..%2f..%2fetc%2fpasswd", "//etc/passwd",
                "/download/cetu.nq%00.gz", "/store?graph=file:///etc/passwd", "/api/..%2f..%2fetc%2fpasswd", "/id/..%2f..%2fetc/passwd", "/\\..\\..\\etc\\passwd",
                "/sparql?query=" + urllib.parse.quote("ASK FROM <file:///etc/passwd> { ?s ?p ?o }"),
                "/sparql?query=" + urllib.parse.quote("SELECT * { SERVICE <http://127.0.0.1:22/> { ?s ?p ?o } }")):
        yield f"GET {way} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode()


async def exchange(port, request, most=1 << 20, timeout=15):
    """Sends a request; what came back, as far as `most` bytes."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return b""
    got = b""
    try:
        async def talk():
            nonlocal got
            writer.write(request)
            await writer.drain()
            while len(got) < most and (part := await reader.read(1 << 16)):
                got += part
        await asyncio.wait_for(talk(), timeout)
    except (OSError, asyncio.TimeoutError):
        pass
    finally:
        writer.close()
    return got


async def slow(port, end, number):
    """A client that sends a byte now and then, or reads one now and then."""
    while time.monotonic() < end:
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.5)
            continue
        head = HEAD + b"Content-Length: 100000\r\n\r\n"
        flood = b"GET /sparql?query=" + urllib.parse.quote(FLOOD).encode() + b" HTTP/1.1\r\nHost: localhost\r\n\r\n"
        try:
            if number % 10 == 0:
                writer.write(flood)
                while time.monotonic() < end and await reader.read(10):
                    await asyncio.sleep(0.5)
            else:
                for byte in (head if number % 2 else head[:40] + b"X-Pad: " + b"y" * 10_000):
                    if time.monotonic() > end or reader.at_eof():
                        break
                    writer.write(bytes([byte]))
                    await writer.drain()
                    await asyncio.sleep(0.5)
        except OSError:
            pass
        finally:
            writer.close()


async def gone(port, end):
    """Clients that ask for much and go away: some at once, some in the middle, some by a reset."""
    queries = [FLOOD, "SELECT ?s ?q { ?s ?p ?o . ?o ?q ?r . ?r ?t ?u } ORDER BY ?s", "CONSTRUCT { ?s ?p ?r } { ?s ?p ?o . ?o ?q ?r }"]
    number = 0
    while time.monotonic() < end:
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            query = urllib.parse.quote(f"{queries[number % 3]} LIMIT {1_000_000 + number}" if number % 3 != 1 else queries[1]).encode()
            writer.write(b"GET /sparql?query=" + query + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
            await asyncio.sleep((0, 0.05, 0.2)[number % 3])
            if number % 2:
                await asyncio.wait_for(reader.read(100_000), 1)
                writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            writer.close()
        except (OSError, asyncio.TimeoutError):
            pass
        number += 1
        await asyncio.sleep(0.05)


async def throw(port, end, requests, pause, seen):
    """Sends requests in turn; counts the answers by their first line, and those that tell what they must not."""
    while time.monotonic() < end:
        for request in requests():
            if time.monotonic() > end:
                return
            got = await exchange(port, request)
            seen["answered" if got.startswith(b"HTTP/1.1 ") else "closed"] += 1
            seen["failed"] += got.startswith((b"HTTP/1.1 500", b"HTTP/1.1 502"))
            seen["leaked"] += b"root:" in got or b"SSH-" in got
            await asyncio.sleep(pause)


def large():
    body = b"ASK { VALUES ?x { " + b'"xxxxxxxxxxxxxxxx" ' * 550_000 + b"} }"
    yield HEAD + b"Content-Length: %d\r\nConnection: close\r\n\r\n" % len(body) + body
    yield HEAD + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + b"%x\r\n" % len(body) + body + b"\r\n0\r\n\r\n"
    body = b"ASK { VALUES ?x { " + b'"xxxxxxxxxxxxxxxx" ' * 100_000 + b"} }"
    yield HEAD + b"Content-Length: %d\r\nConnection: close\r\n\r\n" % len(body) + body


def direct(queries):
    for query in queries:
        body = query.encode()
        yield HEAD + b"Content-Length: %d\r\nConnection: close\r\n\r\n" % len(body) + body


def attack(port, results):
    """Everything at once, in a process of its own."""
    async def run():
        end = time.monotonic() + SECONDS
        seen = {kind: dict(answered=0, closed=0, failed=0, leaked=0) for kind in ("large", "deep", "broken", "outward")}
        await asyncio.gather(*(slow(port, end, n) for n in range(SLOW)), gone(port, end),
                             throw(port, end, large, 0.2, seen["large"]), throw(port, end, lambda: direct(deep()), 0.02, seen["deep"]),
                             throw(port, end, broken, 0.02, seen["broken"]), throw(port, end, outward, 0.02, seen["outward"]))
        return seen
    results.put(asyncio.run(run()))


def resident(pid):
    """Megabytes of memory that a process holds."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main():
    tally = Tally("hostile")
    with tempfile.TemporaryDirectory() as folder:
        graph = Path(folder) / "graph"
        cetu("build", REPORTS, "--out", graph)
        # A machine that is busy with other things delays everybody: only what is slow each time is the server's doing.
        longest = []
        while len(longest) < 3 and (not longest or longest[-1] >= 1):
            longest.append(endure(graph, tally))
        tally.check(longest[-1] < 1, f"honest requests took up to {', '.join(f'{time:.2f}' for time in longest)} s")
    tally.close()


def endure(graph, tally):
    """Lets a server be attacked; the longest time that an honest request took meanwhile."""
    server, home = start("--graph", graph, "--timeout", "5", "--patience", "5", "--max-memory", str(MEMORY))
    port = int(home.rsplit(":", 1)[1])
    rest, results = resident(server.pid), multiprocessing.Queue()
    hostile = multiprocessing.Process(target=attack, args=(port, results))
    hostile.start()
    times, wrong, peak, number = [], [], rest, 0
    try:
        end = time.monotonic() + SECONDS
        while time.monotonic() < end and server.poll() is None:
            number += 1
            # A new question each time: none of the answers is a kept one.
            query = f'SELECT ?text {{ ?o cetu:indicator/rdfs:label ?label ; cetu:valueText ?text FILTER(?label != "{number}") }} LIMIT 20'
            began = time.perf_counter()
            try:
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
                connection.request("GET", "/sparql?" + urllib.parse.urlencode({"query": query}))
                answer = connection.getresponse()
                body = answer.read()
                connection.close()
                if answer.status != 200 or b"bindings" not in body:
                    wrong.append(f"{answer.status} {body[:200]}")
            except OSError as error:
                wrong.append(repr(error))
            times.append(time.perf_counter() - began)
            peak = max(peak, resident(server.pid)) if Path(f"/proc/{server.pid}").exists() else peak
            time.sleep(0.05)
        seen = results.get(timeout=60)
        hostile.join(timeout=60)
        tally.check(server.poll() is None, "the server is down")
        tally.check(not wrong, f"{len(wrong)} of {len(times)} honest requests failed, such as {wrong[:1]}")
        tally.check(len(times) > 30, f"only {len(times)} honest requests were made")
        tally.check(peak < MOST, f"memory grew from {rest:.0f} to {peak:.0f} MB")
        for kind, counts in seen.items():
            tally.check(counts["answered"] + counts["closed"] > 0, f"{kind}: nothing was sent")
            tally.check(counts["failed"] == 0, f"{kind}: {counts['failed']} answers with 500 or 502")
            tally.check(counts["leaked"] == 0, f"{kind}: {counts['leaked']} answers tell what is not theirs")
        began = time.monotonic()
        while time.monotonic() - began < 20 and idle(port) > 0:
            time.sleep(0.2)
        tally.check(idle(port) == 0, "evaluations run on although everybody has gone")
        print(f"honest requests: {len(times)}, median {sorted(times)[len(times) // 2] * 1000:.1f} ms, longest {max(times) * 1000:.0f} ms; "
              f"memory {rest:.0f} MB at rest, {peak:.0f} MB at most; hostile: {seen}")
    finally:
        hostile.kill()
        server.terminate()
        tally.check(server.wait(timeout=30) == 0, "the server did not end well")
    return max(times)


def idle(port):
    """How many queries are being evaluated."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/metrics")
    lines = connection.getresponse().read().decode().splitlines()
    connection.close()
    return int(next(line.split()[1] for line in lines if line.startswith("cetu_queries_running ")))


if __name__ == "__main__":
    main()
