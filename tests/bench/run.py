#!/usr/bin/env python3
"""Measures how long care takes and how much memory, beside two others.

    cmake -B build -DCARE_BUILD_BENCH=ON && cmake --build build
    tests/bench/run.py [--build build] [--rounds 5] [--quick] [--touches few|many|both] [--largest]

makes books of 1,000, 10,000 and 100,000 customers and runs, in turn in each round,

    care        care --book BOOK today --today 2026-11-23 --format json
    toml++      a bare toml++ parse of the same bytes, read whole (parse_whole.cpp)
    remind      remind -q -h on the same dates, where remind(1) is installed

The first kind of book has some 300 bytes a customer, with one or two touches; the
second has fifty touches each. Of that kind, 100,000 customers (550 MB) come only with
--largest and without the parser, which would take 5 GB.

Prints medians, ratios, peak memory, and whether care keeps within these bars:

    time is linear from 1,000 to 100,000 customers
    at 100,000 it is no slower than the bare parse and takes at most half its memory
    with 3 customers it takes at most 3 ms more than an empty C++ program
    with 33 MB, care log takes at most twice as long as care today

The bars are for the first kind of book. A missed bar is told, never an error: times
depend on the machine and on what else it does.
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
KINDS = {"few": "One or two touches a customer", "many": "Fifty touches a customer"}
SIZES = [1_000, 10_000, 100_000]
START_ROUNDS = 20   # times as many rounds for a start, which takes but a moment
LINEAR = 1.5        # caches end somewhere; what is quadratic would show as 10
START_MS = 3
LARGE = 114_000     # customers of a book of 33 MB
LOG = 2
MEMORY = 0.5


class Cost(NamedTuple):
    ms: float
    mb: float


class Bench:
    def __init__(self, build, rounds, work):
        self.care = str(build / "care")
        self.empty = str(build / "bench" / "empty")
        self.measure = str(build / "bench" / "measure")
        self.parse_whole = str(build / "bench" / "parse_whole")
        self.remind = shutil.which("remind")
        self.rounds = rounds
        self.work = work
        missing = [tool for tool in (self.care, self.empty, self.measure, self.parse_whole)
                   if not Path(tool).exists()]
        if missing:
            sys.exit(f"run.py: {missing[0]} is not there; build with -DCARE_BUILD_BENCH=ON, "
                     "or say --build DIRECTORY")

    def make(self, name, size, *options):
        path = self.work / name
        with open(path, "wb") as out:
            subprocess.run([sys.executable, HERE / "make_book.py", str(size), *options], stdout=out,
                           check=True)
        return str(path)

    def today(self, book):
        return [self.care, "--book", book, "today", "--today", TODAY, "--format", "json"]

    def once(self, command):
        told = subprocess.run([self.measure, *command], capture_output=True, text=True, check=True)
        nanoseconds, kibibytes, code = map(int, told.stdout.split())
        if code != 0:
            sys.exit(f"run.py: exit code {code} from: {' '.join(command)}\n{told.stderr}")
        return Cost(nanoseconds / 1e6, kibibytes * 1024 / 1e6)

    def medians(self, contestants, rounds):
        """Runs everyone once in each round, so that what disturbs the machine hits all alike."""
        costs = {name: [] for name in contestants}
        for _ in range(rounds):
            for name, command in contestants.items():
                costs[name].append(self.once(command))
        return {name: Cost(*map(statistics.median, zip(*all_of)))
                for name, all_of in costs.items()}

    def start(self):
        """What a start costs, for an empty program and for care with hardly anything to do."""
        contestants = {"empty": [self.empty], "care": self.today(self.make("start.toml", 3))}
        return self.medians(contestants, self.rounds * START_ROUNDS)

    def book(self, kind, size, parse_whole):
        """The size of the book in MB, and the medians of all contestants."""
        book = self.make("book.toml", size, "--touches", kind)
        check(self.today(book))
        contestants = {"care": self.today(book)}
        if parse_whole:
            contestants["toml++"] = [self.parse_whole, book]
        if self.remind:
            script = self.make("book.rem", size, "--remind")
            contestants["remind"] = [self.remind, "-q", "-h", script, TODAY]
        return Path(book).stat().st_size / 1e6, self.medians(contestants, self.rounds)


    def log(self):
        """What it costs to write one touch into a large book, beside looking at it."""
        book = self.make("large.toml", LARGE)
        log = [self.care, "--book", book, "log", "c000001", "hello", "--today", TODAY]
        return self.medians({"today": self.today(book), "care": log}, self.rounds)


def check(today):
    """A run that finds nothing, or problems, would measure something else."""
    told = subprocess.run(today, capture_output=True, text=True)
    agenda = json.loads(told.stdout or "{}")
    if told.returncode != 0 or agenda["problems"] or not agenda["entries"]:
        sys.exit(f"run.py: no sound agenda from: {' '.join(today)}\n{told.stderr}")


def print_row(cells):
    widths = [9, 8] + 3 * [9, 8] + 4 * [8]
    print("".join(cell.rjust(width) for cell, width in zip(cells, widths)), flush=True)


def print_heading(kind):
    print(f"\n{KINDS[kind]}")
    print_row(["", "book", "", "care", "", "toml++", "", "remind", "care /", "toml++", "care /",
               "remind"])
    print_row(["customers", "MB"] + 3 * ["ms", "MB"] + 2 * ["time", "memory"])


def print_book(size, megabytes, costs):
    row = [f"{size:,}", f"{megabytes:.1f}"]
    for name in ("care", "toml++", "remind"):
        cost = costs.get(name)
        row += [f"{cost.ms:,.1f}", f"{cost.mb:,.1f}"] if cost else ["-", "-"]
    for name in ("toml++", "remind"):
        cost = costs.get(name)
        row += [f"{times(costs, name, of):.2f}" if cost else "-" for of in ("ms", "mb")]
    print_row(row)


def times(costs, name, of):
    """How many times what the other takes is taken by care."""
    return getattr(costs["care"], of) / getattr(costs[name], of)


def growth(few, start):
    """For each size after the first: the time beyond the start, for each customer of it, as a
    multiple of the same at the size before."""
    each = {size: (costs["care"].ms - start["care"].ms) / size for size, costs in few.items()}
    sizes = list(each)
    return [(size, each[size] / each[before]) for before, size in zip(sizes, sizes[1:])]


def print_bars(few, start):
    def bar(kept, words):
        print(f"  {'PASS' if kept else 'MISS'}  {words}")

    print("\nBars")
    for size, factor in growth(few, start):
        bar(factor <= LINEAR, f"at {size:,} customers, each takes {factor:.2f} times as long as at "
            f"{size // 10:,} (at most {LINEAR})")
    size, costs = max(few.items())
    bar(times(costs, "toml++", "ms") <= 1, f"at {size:,} customers, "
        f"{times(costs, 'toml++', 'ms'):.2f} times the time of the bare parse (at most 1)")
    bar(times(costs, "toml++", "mb") <= MEMORY, f"at {size:,} customers, "
        f"{times(costs, 'toml++', 'mb'):.2f} times the memory of the bare parse (at most {MEMORY})")
    more = start["care"].ms - start["empty"].ms
    bar(more <= START_MS, f"a start takes {more:.1f} ms more than that of an empty program "
        f"(at most {START_MS})")


def arguments():
    words = argparse.ArgumentParser(description=__doc__,
                                    formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--build", type=Path, default=HERE.parents[1] / "build",
                       help="where care and the bench are built (default: build)")
    words.add_argument("--rounds", type=int, default=5, help="default: 5")
    words.add_argument("--quick", action="store_true", help="no book of 100,000 customers")
    words.add_argument("--touches", choices=["few", "many", "both"], default="both",
                       help="which kind of book (default: both; the bars are for few)")
    words.add_argument("--largest", action="store_true",
                       help="also 100,000 customers with fifty touches each (550 MB)")
    return words.parse_args()


def main():
    options = arguments()
    sizes = SIZES[:2] if options.quick else SIZES
    with tempfile.TemporaryDirectory(prefix="care-bench-") as work:
        bench = Bench(options.build.resolve(), options.rounds, Path(work))
        print(f"Medians of {options.rounds} rounds (a start: {options.rounds * START_ROUNDS}), in "
              "each of which everyone runs once.")
        if not bench.remind:
            print("remind is not installed, so it is left out.")

        start = bench.start()
        print("\nA start                      ms      MB")
        print(f"an empty C++ program    {start['empty'].ms:7.1f} {start['empty'].mb:7.1f}")
        print(f"care with 3 customers   {start['care'].ms:7.1f} {start['care'].mb:7.1f}")

        few = {}
        for kind in KINDS if options.touches == "both" else [options.touches]:
            print_heading(kind)
            for size in sizes:
                too_large = kind == "many" and size == SIZES[-1]
                if too_large and not options.largest:
                    continue
                megabytes, costs = bench.book(kind, size, parse_whole=not too_large)
                print_book(size, megabytes, costs)
                if kind == "few":
                    few[size] = costs
        if few:
            print_bars(few, start)
        if not options.quick:
            costs = bench.log()
            ratio = times(costs, "today", "ms")
            print(f"  {'PASS' if ratio <= LOG else 'MISS'}  with 33 MB, care log takes {ratio:.2f} times "
                  f"as long as care today (at most {LOG}): {costs['care'].ms:,.0f} ms")


if __name__ == "__main__":
    main()
