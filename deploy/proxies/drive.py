"""Drives a server through one proxy and says what does not hold."""

import argparse
import pathlib
import re
import threading
import time

from smuggling import attempts
from wire import Wire, decoded, direct


class Drive:
    def __init__(self, options: argparse.Namespace):
        self.options = options
        self.wire = Wire(options.port, options.certificate)
        rows = pathlib.Path(options.tokens).read_text().splitlines()
        self.tokens = {row.split("\t")[0]: row.split("\t")[2] for row in rows}
        self.failures = 0
        self.checks = 0

    def check(self, holds: bool, what: str) -> None:
        self.checks += 1
        if not holds:
            self.failures += 1
            print(f"{self.options.name}: NOT {what}")

    def fields(self, more: dict | None = None) -> dict:
        return {"Authorization": f"Bearer {self.tokens['carrier']}", "Content-Type": "application/json", **(more or {})}

    def wait(self) -> None:
        for _ in range(150):
            try:
                if self.wire.request("GET", "/readyz")[0] == 200:
                    return
            except OSError:
                pass
            time.sleep(0.1)
        raise SystemExit(f"{self.options.name}: never ready")

    def items(self) -> None:
        status, fields, content = self.wire.request("GET", "/v1/needs?limit=1")
        self.check(status == 200 and "etag" not in fields or status == 200, "a list is 200")
        item = f"/v1/needs/{decoded(content)['items'][0]['id']}"
        status, fields, content = self.wire.request("GET", item)
        self.check(status == 200 and content == direct(self.options.api, item), "an item is the server's own, byte for byte")
        # nginx names requests itself, by 32 digits, which the server takes over; nobody takes over what the client says.
        name = self.wire.request("GET", item, fields={"X-Request-Id": "c0ffee-from-outside"})[1].get("x-request-id", "")
        self.check(re.fullmatch(r"[0-9a-f]{32}|[0-9a-f-]{36}", name) is not None, "the proxy or the server names a request")
        status, _, content = self.wire.request("GET", item, fields={"If-None-Match": fields.get("etag", "x")})
        self.check(status == 304 and not content, "a tag passes both ways")
        status, fields, content = self.wire.request("POST", "/v1/needs", b'{"title": "Lesepaten gesucht"}', self.fields())
        self.check(status == 201 and fields["location"].endswith(decoded(content)["id"]), "a write is 201")
        self.check(self.wire.request("GET", "/metrics", fields=self.fields())[0] == 404, "metrics are not for the world")

    def large(self) -> None:
        # The server refuses by the announced length and takes in the rest, so that a proxy which is still sending does not
        # see the end before the answer and say 502 itself.
        for length in (1 << 20, 4 << 20, 32 << 20):
            status, fields, _ = self.wire.request("POST", "/v1/needs", b'"' + b"x" * length + b'"', self.fields())
            self.check(status == 413, f"{length >> 20} MiB and two octets are 413 (was {status})")
            self.check(fields.get("content-type") == "application/problem+json", "the 413 is the server's, and arrives")
        status, _, _ = self.wire.request("POST", "/v1/needs", b'{"title":"' + b"x" * 900_000 + b'"}', self.fields())
        self.check(status in (400, 422), f"less is read (was {status})")

    def slow(self) -> None:
        body = b'{"title": "Langsam"}'
        head = f"POST /v1/needs HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {len(body)}\r\n"
        head += "".join(f"{name}: {value}\r\n" for name, value in self.fields().items()) + "\r\n"
        answers: list[bytes] = []
        send = lambda: answers.append(self.wire.raw(head.encode() + body, pause=0.15, piece=24))
        threads = [threading.Thread(target=send) for _ in range(16)]
        for thread in threads:
            thread.start()
        quick = [self.wire.request("GET", "/healthz")[0] for _ in range(10)]
        for thread in threads:
            thread.join()
        self.check(quick == [200] * 10, "others are served beside sixteen slow clients")
        created = sum(answer.startswith(b"HTTP/1.1 201 ") for answer in answers)
        self.check(created == 16, f"slow but steady clients are served as well ({created} of 16)")

    def forged(self) -> None:
        before = pathlib.Path(self.options.log).stat().st_size
        forged = {"X-Forwarded-For": "203.0.113.9", "Forwarded": "for=203.0.113.9", "X-Request-Id": "forged-request-id",
                  "X-Forwarded-Proto": "http", "X-Real-IP": "203.0.113.9"}
        status, fields, _ = self.wire.request("GET", "/v1/me", fields=self.fields(forged))
        self.check(status == 200, f"forged fields change nothing (was {status})")
        self.check("forged" not in fields.get("x-request-id", ""), "a forged request id is not taken over")
        for _ in range(50):
            log = pathlib.Path(self.options.log).read_text()[before:]
            if "/v1/me" in log:
                break
            time.sleep(0.1)
        self.check('"ip":"127.0.0.0/24"' in log, "the log has the proxy's word for the address")
        self.check("203.0.113" not in log and "forged" not in log, "forged addresses and ids are not in the log")

    def hidden_requests(self) -> int:
        text = direct(self.options.metrics, "/metrics").decode()
        found = re.findall(r'^scharnier_http_requests_total\{route="/v1/meta",.*\} (\d+)$', text, re.M)
        return sum(map(int, found))

    def smuggling(self) -> None:
        for name, data in attempts().items():
            before = self.hidden_requests()
            answer = self.wire.raw(data)
            # Whoever comes next on the same upstream connection would get the hidden answer.
            following = [self.wire.request("GET", "/healthz") for _ in range(3)]
            self.check(all(each[2] == b'{"status":"ok"}' for each in following), f"{name}: answers stay with their requests")
            # A proxy may rightly see two pipelined requests where the first one has no content.
            shown = answer.count(b"HTTP/1.1 ") > 1
            self.check(self.hidden_requests() == before or shown, f"{name}: no hidden request arrives")

    def run(self) -> int:
        self.wait()
        for part in (self.items, self.large, self.slow, self.forged, self.smuggling):
            part()
        print(f"{self.options.name}: {self.checks - self.failures} of {self.checks} hold")
        return 1 if self.failures else 0


parser = argparse.ArgumentParser(description=__doc__)
for option in ("name", "certificate", "tokens", "log"):
    parser.add_argument(f"--{option}", required=True)
for option in ("port", "api", "metrics"):
    parser.add_argument(f"--{option}", required=True, type=int)
raise SystemExit(Drive(parser.parse_args()).run())
