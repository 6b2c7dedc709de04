"""Somebody saves the book in place, or cuts it short, while `care today` reads it."""

import os
import random
import time

from workbench import book_text, fill, finish

TIMES = 1000
DELAY = 0.006          # seconds after the start of care; a run takes about as long
WORDS = ["today", "--format", "json"]


def run(bench):
    """Each run prints what stood in the file at one moment, or says that it could not."""
    path = fill(bench.folder / "saved", {"book.toml": b""}) / "book.toml"
    old = book_text(calls=400)
    new = old.replace(b"Acme Tower", b"Zulu Tower")      # the same size
    longer = new + b'\n[[customer]]\nid = "more"\nname = "More"\n'
    short = old.index(b"\n[[touch]]") + 1
    answers = {}
    for text in (old, new, longer, old[:short], new[:short], b""):
        path.write_bytes(text)
        ran = bench.care.run(path, WORDS)
        answers[text] = (ran.code, ran.out)
    seed = random.Random(9)
    for number in range(2 * TIMES):
        before, after = seed.sample([old, new, longer], 2)
        path.write_bytes(before)
        process = bench.care.start(path, WORDS)
        time.sleep(seed.uniform(0, DELAY))
        if number % 2:
            after = before[:short]
            os.truncate(path, short)
        else:
            path.write_bytes(after)
        ran = finish(process)
        stood = [answers[text] for text in (before, after, b"")]
        fine = (ran.code, ran.out) in stood or (ran.code == 4 and ran.err.startswith("care: "))
        bench.tally.point(f"saved while it is read, number {number}",
                          [] if fine else [f"exit code {ran.code}, and neither book: {ran.err}"])
    return f"{2 * TIMES} runs beside one who saves"
