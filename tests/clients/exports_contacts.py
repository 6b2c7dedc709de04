"""Has vobject read the cards of care: exports_contacts.py CARE"""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import vobject

from hostile_book import HOSTILE, exported, hostile_book

CARE = ""
BOOK = """
[book]
name = "Tower & Sons"

[[customer]]
id = "acme"
name = "Acme Tower"
phone = "+1 602 555 0101"
email = "front@acme.example"
address = "1 Main St; Suite 2, Phoenix"
notes = "Two lines,\\nthe second"

[[customer.contact]]
name = "Zoë Ødegård of the long-established Cardamom Bakery in Västra Götaland"
role = "facilities"
birthday = "02-29"

[[customer]]
id = "rosa"
name = "Rosa Lindqvist"
call_me = "Rosa"
company = "Lindqvist, Sons; Co"
birthday = 1956-02-29
"""


def export(book, *options):
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "book.toml"
        path.write_bytes(book.encode())
        command = [CARE, "export", "contacts", "--book", path, "--today", "2026-11-23", *options]
        return subprocess.run(command, check=True, capture_output=True).stdout


def cards(book, *options):
    return list(vobject.readComponents(export(book, *options).decode()))


class Contacts(unittest.TestCase):
    def test_an_address_book_shows_what_the_book_says(self):
        for version in "34":
            with self.subTest(version=version):
                acme, zoe, rosa = cards(BOOK, "--vcard", version)
                self.assertEqual(acme.version.value, f"{version}.0")
                self.assertEqual(acme.fn.value, "Acme Tower")
                self.assertEqual(acme.tel.value, "+1 602 555 0101")
                self.assertEqual(acme.email.value, "front@acme.example")
                self.assertEqual(acme.adr.value.street, "1 Main St; Suite 2, Phoenix")
                self.assertEqual(acme.adr.value.city, "")
                self.assertEqual(acme.org.value, ["Acme Tower"])
                self.assertFalse(hasattr(acme, "note"))
                self.assertTrue(zoe.fn.value.startswith("Zoë Ødegård of the long"))
                self.assertTrue(zoe.fn.value.endswith("in Västra Götaland"))
                self.assertEqual(zoe.org.value, ["Acme Tower"])
                self.assertEqual(zoe.title.value, "facilities")
                self.assertEqual(rosa.nickname.value, "Rosa")
                self.assertEqual(rosa.org.value, ["Lindqvist, Sons; Co"])

    def test_birthdays(self):
        _, zoe, rosa = cards(BOOK)
        self.assertEqual((zoe.bday.value, rosa.bday.value), ("--0229", "19560229"))
        _, zoe, rosa = cards(BOOK, "--vcard", "3")
        self.assertEqual((zoe.bday.value, rosa.bday.value), ("1604-02-29", "1956-02-29"))
        self.assertEqual(zoe.bday.params, {"X-APPLE-OMIT-YEAR": ["1604"]})

    def test_notes_are_there_where_they_are_asked_for(self):
        self.assertEqual(cards(BOOK, "--notes")[0].note.value, "Two lines,\nthe second")

    def test_version_3_is_valid_by_the_reader_s_own_rules(self):
        for card in cards(BOOK, "--vcard", "3", "--notes"):
            self.assertTrue(card.validate(raiseException=True))
            self.assertEqual(vobject.readOne(card.serialize()).fn.value, card.fn.value)

    def test_every_card_has_a_uid_that_stays(self):
        uids = [card.uid.value for card in cards(BOOK)]
        self.assertEqual(len(set(uids)), 3)
        changed = BOOK.replace("0101", "9999").replace('call_me = "Rosa"', 'call_me = "R"')
        self.assertEqual([card.uid.value for card in cards(changed, "--vcard", "3")], uids)

    def test_lines_are_those_of_the_standard(self):
        for book in (BOOK, hostile_book()):
            lines = export(book, "--notes").split(b"\r\n")
            self.assertEqual(lines.pop(), b"")
            for line in lines:
                self.assertLessEqual(len(line), 75)
                self.assertNotIn(b"\n", line)
                self.assertNotIn(b"\r", line)
                line.decode()

    def test_hostile_text_stays_text(self):
        for version in "34":
            found = cards(hostile_book(), "--notes", "--vcard", version)
            self.assertEqual(len(found), 2 * len(HOSTILE))
            for i, bad in enumerate(HOSTILE):
                text = exported(bad)
                for card in found[2 * i : 2 * i + 2]:
                    self.assertEqual(card.fn.value, text)
                    self.assertEqual(card.tel.value, text)
                    self.assertEqual(card.note.value, text)
                    self.assertEqual(card.org.value, [text])
                    self.assertEqual(len(list(card.getChildren())), len(set(card.contents)))
                self.assertEqual(found[2 * i].adr.value.street, text)


if __name__ == "__main__":
    CARE = sys.argv.pop(1)
    unittest.main()
