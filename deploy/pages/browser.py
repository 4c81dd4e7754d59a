"""A headless Chromium, driven by the DevTools protocol (chromedevtools.github.io/devtools-protocol)."""

import itertools
import json
import subprocess
import time
import urllib.request
from pathlib import Path

import websocket

PATIENCE = 60


class Browser:
    """One page of a browser that lives as long as the context."""

    def __init__(self, profile: str) -> None:
        # Without its sandbox, for which a container lacks the rights: it sees nothing but our own pages.
        self.process = subprocess.Popen(
            ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
             "--remote-debugging-port=0", "--remote-allow-origins=*", f"--user-data-dir={profile}", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.numbers = itertools.count(1)
        self.events: list[dict] = []
        port = self._port(Path(profile))
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/list", timeout=PATIENCE) as answer:
            page = next(target for target in json.load(answer) if target["type"] == "page")
        self.socket = websocket.create_connection(page["webSocketDebuggerUrl"], timeout=PATIENCE)
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def __enter__(self) -> "Browser":
        return self

    def __exit__(self, *_: object) -> None:
        self.socket.close()
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def call(self, method: str, **parameters: object) -> dict:
        """Gives a command and waits for its result; events in between are kept."""
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self.socket.recv())
            if message.get("id") == number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message["result"]
            self.events.append(message)

    def open(self, address: str) -> None:
        """Shows a page and waits until it is there."""
        self.events.clear()
        self.call("Page.navigate", url=address)
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self.events.append(json.loads(self.socket.recv()))

    def evaluate(self, script: str) -> object:
        """The value of a script; what the page itself forbids to scripts does not bind the tools."""
        result = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"]["text"])
        return result["result"].get("value")

    def complaints(self) -> list[str]:
        """What the browser said about the page: what the policy refused, what did not load."""
        return [event["params"]["entry"]["text"] for event in self.events if event["method"] == "Log.entryAdded"]

    def _port(self, profile: Path) -> str:
        for _ in range(PATIENCE * 10):
            if (profile / "DevToolsActivePort").exists() and (text := (profile / "DevToolsActivePort").read_text()):
                return text.split("\n")[0]
            time.sleep(0.1)
        raise RuntimeError("Chromium does not start.")
