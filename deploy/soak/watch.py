"""Looks at a process from outside, again and again, and judges what it saw."""
import os
import time

# The bars of operations.md (section 17), and the largest log that section 2 permits.
SLOPE_MIB_PER_TEN_MINUTES = 1.0
WAL_MIB = 32
# Connections come and go: the descriptors of two moments differ by so many without a leak.
DESCRIPTORS = 8
WARM_UP = 0.2
INTERVAL = 0.2


def resident_mib(pid: int) -> float:
    with open(f"/proc/{pid}/status") as status:
        return int(next(line for line in status if line.startswith("VmRSS:")).split()[1]) / 1024


def size_mib(path: str) -> float:
    try:
        return os.path.getsize(path) / (1 << 20)
    except FileNotFoundError:
        return 0.0


def median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def slope(points: list[tuple[float, float]]) -> float:
    """The median of the slopes between pairs of points (Theil 1950, Sen 1968): single outliers do not move it."""
    thinned = points[:: max(1, len(points) // 300)]
    return median([(b[1] - a[1]) / (b[0] - a[0]) for i, a in enumerate(thinned) for b in thinned[i + 1 :]])


class Watch:
    def __init__(self, pid: int, database: str):
        self.pid, self.database = pid, database
        self.memory: list[tuple[float, float]] = []
        self.descriptors: list[tuple[float, float]] = []
        self.log: list[float] = []

    def follow(self, seconds: float) -> bool:
        """Watches for so long; whether the process died."""
        start = time.monotonic()
        while (passed := time.monotonic() - start) < seconds:
            try:
                self.look(passed)
            except (FileNotFoundError, ProcessLookupError, StopIteration):
                return True
            time.sleep(INTERVAL)
        return False

    def look(self, passed: float) -> None:
        self.memory.append((passed, resident_mib(self.pid)))
        self.descriptors.append((passed, len(os.listdir(f"/proc/{self.pid}/fd"))))
        self.log.append(size_mib(self.database + "-wal"))

    def judge(self) -> bool:
        warm = [point for point in self.memory if point[0] >= WARM_UP * self.memory[-1][0]]
        counts = [count for _, count in self.descriptors[int(WARM_UP * len(self.descriptors)) :]]
        third = len(counts) // 3
        growth = slope(warm) * 600
        more = median(counts[-third:]) - median(counts[:third])
        print(f"watched {self.memory[-1][0]:.0f} s, the first {WARM_UP * 100:.0f} % as warming up")
        good = self.show("memory at the start, warm, at the end",
                         f"{self.memory[0][1]:.1f}, {warm[0][1]:.1f}, {warm[-1][1]:.1f} MiB")
        good &= self.show("memory slope in ten minutes", f"{growth:+.2f} MiB", growth <= SLOPE_MIB_PER_TEN_MINUTES,
                          f"<= {SLOPE_MIB_PER_TEN_MINUTES:g}")
        good &= self.show("descriptors, middle of first and last third",
                          f"{median(counts[:third]):.0f}, {median(counts[-third:]):.0f}", more <= DESCRIPTORS, f"+{DESCRIPTORS} at most")
        return good & self.show("largest write-ahead log", f"{max(self.log):.1f} MiB", max(self.log) <= WAL_MIB, f"<= {WAL_MIB}")

    @staticmethod
    def show(name: str, value: str, holds: bool = True, bar: str = "") -> bool:
        print(f"{name:<45} {value:>24}" + (f"   {'ok' if holds else 'MISSED'} ({bar})" if bar else ""))
        return holds
