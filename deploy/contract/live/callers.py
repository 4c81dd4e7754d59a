"""Who asks, and what there is in the city that can be asked for."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import requests

SECONDS = 30


@dataclass
class Caller:
    """A role and its token; none for the public."""

    role: str
    token: str | None
    session: requests.Session = field(default_factory=requests.Session)

    def send(self, base: str, method: str, path: str, **options: Any) -> requests.Response:
        headers = {**({"Authorization": f"Bearer {self.token}"} if self.token else {}), **options.pop("headers", {})}
        return self.session.request(method, base + path, headers=headers, timeout=SECONDS, allow_redirects=False,
                                    **options)


def callers(tokens: str) -> dict[str, Caller]:
    """By role, from the lines that `scharnier init --demo` prints."""
    rows = [line.split("\t") for line in Path(tokens).read_text(encoding="utf-8").splitlines()]
    return {"public": Caller("public", None), **{row[0]: Caller(row[0], row[2]) for row in rows}}


# Lists whose items have identifiers; the name of the member of other bodies that refers to one, where it is another.
LISTS = {
    "needs": ["need"], "offers": ["offer"], "organizations": ["organization", "carrier", "network", "unit_organization"],
    "areas": ["area"], "contacts": ["contact"], "introductions": ["introduction"], "memberships": ["membership"],
    "taxonomy-terms": [], "responsibilities": [], "area-assignments": [], "intake-links": [], "tokens": [],
}


class City:
    """The identifiers that a caller sees in a city, so that requests concern what there is."""

    def __init__(self, base: str, caller: Caller):
        self.ids: dict[str, list[str]] = {}
        self.named: dict[str, list[str]] = {}
        for name, members in LISTS.items():
            self.ids[name] = [item["id"] for item in self._items(base, caller, name)]
            for member in members:
                self.named[f"{member}_id"] = self.named[f"{member}_ids"] = self.ids[name]
        self.named["beneficiary_area_ids"] = self.ids["areas"]
        needs = self._items(base, caller, "needs")
        self.named["need_item_id"] = [line["id"] for need in needs for line in need["items"]]

    @staticmethod
    def _items(base: str, caller: Caller, name: str) -> list[dict[str, Any]]:
        answer = caller.send(base, "GET", f"/v1/{name}")
        return answer.json()["items"] if answer.status_code == 200 else []

    def of_path(self, path: str, variable: str) -> list[str]:
        """What may stand in a path for a variable."""
        if variable == "id":
            return self.ids.get(path.split("/")[2], [])
        return self.named.get(variable, [])
