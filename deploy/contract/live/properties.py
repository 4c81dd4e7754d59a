"""Sends requests that are made up from the contract, right ones and wrong ones, and judges every answer.

Usage: properties.py CONTRACT BASE TOKENS EXAMPLES SEED...
"""

import random
import sys
import traceback
from collections import Counter
from pathlib import Path
from typing import Any

import requests
import schemathesis
from answers import Contract
from callers import SECONDS, City, callers
from document import Document
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from requests.exceptions import InvalidHeader
from schemathesis import GenerationMode
from unsayable import is_explained, is_wrong_elsewhere, prepare


class Run:
    """One seed on one city."""

    def __init__(self, contract: Contract, base: str, tokens: str, examples: int, number: int):
        self.contract, self.base, self.examples, self.number = contract, base, examples, number
        self.callers = callers(tokens)
        self.city = City(base, self.callers["city_admin"])
        self.findings: dict[str, str] = {}
        self.counts: Counter = Counter()

    def operation(self, operation: Any) -> None:
        for mode in GenerationMode:
            named = f"{self.number} {operation.label} {mode.value}"

            @seed(self.number)
            @settings(max_examples=self.examples, deadline=None, database=None, phases=[Phase.generate],
                      suppress_health_check=list(HealthCheck))
            @given(case=operation.as_strategy(generation_mode=mode), luck=st.randoms(use_true_random=False))
            def holds(case: schemathesis.Case, luck: random.Random) -> None:
                self._one(operation, case, mode, luck)

            try:
                holds()
            except Unsatisfiable:
                # Where nothing is declared, nothing can be wrong.
                self.counts["operations without a wrong request"] += 1
            except Exception:
                self._note(named, traceback.format_exc(), None)

    def _one(self, operation: Any, case: schemathesis.Case, mode: GenerationMode, luck: random.Random) -> None:
        declared = self.contract.operations[operation.method.upper(), operation.path]
        role = luck.choice([role for role, reach in declared["x-access"].items() if reach != "none"]
                           if luck.random() < 0.9 else list(self.callers))
        caller = self.callers[role]
        prepare(case, self.city, mode is GenerationMode.POSITIVE, luck)
        headers = {"Authorization": f"Bearer {caller.token}"} if caller.token else {}
        try:
            made = case.as_transport_kwargs(base_url=self.base, headers=headers)
            answer = caller.session.request(**made, allow_redirects=False, timeout=SECONDS)
        except (InvalidHeader, UnicodeError):
            return  # What cannot be written down as a request.
        self.counts[f"{mode.value} {answer.status_code // 100}xx"] += 1
        where = f"{operation.method.upper()} {operation.path}"
        found = self.contract.faults(operation.method.upper(), operation.path, role, answer)
        if answer.status_code == 500:
            found.append("500")
        if mode is GenerationMode.POSITIVE and answer.status_code in (400, 405, 406, 415, 422, 431):
            if not is_explained(case, answer):
                found.append(f"refused though the contract allows it: {answer.status_code} {_blamed(answer)}")
        if mode is GenerationMode.NEGATIVE and answer.ok and not is_wrong_elsewhere(case):
            found.append(f"taken though the contract forbids it: {_mutated(case)}")
        for fault in found:
            self._note(f"{where}: {fault}", f"as {role}: {case.as_curl_command()[:1500]}", answer)

    def _note(self, fault: str, how: str, answer: Any) -> None:
        said = "" if answer is None else f"\n    {answer.status_code} {answer.text[:600]}"
        self.findings.setdefault(fault, f"{how}{said}")


def _blamed(answer: requests.Response) -> str:
    body = answer.json()
    parts = [f"{error.get('pointer') or error.get('name')} {error['code']}" for error in body.get("errors", [])]
    return " ".join([body["code"], *parts])


def _mutated(case: schemathesis.Case) -> str:
    data = case.meta.phase.data if case.meta else None
    return str(getattr(data, "description", None) or getattr(data, "location", None) or "something")


def main() -> int:
    path, base, tokens, examples, *seeds = sys.argv[1:]
    document = Document(Path(path).read_text(encoding="utf-8"))
    contract = Contract(document)
    schema = schemathesis.openapi.from_dict(document.tree)
    operations = [result.ok() for result in schema.get_all_operations()]
    findings: dict[str, str] = {}
    counts: Counter = Counter()
    for number in map(int, seeds):
        run = Run(contract, base, tokens, int(examples), number)
        for operation in operations:
            run.operation(operation)
        findings |= run.findings
        counts += run.counts
    for fault, how in sorted(findings.items()):
        print(f"{fault}\n    {how}")
    print(f"{len(operations)} operations, seeds {' '.join(seeds)}: {dict(counts)}, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
