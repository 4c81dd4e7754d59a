"""Requests through a proxy, octet by octet where needed."""

import http.client
import json
import socket
import ssl
import time


class Wire:
    """A way to the server through one proxy."""

    def __init__(self, port: int, certificate: str):
        self.port = port
        self.context = ssl.create_default_context(cafile=certificate)

    def connect(self) -> ssl.SSLSocket:
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=20)
        return self.context.wrap_socket(plain, server_hostname="localhost")

    def request(self, method: str, path: str, body: bytes | None = None, fields: dict | None = None):
        """Sends a well-formed request; gives status, fields and content."""
        connection = http.client.HTTPSConnection("localhost", self.port, context=self.context, timeout=20)
        try:
            connection.connect()
            try:
                connection.request(method, path, body, fields or {})
            except OSError:
                pass  # A proxy that has answered need not take the rest; its answer is here all the same.
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def raw(self, data: bytes, pause: float = 0.0, piece: int = 0) -> bytes:
        """Sends octets, dripping if asked to, and reads until nothing more comes."""
        with self.connect() as connection:
            try:
                pieces = [data] if not piece else [data[i : i + piece] for i in range(0, len(data), piece)]
                for part in pieces:
                    connection.sendall(part)
                    time.sleep(pause)
                connection.settimeout(2)
                answer = b""
                while part := connection.recv(65536):
                    answer += part
                return answer
            except (TimeoutError, ConnectionError, ssl.SSLError):
                return locals().get("answer", b"")


def direct(port: int, path: str) -> bytes:
    """Asks the server itself."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path)
    content = connection.getresponse().read()
    connection.close()
    return content


def decoded(content: bytes) -> dict:
    return json.loads(content)
