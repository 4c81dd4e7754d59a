"""What holds for every path, whatever is sent: methods, tokens, and that what is deleted is gone.

Usage: fixed.py CONTRACT BASE TOKENS
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from callers import Caller, callers
from document import METHODS, Document

# A valid form for each variable of a path; nothing has these names.
NAMES = {"code": "no_such_code", "page": "no_such_page", "source": "kinderfonds", "external_id": "a-1"}
NO_ID = "01a1fd70-f1c0-7abc-8def-0123456789ab"

# In the right form but for its last characters, and in no form at all (api.md §3).
WRONG_TOKENS = ["schc_0000000000000000000000000000002ri7MC", "x"]


def filled(path: str) -> str:
    return re.sub(r"{(\w+)}", lambda match: NAMES.get(match[1], NO_ID), path)


def methods(document: Document, base: str, caller: Caller) -> Iterator[str]:
    """A method that a path does not have is 405, and `Allow` has those that it has, no other."""
    for path, item in document.tree["paths"].items():
        allowed = {method.upper() for method in METHODS if method in item} | {"OPTIONS"}
        if "GET" in allowed:
            allowed.add("HEAD")
        for method in sorted({method.upper() for method in METHODS} - allowed):
            answer = caller.send(base, method, filled(path))
            told = set(answer.headers.get("Allow", "").split(", "))
            if answer.status_code != 405 or told != allowed:
                yield f"{method} {path}: {answer.status_code}, Allow: {sorted(told)}, not {sorted(allowed)}"
        answer = caller.send(base, "OPTIONS", filled(path))
        if answer.status_code != 204 or set(answer.headers.get("Allow", "").split(", ")) != allowed:
            yield f"OPTIONS {path}: {answer.status_code}, Allow: {answer.headers.get('Allow')}"


def tokens(document: Document, base: str, public: Caller) -> Iterator[str]:
    """Without a token the public's operations answer and all others are 401; a wrong token is 401 everywhere."""
    for method, path, operation in document.operations():
        answer = public.send(base, method.upper(), filled(path))
        is_open = operation["x-access"]["public"] != "none"
        if (answer.status_code == 401) == is_open:
            yield f"{method} {path}: {answer.status_code} without a token"
        for token in WRONG_TOKENS:
            answer = public.send(base, method.upper(), filled(path), headers={"Authorization": f"Bearer {token}"})
            if answer.status_code != 401 or "invalid_token" not in answer.headers.get("WWW-Authenticate", ""):
                yield f"{method} {path}: {answer.status_code} with the token {token}"


def deletions(base: str, people: dict[str, Caller]) -> Iterator[str]:
    """What can be made and deleted is 404 afterwards, for its maker and for everybody."""
    card = {"display_name": "Zum Löschen", "email": "weg@example.org", "purpose": "introduction",
            "lawful_basis": "art6_1_e", "info_text_version": "1"}
    for maker, path, body in [("carrier", "/v1/needs", {}), ("company", "/v1/offers", {"kind": "goods"}),
                              ("carrier", "/v1/contacts", card)]:
        made = people[maker].send(base, "POST", path, json=body)
        if made.status_code != 201:
            yield f"POST {path}: {made.status_code} {made.text[:300]}"
            continue
        place = made.headers["Location"]
        gone = people[maker].send(base, "DELETE", place, headers={"If-Match": made.headers["ETag"]})
        if gone.status_code != 204:
            yield f"DELETE {path}: {gone.status_code} {gone.text[:300]}"
        for who in (maker, "city_admin"):
            for method in ("GET", "DELETE"):
                answer = people[who].send(base, method, place, headers={"If-Match": "*"})
                # The city writes no needs and offers of others: that it is told first.
                if answer.status_code != 404 and (method, answer.status_code) != ("DELETE", 403):
                    yield f"{method} {path} as {who} after it was deleted: {answer.status_code}"


def main() -> int:
    path, base, file = sys.argv[1:]
    document = Document(Path(path).read_text(encoding="utf-8"))
    people = callers(file)
    found = [*methods(document, base, people["city_admin"]), *tokens(document, base, people["public"]),
             *deletions(base, people)]
    print("\n".join([*found, f"methods, tokens and deletions: {len(found)} findings"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
