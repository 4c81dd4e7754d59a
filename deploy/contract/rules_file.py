"""House rules of the file: version, wording of nullability, nothing unused, readable lines."""

from collections.abc import Iterator

from document import Document, nodes

LONGEST_LINE = 120


def findings(document: Document) -> Iterator[str]:
    if not document.tree["openapi"].startswith("3.1."):
        yield f"openapi: {document.tree['openapi']} is not 3.1"
    for place, node in nodes(document.tree):
        if not isinstance(node, dict) or "/examples/" in place:
            continue
        if "nullable" in node:
            yield f"nullable: {place}: write type: [..., \"null\"]"
        if "example" in node and "examples" in node:
            yield f"example: {place}: beside examples"
    yield from _unused(document)
    for number, line in enumerate(document.text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            yield f"line {number}: longer than {LONGEST_LINE}"
        if line != line.rstrip() or "\t" in line:
            yield f"line {number}: blanks at its end, or a tab"


def _unused(document: Document) -> Iterator[str]:
    used = {node["$ref"] for _, node in nodes(document.tree) if isinstance(node, dict) and "$ref" in node}
    for kind, parts in document.components.items():
        if kind == "securitySchemes":
            continue
        for name in parts:
            if f"#/components/{kind}/{name}" not in used:
                yield f"unused: {kind}/{name}"
