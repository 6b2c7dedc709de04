#!/usr/bin/env python3
"""Sets `care` and the oracle side by side over random books.

    compare.py --care build/care [--seeds 1..200] [--size N] [--show N]
               [--without FEATURE,...] [--ignore PLACE,...]

For each seed a random book is written, and `care` is asked for today's agenda,
that of one owner, ranges, and what filters leave, as JSON. Every entry, item
and hint is compared with what `oracle.py` computes from the rules, and today's
page in Markdown is read for what JSON does not hold: what was last heard, what
was tried since, what was offered. Differences are listed with the command that
shows them again. The last line is `N passed, M failed`; the exit code is 1 if
any failed.

`--without` makes books without some of the features of `random_book.py`, and
`--ignore` passes over differences at some places (`hint wow`, `page`,
`thank_for` …), to find out what a difference comes from.

An exit code of 1 or 3 from `care` is fine as long as it prints a document.
"""

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path

sys.dont_write_bytecode = True

import oracle
import random_book

DAY = timedelta(days=1)
ENTRY_FIELDS = ["day", "name", "call_me", "company", "phone", "email", "owner", "for",
                "escalated_to", "strained", "last", "value"]
ITEM_FIELDS = ["class", "when", "due", "act", "days_late", "ratio", "what", "person", "years", "id",
               "plan", "step", "steps"]
# Kinds whose `what` is the record's own; the others' wording is the program's.
OWN_WORDS = {"emergency", "request", "promise", "event", "prepare", "plan"}
RULES = {"emergency": "R7", "request": "R7", "promise": "R6", "birthday": "R3",
         "anniversary": "R3", "event": "R3", "prepare": "R3", "thanks": "R8", "no_plan": "R10",
         "follow_up": "R4", "plan": "R17"}
ROUNDED = re.compile(r"\d+\.\d{1,4}")
# Each kind of hint: the fact of the oracle's behind it, and how its words are
# known. Hints are the program's own sentences; what is stable in them is what
# the rules put in quotes or name. A hint that none of these knows is a difference.
HINTS = {
    "strained": r"\bstrained\b",                          # R5, R11
    "do_not_contact": r"\bdo not contact\b",              # R15
    "too_late": r"\b(half an interval late|without a contact)\b",  # R4
    "try_another_way": r"\btry another way\b",            # R4
    "after_care": r"\bafter-care\b",                      # R4
    "offer_refused": r"\boffer refused: find another\b",  # R7
    "ask_again": r"\bask again\b",                        # R7
    "silent_since": r"\bheard nothing since\b",           # R4
    "no_next_touch": r"\bdecide when to be in touch\b",  # R10
    "wow": r"\bWOW\b",                                    # R9
}
CHANNELS = ["phone", "email", "address"]
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
WEEKDAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
# A book may have these and still be read whole.
ODDITIES = {"no-next-touch", "snooze-not-allowed", "former-but-open", "future-record", "impossible-birthday",
            "no-such-event", "no-such-plan", "plan-fits-nobody", "at-most-too-short",
            "escalates-to-nobody", "wow-again"}                              # FÊTE is not Fête: ASCII


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


def hint_differences(facts, hints):
    """Every difference between the facts of an entry and the hints that word them."""
    known = [name for name, words in HINTS.items()
             for hint in hints if re.search(words, hint, re.IGNORECASE)]
    for hint in hints:
        if not any(re.search(words, hint, re.IGNORECASE) for words in HINTS.values()):
            yield "hint unknown", None, hint
    for name in HINTS:
        fact = facts.get(name)
        if (fact is not None) != (name in known):
            yield f"hint {name}", fact, hints
        elif fact is not None:
            said = " / ".join(h for h in hints if re.search(HINTS[name], h, re.IGNORECASE))
            if not says_it(name, fact, said):
                yield f"hint {name} words", fact, said


def says_it(name, fact, said):
    """Whether the words of a hint hold what the fact does."""
    if name == "try_another_way":                         # exactly these channels
        named = said.lower().partition("another way")[2]
        if not fact:                                      # none are left, whatever is said of it
            return True
        return [channel for channel in CHANNELS if channel in named] == fact
    if name == "ask_again":
        return all(what in said for what in fact)
    if name == "silent_since":                            # a day within the silence's beginning
        found = re.search(r"\d{4}-\d\d-\d\d", said)
        return found is None or fact[0] <= found[0] <= fact[1]
    if name == "wow":
        day = fact["last"] and date.fromisoformat(fact["last"])
        since = f"nothing since {MONTHS[day.month - 1]} {day.year}" if day else "nothing yet"
        return since in said and all(like in said for like in fact["likes"])
    return True


def names_day(text, written):
    """Whether a day is named, in any of the ways in which a page names days."""
    moment = datetime.fromisoformat(written)
    ways = [f"{moment.day} {MONTHS[moment.month - 1]}", "today", "yesterday",
            f"{WEEKDAYS[moment.weekday()]} {moment:%H:%M}", f"{moment:%H:%M}"]
    return any(way in text for way in ways)


def page_differences(book, expected, page):
    """R11: what each entry of a page in Markdown says, beside its items; coming ones aside."""
    sections = {}
    for section in re.split(r"(?m)^- ", page)[1:]:
        found = re.match(r"(?:\*\*!\*\* )?\*\*(.+?)\*\*", section)
        if found:
            sections[found[1]] = re.split(r"(?m)^(?! )", section[section.index("\n") + 1:])[0]
    for entry in expected["entries"]:
        if entry["items"][0]["class"] == 8:               # a line about what is coming
            continue
        if entry["id"] not in sections:
            yield f"{entry['id']}: page", "an entry", sorted(sections)
            continue
        text, facts = sections[entry["id"]].replace("\\", ""), entry["facts"]
        heard = facts.get("heard")
        for touch in book.by_id[entry["id"]].touches:
            is_it = heard is not None and touch.heard == heard["text"]
            if touch.heard and is_it != (touch.heard in text):
                yield f"{entry['id']}: page heard", heard, text
        if heard and not names_day(text, heard["on"]):
            yield f"{entry['id']}: page heard on", heard, text
        if facts.get("later") and not names_day(text, facts["later"]):
            yield f"{entry['id']}: page later", facts["later"], text
        if facts.get("tried") and not (re.search(r"\btried\b", text)
                                       and names_day(text, facts["tried"])):
            yield f"{entry['id']}: page tried", facts["tried"], text
        for offer in facts.get("offered", []):
            if offer not in text:
                yield f"{entry['id']}: page offered", offer, text


def describe(entry):
    kinds = ", ".join(f"{item['kind']} {item['due']} {item['when']}" for item in entry["items"])
    return f"{entry['id']} ({kinds})"


def differences(expected, got):
    """Every difference of two documents, as (place, expected, got)."""
    for name in ("schema", "book", "now"):
        if expected.get(name) != got.get(name):
            yield name, expected.get(name), got.get(name)

    odd = {problem["code"] for problem in got.get("problems", [])} - ODDITIES
    if odd:
        yield "problems", "a sound book", [p for p in got["problems"] if p["code"] in odd][:3]

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
    for what, ours, theirs in hint_differences(expected["facts"], got.get("hints", [])):
        yield f"{place}: {what}", ours, theirs

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
        if theirs.get("rule") != RULES[ours["kind"]]:
            yield f"{place}: item {number} rule", RULES[ours["kind"]], theirs.get("rule")


# ---------------------------------------------------------------------------
# What is asked of a book
# ---------------------------------------------------------------------------

def questions(rng, book, now, without=frozenset()):
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
    if "filters" not in without:
        asked += [filtered(rng, book, now, at, without) for _ in range(3)]
    return asked


def filtered(rng, book, now, at, without):
    """A question with --tag, --only, --owner or --no-limit, of one day or several."""
    arguments, options = [], {}
    tags = sorted({tag for customer in book.customers for tag in customer.tags or []})
    if tags and rng.random() < 0.6:
        chosen = rng.sample(tags, min(len(tags), rng.choice([1, 1, 2])))
        arguments += [word for tag in chosen for word in ("--tag", tag)]
        options["tags"] = frozenset(chosen)
    if rng.random() < 0.6 or not arguments:
        kinds = ["follow_up", "thanks", "plan", *oracle.KINDS[:-1]]
        chosen = sorted(set(rng.sample(kinds, rng.choice([1, 2, 2, 3]))))
        arguments += [word for kind in chosen for word in ("--only", kind)]
        options["only"] = frozenset(chosen)
    if book.staff and rng.random() < 0.3:
        options["owner"] = rng.choice(sorted(book.staff))
        arguments += ["--owner", options["owner"]]
    if "no-limit" not in without and rng.random() < 0.3:
        arguments.append("--no-limit")
        options["no_limit"] = True
    if rng.random() < 0.3:
        options["final"] = now.date() + 6 * DAY
        return ["week", *arguments, *at], (now, options)
    return ["today", *arguments, *at], (now, options)


def split(text, folder):
    """The same book as a directory of three files."""
    head, *blocks = re.split(r"(?m)^(?=\[\[?[a-z]+\])", text)
    third = len(blocks) // 3 + 1
    for number, name in enumerate(["a.toml", "b.toml", "c.toml"]):
        part = blocks[number * third:(number + 1) * third]
        (folder / name).write_text(head * (number == 0) + "".join(part), encoding="utf-8")
    (folder / ".#a.toml").write_text("not = [part of the book", encoding="utf-8")


def ask(care, path, arguments, form="json"):
    """What `care` answers: a document, or a sentence about why there is none."""
    command = [care, arguments[0], "--book", str(path), *arguments[1:], "--format", form]
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    except subprocess.TimeoutExpired:
        return None, "no answer within a minute"
    if run.returncode not in (0, 1, 3):
        return None, f"exit code {run.returncode}: {run.stderr.strip()[:300]}"
    if form != "json":
        return run.stdout, None
    try:
        return json.loads(run.stdout), None
    except json.JSONDecodeError as error:
        return None, f"no JSON ({error}): {(run.stdout or run.stderr).strip()[:300]}"


def check(care, seed, options, folder):
    """All questions about the book of one seed; yields (arguments, differences)."""
    text = random_book.make(seed, options.size, options.without)
    now = random_book.now_of(text)
    rng = random.Random(f"questions {seed}")
    path = folder / "book.toml"
    path.write_text(text, encoding="utf-8")
    book = oracle.read_book(path)
    asked = [(path, *question) for question in questions(rng, book, now, options.without)]
    if seed % 4 == 0:
        parts = folder / "parts"
        parts.mkdir()
        split(text, parts)
        asked.append((parts, *asked[0][1:]))
    for number, (path, arguments, (moment, chosen)) in enumerate(asked):
        expected = oracle.document(book, moment, **chosen)
        got, trouble = ask(care, path, arguments)
        found = [("answer", "a JSON document", trouble)] if trouble else list(
            differences(expected, got))
        if number == 0 and not trouble:
            page, trouble = ask(care, path, arguments, "markdown")
            found += [("page", "a page", trouble)] if trouble else page_differences(
                book, expected, page)
        yield path.name, arguments, found


def tell(seed, options, path, arguments, found, most=6):
    """One failure, readably."""
    print(f"seed {seed}: care {' '.join(arguments)}" + (" (as a directory)" * (path == "parts")))
    for place, expected, got in found[:most]:
        print(f"    {place}\n        expected {expected!r}\n        got      {got!r}")
    if len(found) > most:
        print(f"    … and {len(found) - most} more")
    words = " ".join(arguments[1:])
    oracle_options = " ".join(["--days 7"] * (arguments[0] == "week") + [words])
    without = f" --without {','.join(sorted(options.without))}" if options.without else ""
    print(f"    again: random_book.py {seed} --size {options.size}{without} > book.toml;"
          f" care {arguments[0]} --book book.toml {words} --format json;"
          f" oracle.py book.toml {oracle_options}")


def run(description, seeds, check, tell):
    """The program: what `check` yields of each book, the differences last; `tell` tells a failure."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--care", required=True, help="the program")
    parser.add_argument("--seeds", default=seeds, help="as A..B, or one number")
    parser.add_argument("--size", type=int, default=12, help="customers in a book")
    parser.add_argument("--show", type=int, default=10, help="failures to tell in full")
    parser.add_argument("--without", type=random_book.features, default=frozenset(),
                        help=f"of {', '.join(random_book.FEATURES)}")
    parser.add_argument("--ignore", type=lambda text: text.split(","), default=[],
                        help="places of differences to pass over")
    options = parser.parse_args()
    first, _, final = options.seeds.partition("..")
    care = str(Path(options.care).resolve())
    if not Path(care).is_file():
        parser.error(f"{options.care} is not there")

    passed = failed = 0
    for seed in range(int(first), int(final or first) + 1):
        with tempfile.TemporaryDirectory() as folder:
            for *what, found in check(care, seed, options, Path(folder)):
                found = [f for f in found if not any(place in f[0] for place in options.ignore)]
                if not found:
                    passed += 1
                    continue
                failed += 1
                if failed <= options.show:
                    tell(seed, options, *what, found)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(run("Compare care with the oracle over random books.", "1..100", check, tell))
