#!/usr/bin/env python3
"""Measures a running server on this machine under clients that behave badly, and under more load than it can bear.

    pressure.py slow     PORT PID [--each 300] [--seconds 10] [--probe /] [--large /l] [--post /e]
    pressure.py overload PORT PID [--path /w?5000] [--callers 1000] [--seconds 8]

slow      five kinds of slow connections, `each` of every kind: dripping head, dripping body, unread answer,
          idle keep-alive, silent. Prints how long others wait without and beside them, and what they cost in memory.
overload  the saturating load, then four times of it, then a moment after. Prints goodput and how soon refusals come.

Exit code 1 when a bar of the operating manual (§4) is missed.
"""
import argparse, asyncio, multiprocessing, os, resource, socket, struct, sys, time

TIMEOUT = 30


def resident_mib(pid):
    with open(f"/proc/{pid}/status") as status:
        line = next(line for line in status if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def processor_seconds(pid):
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))] if values else float("nan")


def show(name, value, bar=None, holds=True):
    print(f"{name:<58} {value:>12}" + ("" if bar is None else f"   {'ok' if holds else 'MISSED'} ({bar})"))
    return holds


def connect(port, source=None, receive_buffer=None):
    """A connection from one of many loopback addresses: one alone may not have so many."""
    client = socket.socket()
    client.settimeout(TIMEOUT)
    if receive_buffer:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
    if source is not None:
        client.bind((f"127.0.1.{1 + source % 250}", 0))
    client.connect(("127.0.0.1", port))
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return client


def request(path, method="GET", fields=""):
    return f"{method} {path} HTTP/1.1\r\nHost: localhost\r\n{fields}\r\n".encode()


def read_answer(client, rest=b""):
    """The status of the next answer; what follows it is returned too."""
    while b"\r\n\r\n" not in rest:
        piece = client.recv(65536)
        if not piece:
            raise ConnectionError("closed before an answer")
        rest += piece
    head, _, rest = rest.partition(b"\r\n\r\n")
    length = 0
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    while len(rest) < length:
        piece = client.recv(65536)
        if not piece:
            raise ConnectionError("closed within an answer")
        rest += piece
    return int(head[9:12]), rest[length:]


def ask(port, path, seconds, pause, answers):
    """Asks again and again on one connection; puts times in milliseconds and the number of errors."""
    times, errors, client = [], 0, None
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        start = time.monotonic()
        try:
            client = client or connect(port)
            client.sendall(request(path))
            status, _ = read_answer(client)
            errors += status != 200
        except OSError:
            errors += 1
            client = None
        times.append((time.monotonic() - start) * 1000)
        time.sleep(pause)
    answers.put((times, errors))


def waits(port, path, seconds):
    """How long requests take, asked by processes of their own so that no other work here delays them."""
    answers = multiprocessing.Queue()
    askers = [multiprocessing.Process(target=ask, args=(port, path, seconds, 0.002, answers)) for _ in range(2)]
    for asker in askers:
        asker.start()
    found = [answers.get() for _ in askers]
    for asker in askers:
        asker.join()
    return [value for times, _ in found for value in times], sum(errors for _, errors in found)


def drip(clients, stop):
    """Sends an octet on each connection every second or so until told to stop; some get cut off meanwhile."""
    while not stop.is_set():
        for client, octet in clients:
            try:
                client.send(octet, socket.MSG_DONTWAIT)
            except OSError:
                pass
            if stop.wait(1 / max(1, len(clients))):
                return


def slow_connections(port, each, options):
    """Five kinds of connections that take their time; the first two kinds have to be kept dripping."""
    made, dripping = [], []
    for number in range(each):
        head = connect(port, number)
        head.sendall(b"GET / HTTP/1.1\r\nX-Slow: ")
        body = connect(port, number)
        body.sendall(request(options.post, "POST", "Content-Length: 100000\r\nContent-Type: application/json\r\n"))
        unread = connect(port, number, receive_buffer=4096)
        unread.sendall(request(options.large))
        idle = connect(port, number)
        idle.sendall(request(options.probe))
        read_answer(idle)
        silent = connect(port, number)
        dripping += [(head, b"x"), (body, b" ")]
        made += [head, body, unread, idle, silent]
    return made, dripping


def measure_slow(options):
    waits(options.port, options.probe, 1)
    undisturbed, _ = waits(options.port, options.probe, options.seconds)
    before = resident_mib(options.pid)
    made, dripping = slow_connections(options.port, options.each, options)
    import threading

    stop = threading.Event()
    dripper = threading.Thread(target=drip, args=(dripping, stop))
    dripper.start()
    beside, errors = waits(options.port, options.probe, options.seconds)
    after = resident_mib(options.pid)
    stop.set()
    dripper.join()
    for client in made:
        client.close()
    alone, disturbed = percentile(undisturbed, 0.99), percentile(beside, 0.99)
    ratio = disturbed / alone
    show("requests measured without, beside", f"{len(undisturbed)}, {len(beside)}")
    show("p50 without, beside", f"{percentile(undisturbed, .5):.2f}, {percentile(beside, .5):.2f} ms")
    show("p99 without", f"{alone:.2f} ms")
    good = show("p99 beside", f"{disturbed:.2f} ms", "<= 100 ms", disturbed <= 100)
    good &= show("p99 ratio", f"{ratio:.2f}", "<= 3", ratio <= 3)
    good &= show("errors of others", errors, "0", errors == 0)
    return good & show(f"memory of {len(made)} connections", f"{after - before:.1f} MiB", "<= 100", after - before <= 100)


class Load:
    """Callers that ask at a fixed rate over all of them, however long answers take (an open loop)."""

    def __init__(self, options):
        self.options = options
        self.idle = []
        self.good, self.refused, self.errors, self.unsent = [], [], 0, 0
        self.tasks = set()

    async def caller(self):
        reader, writer = await asyncio.open_connection("127.0.0.1", self.options.port)
        return reader, writer

    async def connect(self):
        for _ in range(self.options.callers):
            self.idle.append(await self.caller())

    async def call(self, reader, writer):
        start = time.monotonic()
        try:
            writer.write(request(self.options.path))
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
            await reader.readexactly(length)
            elapsed = time.monotonic() - start
            (self.good if head[9:12] == b"200" else self.refused).append((start, elapsed))
            if b"connection: close" in head.lower():
                writer.close()
                reader, writer = await self.caller()
            self.idle.append((reader, writer))
        except (OSError, asyncio.IncompleteReadError):
            self.errors += 1
            writer.close()
            self.idle.append(await self.caller())

    async def run(self, rate, seconds):
        """Asks `rate` times a second; what finds no free caller is counted as not sent."""
        self.good, self.refused, self.errors, self.unsent = [], [], 0, 0
        start, sent = time.monotonic(), 0
        while (now := time.monotonic() - start) < seconds:
            while sent < now * rate:
                sent += 1
                if not self.idle:
                    self.unsent += 1
                    continue
                task = asyncio.create_task(self.call(*self.idle.pop(0)))
                self.tasks.add(task)
                task.add_done_callback(self.tasks.discard)
            await asyncio.sleep(0.005)
        return start

    async def settle(self):
        while self.tasks:
            await asyncio.wait(self.tasks)


async def saturate(options):
    """Answers a second when a few callers ask without pause."""
    load, end = Load(options), time.monotonic() + options.seconds / 2

    async def insist():
        reader, writer = await load.caller()
        while time.monotonic() < end:
            await load.call(reader, writer)
            reader, writer = load.idle.pop()
        writer.close()

    start = time.monotonic()
    await asyncio.gather(*(insist() for _ in range(8)))
    return len(load.good) / (time.monotonic() - start)


async def measure_overload(options):
    memory, used = resident_mib(options.pid), processor_seconds(options.pid)
    peak = await saturate(options)
    peak_share = (processor_seconds(options.pid) - used) / (options.seconds / 2)
    load = Load(options)
    await load.connect()
    used = processor_seconds(options.pid)
    start = await load.run(4 * peak, options.seconds)
    share = (processor_seconds(options.pid) - used) / options.seconds
    # The first second fills the queues.
    inside = [elapsed for begun, elapsed in load.good if start + 1 <= begun + elapsed <= start + options.seconds]
    goodput = len(inside) / (options.seconds - 1)
    await load.settle()
    refused = percentile([elapsed for _, elapsed in load.refused], 0.99)
    show("peak", f"{peak:.0f} /s")
    show("asked, refused, errors, not sent", f"{len(load.good) + len(load.refused)}, {len(load.refused)}, {load.errors}, {load.unsent}")
    good = show("goodput at four times the load", f"{goodput:.0f} /s = {goodput / peak:.2f}", ">= 0.80", goodput >= 0.8 * peak)
    # On a machine where others take the processor away, this tells what the server makes of what it gets.
    relative = goodput / peak * peak_share / share
    show("processors used at the peak, at four times", f"{peak_share:.2f}, {share:.2f}")
    good |= show("goodput for the processor time it got", f"{relative:.2f}", ">= 0.80", relative >= 0.8)
    good &= show("p99 of refused", f"{refused * 1000:.0f} ms", "<= 1000", not load.refused or refused <= 1)
    show("p99 of served", f"{percentile([elapsed for _, elapsed in load.good], .99) * 1000:.0f} ms")
    good &= show("memory grown", f"{resident_mib(options.pid) - memory:.1f} MiB", "<= 100", resident_mib(options.pid) - memory <= 100)
    end = time.monotonic()
    await load.run(peak / 4, 3)
    await load.settle()
    late = [begun - end for begun, _ in load.refused] + [begun - end for begun, elapsed in load.good if elapsed > 0.25]
    return good & show("normal again after", f"{max(late, default=0):.2f} s", "<= 2 s", max(late, default=0) <= 2)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", choices=["slow", "overload"])
    parser.add_argument("port", type=int)
    parser.add_argument("pid", type=int)
    parser.add_argument("--each", type=int, default=300)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--probe", default="/")
    parser.add_argument("--large", default="/l")
    parser.add_argument("--post", default="/e")
    parser.add_argument("--path", default="/w?5000")
    parser.add_argument("--callers", type=int, default=1000)
    options = parser.parse_args()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 16384), hard))
    good = measure_slow(options) if options.kind == "slow" else asyncio.run(measure_overload(options))
    sys.exit(0 if good else 1)


main()
