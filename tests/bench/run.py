#!/usr/bin/env python3
"""Measures how long care takes and how much memory, beside others, and prints ratios.

    cmake -B build -DCARE_BUILD_BENCH=ON && cmake --build build
    tests/bench/run.py [--build build] [--rounds 7] [--quick] [--largest] [--only PART ...]

The parts:

    start       care with 3 customers, beside an empty C++ program
    today       care today --format json, beside remind -q -h on the same dates (where remind(1) is
                installed) and a bare toml++ parse of the same bytes, on books of 1,000, 10,000 and
                100,000 customers: plain ones (one touch each, one in ten is due) and rich ones
                (contacts, notes of several lines, events); with --largest, 1,000,000 plain ones
    commands    other commands, beside care today, at 100,000 customers
    log         care log, beside care today, on a book of 37 MB
    import      care import of 20,000 cards, beside care today on the book that comes out

In each round everyone runs once, in turn, so that what disturbs the machine disturbs all alike;
what counts is the median of each and the ratio of two medians. `must` and `aim` are bars; a missed
one is printed, never an error, because times depend on the machine and on what else it does.
"""

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
TODAY = "2026-11-23"
PARTS = ["start", "today", "commands", "log", "import"]
SIZES = [1_000, 10_000, 100_000]
LARGE = 100_000
START_ROUNDS = 20  # times as many rounds for a start, which takes but a moment

# Ratios: what must be kept, and what is aimed at.
BARS = {
    ("start",): (1.2, 0.6),  # milliseconds above an empty program
    ("plain", 1_000): (1.0, 0.8),
    ("plain", 10_000): (1.2, 0.9),
    ("plain", 100_000): (1.3, 1.0),
    ("rich", 100_000): (2.0, 1.5),
    ("each", 1_000_000): (1.3, 1.1),  # per customer, beside 100,000
    ("html",): (3.0, None),
    ("week",): (2.0, None),
    ("list",): (2.0, None),
    ("show",): (1.0, None),
    ("check",): (1.2, None),
    ("log",): (1.5, 1.2),
    ("import",): (1.5, None),
}

COMMANDS = {
    "html": ["today", "--format", "html"],
    "week": ["week"],
    "list": ["list"],
    "show": ["show", "c000777"],
    "check": ["check"],
    "export calendar": ["export", "calendar"],
    "agenda --days 365": ["agenda", "--days", "365"],
    "Tab": ["__complete", "care", "show", "c0007"],
}


class Cost(NamedTuple):
    ms: float
    mb: float


class Bench:
    def __init__(self, build, rounds, work):
        self.care = str(build / "care")
        self.tools = {name: str(build / "bench" / name)
                      for name in ("empty", "measure", "parse_whole")}
        self.remind = shutil.which("remind")
        self.rounds = rounds
        self.work = work
        for tool in (self.care, *self.tools.values()):
            if not Path(tool).exists():
                sys.exit(f"run.py: {tool} is not there; build with -DCARE_BUILD_BENCH=ON, or say "
                         "--build DIRECTORY")
        # As an installation writes it, in one go: what a linker wrote here and there is read
        # page by page at each start.
        self.care = shutil.copy(self.care, work / "care")

    def make(self, size, kind, *options):
        path = self.work / f"{kind}-{size}{''.join(options)}"
        if not path.exists():
            # In one go, as a book is saved, and as it is read from the disk in the morning: what
            # was written line by line lies in memory in small pieces, a tenth of all time.
            made = subprocess.run([sys.executable, HERE / "make_book.py", str(size), "--kind", kind,
                                   *options], stdout=subprocess.PIPE, check=True)
            path.write_bytes(made.stdout)
        return str(path)

    def command(self, book, *words):
        return [self.care, "--book", book, "--today", TODAY, *words]

    def today(self, book):
        return self.command(book, "today", "--format", "json")

    def once(self, command):
        ran = subprocess.run([self.tools["measure"], *command], capture_output=True, text=True,
                             check=True)
        nanoseconds, kibibytes, code = map(int, ran.stdout.split())
        if code != 0:
            sys.exit(f"run.py: exit code {code} from: {' '.join(command)}\n{ran.stderr}")
        return Cost(nanoseconds / 1e6, kibibytes * 1024 / 1e6)

    def medians(self, contestants, rounds=None):
        costs = {name: [] for name in contestants}
        for _ in range(rounds or self.rounds):
            for name, command in contestants.items():
                costs[name].append(self.once(command))
        return {name: Cost(*map(statistics.median, zip(*all_of)))
                for name, all_of in costs.items()}


def check(command):
    """A run that finds nothing, or problems, would measure something else."""
    ran = subprocess.run(command, capture_output=True, text=True)
    agenda = json.loads(ran.stdout or "{}")
    if ran.returncode != 0 or agenda["problems"] or not agenda["entries"]:
        sys.exit(f"run.py: no sound agenda from: {' '.join(command)}\n{ran.stderr}")


def verdict(bar, value):
    if bar not in BARS:
        return ""
    must, aim = BARS[bar]
    words = "MISS" if value > must else "aim" if aim and value <= aim else "kept"
    return f"{words:5} must {must}" + (f", aim {aim}" if aim else "")


def row(name, cost, ratio, bar=None, unit=""):
    print(f"  {name:26} {cost.ms:9,.2f} ms {cost.mb:8,.1f} MB   {ratio:6.2f}{unit:3} "
          f"{verdict(bar, ratio)}".rstrip(), flush=True)


def measure_start(bench):
    print("\nA start; the last column: ms above an empty program")
    book = bench.make(3, "plain")
    costs = bench.medians({"empty": [bench.tools["empty"]], "care": bench.today(book)},
                          bench.rounds * START_ROUNDS)
    row("an empty program", costs["empty"], 0)
    row("care, 3 customers", costs["care"], costs["care"].ms - costs["empty"].ms, ("start",))


def measure_today(bench, sizes, largest):
    each = {}
    for kind in ("plain", "rich"):
        for size in sizes + ([1_000_000] if largest and kind == "plain" else []):
            book = bench.make(size, kind)
            check(bench.today(book))
            contestants = {"care": bench.today(book)}
            if size <= LARGE:
                contestants["toml++"] = [bench.tools["parse_whole"], book]
            if bench.remind:
                script = bench.make(size, kind, "--remind")
                contestants["remind"] = [bench.remind, "-q", "-h", script, TODAY]
            costs = bench.medians(contestants)
            bytes_of_book = Path(book).stat().st_size
            print(f"\n{size:,} customers, {kind}: {bytes_of_book / 1e6:.1f} MB; the last column: "
                  "care divided by it")
            for name, cost in costs.items():
                row(name, cost, costs["care"].ms / cost.ms,
                    (kind, size) if name == "remind" else None)
            print(f"  care holds {costs['care'].mb * 1e6 / bytes_of_book:.2f} bytes of memory per "
                  "byte of the book")
            if kind == "plain":
                each[size] = costs["care"].ms / size
    before = {size: size // 10 for size in each if size // 10 in each}
    if before:
        print("\nThe time for each customer, beside a book of a tenth")
    for size, tenth in before.items():
        ratio = each[size] / each[tenth]
        print(f"  {size:9,} {ratio:6.2f}  {verdict(('each', size), ratio)}".rstrip())


def measure_commands(bench):
    book = bench.make(LARGE, "plain")
    contestants = {"today": bench.today(book)}
    contestants |= {name: bench.command(book, *words) for name, words in COMMANDS.items()}
    contestants["Tab"] = [bench.care, *COMMANDS["Tab"][:1], "care", "--book", book, "show", "c0007"]
    costs = bench.medians(contestants)
    print(f"\n{LARGE:,} customers; the last column: divided by care today")
    for name, cost in costs.items():
        row(name, cost, cost.ms / costs["today"].ms, (name,))


def measure_log(bench):
    """What it costs to write one touch into a large book, beside looking at it."""
    book = bench.make(LARGE, "plain")
    copy = str(bench.work / "log.toml")
    shutil.copy(book, copy)
    log = bench.command(copy, "log", "c000001", "hello")
    costs = bench.medians({"today": bench.today(copy), "log": log})
    print(f"\ncare log on {Path(book).stat().st_size / 1e6:.0f} MB; the last column: divided by "
          "care today")
    for name, cost in costs.items():
        row(name, cost, cost.ms / costs["today"].ms, (name,))


def measure_import(bench):
    """What it costs to take in an address book: each round begins with an empty book."""
    cards, book = str(bench.work / "cards.vcf"), str(bench.work / "imported.toml")
    made = subprocess.run([sys.executable, HERE / "make_cards.py", "20000"],
                          stdout=subprocess.PIPE, check=True)
    Path(cards).write_bytes(made.stdout)
    costs = {"import": [], "today": []}
    for _ in range(bench.rounds):
        Path(book).write_text("[book]\nname = \"Imported\"\n")
        costs["import"].append(bench.once(bench.command(book, "import", cards, "--yes")))
        costs["today"].append(bench.once(bench.today(book)))
    medians = {name: Cost(*map(statistics.median, zip(*all_of)))
               for name, all_of in costs.items()}
    print(f"\n20,000 cards, {Path(cards).stat().st_size / 1e6:.0f} MB; the last column: divided by "
          "care today on what came out")
    for name, cost in medians.items():
        row(name, cost, cost.ms / medians["today"].ms, (name,))


def arguments():
    words = argparse.ArgumentParser(description=__doc__,
                                    formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--build", type=Path, default=HERE.parents[1] / "build",
                       help="where care and the bench are built (default: build)")
    words.add_argument("--rounds", type=int, default=7, help="default: 7")
    words.add_argument("--quick", action="store_true", help="no book of 100,000 customers")
    words.add_argument("--largest", action="store_true", help="also a book of 1,000,000")
    words.add_argument("--only", choices=PARTS, nargs="+", default=PARTS, help="default: all")
    return words.parse_args()


def main():
    options = arguments()
    with tempfile.TemporaryDirectory(prefix="care-bench-") as work:
        bench = Bench(options.build.resolve(), options.rounds, Path(work))
        print(f"Medians of {options.rounds} rounds (a start: {options.rounds * START_ROUNDS}).")
        if not bench.remind:
            print("remind is not installed, so it is left out.")
        if "start" in options.only:
            measure_start(bench)
        if "today" in options.only:
            measure_today(bench, SIZES[:2] if options.quick else SIZES, options.largest)
        if "commands" in options.only and not options.quick:
            measure_commands(bench)
        if "log" in options.only and not options.quick:
            measure_log(bench)
        if "import" in options.only:
            measure_import(bench)


if __name__ == "__main__":
    main()
