"""Sets the dates that remind finds in care's script beside care's own: exports_remind.py CARE"""

import datetime
import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from hostile_book import HOSTILE, hostile_book, visible

CARE = ""
SAGUARO = Path(__file__).parent.parent.parent / "examples" / "saguaro"
FIRST, LAST = datetime.date(2026, 1, 1), datetime.date(2028, 12, 31)
OCCASIONS = ("birthday", "anniversary", "event")
BOOK = """
[book]
started = 2026-03-10
[policy]
anniversaries = "%s"
leap_day = "%s"
"""
PEOPLE = """
[[customer]]
id = "leap"
name = "Ann Leap"
birthday = "02-29"
since = 2020-02-29
[[customer]]
id = "march"
name = "Mark [March] 100% \\\\"
birthday = 1984-02-29
leap_day = "03-01"
since = 2024-02-29
[[customer]]
id = "february"
name = "Feb"
birthday = 2024-02-29
leap_day = "02-28"
[[customer]]
id = "edges"
name = "Edges"
birthday = 2026-12-31
since = 2026-06-01
[[customer.contact]]
name = "Left on the day"
birthday = "05-05"
left = 2027-05-05
[[customer.contact]]
name = "Left the day after"
birthday = 1990-05-05
left = 2027-05-06
[[customer.contact]]
name = "Left in a leap year"
birthday = "02-29"
left = 2028-02-29
[[customer.contact]]
name = "The day the book began"
birthday = 1990-03-10
[[customer.event]]
what = "not yet"
date = 2028-07-01
[[customer.event]]
what = "ends"
date = "07-02"
until = 2028-01-01
[[customer.event]]
what = "once"
date = 2027-08-01
yearly = false
heads_up = "3w"
[[customer.event]]
what = "once, before the book"
date = 2026-02-01
yearly = false
[[customer]]
id = "silent"
name = "Silent"
status = "do-not-contact"
birthday = "09-09"
[[customer]]
id = "gone"
name = "Gone"
status = "former"
birthday = "09-09"
"""


def care(book, day, form, command="today"):
    options = ["--book", book, "--today", str(day), "--format", form]
    words = [CARE, command, *options]
    return subprocess.run(words, check=True, capture_output=True).stdout


def remind(script, *options):
    """What remind prints of the script; it must have nothing to complain about."""
    with tempfile.NamedTemporaryFile(suffix=".rem") as file:
        file.write(script)
        file.flush()
        done = subprocess.run(["remind", *options[:-1], file.name, options[-1]],
                              capture_output=True, check=True)
    assert not done.stderr, done.stderr[:500].decode()
    return done.stdout.decode()


def dates_of_remind(script):
    """What stands on each day of the years, as (day, text)."""
    months = (LAST.year - FIRST.year + 1) * 12
    found = []
    for line in remind(script, f"-s{months}", str(FIRST)).splitlines():
        day, _, _, _, _, text = line.split(" ", 5)
        found.append((day.replace("/", "-"), text))
    return sorted(found)


def words(name, item):
    """How the script says an occasion of care's."""
    name = visible(name, " ")
    if item["kind"] == "birthday":
        person = visible(item["person"], " ")
        age = f" ({item['years']})" if "years" in item else ""
        return f"{person}'s birthday{age}" + ("" if person == name else f", {name}")
    if item["kind"] == "anniversary":
        return f"{name}: {item['years']} year{'s' if item['years'] > 1 else ''} with us"
    return f"{visible(item['what'], ' ')}, {name}"


def only_to_know(entry):
    """What the script says behind an occasion of somebody who asked not to be contacted."""
    is_barred = any(hint.startswith("do not contact") for hint in entry.get("hints", []))
    return " (only to know, do not contact)" if is_barred else ""


def dates_of_care(book):
    found = []
    day = FIRST
    while day <= LAST:
        for entry in json.loads(care(book, day, "json"))["entries"]:
            for item in entry["items"]:
                if item["kind"] in OCCASIONS and item["due"] == str(day):
                    found.append((str(day), words(entry["name"], item) + only_to_know(entry)))
        day += datetime.timedelta(days=1)
    return sorted(found)


def dates_of_script(script):
    """The part of the script with the dates that return."""
    return script.split(b"# What stands on")[0]


class Remind(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.directory = Path(directory.name)

    def write(self, text):
        path = self.directory / "book.toml"
        path.write_bytes(text.encode())
        return path

    def check_agreement(self, book, at_least):
        expected = dates_of_care(book)
        self.assertGreater(len(expected), at_least)
        script = dates_of_script(care(book, FIRST, "remind"))
        self.assertEqual(dates_of_remind(script), expected)

    def test_every_day_of_three_years_of_a_book_of_special_cases(self):
        for policy in (("round", "02-28"), ("all", "03-01"), ("none", "02-28")):
            with self.subTest(policy=policy):
                self.check_agreement(self.write(BOOK % policy + PEOPLE), 20)

    def test_every_day_of_three_years_of_a_company(self):
        for file in SAGUARO.glob("*.toml"):
            text = re.sub("^greeted = .*$", "", file.read_text(), flags=re.M)
            (self.directory / file.name).write_text(text)
        self.check_agreement(self.directory, 80)

    def test_every_day_of_three_years_of_a_hostile_book(self):
        self.check_agreement(self.write(hostile_book()), 6 * len(HOSTILE))

    def test_what_is_on_the_page_is_on_its_day(self):
        today = "2026-11-23"
        for book in (SAGUARO, self.write(hostile_book())):
            for command, days in (("today", 1), ("week", 7)):
                entries = json.loads(care(book, today, "json", command))["entries"]
                expected = []
                for entry in entries:
                    for item in entry["items"]:
                        day = entry.get("day", today)
                        if item["kind"] not in OCCASIONS or item["due"] < day:
                            expected.append(max(day, item["act"]))
                script = care(book, today, "remind", command)
                rest = script.split(b"\n# What stands on")[1].split(b"\n", 1)[1]
                found = remind(rest, "-s36", "2026-11-01").splitlines()
                self.assertEqual([line[:10].replace("/", "-") for line in found], sorted(expected))

    def test_remind_warns_before_a_day(self):
        script = care(self.write(BOOK % ("none", "02-28") + PEOPLE), "2027-07-20", "remind")
        self.assertIn("once, Edges (in 12 days' time)", remind(script, "-q", "2027-07-20"))
        self.assertIn("once, Edges (today)", remind(script, "-q", "2027-08-01"))

    def test_hostile_text_runs_nothing(self):
        script = care(self.write(hostile_book()), "2026-11-23", "remind")
        said = remind(script, "-q", "2026-11-23")
        self.assertFalse((self.directory / "owned").exists())
        self.assertIn('[system("touch owned")] %b %% %"x%" [[elisp:(kill-emacs)][x]]', said)
        self.assertIn("ends in a backslash \\", said)


if __name__ == "__main__":
    CARE = sys.argv.pop(1)
    unittest.main()
