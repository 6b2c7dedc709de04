#!/usr/bin/env python3
"""Sets `care` and the oracle side by side over random books.

    compare.py --care build/care [--seeds 1..200] [--size N] [--show N]

For each seed a random book is written, and `care` is asked for today's agenda,
that of one owner, and ranges, as JSON. Every entry and item is compared with
what `oracle.py` computes from the rules. Differences are told with the command
that shows them again. The last line is `N passed, M failed`; the exit code is
1 if any failed.

An exit code of 1 or 3 from `care` is fine as long as it prints JSON.
"""

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

sys.dont_write_bytecode = True

import oracle
import random_book

DAY = timedelta(days=1)
ENTRY_FIELDS = ["day", "name", "call_me", "company", "phone", "email", "owner", "for", "strained",
                "last", "value"]
ITEM_FIELDS = ["class", "when", "due", "act", "days_late", "ratio", "what", "person", "years", "id"]
# Kinds whose `what` is the record's own; the others' wording is the program's.
OWN_WORDS = {"emergency", "request", "promise", "event", "prepare"}
WOW = re.compile(r"\bWOW\b", re.IGNORECASE)
ROUNDED = re.compile(r"\d+\.\d{1,4}")


# ---------------------------------------------------------------------------
# What counts as the same
# ---------------------------------------------------------------------------

def same_ratio(expected, got):
    """Within 1e-9; a ratio that is printed with up to 4 decimals, within 1e-4."""
    if expected is None or got is None:
        return expected == got
    rounded = ROUNDED.fullmatch(repr(float(got)))
    return abs(expected - got) <= (1e-4 if rounded else 1e-9)


def same_item_field(name, expected, got):
    kind, wanted, found = expected["kind"], expected.get(name), got.get(name)
    if name == "ratio":
        return kind != "follow_up" or same_ratio(wanted, found)
    if name == "what" and kind == "thanks":
        return wanted in (found or "")
    if name == "what" and kind not in OWN_WORDS:
        return True
    if name == "person" and wanted is None:               # a customer's own day may name them
        return True
    return wanted == found


def same_entry_field(name, expected, got):
    wanted, found = expected.get(name), got.get(name)
    return bool(wanted) == bool(found) if name == "strained" else wanted == found


def same_thanks(cause, sentence):
    """Whether the sentence of `thank_for` can be about this cause; lenient."""
    if cause is None or sentence is None:
        return cause == sentence
    about, _, what = cause.partition(":")
    if about == "years":
        return what in sentence or what == "1"            # "your first year with us"
    return about == "referral" or what in sentence


def describe(entry):
    kinds = ", ".join(f"{item['kind']} {item['due']} {item['when']}" for item in entry["items"])
    return f"{entry['id']} ({kinds})"


def differences(expected, got):
    """Every difference of two documents, as (place, expected, got)."""
    for name in ("schema", "book", "now"):
        if expected.get(name) != got.get(name):
            yield name, expected.get(name), got.get(name)

    for name, count in expected["hidden"].items():
        if got.get("hidden", {}).get(name) != count:
            yield f"hidden.{name}", count, got.get("hidden", {}).get(name)

    def label(entry):
        return (entry.get("day"), entry["id"])

    for index in range(max(len(expected["entries"]), len(got["entries"]))):
        pair = [document["entries"][index] if index < len(document["entries"]) else None
                for document in (expected, got)]
        if None in pair or label(pair[0]) != label(pair[1]):
            yield f"entry {index + 1}", *[entry and describe(entry) for entry in pair]
            break                                         # the rest has merely moved

    theirs = {label(entry): entry for entry in got["entries"]}
    for entry in expected["entries"]:
        if label(entry) in theirs:
            place = " ".join(part for part in label(entry) if part)
            yield from entry_differences(place, entry, theirs[label(entry)])


def entry_differences(place, expected, got):
    for name in ENTRY_FIELDS:
        if not same_entry_field(name, expected, got):
            yield f"{place}: {name}", expected.get(name), got.get(name)
    if not same_thanks(expected.get("thank_cause"), got.get("thank_for")):
        yield f"{place}: thank_for", expected.get("thank_cause"), got.get("thank_for")
    has_wow = any(WOW.search(hint) for hint in got.get("hints", []))
    if bool(expected.get("wow")) != has_wow:
        yield f"{place}: wow", expected.get("wow"), got.get("hints")

    def outline(entry):
        return [f"{item['kind']} {item.get('id') or item['due']}" for item in entry["items"]]

    if [item["kind"] for item in expected["items"]] != [item["kind"] for item in got["items"]]:
        yield f"{place}: items", outline(expected), outline(got)
        return
    for number, (ours, theirs) in enumerate(zip(expected["items"], got["items"]), start=1):
        for name in ITEM_FIELDS:
            if not same_item_field(name, ours, theirs):
                yield (f"{place}: item {number} ({ours['kind']}) {name}", ours.get(name),
                       theirs.get(name))


# ---------------------------------------------------------------------------
# What is asked of a book
# ---------------------------------------------------------------------------

def questions(rng, book, now):
    """Pairs: the arguments for `care`, and the same for `oracle.document`."""
    today = now.date()
    at = ["--now", now.strftime("%Y-%m-%dT%H:%M")]
    asked = [(["today", *at], (now, {})),
             (["agenda", "--days", "10", *at], (now, {"final": today + 9 * DAY})),
             (["week", *at], (now, {"final": today + 6 * DAY}))]
    opening = book.calendar.opening(today)
    asked.append((["today", "--today", str(today)], (opening, {})))
    first = today + rng.randint(0, 6) * DAY
    final = first + rng.randint(0, 8) * DAY
    asked.append((["agenda", "--from", str(first), "--to", str(final), *at],
                  (now, {"first": first, "final": final})))
    if book.staff:
        owner = rng.choice(sorted(book.staff))
        asked.append((["today", "--owner", owner, *at], (now, {"owner": owner})))
        asked.append((["agenda", "--days", "10", "--owner", owner, *at],
                      (now, {"owner": owner, "final": today + 9 * DAY})))
    return asked


def split(text, folder):
    """The same book as a directory of three files."""
    head, *blocks = re.split(r"(?m)^(?=\[\[?[a-z]+\])", text)
    third = len(blocks) // 3 + 1
    for number, name in enumerate(["a.toml", "b.toml", "c.toml"]):
        part = blocks[number * third:(number + 1) * third]
        (folder / name).write_text(head * (number == 0) + "".join(part), encoding="utf-8")
    (folder / ".#a.toml").write_text("not = [part of the book", encoding="utf-8")


def ask(care, path, arguments):
    """What `care` answers: a document, or a sentence about why there is none."""
    command = [care, arguments[0], "--book", str(path), *arguments[1:], "--format", "json"]
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    except subprocess.TimeoutExpired:
        return None, "no answer within a minute"
    if run.returncode not in (0, 1, 3):
        return None, f"exit code {run.returncode}: {run.stderr.strip()[:300]}"
    try:
        return json.loads(run.stdout), None
    except json.JSONDecodeError as error:
        return None, f"no JSON ({error}): {(run.stdout or run.stderr).strip()[:300]}"


def check(care, seed, size, folder):
    """All questions about the book of one seed; yields (arguments, differences)."""
    text = random_book.make(seed, size)
    now = random_book.now_of(text)
    rng = random.Random(f"questions {seed}")
    path = folder / "book.toml"
    path.write_text(text, encoding="utf-8")
    book = oracle.read_book(path)
    asked = [(path, *question) for question in questions(rng, book, now)]
    if seed % 4 == 0:
        parts = folder / "parts"
        parts.mkdir()
        split(text, parts)
        asked.append((parts, *asked[0][1:]))
    for path, arguments, (moment, options) in asked:
        expected = oracle.document(book, moment, **options)
        got, trouble = ask(care, path, arguments)
        found = [("answer", "a JSON document", trouble)] if trouble else list(
            differences(expected, got))
        yield path.name, arguments, found


def tell(seed, size, path, arguments, found, most=6):
    """One failure, readably."""
    print(f"seed {seed}: care {' '.join(arguments)}" + (" (as a directory)" * (path == "parts")))
    for place, expected, got in found[:most]:
        print(f"    {place}\n        expected {expected!r}\n        got      {got!r}")
    if len(found) > most:
        print(f"    … and {len(found) - most} more")
    options = " ".join(arguments[1:])
    oracle_options = " ".join(["--days 7"] * (arguments[0] == "week") + [options])
    print(f"    again: random_book.py {seed} --size {size} > book.toml;"
          f" care {arguments[0]} --book book.toml {options} --format json;"
          f" oracle.py book.toml {oracle_options}")


def main():
    parser = argparse.ArgumentParser(description="Compare care with the oracle over random books.")
    parser.add_argument("--care", required=True, help="the program")
    parser.add_argument("--seeds", default="1..100", help="as A..B, or one number")
    parser.add_argument("--size", type=int, default=12, help="customers in a book")
    parser.add_argument("--show", type=int, default=10, help="failures to tell in full")
    options = parser.parse_args()
    first, _, final = options.seeds.partition("..")
    care = str(Path(options.care).resolve())
    if not Path(care).is_file():
        parser.error(f"{options.care} is not there")

    passed = failed = 0
    for seed in range(int(first), int(final or first) + 1):
        with tempfile.TemporaryDirectory() as folder:
            for path, arguments, found in check(care, seed, options.size, Path(folder)):
                if not found:
                    passed += 1
                    continue
                failed += 1
                if failed <= options.show:
                    tell(seed, options.size, path, arguments, found)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
