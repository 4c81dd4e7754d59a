"""Checks a container recipe: known instructions, two stages, paths that exist, no root, no shell surprises."""

import json
import pathlib
import re
import sys

KNOWN = {"FROM", "RUN", "WORKDIR", "COPY", "ARG", "ENV", "USER", "VOLUME", "STOPSIGNAL", "HEALTHCHECK", "ENTRYPOINT", "CMD", "LABEL", "EXPOSE"}


def instructions(text: str) -> list[tuple[str, str]]:
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    joined = re.sub(r"\\\n\s*", " ", "\n".join(lines))
    return [(line.split(None, 1)[0], line.split(None, 1)[1]) for line in joined.splitlines()]


def findings(path: pathlib.Path):
    parts = instructions(path.read_text())
    root = path.resolve().parent.parent
    for name, rest in parts:
        if name not in KNOWN:
            yield f"{name}: no such instruction"
        if name in ("CMD", "ENTRYPOINT") or name == "HEALTHCHECK":
            form = rest[rest.index("[") :] if "[" in rest else ""
            try:
                if not all(isinstance(word, str) for word in json.loads(form)):
                    yield f"{name}: words are texts"
            except ValueError:
                yield f"{name}: not in the form of a list"
        if name == "COPY" and not rest.startswith("--from="):
            for source in rest.split()[:-1]:
                if not (root / source).exists():
                    yield f"COPY: {source} does not exist"
        if name == "RUN" and ("curl" in rest or "| sh" in rest):
            yield "RUN: fetches what nobody checked"
    stages = [index for index, (name, _) in enumerate(parts) if name == "FROM"]
    if len(stages) != 2:
        yield "FROM: two stages, one to build and one to run"
    last = parts[stages[-1] :]
    users = [rest for name, rest in last if name == "USER"]
    if not users or users[-1].split(":")[0] in ("0", "root"):
        yield "USER: the service is not root"
    for needed in ("VOLUME", "HEALTHCHECK", "ENTRYPOINT", "STOPSIGNAL"):
        if needed not in [name for name, _ in last]:
            yield f"{needed}: missing"


found = list(findings(pathlib.Path(sys.argv[1])))
print(*found or ["container recipe: in order"], sep="\n")
sys.exit(1 if found else 0)
