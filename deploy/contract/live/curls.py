"""Runs the first example of every page of the reference as a reader would, with bash, and judges what comes back.

Usage: curls.py CONTRACT BASE TOKENS
"""

import html
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from answers import Contract
from callers import City, callers
from document import Document
from requests.structures import CaseInsensitiveDict

# The identifier in all examples, which nothing has.
NOBODY = "01a1fd70-f1c0-7abc-8def-0123456789ab"

# Codes that only say that the things of the example are not in this city.
ABSENT = {"reference_not_found"}

# What an example needs that only its receiver has: the secret of a link is shown once, to whom it was sent.
ANSWERED_AS_MISSING = {"createConfirmation", "createIntake", "createIntakeSubmission"}


@dataclass
class Heard:
    """An answer that curl wrote down."""

    status_code: int
    headers: CaseInsensitiveDict
    text: str
    content: bytes = field(default=b"")

    def json(self) -> Any:
        return json.loads(self.text)


def first_example(page: str) -> str:
    """The first block of code of a page, as its reader copies it."""
    match = re.search(r"<pre[^>]*>(?:<code[^>]*>)?(.*?)(?:</code>)?</pre>", page, re.DOTALL)
    return html.unescape(match[1]) if match else ""


def run(command: str, token: str | None, folder: str) -> tuple[int, Heard]:
    """Runs a command line with curl in it: its code, and what it heard."""
    written = command.replace("curl ", "curl -sS -D head -o body ", 1)
    environment = {"PATH": os.environ["PATH"], "TOKEN": token or ""}
    for name in ("head", "body"):
        Path(folder, name).write_bytes(b"")
    done = subprocess.run(["bash", "-euo", "pipefail", "-c", written], cwd=folder, env=environment, timeout=60,
                          capture_output=True, check=False)
    lines = Path(folder, "head").read_text(encoding="latin-1").splitlines() or [""]
    fields = CaseInsensitiveDict(line.split(": ", 1) for line in lines[1:] if line)
    content = Path(folder, "body").read_bytes()
    status = int(lines[0].split(" ")[1]) if lines[0] else 0
    return done.returncode, Heard(status, fields, content.decode(), content)


def is_expected(operation: dict, command: str, heard: Heard) -> bool:
    """A success; where the example names what there is not, that it is missing."""
    if 200 <= heard.status_code < 300:
        return True
    if heard.status_code == 404:
        return NOBODY in command.split("'")[1] or operation["operationId"] in ANSWERED_AS_MISSING
    codes = {error["code"] for error in heard.json().get("errors", [])} if heard.status_code == 422 else set()
    return bool(codes) and codes <= ABSENT


def findings(contract: Contract, base: str, tokens: str) -> Iterator[str]:
    people = callers(tokens)
    cities = {role: City(base, caller) for role, caller in people.items()}
    with tempfile.TemporaryDirectory() as folder:
        for (method, path), operation in contract.operations.items():
            name = operation["operationId"]
            page = people["public"].send(base, "GET", f"/docs/{name}")
            command = first_example(page.text)
            if page.status_code != 200 or "curl " not in command:
                yield f"{name}: page {page.status_code} has no example"
                continue
            access = operation["x-access"] if "$TOKEN" in command else {"public": "released"}
            order = [*(READERS if method == "GET" else []), *WRITERS]
            role = next(role for role in order if access.get(role, "none") != "none")
            # What is only read is read once more where there is something.
            known = cities[role].of_path(path, "id") if "{id}" in path and method == "GET" else []
            for line in {command, command.replace(NOBODY, known[0], 1) if known else command}:
                if name in ENDING:
                    line = with_trial(line)
                code, heard = run(line, people[role].token, folder)
                if code != 0:
                    yield f"{name}: exit code {code}: {line}"
                    continue
                for fault in contract.faults(method, path, role, heard):
                    yield f"{name}: {fault}"
                if not is_expected(operation, line, heard):
                    yield f"{name} as {role}: {heard.status_code} {heard.text[:400]}\n    {line}"


# Who tries first: who sees most, and who may do what only an organisation does.
READERS = ["city_admin", "area_officer"]
WRITERS = ["carrier", "company", "network", "portal", "area_officer", "city_admin", "monitor", "public"]

# What would end the tokens of those who come next is only tried out.
ENDING = {"revokeMyToken", "rotateMyToken", "revokeToken"}


def with_trial(command: str) -> str:
    address = command.split("'")[1]
    return command.replace(address, f"{address}?dry_run=true", 1)


def main() -> int:
    path, base, tokens = sys.argv[1:]
    contract = Contract(Document(Path(path).read_text(encoding="utf-8")))
    found = list(findings(contract, base, tokens))
    print("\n".join([*found, f"examples of {len(contract.operations)} pages: {len(found)} findings"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
