#!/usr/bin/env python3
"""Makes the address books that care import is measured with.

    make_cards.py CARDS [--photos]

prints that many cards (vCard 3.0) as a phone exports them, of some 1,000 bytes each: names,
company, two phones, mail, address, birthday, categories and a note of several lines; with
--photos half of that is a folded photo instead of the longer note. The same arguments always
give the same text.
"""

import argparse
import base64
import random
import sys

GIVEN = ["Maria", "Joe", "Odile", "Amir", "Søren", "Ana", "Bartek", "Yuki", "Zoë", "Luis", "Ines"]
FAMILY = ["Tran", "Müller", "Marchetti", "Haddad", "Lindqvist", "Nowak", "Tanaka", "O'Neill"]
STREETS = ["Main St", "Harbor Rd", "Mill Lane", "Station Sq", "Church Walk"]
WORDS = ("met at the fair asked for a price prefers mornings wants the blue one has two dogs "
         "moved in spring sends friends pays early likes orchids and long rides by the sea "
         "called about the lobby said the roof leaks remember the keys").split()


def folded(line):
    """No line of more than 75 bytes, and none that begins within a letter."""
    out, size = [], 0
    for letter in line:
        length = len(letter.encode())
        if size + length > 75:
            out.append("\r\n ")
            size = 1
        out.append(letter)
        size += length
    return "".join(out) + "\r\n"


def note(dice, words):
    return "\\n".join(" ".join(dice.choice(WORDS) for _ in range(12)) for _ in range(words // 12))


def card(dice, number, has_photo):
    given, family = dice.choice(GIVEN), f"{dice.choice(FAMILY)}-{number:05}"
    company = f"{dice.choice(FAMILY)} {number % 997} Ltd"
    lines = [
        "BEGIN:VCARD", "VERSION:3.0", f"N:{family};{given};;;", f"FN:{given} {family}",
        f"ORG:{company};Sales", "TITLE:Manager",
        f"TEL;type=CELL;type=VOICE;type=pref:+1 602 {number // 10000:03} {number % 10000:04}",
        f"TEL;type=WORK;type=VOICE:+1 541 {number // 10000 + 500:03} {number % 10000:04}",
        f"EMAIL;type=INTERNET;type=WORK;type=pref:person{number}@example.com",
        f"item1.ADR;type=HOME;type=pref:;;{number} {dice.choice(STREETS)};Phoenix;AZ;85001;USA",
        "item1.X-ABADR:us", f"BDAY;value=date:{1930 + number % 70}-{1 + number % 12:02}-"
        f"{1 + number % 28:02}", "CATEGORIES:phone,client", f"UID:{dice.getrandbits(64):016x}",
        "NOTE:" + note(dice, 24 if has_photo else 84)]
    if has_photo:
        lines.append("PHOTO;ENCODING=b;TYPE=JPEG:" +
                     base64.b64encode(dice.getrandbits(8 * 260).to_bytes(260, "big")).decode())
    return "".join(folded(line) for line in [*lines, "END:VCARD"])


def main():
    words = argparse.ArgumentParser(description=__doc__,
                                    formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("cards", type=int)
    words.add_argument("--photos", action="store_true")
    options = words.parse_args()
    dice = random.Random(20261123)
    out = open(sys.stdout.fileno(), "w", encoding="utf-8", newline="", closefd=False)
    for number in range(options.cards):
        out.write(card(dice, number, options.photos))


if __name__ == "__main__":
    main()
