#!/usr/bin/env python3
"""Makes the books that care is measured with.

    make_book.py CUSTOMERS [--touches few|many] [--remind]

prints a sound book of that many customers as TOML: their own tables first, then
a log of touches, the oldest first, as care leaves it behind. `few` is one or two
touches each, some 300 bytes a customer; `many` is fifty. With --remind it prints
the same birthdays and days of joining as a script for remind(1) instead. The same
arguments always give the same text. Everything is made for TODAY below.
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
    def __init__(self, number, chance):
        def below(count):
            return int(chance.random() * count)

        first = FIRST_NAMES[below(len(FIRST_NAMES))]
        family = FAMILY_NAMES[below(len(FAMILY_NAMES))]
        self.id = f"c{number:06}"
        self.name = f"{first} {family}"
        self.phone = f"+1 602 555 {number % 10000:04}"
        self.birthday = date(1940, 1, 1) + timedelta(below(65 * 365))
        self.since = date(2015, 1, 1) + timedelta(below(11 * 365))
        self.tier = "ABC"[below(3)]
        self.days = TIERS[self.tier]
        self.touches = 1 + below(2)


def customers(count):
    chance = random.Random(count)
    return [Customer(number, chance) for number in range(count)]


def customer_table(customer):
    return (f'[[customer]]\nid = "{customer.id}"\nname = "{customer.name}"\n'
            f'phone = "{customer.phone}"\nbirthday = {customer.birthday}\n'
            f'since = {customer.since}\ntier = "{customer.tier}"\n\n')


def touch_table(customer, days_ago, chance):
    how = HOWS[int(chance.random() * len(HOWS))]
    heard = HEARD[int(chance.random() * len(HEARD))]
    return (f'[[touch]]\ncustomer = "{customer.id}"\non = {TODAY - timedelta(days_ago)}\n'
            f'how = "{how}"\nheard = "{heard}"\n\n')


def write_book(everybody, touches_each, out):
    out.write(HEAD)
    for customer in everybody:
        out.write(customer_table(customer))
    chance = random.Random(len(everybody) + 1)
    touches = [(int(customer.days * (ago + 1.1 * chance.random())), number)
               for number, customer in enumerate(everybody)
               for ago in range(touches_each or customer.touches)]
    for days_ago, number in sorted(touches, reverse=True):
        out.write(touch_table(everybody[number], days_ago, chance))


def write_reminders(everybody, out):
    for customer in everybody:
        out.write(f"REM {customer.birthday:%-d %b} +7 MSG {customer.name}'s birthday %b\n"
                  f"REM {customer.since:%-d %b} +7 MSG {customer.name} joined us %b\n")


def main():
    words = argparse.ArgumentParser(description=__doc__,
                                    formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("customers", type=int)
    words.add_argument("--touches", choices=["few", "many"], default="few")
    words.add_argument("--remind", action="store_true")
    options = words.parse_args()
    sys.stdout.reconfigure(encoding="utf-8")
    everybody = customers(options.customers)
    if options.remind:
        write_reminders(everybody, sys.stdout)
    else:
        write_book(everybody, MANY if options.touches == "many" else None, sys.stdout)


if __name__ == "__main__":
    main()
