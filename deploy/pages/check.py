"""Asks axe-core about the reference pages; prints every violation, and one line of figures."""

import sys
from importlib.resources import files
from itertools import product

from browser import Browser

# One of each kind of page, and those with the most on them; their form is the same for all others.
PAGES = [
    "/docs", "/docs/problems", "/docs/needs", "/docs/areas", "/docs/listNeeds", "/docs/createNeed", "/docs/updateNeed",
    "/docs/createImport", "/docs/getReference", "/docs/Need", "/docs/NeedDraft", "/docs/Role", "/docs/Problem",
    "/problems/not_found", "/problems/guard_failed", "/problems/framing_invalid",
]


def findings(browser: Browser, address: str, axe: str) -> list[str]:
    """What is wrong with a page."""
    browser.open(address)
    found = [f"browser: {text}" for text in browser.complaints()]
    if browser.evaluate("document.contentType") != "text/html":
        return [*found, "no such page"]
    if browser.evaluate("document.scripts.length") != 0:
        found.append("there are scripts")
    if browser.evaluate("getComputedStyle(document.body).maxWidth") == "none":
        found.append("the style sheet has no effect")
    if browser.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append("it is wider than the window")
    browser.evaluate(axe)
    for violation in browser.evaluate("axe.run().then(result => result.violations)"):
        place = violation["nodes"][0]["target"]
        found.append(f"{violation['id']} ({violation['impact']}): {violation['help']}: {place}")
    return found


def main(origin: str, profile: str) -> int:
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    count = 0
    with Browser(profile) as browser:
        checks = list(product(PAGES, ("de", "en"), (("light", 1200), ("dark", 360))))
        for page, language, (scheme, width) in checks:
            browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
            browser.call("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False)
            for finding in findings(browser, f"{origin}{page}?lang={language}", axe):
                print(f"{page} {language} {scheme} {width}: {finding}")
                count += 1
    print(f"{len(checks)} views of {len(PAGES)} pages, {count} findings")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
