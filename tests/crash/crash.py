#!/usr/bin/env python3
"""Kills `care` while it writes, makes the system fail it, and sets several at one book.

    crash.py --care build/care [--kills 500] [--saves 1002] [--writers 8 --each 50] [--only PART...]

The parts:

    faults   every writing command, killed at every system call and given every fitting error
    kills    `care log` killed at random moments
    writers  several at once, and a reader
    editor   somebody else saves the book between reading and replacing
    saving   somebody saves the book in place, or cuts it short, while care reads it or writes to it
    machine  full disks, permissions, links, locks and limits; some of it needs root

Whatever happens, a book is the old one or the new one, byte for byte. The last line is
`N passed, M failed`; the exit code is 1 if any failed.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

sys.dont_write_bytecode = True

import editor
import faults
import kills
import machine
import saving
import writers
from workbench import SHOWN, Bench, Care, Tally

PARTS = {"faults": faults.run, "kills": kills.run, "writers": writers.run, "editor": editor.run,
         "saving": saving.run, "machine": machine.run}
TRACING = {"faults", "editor"}


def options_of(words):
    """The command line."""
    parser = argparse.ArgumentParser(description="Disturb care while it writes.")
    parser.add_argument("--care", required=True, help="the program")
    parser.add_argument("--kills", type=int, default=500, help="how many runs are killed")
    parser.add_argument("--saves", type=int, default=1002, help="how often a book is saved, and cut")
    parser.add_argument("--writers", type=int, default=8, help="how many write at once")
    parser.add_argument("--each", type=int, default=50, help="how many records each writes")
    parser.add_argument("--only", choices=PARTS, nargs="+", default=list(PARTS),
                        help="these parts alone")
    options = parser.parse_args(words)
    if not os.access(options.care, os.X_OK):
        parser.error(f"{options.care} is not there")
    return options


def room():
    """Where the books stand: in memory if possible, where syncing costs nothing."""
    shared = Path("/dev/shm")
    usable = shared.is_dir() and os.access(shared, os.W_OK | os.X_OK)
    return shared if usable and shutil.disk_usage(shared).free > 2 ** 25 else None


def can_trace():
    """Whether strace is there and may trace."""
    return shutil.which("strace") is not None and subprocess.run(
        ["strace", "-f", "-o", "/dev/null", "true"], capture_output=True,
        check=False).returncode == 0


def try_part(name, options, folder, tally):
    """Runs one part and says how much it tried."""
    folder.mkdir()
    care = Care(Path(options.care).resolve(), folder)
    bench = Bench(care=care, folder=folder, tally=tally, jobs=os.cpu_count() or 1,
                  kills=options.kills, saves=options.saves, writers=options.writers,
                  each=options.each, ci=bool(os.environ.get("CI")))
    tally.to_tell = SHOWN
    start = time.monotonic()
    try:
        told = PARTS[name](bench)
    except Exception:  # the other parts shall still be tried
        traceback.print_exc(file=sys.stdout)
        tally.point(f"{name}: all of it", ["the part ended early"])
        told = "ended early"
    print(f"{name}: {told}, in {time.monotonic() - start:.0f} s", flush=True)


def main():
    """All parts, or those that were asked for."""
    options = options_of(sys.argv[1:])
    tally = Tally()
    traces = can_trace()
    with tempfile.TemporaryDirectory(prefix="care-crash-", dir=room()) as base:
        os.chmod(base, 0o755)
        for name in options.only:
            if name in TRACING and not traces:
                tally.skip(f"{name}: strace is missing or may not trace",
                           bool(os.environ.get("CI")))
                continue
            try_part(name, options, Path(base).resolve() / name, tally)
    if tally.untold:
        print(f"… and {tally.untold} more that failed")
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
