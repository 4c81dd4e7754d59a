"""Makes a Python client from the contract that a server serves, and plays the main scenario with nothing but it.

Usage: clients.py BASE TOKENS
"""

import compileall
import importlib
import json
import re
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
from callers import callers

# What the generator cannot do yet: bodies that are neither JSON nor a form.
LEFT_OUT = {"createImport"}

PACKAGE = "scharnier_client"


def generated(base: str, folder: Path) -> set[str]:
    """Makes the package in a folder; the names of the operations that are missing in it."""
    contract = httpx.get(f"{base}/openapi.json")
    contract.raise_for_status()
    file = folder / "openapi.json"
    file.write_bytes(contract.content)
    package = folder / PACKAGE
    tool = Path(sys.executable).with_name("openapi-python-client")
    made = subprocess.run([tool, "generate", "--path", file, "--output-path", package, "--meta", "none"],
                          capture_output=True, text=True, check=False)
    if made.returncode != 0 or not compileall.compile_dir(package, quiet=1):
        sys.exit(f"the client could not be made:\n{made.stdout[-2000:]}{made.stderr[-2000:]}")
    there = {path.stem.replace("_", "") for path in package.glob("api/*/*.py")}
    operations = [operation["operationId"] for item in json.loads(contract.content)["paths"].values()
                  for operation in item.values()]
    return {name for name in operations if name.lower() not in there}


def snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


class Client:
    """Somebody with a token, who calls operations by the functions that were generated for them."""

    def __init__(self, base: str, token: str | None):
        client: Any = importlib.import_module(f"{PACKAGE}.client")
        self.client = client.AuthenticatedClient(base_url=base, token=token) if token else client.Client(base_url=base)

    def call(self, tag: str, name: str, *path: Any, expecting: int = 200, **options: Any) -> Any:
        operation: Any = importlib.import_module(f"{PACKAGE}.api.{tag}.{name}")
        answer = operation.sync_detailed(*path, client=self.client, **options)
        if answer.status_code != expecting:
            sys.exit(f"{name}: {answer.status_code}, not {expecting}: {answer.content.decode()[:500]}")
        return answer.parsed


def model(name: str, members: dict[str, Any]) -> Any:
    """A body, as the generated class for it reads one."""
    module: ModuleType = importlib.import_module(f"{PACKAGE}.models.{snake(name)}")
    return getattr(module, name).from_dict(json.loads(json.dumps(members, default=str)))


def play(base: str, tokens: str) -> None:
    """Create need → publish → read suggestions → introduce → both accept → see it in the feed."""
    people = {role: Client(base, caller.token) for role, caller in callers(tokens).items()}
    carrier, company = people["carrier"], people["company"]
    start = carrier.call("changes", "list_changes", after="latest").next_after
    area = people["public"].call("areas", "list_areas", code=["ar-nordmarkt"]).items[0].id
    day = (date.today() + timedelta(days=45)).isoformat()
    bags = {"kind": "goods", "title": "Schulranzen", "category": "school_bags", "quantity": 5, "unit": "piece"}
    need = carrier.call("needs", "create_need", expecting=201, body=model("NeedDraft", {
        "title": "Schulranzen für Erstklässler", "text": "Fünf Kinder kommen im Sommer in die Schule und haben keinen Ranzen.",
        "horizon": "temporary", "needed_by_on": day, "beneficiary_area_ids": [area], "topics": ["education"],
        "no_public_funding": True, "items": [bags]}))
    fire(carrier, "needs", "need", need.id, "submit")
    fire(people["area_officer"], "needs", "need", need.id, "publish")

    offers = {offer.id for offer in company.call("offers", "list_offers", limit=200, organization_id=[own(company)]).items}
    suggested = carrier.call("suggestions", "list_need_suggestions", need.id, limit=50).items
    offer = next((item.offer_id for item in suggested if item.offer_id in offers), None)
    if offer is None:
        sys.exit("nothing of the company was suggested for the need")
    introduction = company.call("introductions", "create_introduction", expecting=201, body=model("IntroductionDraft", {
        "need_id": need.id, "offer_id": offer, "lines": [{"need_item_id": need.items[0].id, "quantity": 5}]}))
    connected = fire(carrier, "introductions", "introduction", introduction.id, "accept")
    if connected.item.status != "connected" or not connected.item.contacts:
        sys.exit(f"both accepted, and it is {connected.item.status} without contacts")

    seen = {(entry.type_, entry.id) for entry in carrier.call("changes", "list_changes", after=start).items}
    if not {("need", need.id), ("introduction", introduction.id)} <= {(str(kind), id_) for kind, id_ in seen}:
        sys.exit(f"the feed does not have it all: {seen}")


def fire(who: Client, tag: str, kind: str, id_: str, event: str) -> Any:
    body = model(f"{kind.capitalize()}TransitionDraft", {"event": event})
    return who.call(tag, f"transition_{kind}", id_, expecting=201, body=body)


def own(who: Client) -> str:
    return who.call("tokens", "get_me").organization.id


def main() -> int:
    base, tokens = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        missing = generated(base, Path(folder))
        sys.path.insert(0, folder)
        if missing != LEFT_OUT:
            print(f"the generator left out {sorted(missing)}, not {sorted(LEFT_OUT)}")
            return 1
        play(base, tokens)
    print("generated Python client: compiled, and it plays the main scenario: 0 findings")
    return 0


if __name__ == "__main__":
    sys.exit(main())
