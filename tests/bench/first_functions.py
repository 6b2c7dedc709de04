#!/usr/bin/env python3
"""Writes src/first.ld: which functions stand side by side, because every morning runs them.

    tests/bench/first_functions.py [--build build] [--check]

A program of which a little is run here and a little there is slow to start: the system reads it
page by page. So the linker is told which functions come first: those that `care today` runs on some
books, as valgrind sees them in a Release build. With --check, nothing is written; it says how many
functions they are, and on how many pages they lie by now.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
SCRIPT = PROJECT / "src" / "first.ld"
# Which books, of the examples or of 1,000 made customers, in which format. What the first runs
# stands first.
RUNS = [("corner-shop.toml", "text"), ("saguaro", "text"), ("made", "text"),
        ("corner-shop.toml", "json"), ("made", "json")]
TODAY = "2026-11-23"  # of the examples and of make_book.py
ENOUGH = 0.75  # so much of what a pattern names is run, by size
WIDTH = 200
PAGE = 4096
WHOLE = "$"  # behind a name that is no beginning of others

HEAD = """\
/* Made by tests/bench/first_functions.py: what `care today` runs, side by side (GNU ld, "INSERT").
   A function that is not named, or no longer there, is no fault: it stands elsewhere. */
SECTIONS
{
  .text.first :
  {
    *(.text.startup .text.startup.*)
"""
TAIL = """\
  }
}
INSERT BEFORE .text;
"""


def functions(care):
    """The functions of the program: address, size and all names of each."""
    found = defaultdict(lambda: [0, set()])
    text = subprocess.run(["nm", "-S", care], capture_output=True, text=True, check=True).stdout
    for line in text.splitlines():
        words = line.split()
        if len(words) == 4 and words[2] in "tTwW" and not words[3].startswith("_GLOBAL__sub_I_"):
            entry = found[int(words[0], 16)]
            entry[0] = max(entry[0], int(words[1], 16))
            entry[1].add(words[3])
    return found


def addresses_run(care, command, folder):
    """The address of every instruction of the program itself that a command runs."""
    written = Path(folder) / "callgrind.out"
    subprocess.run(
        ["valgrind", "--tool=callgrind", "--dump-instr=yes", f"--callgrind-out-file={written}",
         care, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    names, is_own, address, run = {}, False, 0, set()
    for line in written.read_text().splitlines():
        if match := re.match(r"(c?ob)=\((\d+)\)(?: (.*))?$", line):
            kind, number, name = match.groups()
            names.setdefault(number, name)
            if kind == "ob":
                is_own = names[number] in (care, "???")  # what stands at a fixed address
        elif match := re.match(r"(0x[0-9a-f]+|[+-]\d+|\*)(?: |$)", line):
            place = match.group(1)
            if place.startswith("0x"):
                address = int(place, 16)
            elif place != "*":
                address += int(place)
            if is_own:
                run.add(address)
    return run


def run_functions(found, run):
    """The functions of which anything is run, by their addresses."""
    starts = sorted(found)
    functions, i = set(), 0
    for address in sorted(run):
        while i + 1 < len(starts) and starts[i + 1] <= address:
            i += 1
        if starts[i] <= address < starts[i] + found[starts[i]][0]:
            functions.add(starts[i])
    return functions


def patterns(found, first):
    """As few beginnings of names as possible, of which most of what they name is run."""
    size, wanted, below = defaultdict(int), defaultdict(int), defaultdict(set)
    for start, (length, names) in found.items():
        for name in names:  # a constructor has two
            for end in range(1, len(name) + 1):
                size[name[:end]] += length
                wanted[name[:end]] += length if start in first else 0
                if end > 1:
                    below[name[: end - 1]].add(name[:end])

    chosen, waiting = [], list({name[:1] for _, names in found.values() for name in names})
    while waiting:
        beginning = waiting.pop()
        if wanted[beginning] == 0:
            continue
        if wanted[beginning] >= ENOUGH * size[beginning] or not below[beginning]:
            chosen.append(beginning)
        else:
            if wanted[beginning] > sum(wanted[longer] for longer in below[beginning]):
                chosen.append(beginning + WHOLE)
            waiting += below[beginning]
    return [f".text.{name[:-1]}" if name.endswith(WHOLE) else f".text.{name}*"
            for name in sorted(chosen)]


def wrapped(words):
    lines, line = [], ""
    for word in words:
        if line and len(line) + 1 + len(word) > WIDTH - 6:
            lines.append(line)
            line = ""
        line += (" " if line else "") + word
    return ("\n      ").join([*lines, line])


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default="build", help="folder of the Release build")
    parser.add_argument("--check", action="store_true", help="write nothing")
    arguments = parser.parse_args()
    care = str((PROJECT / arguments.build / "care").resolve())
    found = functions(care)
    groups, run = [], set()
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "made"
        with made.open("w") as book:
            subprocess.run(
                [sys.executable, HERE / "make_book.py", "1000"], stdout=book, check=True)
        for name, kind in RUNS:
            book = made if name == "made" else PROJECT / "examples" / name
            command = ["--book", str(book), "--today", TODAY, "today", "--format", kind]
            run |= addresses_run(care, command, folder)
            groups.append(run_functions(found, run))
    if not groups[0]:
        sys.exit("no function was seen to be run: is this a Release build?")
    groups = [groups[0], groups[-1] - groups[0]]
    for functions_run in groups:
        print(f"{len(functions_run)} functions of {sum(found[s][0] for s in functions_run)} bytes")
    print(f"on {len({address // PAGE for address in run})} pages")
    if arguments.check:
        return
    written = ""
    for functions_run in groups:
        names = patterns(found, functions_run)
        written += f"    *({wrapped(names)})\n"
        print(f"{len(names)} patterns")
    SCRIPT.write_text(HEAD + written + TAIL)


if __name__ == "__main__":
    main()
