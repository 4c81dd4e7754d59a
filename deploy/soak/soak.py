"""Keeps a running server busy with callers of every kind, and says whether what it holds grows.

    soak.py PORT PID DATABASE TOKENS SECONDS

First the database is made larger than all page caches together, and is read to its end, so that these are full. From then
on the load is the same all the time and bounded: whatever still grows, grows without need. Every fifth of a second memory,
descriptors and the write-ahead log are looked at; the first fifth of the time is warming up and does not count.
"""
import argparse
import json
import pathlib
import random
import socket
import sys
import threading
import time

from watch import Watch

# Requests a second in all: far below what one processor serves, so that another load beside this one does no harm.
READS, WRITES, ABORTS, SLOW = 100, 25, 10, 16
TIMEOUT = 30
# Needs of 3 KB each: more than the page caches (16 MiB for writing, 8 MiB for each reader) hold of it.
FILLING, FILLERS = 12_000, 8
PATHS = ["/v1/needs?limit=50", "/v1/offers?limit=20", "/v1/areas", "/v1/meta", "/v1/changes?after=0&limit=200",
         "/v1/needs?q=Lesen", "/v1/nothing", "/v1/needs?limit=x", "/healthz", "/openapi.yaml"]


class Caller:
    """A connection that is made anew when the server has closed it."""

    def __init__(self, port: int, token: str | None = None):
        self.port, self.token, self.client, self.rest = port, token, None, b""

    def request(self, method: str, path: str, body: bytes | None = None, fields: dict | None = None) -> bytes:
        lines = [f"{method} {path} HTTP/1.1", "Host: localhost"]
        if self.token:
            lines.append(f"Authorization: Bearer {self.token}")
        if body is not None:
            kind = "merge-patch+json" if method == "PATCH" else "json"
            lines += [f"Content-Type: application/{kind}", f"Content-Length: {len(body)}"]
        lines += [f"{name}: {value}" for name, value in (fields or {}).items()]
        return ("\r\n".join(lines) + "\r\n\r\n").encode() + (body or b"")

    def open(self) -> socket.socket:
        if self.client is None:
            self.client = socket.create_connection(("127.0.0.1", self.port), timeout=TIMEOUT)
            self.client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.rest = b""
        return self.client

    def close(self) -> None:
        if self.client is not None:
            self.client.close()
            self.client = None

    def receive(self) -> None:
        piece = self.open().recv(65536)
        if not piece:
            raise ConnectionError("closed before an answer")
        self.rest += piece

    def answer(self) -> tuple[int, bytes]:
        """Status and content of the next answer."""
        while b"\r\n\r\n" not in self.rest:
            self.receive()
        head, _, self.rest = self.rest.partition(b"\r\n\r\n")
        fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:])
        length = int(fields.get(b"content-length", 0))
        while len(self.rest) < length:
            self.receive()
        content, self.rest = self.rest[:length], self.rest[length:]
        if fields.get(b"connection") == b"close":
            self.close()
        return int(head[9:12]), content

    def call(self, *request, **more) -> tuple[int, bytes]:
        self.open().sendall(self.request(*request, **more))
        return self.answer()


class Soak:
    def __init__(self, options: argparse.Namespace):
        self.options = options
        rows = pathlib.Path(options.tokens).read_text().splitlines()
        self.tokens = {row.split("\t")[0]: row.split("\t")[2] for row in rows}
        self.stop = threading.Event()
        self.lock = threading.Lock()
        self.counts: dict[str, int] = {}
        self.faults: list[str] = []

    def note(self, what: str) -> None:
        with self.lock:
            self.counts[what] = self.counts.get(what, 0) + 1

    def fault(self, what: str) -> None:
        with self.lock:
            self.faults.append(what)

    def repeat(self, rate: float, deed, *state) -> None:
        """Does something so many times a second until told to stop; what was missed is not made up for."""
        following = time.monotonic()
        while not self.stop.is_set():
            try:
                deed(*state)
            except (OSError, ValueError, KeyError) as error:
                self.fault(f"{deed.__name__}: {error!r}")
            following = max(following + 1 / rate, time.monotonic())
            self.stop.wait(following - time.monotonic())

    def read(self, caller: Caller, chance: random.Random) -> None:
        status, _ = caller.call("GET", chance.choice(PATHS))
        self.note("reads")
        if status >= 500:
            self.fault(f"a read was {status}")

    def write(self, caller: Caller, chance: random.Random) -> None:
        """Creates a need, changes it and takes it back: the database holds no more afterwards than before."""
        title = "".join(chance.choice("abcdefgh ") for _ in range(60)).strip() or "x"
        status, content = caller.call("POST", "/v1/needs", json.dumps({"title": title}).encode())
        if status != 201:
            return self.fault(f"a write was {status}: {content[:300]!r}")
        path = f"/v1/needs/{json.loads(content)['id']}"
        statuses = [status, caller.call("PATCH", path, b'{"title":"anders"}', {"If-Match": "*"})[0],
                    caller.call("DELETE", path, None, {"If-Match": "*"})[0]]
        self.note("writes")
        if statuses != [201, 200, 204]:
            self.fault(f"a write was {statuses}")

    def abort(self, chance: random.Random) -> None:
        """Goes away somewhere within a request or an answer, in an orderly way or with a reset."""
        caller = Caller(self.options.port, self.tokens["carrier"])
        request = chance.choice([
            caller.request("GET", "/openapi.yaml"), caller.request("POST", "/v1/needs", b'{"title":"Abbruch"'),
            caller.request("POST", "/v1/needs", b"x" * 300_000), b"BAD\r\n\r\n", caller.request("GET", "/v1/needs?limit=200"),
        ])
        client = caller.open()
        try:
            client.sendall(request[: chance.randrange(1, len(request) + 1)])
            if chance.random() < 0.5:
                client.setblocking(False)
                client.recv(chance.randrange(1, 5000))
        except OSError:
            pass  # The server may be quicker.
        if chance.random() < 0.5:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        caller.close()
        self.note("aborted")

    def drip(self, caller: Caller) -> None:
        """Sends a request in pieces, over seconds."""
        request = caller.request("POST", "/v1/needs?nonsense=1", json.dumps({"title": "langsam" * 20}).encode())
        for start in range(0, len(request), 40):
            caller.open().sendall(request[start : start + 40])
            if self.stop.wait(0.2):
                return caller.close()
        status, _ = caller.answer()
        self.note("slow")
        if status >= 500:
            self.fault(f"a slow request was {status}")

    def fill(self) -> None:
        """Fills the database and reads all of it."""
        text = " ".join(["Vorlesen"] * 300)

        def create(number: int) -> None:
            caller = Caller(self.options.port, self.tokens["carrier"])
            for step in range(FILLING // FILLERS):
                body = json.dumps({"title": f"Bestand {number} {step}", "text": text}).encode()
                status, content = caller.call("POST", "/v1/needs", body)
                if status != 201:
                    return self.fault(f"filling was {status}: {content[:300]!r}")

        def read(number: int) -> None:
            caller, path, base = Caller(self.options.port, self.tokens["carrier"]), "", "/v1/needs?status=draft&limit=200"
            for _ in range(FILLING // 200 + 1):
                page = json.loads(caller.call("GET", base + path)[1])
                if page.get("next_cursor") is None:
                    break
                path = f"&cursor={page['next_cursor']}"

        for deed in (create, read):
            threads = [threading.Thread(target=deed, args=(number,)) for number in range(FILLERS)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()

    def threads(self) -> list[threading.Thread]:
        carrier, port = self.tokens["carrier"], self.options.port
        deeds = [(READS / 4, self.read, Caller(port, token), random.Random(seed))
                 for seed, token in enumerate([None, None, carrier, self.tokens["city_admin"]])]
        deeds += [(WRITES / 4 / 3, self.write, Caller(port, carrier), random.Random(seed)) for seed in range(10, 14)]
        deeds += [(ABORTS / 2, self.abort, random.Random(seed)) for seed in range(20, 22)]
        deeds += [(1, self.drip, Caller(port, carrier)) for _ in range(SLOW)]
        return [threading.Thread(target=self.repeat, args=deed) for deed in deeds]

    def run(self) -> int:
        self.fill()
        print(f"filled: {pathlib.Path(self.options.database).stat().st_size >> 20} MiB")
        watch = Watch(self.options.pid, self.options.database)
        threads = self.threads()
        for thread in threads:
            thread.start()
        died = watch.follow(self.options.seconds)
        self.stop.set()
        for thread in threads:
            thread.join()
        print(", ".join(f"{count} {what}" for what, count in sorted(self.counts.items())))
        good = not died and watch.judge()
        for fault in self.faults[:10]:
            print(f"NOT expected: {fault}")
        if died:
            print("The server died.")
        complete = {"reads", "writes", "aborted", "slow"} <= self.counts.keys()
        return 0 if good and complete and not self.faults else 1


parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("port", type=int)
parser.add_argument("pid", type=int)
parser.add_argument("database")
parser.add_argument("tokens")
parser.add_argument("seconds", type=float)
sys.exit(Soak(parser.parse_args()).run())
