"""Checks the contract; prints every finding, and one line of figures."""

import sys
from pathlib import Path

import rules_file
import rules_operations
import rules_schemas
from document import Document, DuplicateKey
from examples import ExampleCheck
from openapi_spec_validator import OpenAPIV31SpecValidator
from yaml import YAMLError


def main(path: str) -> int:
    try:
        document = Document(Path(path).read_text(encoding="utf-8"))
    except (DuplicateKey, YAMLError) as error:
        print(f"{path}: {error}")
        return 1
    found = [f"specification: {error.json_path}: {error.message[:200]}" for error in
             OpenAPIV31SpecValidator(document.tree).iter_errors()]
    examples = ExampleCheck(document)
    # What is no OpenAPI document at all cannot be looked at more closely.
    if not found:
        for rules in (examples.findings(), rules_operations.findings(document), rules_schemas.findings(document),
                      rules_file.findings(document)):
            found += rules
    for finding in found:
        print(finding)
    operations = sum(1 for _ in document.operations())
    print(f"{path}: {operations} operations, {len(document.schemas)} schemas, {examples.count} examples checked, "
          f"{len(found)} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
