"""Has Python's csv and json read the tables of care: exports_tables.py CARE"""

import csv
import datetime
import io
import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from hostile_book import HOSTILE, exported, hostile_book

CARE = ""
PROJECT = Path(__file__).parent.parent.parent
# What stands in quotes where several have a semicolon between them: tags, and phones and mails.
TAG_ENDS = ";,\n\r"
WAY_ENDS = ";"
SAGUARO = PROJECT / "examples" / "saguaro"


def export(what, book):
    command = [CARE, "export", what, "--all", "--book", book, "--today", "2026-11-23"]
    return subprocess.run(command, check=True, capture_output=True).stdout


def rows(book):
    text = export("csv", book).decode()
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def in_a_list(text, ends):
    """A text as it stands among others in one cell."""
    if not text.startswith('"') and not any(end in text for end in ends):
        return text
    return '"' + text.replace('"', '""') + '"'


class Tables(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.hostile = Path(directory.name) / "book.toml"
        self.hostile.write_bytes(hostile_book().encode())

    def test_both_say_the_same(self):
        for book in (SAGUARO, self.hostile):
            header, *table = rows(book)
            objects = json.loads(export("json", book))
            self.assertEqual(len(table), len(objects))
            for row, found in zip(table, objects):
                self.assertEqual(len(row), len(header))
                self.assertEqual(list(found), header)
                for name, field in zip(header, row):
                    value = found[name]
                    if name == "tags":
                        value = "; ".join(in_a_list(tag, TAG_ENDS) for tag in value)
                    text = "" if value is None else exported(str(value))
                    if str(value).startswith(tuple("=+-@\t\r")):
                        text = "'" + text
                    self.assertEqual(field, text)

    def test_the_columns_are_those_of_the_manual_page(self):
        page = subprocess.run([CARE, "man"], check=True, capture_output=True, text=True).stdout
        section = page.split(".Sh EXPORTS\n")[1].split("\n.Sh ")[0]
        documented = ", ".join(re.findall(r"^\.It (.+)$", section, re.MULTILINE)).split(", ")
        self.assertEqual(rows(SAGUARO)[0], documented)

    def test_values_have_the_type_that_a_data_base_finds(self):
        for found in json.loads(export("json", SAGUARO)):
            for name in ("since", "last_on", "next_on", "next_due"):
                if found[name] is not None:
                    datetime.date.fromisoformat(found[name])
            self.assertIsInstance(found["touches"], int)
            self.assertIsInstance(found["days_late"], (int, type(None)))
            self.assertIsInstance(found["tags"], list)

    def test_it_agrees_with_the_list(self):
        command = [CARE, "list", "--all", "--book", SAGUARO, "--today", "2026-11-23"]
        command += ["--format", "json"]
        listed = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        for found, row in zip(json.loads(export("json", SAGUARO)), listed["customers"], strict=True):
            self.assertEqual(found["id"], row["id"])
            self.assertEqual(found["mood"], row.get("mood"))
            self.assertEqual(found["next_on"], row.get("next"))
            self.assertEqual(found["next_kind"], row.get("item", {}).get("kind"))
            self.assertEqual(found["last_on"], row.get("last", "")[:10] or None)

    def test_hostile_text_stays_text(self):
        header, *table = rows(self.hostile)
        self.assertEqual(len(table), len(HOSTILE))
        for row, bad in zip(table, HOSTILE):
            found = dict(zip(header, row))
            for name in ("name", "phone", "email", "address", "company", "last_heard"):
                text = in_a_list(bad, WAY_ENDS) if name in ("phone", "email") else bad
                self.assertEqual(found[name].removeprefix("'"), exported(text))
            for field in row:
                self.assertFalse(field.startswith(tuple("=+-@\t\r")), field)
        for found, bad in zip(json.loads(export("json", self.hostile)), HOSTILE):
            self.assertEqual(found["name"].replace("\r\n", "\n"), bad.replace("\r\n", "\n"))


if __name__ == "__main__":
    CARE = sys.argv.pop(1)
    unittest.main()
