#!/usr/bin/env python3
"""Sets `care review` and `review.py` side by side over random books with two years of history.

    compare_review.py --care build/care [--seeds 1..60] [--size N] [--show N] [--ignore PLACE,...]

Each book is reviewed over several periods, of one owner, of tags, and as of a past day, and every
number of the JSON document is compared; of some customers every case as well. A review of the past must also be the one that was run
then: with the clock of that day, and with a book that lacks all that is dated later. The last line
is `N passed, M failed`; the exit code is 1 if any failed.
"""

import random
import re
import subprocess
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path

sys.dont_write_bytecode = True

import compare
import oracle
import random_book
import review

DAY = timedelta(days=1)
HISTORY = 730
# When a record happened; those of a customer's own table are no records.
DATED = {"touch": "on", "purchase": "on", "request": "asked", "promise": "made", "snooze": "on",
         "ready": "on", "fact": "on", "contact": "on", "event": "on", "plan": "on"}
LATER_KEYS = {"request": ("closed", "outcome", "offered"), "promise": ("kept",)}


# ---------------------------------------------------------------------------
# What counts as the same
# ---------------------------------------------------------------------------

def differences(expected, got, place=""):
    """Every difference of two documents, as (place, expected, got); rates have four decimals."""
    if isinstance(expected, dict) and isinstance(got, dict):
        for key in [*expected, *(key for key in got if key not in expected)]:
            if key == "problems":
                continue
            where = f"{place}.{key}".lstrip(".")
            if key in expected and key in got:
                yield from differences(expected[key], got[key], where)
            else:
                yield where, expected.get(key), got.get(key)
    elif isinstance(expected, list) and isinstance(got, list):
        for number in range(max(len(expected), len(got))):
            pair = [what[number] if number < len(what) else None for what in (expected, got)]
            label = next((w[k] for w in pair if isinstance(w, dict) for k in ("name", "id", "measure")
                          if k in w and place == "measures"), number)
            yield from differences(*pair, f"{place}[{label}]")
    elif isinstance(expected, float) or isinstance(got, float):
        if None in (expected, got) or abs(expected - got) > 0.00005 + 1e-9:
            yield place, expected, got
    elif expected != got or isinstance(expected, bool) != isinstance(got, bool):
        yield place, expected, got


def without_later(text, final):
    """The book as it was at the end of a day: without the records that are dated later."""
    def is_later(moment):
        return moment and date.fromisoformat(moment[1]) > final

    kept = []
    for block in re.split(r"(?m)^(?=\[)", text):
        kind = re.match(r"\[\[(\w+)\]\]", block)
        kind = kind and kind[1]
        if kind in DATED and is_later(re.search(rf"(?m)^{DATED[kind]} = (\d{{4}}-\d\d-\d\d)", block)):
            continue
        keys = LATER_KEYS.get(kind)
        if keys and is_later(re.search(rf"(?m)^{keys[0]} = (\d{{4}}-\d\d-\d\d)", block)):
            block = re.sub(rf"(?m)^({'|'.join(keys)}) = .*\n", "", block)
        kept.append(block)
    return "".join(kept)


def listed_cases(care, path, name, words):
    """What `care why NAME --review` lists: (measure, day, verdict)."""
    run = subprocess.run([care, "why", name, "--review", "--book", str(path), *words],
                         capture_output=True, text=True, timeout=60, check=False)
    found, measure = [], f"exit code {run.returncode}"
    for line in run.stdout.splitlines():
        if heading := re.fullmatch(r"\S.* \((\w+)\)", line):
            measure = heading[1]
        if case := re.match(r"  (\d{4}-\d\d-\d\d)  (good|missed|not yet) ", line):
            found.append((measure, case[1], case[2]))
    return found


# ---------------------------------------------------------------------------
# What is asked of a book
# ---------------------------------------------------------------------------

def questions(rng, book, today):
    """The arguments for `care review`, each with the same for `review.review`."""
    def asked(first=None, final=None, last=None, owner=None, tags=()):
        words = [word for option, value in [("--from", first), ("--to", final), ("--last", last),
                                            ("--owner", owner)] if value
                 for word in (option, str(value))]
        words += [word for tag in tags for word in ("--tag", tag)]
        return words, {"first": first, "final": final, "last": last, "owner": owner, "tags": tags}

    past = today - rng.randint(1, 500) * DAY
    yield asked()
    yield asked(last=rng.choice(["month", "quarter", "year"]))
    yield asked(first=today - 365 * DAY)
    yield asked(final=past)
    yield asked(first=past - rng.choice([0, 1, 6, 27, 30, 200, 365]) * DAY, final=past)
    if book.staff:
        yield asked(owner=rng.choice(sorted(book.staff)),
                    final=rng.choice([None, today - rng.randint(1, 200) * DAY]))
    tags = sorted({tag for customer in book.customers for tag in customer.tags or []})
    if tags:
        yield asked(tags=tuple(rng.sample(tags, min(len(tags), rng.choice([1, 1, 2])))),
                    first=today - rng.randint(0, 400) * DAY)


def check(care, seed, options, folder):
    """All questions about the book of one seed; yields (arguments, differences)."""
    text = random_book.make(seed, options.size, options.without, HISTORY)
    now = random_book.now_of(text)
    rng = random.Random(f"reviews {seed}")
    path = folder / "book.toml"
    path.write_text(text, encoding="utf-8")
    past = review.Past(oracle.read_book(path))

    def ask(path, words, now):
        got, trouble = compare.ask(care, path, ["review", *words, "--now", oracle.written(now)])
        return got, [("answer", "a JSON document", trouble)] if trouble else []

    for words, chosen in questions(rng, past.book, now.date()):
        got, found = ask(path, words, now)
        if got:
            found = list(differences(review.review(past, now, **chosen), got))
            odd = {problem["code"] for problem in got["problems"]} - compare.ODDITIES
            found += [("problems", "a sound book", sorted(odd))] * bool(odd)
        yield words, found
        if not chosen["owner"] and not chosen["tags"]:
            name = rng.choice(past.book.customers).id
            when = {key: chosen[key] for key in ("first", "final", "last")}
            places = list(review.FACTORS)
            cases = sorted(((measure, day, ("good" if good else "missed") if counted else "not yet")
                            for measure, day, counted, good, _ in review.listed_cases(
                                past, now, name, **when)),
                           key=lambda case: (places.index(case[0]), case[1]))
            got_cases = listed_cases(care, path, name, [*words, "--now", oracle.written(now)])
            odd = set(cases) ^ set(got_cases) or len(cases) != len(got_cases)
            yield ["(why", name, "--review)", *words], [("cases", cases, got_cases)] * bool(odd)
        final = chosen["final"]
        if not got or not final or final >= now.date():
            continue
        # The review of a past period is the one that was run then.
        early = folder / "early.toml"
        early.write_text(without_later(text, final), encoding="utf-8")
        then = datetime.combine(final, time(0)) + DAY
        earlier, found = ask(early, words, then)
        if earlier:
            found = [f for f in differences(earlier, got) if f[0] != "now"]
        yield [*words, "(run then)"], found


def tell(seed, options, words, found, most=6):
    """One failure, readably."""
    print(f"seed {seed}: care review {' '.join(words)}")
    for place, expected, got in found[:most]:
        print(f"    {place}: expected {expected!r}, got {got!r}")
    if len(found) > most:
        print(f"    … and {len(found) - most} more")
    print(f"    again: random_book.py {seed} --size {options.size} --history {HISTORY} > book.toml")


if __name__ == "__main__":
    sys.exit(compare.run("Compare care review with the oracle.", "1..60", check, tell))
