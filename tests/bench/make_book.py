#!/usr/bin/env python3
"""Makes the books that care is measured with.

    make_book.py CUSTOMERS [--kind plain|rich|many] [--remind]

prints a sound book of that many customers as TOML: their own tables first, then
a log of touches, the oldest first, as care leaves it behind. `plain` is one touch
each, of whom one in ten is due; `rich` has, with two in five of them, a contact, an
event and notes of several lines besides; `many` is fifty touches each. With
--remind it prints the same birthdays, days of joining and events as a script for
remind(1) instead. The same arguments always give the same text. Everything is made
for TODAY below.
"""

import argparse
import random
import sys
from datetime import date, timedelta

TODAY = date(2026, 11, 23)
MANY = 50
FIRST_NAMES = [
    "Maria", "Ben", "Chloé", "Dmitri", "Eve", "Farid", "Gül", "Hana", "Ivo", "Joan", "Kofi", "Lena",
    "Miguel", "Nora", "Omar", "Petra", "Quentin", "Rosa", "Sven", "Tomás", "Uma", "Viktor", "Wanda",
    "Ximena", "Yusuf", "Zoë"]
FAMILY_NAMES = [
    "Alvarez", "Brown", "Costa", "Dvořák", "Engel", "Fischer", "Gök", "Haldane", "Ito", "Jansen",
    "Kowalski", "Lindqvist", "Marchetti", "Nguyễn", "O'Neil", "Peña", "Quist", "Rossi", "Said",
    "Tran", "Ueda", "Varga", "Weiss", "Young", "Zhang"]
TIERS = {"A": 14, "B": 30, "C": 91}  # days between two touches, more or less
HOWS = ["call", "call", "call", "visit", "email", "email", "text", "meeting"]
HEARD = [
    "walnut interiors are back on the table",
    "the owners meet on December 3",
    "80 guests on Friday, pray for us",
    "all quiet since the new door",
    "daughter starts college in the fall",
    "wants the invoice split in two",
    "the cabins are booked out until Easter",
    "happy with the night crew",
    "thinking about a second car for the garage",
    "moving the office, new address in spring",
    "asked what a yearly inspection would cost",
    "on holiday until the 8th, call after that"]

HEAD = """\
[book]
name = "Saguaro Elevator Service"
started = 2020-01-01
owner = "dana"
value = ["A person answers the phone, 24/7", "97 % of calls fixed on the first visit"]

[policy]
tiers = { A = "2w", B = "1m", C = "3m" }
holidays = ["01-01", "07-04", "4th thu nov", "12-25"]

[[staff]]
id = "dana"
name = "Dana Reyes"

"""


class Customer:
    def __init__(self, number, chance, kind):
        def below(count):
            return int(chance.random() * count)

        first = FIRST_NAMES[below(len(FIRST_NAMES))]
        family = FAMILY_NAMES[below(len(FAMILY_NAMES))]
        self.id = f"c{number:06}"
        self.name = f"{first} {family}"
        self.phone = f"+1 602 555 {number % 10000:04}"
        self.birthday = date(1940, 1, 1) + timedelta(below(65 * 365))
        self.since = date(2015, 1, 1) + timedelta(below(11 * 365))
        self.street = 100 + below(9900)
        self.tier = "ABC"[below(3)]
        self.days = TIERS[self.tier]
        # One in ten is due: the last touch is longer ago than the interval.
        self.quiet = chance.random() * self.days if below(10) else self.days * (1.1 + chance.random())
        self.contact = self.event = None
        self.notes = ""
        if kind == "rich" and below(5) < 2:
            self.contact = (FIRST_NAMES[below(len(FIRST_NAMES))] + " " + family,
                            date(1950, 1, 1) + timedelta(below(50 * 365)))
            self.event = date(2012, 1, 1) + timedelta(below(14 * 365))
            self.notes = "\n".join(HEARD[below(len(HEARD))] for _ in range(1 + below(4)))


def customers(count, kind):
    chance = random.Random(count)
    return [Customer(number, chance, kind) for number in range(count)]


def customer_table(customer):
    text = (f'[[customer]]\nid = "{customer.id}"\nname = "{customer.name}"\n'
            f'phone = "{customer.phone}"\nemail = "{customer.id}@example.com"\n'
            f'address = "{customer.street} Palo Verde Road, Phoenix"\ntags = ["west"]\n'
            f'birthday = {customer.birthday}\n'
            f'since = {customer.since}\ntier = "{customer.tier}"\n')
    if customer.notes:
        text += f'notes = """\n{customer.notes}\n"""\n'
    if customer.contact:
        name, birthday = customer.contact
        text += (f'\n[[customer.contact]]\nname = "{name}"\nrole = "owner"\n'
                 f'birthday = {birthday}\n')
    if customer.event:
        text += f'\n[[customer.event]]\nwhat = "Opening day"\ndate = {customer.event}\n'
    return text + "\n"


def touch_table(customer, days_ago, chance):
    how = HOWS[int(chance.random() * len(HOWS))]
    heard = HEARD[int(chance.random() * len(HEARD))]
    return (f'[[touch]]\ncustomer = "{customer.id}"\non = {TODAY - timedelta(days_ago)}\n'
            f'by = "dana"\nhow = "{how}"\nsaid = "asked how things are"\nheard = "{heard}"\n\n')


def write_book(everybody, touches_each, out):
    out.write(HEAD)
    for customer in everybody:
        out.write(customer_table(customer))
    chance = random.Random(len(everybody) + 1)
    touches = [(int(customer.quiet + customer.days * ago * 1.1), number)
               for number, customer in enumerate(everybody)
               for ago in range(touches_each)]
    for days_ago, number in sorted(touches, reverse=True):
        out.write(touch_table(everybody[number], days_ago, chance))


def write_reminders(everybody, out):
    for customer in everybody:
        out.write(f"REM {customer.birthday:%-d %b} +7 MSG {customer.name}'s birthday %b\n"
                  f"REM {customer.since:%-d %b} +7 MSG {customer.name} joined us %b\n")
        if customer.contact:
            name, birthday = customer.contact
            out.write(f"REM {birthday:%-d %b} +7 MSG {name}'s birthday %b\n")
        if customer.event:
            out.write(f"REM {customer.event:%-d %b} +7 MSG {customer.name}: opening day %b\n")


def main():
    words = argparse.ArgumentParser(description=__doc__,
                                    formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("customers", type=int)
    words.add_argument("--kind", choices=["plain", "rich", "many"], default="plain")
    words.add_argument("--remind", action="store_true")
    options = words.parse_args()
    sys.stdout.reconfigure(encoding="utf-8")
    everybody = customers(options.customers, options.kind)
    if options.remind:
        write_reminders(everybody, sys.stdout)
    else:
        write_book(everybody, MANY if options.kind == "many" else 1, sys.stdout)


if __name__ == "__main__":
    main()
