#!/usr/bin/env python3
"""A second opinion on the agenda: the rules R1-R17, computed once more.

This program reads a customer book and prints the JSON document that `care
today` (or `care agenda`) prints, from the text of the rules alone. It shares
nothing with the C++ program, so where the two disagree, one of them misreads a
rule. It prefers clarity to speed and expects a sound book: problems are not
looked for.

    oracle.py BOOK --now 2026-11-22T08:30 [--owner ID] [--days N | --from A --to B]
              [--tag TAG]... [--only KIND]... [--no-limit]
    oracle.py BOOK --today 2026-11-22
    oracle.py --self-test

The functions stand in the order of the rules, and each names the rule it
follows. `compare.py` sets the two programs side by side over random books.

The program words its advice; here stand the facts behind it, under `facts` of
an entry: what `compare.py` then looks for in `hints` and on the page.
"""

import argparse
import json
import re
import sys
import tomllib
import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

DAY = timedelta(days=1)
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
KINDS = ["emergency", "request", "promise", "birthday", "anniversary", "event", "prepare",
         "thanks", "plan", "no_plan", "follow_up", "unreadable"]
OCCASIONS = {"birthday", "anniversary", "event"}
LAST_MINUTE = time(23, 59)

POLICY_DEFAULTS = {
    "every": "30d",
    "at_most": None,
    "tiers": {"A": "2w", "B": "1m", "C": "3m"},
    "first_contact": "2wd",
    "heads_up": "7d",
    "belated": "7d",
    "leap_day": "02-28",
    "anniversaries": "round",
    "thank_within": "2wd",
    "thank_window": "90d",
    "respond": "4h",
    "solve": "1wd",
    "emergency_respond": "30min",
    "emergency_solve": "4h",
    "retry": "2wd",
    "escalate": None,
    "per_day": 10,
    "wow_every": "1y",
    "workdays": ["mon", "tue", "wed", "thu", "fri"],
    "hours": ["09:00-12:30", "13:30-17:00"],
    "days": {},
    "holidays": [],
}


# ---------------------------------------------------------------------------
# Days, moments, durations
# ---------------------------------------------------------------------------

def day_of(value):
    """The day of a date or a date-time."""
    return value.date() if isinstance(value, datetime) else value


def moment_of(value):
    """A date compared with a moment counts as its 23:59 (section 4, words)."""
    return value if isinstance(value, datetime) else datetime.combine(value, LAST_MINUTE)


def written(value):
    """How a date or a moment stands in the JSON document (section 6)."""
    return value.strftime("%Y-%m-%dT%H:%M") if isinstance(value, datetime) else value.isoformat()


class Duration(NamedTuple):
    """A whole number and one of the units min h d w m y wd."""
    count: int
    unit: str


UNITS = {
    "min": "min", "minute": "min", "minutes": "min",
    "h": "h", "hour": "h", "hours": "h",
    "d": "d", "day": "d", "days": "d",
    "w": "w", "week": "w", "weeks": "w",
    "m": "m", "month": "m", "months": "m",
    "y": "y", "year": "y", "years": "y",
    "wd": "wd", "working day": "wd", "working days": "wd",
}


def duration(text):
    """Section 2: `30d`, `2 wd`, `3 working days`."""
    found = re.fullmatch(r"\s*(\d+)\s*([a-z ]+?)\s*", text)
    return Duration(int(found[1]), UNITS[" ".join(found[2].split())])


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year, month):
    return (date(year + month // 12, month % 12 + 1, 1) - DAY).day


def plus_months(day, count):
    """R2: the day of the month is kept, clamped to the month's end."""
    years, month = divmod(day.month - 1 + count, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, month_length(year, month)))


def easter(year):
    """Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * l) // 451
    month, day = divmod(h + l - 7 * m + 114, 31)
    return date(year, month, day + 1)


def month_day(text):
    """The month and the day of "MM-DD"."""
    return int(text[:2]), int(text[3:])


# ---------------------------------------------------------------------------
# R1 and R2: working days and adding
# ---------------------------------------------------------------------------

class WorkCalendar:
    """Which days and hours are worked, and adding durations on that ground."""

    def __init__(self, policy):
        hours = policy["hours"]
        if isinstance(hours, dict):                       # then workdays are its keys
            self._windows = {WEEKDAYS.index(name): self._read_windows(texts)
                             for name, texts in hours.items()}
        else:
            self._windows = {WEEKDAYS.index(name): self._read_windows(hours)
                             for name in policy["workdays"]}
        self._own_hours = {date.fromisoformat(day): self._read_windows(texts)
                           for day, texts in policy["days"].items()}
        self._holidays = policy["holidays"]
        self._known = {}

    @staticmethod
    def _read_windows(texts):
        """Windows as pairs of minutes of the day, in order; 24:00 is 1440.

        One over midnight ("22:00-06:00") is one window, of the day on which it
        opens, and closes past 1440.
        """
        def minutes(text):
            hour, minute = text.strip().split(":")
            return int(hour) * 60 + int(minute)

        def window(text):
            opens, closes = (minutes(end) for end in text.split("-"))
            return opens, closes if closes > opens else closes + 24 * 60
        return sorted(window(text) for text in texts)

    @staticmethod
    def _falls_on(holiday, day):
        """Whether one entry of `holidays` covers this day."""
        if isinstance(holiday, date):
            return holiday == day
        if isinstance(holiday, dict):
            return holiday["from"] <= day <= holiday["to"]
        if re.fullmatch(r"\d\d-\d\d", holiday):
            return month_day(holiday) == (day.month, day.day)
        if holiday.startswith("easter"):
            offset = holiday[len("easter"):].replace(" ", "")
            return day == easter(day.year) + int(offset or "0") * DAY
        which, weekday, month = holiday.split()
        if (day.weekday(), day.month) != (WEEKDAYS.index(weekday), MONTHS.index(month) + 1):
            return False
        if which == "last":
            return (day + 7 * DAY).month != day.month
        return (day.day - 1) // 7 + 1 == int(which[0])

    def is_workday(self, day):
        """R1: a day in `workdays` that is no holiday; one in `days` exactly if it has hours."""
        if day in self._own_hours:
            return bool(self._own_hours[day])
        if day not in self._known:
            self._known[day] = bool(self._windows.get(day.weekday())) and not any(
                self._falls_on(holiday, day) for holiday in self._holidays)
        return self._known[day]

    def before(self, day):
        """R1: the nearest working day on or before this one."""
        while not self.is_workday(day):
            day -= DAY
        return day

    def after(self, day):
        """R1: the nearest working day on or after this one."""
        while not self.is_workday(day):
            day += DAY
        return day

    def windows(self, day):
        """The windows that open on this day."""
        if day in self._own_hours:
            return self._own_hours[day]
        return self._windows[day.weekday()] if self.is_workday(day) else []

    @staticmethod
    def at(day, minute):
        """Where a window opens or closes, as a moment; R2: 24:00 is written 23:59."""
        if minute == 24 * 60:
            return datetime.combine(day, LAST_MINUTE)
        return datetime.combine(day, time(0)) + timedelta(minutes=minute)

    def spans_from(self, moment):
        """Every stretch of working time from a moment on: (begin, end, end as it is written)."""
        day = moment.date() - DAY                         # last night's window may still be open
        while True:
            midnight = datetime.combine(day, time(0))
            for opens, closes in self.windows(day):
                begin = max(moment, midnight + timedelta(minutes=opens))
                end = midnight + timedelta(minutes=closes)
                if end > begin:
                    yield begin, end, self.at(day, closes)
            day += DAY

    def opening(self, day):
        """Where the day's first window opens, 09:00 where it has none (section 0, R7)."""
        windows = self.windows(day)
        return self.at(day, windows[0][0] if windows else 9 * 60)

    def closing(self, day):
        """Where the day's last window ends, 23:59 where it has none (R7)."""
        windows = self.windows(day)
        return self.at(day, windows[-1][1] if windows else 24 * 60)

    def add(self, day, length, sign=1):
        """R2 on days: day + length, or day - length with sign -1."""
        count, unit = length
        if unit == "d":
            return day + sign * count * DAY
        if unit == "w":
            return day + sign * count * 7 * DAY
        if unit == "m":
            return plus_months(day, sign * count)
        if unit == "y":
            return plus_months(day, sign * count * 12)
        assert unit == "wd", "min and h do not add to a day"
        while count > 0:                                  # counts from the next day
            day += sign * DAY
            count -= self.is_workday(day)
        return day

    def subtract(self, day, length):
        return self.add(day, length, -1)

    def add_working_minutes(self, moment, count):
        """R2: time that runs through `hours` only; the closing minute still counts."""
        left = timedelta(minutes=count)
        for begin, end, as_written in self.spans_from(moment):
            if left <= end - begin:
                return as_written if left == end - begin else begin + left
            left -= end - begin

    def working_minutes(self, start, stop):
        """The working time from one moment to another, in minutes."""
        total = timedelta(0)
        for begin, end, _ in self.spans_from(start):
            if begin >= stop:
                return total // timedelta(minutes=1)
            total += min(end, stop) - begin

    def deadline(self, asked_day, start, length, real_time):
        """R7 and section 2: where a respond or solve time ends.

        `start` is the moment that the clock starts; n wd counts from the day
        asked and ends with that day's last window; d w m y keep the clock time.
        """
        count, unit = length
        if unit in ("min", "h"):
            minutes = count * (60 if unit == "h" else 1)
            if real_time:
                return start + timedelta(minutes=minutes)
            return self.add_working_minutes(start, minutes)
        if unit == "wd":
            return self.closing(self.add(asked_day, length))
        return datetime.combine(self.add(start.date(), length), start.time())


# ---------------------------------------------------------------------------
# Section 2: the book
# ---------------------------------------------------------------------------

class Record(dict):
    """One table of the book. Keys read as attributes; an absent key is None.

    `place` is its number among the tables of its kind: the file order.
    """

    def __init__(self, table, place):
        super().__init__(table)
        self.place = place

    def __getattr__(self, key):
        return self.get(key)

    @property
    def day(self):
        return day_of(self["on"])

    # What touches say by default.

    @property
    def was_reached(self):
        return self.get("reached", True)

    @property
    def is_ours(self):
        return self.get("from", "us") == "us"

    @property
    def greetings(self):
        marks = self.get("greeted", [])
        return {fold(mark) for mark in ([marks] if isinstance(marks, str) else marks)}

    @property
    def plans(self):
        names = self.get("plan", [])
        return {fold(name) for name in ([names] if isinstance(names, str) else names)}


def plain(text):
    """A text as it is compared: composed (NFC), without invisible characters."""
    visible = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    return unicodedata.normalize("NFC", visible)


def fold(text):
    """The same, letter case aside, ASCII."""
    return plain(text).encode().lower().decode()


def first_of(value):
    """Section 2: several phones or mails, of which the first is the one to use."""
    return value[0] if isinstance(value, list) else value


class Customer(Record):
    """A customer with everything recorded about it, each list in file order."""

    def __init__(self, table, place):
        super().__init__(table, place)
        self.contacts = [Record(t, n) for n, t in enumerate(self.get("contact", []))]
        self.events = [Record(t, n) for n, t in enumerate(self.get("event", []))]
        self.own_plans = [Record(t, n) for n, t in enumerate(self.get("plan", []))]
        self.purchases, self.touches, self.requests = [], [], []
        self.promises, self.snoozes, self.readies = [], [], []
        self.referrals = []                               # customers that name this one

    @property
    def standing(self):
        return self.get("status", "active")


def as_learned(document, today):
    """people.md: the document as of a day, with what was learned laid over the customers.

    A [[contact]], [[event]] or [[plan]] of a customer stands at the end of their own, always. A [[fact]]
    replaces values from its day on, the latest by day, then file order; `likes` are added. A mood
    of a day of its own is kept for R5, as `learned_moods`.
    """
    def since(fact):
        return day_of(fact["on"]) if "on" in fact else date.min

    customers = []
    for table in document.get("customer", []):
        def own(kind):
            return [dict(r) for r in document.get(kind, []) if r.get("customer") == table["id"]]
        now = {**table, "learned_moods": []}
        for kind in ("contact", "event", "plan"):
            now[kind] = [dict(t) for t in table.get(kind, [])] + own(kind)
        for fact in sorted(own("fact"), key=since):
            if since(fact) > today:
                break
            whom = now
            if "contact" in fact:
                whom = next(c for c in now["contact"] if c["name"] == fact["contact"])
            for key, value in fact.items():
                if key == "likes":
                    whom[key] = whom.get(key, []) + value
                elif key == "mood" and "on" in fact:
                    now["learned_moods"].append((since(fact), value))
                elif key not in ("customer", "contact", "on", "by", "notes"):
                    whom[key] = value
        customers.append(now)
    of_book = [plan for plan in document.get("plan", []) if "customer" not in plan]
    return {**document, "customer": customers, "plan": of_book}


class Book:
    """What the files say, with defaults filled in and records at their customers."""

    def as_of(self, today):
        """The same with what was learned by that day."""
        if today not in self.learned:
            self.learned[today] = Book(as_learned(self.document, today))
        return self.learned[today]

    def __init__(self, document):
        self.document, self.learned = document, {}
        head = document.get("book", {})
        self.name = head.get("name")
        self.started = head.get("started")
        self.owner = head.get("owner")
        self.value = head.get("value", [])
        self.policy = {**POLICY_DEFAULTS, **document.get("policy", {})}
        self.calendar = WorkCalendar(self.policy)
        self.staff = {s["id"]: Record(s, n) for n, s in enumerate(document.get("staff", []))}
        self.plans = [Record(t, n) for n, t in enumerate(document.get("plan", []))]
        self.customers = [Customer(t, n) for n, t in enumerate(document.get("customer", []))]
        self.by_id = {customer.id: customer for customer in self.customers}
        for kind, home in [("purchase", "purchases"), ("touch", "touches"),
                           ("request", "requests"), ("promise", "promises"),
                           ("snooze", "snoozes"), ("ready", "readies")]:
            for place, table in enumerate(document.get(kind, [])):
                if table["customer"] in self.by_id:
                    record = Record(table, place)
                    getattr(self.by_id[table["customer"]], home).append(record)
        for customer in self.customers:
            if customer.referred_by in self.by_id:
                self.by_id[customer.referred_by].referrals.append(customer)

    def length(self, key):
        return duration(self.policy[key])


STRING_COMMENT_OR_MOMENT = re.compile(
    r'''"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\#[^\n]*'''
    r'''|(?P<moment>\d{4}-\d\d-\d\d[T ]\d\d:\d\d)(?![:\d])''', re.DOTALL)


def parse(text):
    """TOML 1.0, and times without seconds as TOML 1.1 has them (section 2)."""
    return tomllib.loads(STRING_COMMENT_OR_MOMENT.sub(
        lambda found: found[0] + (":00" if found["moment"] else ""), text))


def read_book(path):
    """Section 1: a file, or every *.toml directly in a directory, by byte order of name."""
    path = Path(path)
    if not path.is_dir():
        return Book(parse(path.read_text(encoding="utf-8")))
    merged = {}
    for file in sorted(path.glob("*.toml"), key=lambda f: f.name.encode()):
        if file.name[0] in ".#":
            continue
        for key, value in parse(file.read_text(encoding="utf-8")).items():
            merged[key] = merged.get(key, []) + value if isinstance(value, list) else value
    return Book(merged)


def is_here(contact, today):
    """Section 2: who has `left` is gone from that day on."""
    return not (contact.left and contact.left <= today)


def touches_until(customer, today):
    """The touches that have happened, ordered by day, then file order (section 4, words)."""
    return sorted((t for t in customer.touches if t.day <= today), key=lambda t: (t.day, t.place))


def last_reached(customer, today):
    """R4's `last`: the latest reached touch on or before today, in either direction."""
    reached = [t for t in touches_until(customer, today) if t.was_reached]
    return reached[-1] if reached else None


# ---------------------------------------------------------------------------
# Items
# ---------------------------------------------------------------------------

@dataclass
class Item:
    """One thing to do. `source` and `order` tell it from its like (R16, R10)."""
    kind: str
    when: str
    due: object
    act: date
    days_late: int = 0
    cls: int = 0
    source: tuple = ()
    order: tuple = ()
    what: str = None
    person: str = None
    years: int = None
    id: str = None
    ratio: Fraction = None
    base: date = None
    after_care: bool = False
    too_late: bool = False        # by more than half an interval (R4), or beyond at_most
    beyond: bool = False          # at_most has passed (R4): never capped
    cause: str = None
    refused: bool = False         # its offer (R7)
    waiting: str = None           # for this, from them (R7)
    plan: str = None              # the name of a plan of the book (R17)
    step: int = None
    steps: int = None
    cannot_wait: bool = False     # it began with an emergency or a strained touch (R17)

    @property
    def coming(self):
        return self.when == "coming"

    def document(self):
        fields = {"kind": self.kind, "class": self.cls, "when": self.when,
                  "due": written(self.due), "act": written(self.act),
                  "days_late": self.days_late,
                  "ratio": None if self.ratio is None else float(self.ratio),
                  "what": self.what, "person": self.person, "years": self.years, "id": self.id,
                  "plan": self.plan, "step": self.step, "steps": self.steps}
        return {key: value for key, value in fields.items() if value is not None}


def days_past(today, day):
    """Calendar days past, 0 if none."""
    return max(0, (today - day).days)


# ---------------------------------------------------------------------------
# R3: occasions and what to prepare for them
# ---------------------------------------------------------------------------

@dataclass
class Occurrence:
    """One birthday, anniversary or event on the day it falls."""
    kind: str
    day: date
    source: tuple                 # ("customer",), ("contact", n) or ("event", n)
    act: date
    first: date                   # visible and greetable from here …
    final: date                   # … through here
    person: str = None
    what: str = None
    years: int = None
    gone_from: date = None        # `left` or `until`
    prepare: Duration = None

    @property
    def is_own_birthday(self):
        return self.kind == "birthday" and self.source == ("customer",)


def day_in_year(year, month, day, leap_day):
    """R3: 29 February falls on `leap_day` in common years; never skipped."""
    if (month, day) == (2, 29) and not is_leap(year):
        month, day = month_day(leap_day)
    return date(year, month, day)


def occurrences(book, customer, today):
    """R3: every occurrence that exists in the years around today."""
    calendar, policy = book.calendar, book.policy
    leap_day = customer.leap_day or policy["leap_day"]
    years_around = range(today.year - 3, today.year + 4)
    found = []

    def occurrence(kind, day, source, *, heads_up="", belated="", gone_from=None, **facts):
        if book.started and day < book.started:
            return                                        # does not exist
        if gone_from and day >= gone_from:
            return
        act = calendar.before(day)
        if (day - act).days > 7:
            act = day
        first = calendar.subtract(day, duration(heads_up or policy["heads_up"]))
        final = calendar.add(day, duration(belated or policy["belated"]))
        found.append(Occurrence(kind, day, source, act, min(first, act), final,
                                gone_from=gone_from, **facts))

    def birthdays(person, source, name):
        born = person.birthday
        if born is None:
            return
        month, day = month_day(born) if isinstance(born, str) else (born.month, born.day)
        for year in years_around:
            years = None if isinstance(born, str) else year - born.year
            if years is None or years >= 1:               # none in the year of birth
                occurrence("birthday", day_in_year(year, month, day, leap_day), source,
                           person=name, years=years, gone_from=person.left)

    birthdays(customer, ("customer",), customer.name)
    for contact in customer.contacts:
        birthdays(contact, ("contact", contact.place), contact.name)

    since, choice = customer.since, policy["anniversaries"]
    for year in years_around if since and choice != "none" else []:
        years = year - since.year
        if years >= 1 and (choice == "all" or years == 1 or years % 5 == 0):
            day = day_in_year(year, since.month, since.day, leap_day)
            occurrence("anniversary", day, ("customer",), years=years)

    for event in customer.events:
        source = ("event", event.place)
        facts = {"what": event.what, "gone_from": event.until, "heads_up": event.heads_up,
                 "prepare": duration(event.prepare) if event.prepare else None}
        if not event.get("yearly", True):
            occurrence("event", event.date, source, belated=event.belated or "0d", **facts)
            continue
        known = not isinstance(event.date, str)
        month, day = (event.date.month, event.date.day) if known else month_day(event.date)
        for year in years_around:
            years = year - event.date.year if known else None
            if known and years < 0:                       # from their own date on
                continue
            occurrence("event", day_in_year(year, month, day, leap_day), source,
                       belated=event.belated, years=years or None, **facts)
    return found


def names(touch, occurrence, all_occurrences):
    """R3: whether what the touch `greeted` means this occurrence."""
    if not occurrence.first <= touch.day <= occurrence.final:
        return False
    if occurrence.kind != "birthday":
        named = occurrence.what if occurrence.kind == "event" else "anniversary"
        return fold(named) in touch.greetings
    if "birthday" not in touch.greetings:
        return False
    if touch.contact:
        return not occurrence.is_own_birthday and plain(occurrence.person) == plain(touch.contact)
    own_was_visible = any(o.is_own_birthday and o.first <= touch.day <= o.final
                          for o in all_occurrences)
    return occurrence.is_own_birthday == own_was_visible


def is_prepared(book, customer, occurrence, today):
    """R3: a [[ready]] counts when D - 1y < on <= D and its `what` names the event."""
    return any(book.calendar.subtract(occurrence.day, Duration(1, "y")) < ready.day
               <= min(occurrence.day, today) and fold(ready.what) == fold(occurrence.what)
               for ready in customer.readies)


def occasion_items(book, customer, today):
    """R3: the occasions visible today, and what is to be prepared for them."""
    calendar, items = book.calendar, []
    existing = occurrences(book, customer, today)
    touches = touches_until(customer, today)
    for o in existing:
        if o.gone_from and today >= o.gone_from:
            continue
        if any(names(touch, o, existing) for touch in touches):
            continue
        identity = (o.source, o.day)
        if o.first <= today <= o.final:
            when = "coming" if today < o.act else "today" if today <= o.day else "overdue"
            items.append(Item(o.kind, when, o.day, o.act, days_past(today, o.day),
                              source=identity, order=o.source[1:], person=o.person,
                              what=o.what, years=o.years))
        if o.prepare is not None and today <= o.day and not is_prepared(book, customer, o, today):
            due = calendar.subtract(o.day, o.prepare)
            act = calendar.before(due)
            if act <= today:
                when = "today" if today <= due else "overdue"
                items.append(Item("prepare", when, due, act, days_past(today, due),
                                  source=identity, order=o.source[1:], what=o.what))
    return items


# ---------------------------------------------------------------------------
# R4: follow-ups
# ---------------------------------------------------------------------------

def own_never(customer):
    return customer.every is not None and customer.every.strip() == "never"


def interval_of(book, customer):
    """R4: customer.every, else its tier's, else policy.every; None for "never"."""
    text = customer.every or tier_of(book, customer).get("every") or book.policy["every"]
    return None if text.strip() == "never" else duration(text)


def tier_of(book, customer):
    """Its tier as a table; empty where it has none."""
    tier = book.policy["tiers"].get(customer.tier, {})
    return {"every": tier} if isinstance(tier, str) else tier


def at_most_of(book, customer):
    """R4 (planned.md): from the level that gives the interval, or a nearer one; or None."""
    text = customer.at_most
    if not text and not customer.every:
        tier = tier_of(book, customer)
        text = tier.get("at_most") if tier else book.policy["at_most"]
    return text and duration(text)


def follow_up_item(book, customer, today):
    """R4: the one follow-up of a customer, also while it is coming; None if none."""
    calendar, started = book.calendar, book.started
    last = last_reached(customer, today)
    strained = is_strained(customer, today)
    interval = interval_of(book, customer)

    beginnings = [day for day in (customer.since, customer.added, started) if day]
    base = last.day if last else max(beginnings) if beginnings else today

    due = act = None
    after_care = False
    interval_days = 30
    if interval:
        interval_days = (calendar.add(base, interval) - base).days
        if last and strained:
            due = max(base + interval_days // 2 * DAY, calendar.add(base, Duration(1, "wd")))
            act = calendar.before(due)
        elif last:
            due = calendar.add(base, interval)
            act = calendar.after(due)
        elif beginnings:
            due = calendar.add(base, book.length("first_contact"))
            act = calendar.after(due)
        else:
            due = act = today

    for ended in ends_of_emergencies(book, customer, today):
        if last is None or last.day <= ended:
            cared_by = calendar.add(ended, Duration(2, "wd"))
            if due is None or cared_by < due:
                due = act = cared_by
                after_care = True
    if due is None:
        return None

    when = "coming" if today < act else "today" if today == act else "overdue"
    floors = [day for day in (started, customer.added) if day]
    days_late = days_past(today, max([act, *floors]))
    ratio = Fraction(days_late, interval_days)
    if not last and not floors:
        ratio = min(ratio, Fraction(1))
    too_late, beyond = days_late * 2 > interval_days, False
    at_most = at_most_of(book, customer)
    if at_most and (last or beginnings):
        too_late = beyond = today > calendar.add(max([base, *floors]), at_most)
    return Item("follow_up", when, due, act, days_late, ratio=ratio, base=base,
                after_care=after_care, too_late=too_late, beyond=beyond)


def attempts_since_last(customer, today):
    """R4: the touches that reached nobody, from us, on a later day than `last`."""
    last = last_reached(customer, today)
    return [t for t in touches_until(customer, today)
            if not t.was_reached and t.is_ours and (last is None or t.day > last.day)]


def is_waiting(book, customer, today):
    """R4: an attempt on a later day than `last` makes the follow-up wait for `retry`."""
    attempts = attempts_since_last(customer, today)
    return bool(attempts) and today < book.calendar.add(attempts[-1].day, book.length("retry"))


CHANNELS = {"call": "phone", "text": "phone", "video": "phone", "email": "email",
            "letter": "address", "visit": "address", "gift": "address"}


def other_ways(customer, today):
    """R4: from the third attempt on, the channels on file not tried; None before it."""
    attempts = attempts_since_last(customer, today)
    if len(attempts) < 3:
        return None
    people = [customer, *(c for c in customer.contacts if is_here(c, today))]
    return [channel for channel in ("phone", "email", "address")
            if any(person.get(channel) for person in people)
            and all(CHANNELS.get(attempt.how) != channel for attempt in attempts)]


def silence(customer, today):
    """R4, "heard nothing since": the days between which the silence began, or None.

    The last three reached touches are all from us by email, letter or text and
    without `heard`. It began after the latest touch before this row that was
    otherwise, or with the row.
    """
    reached = [t for t in touches_until(customer, today) if t.was_reached]

    def is_silent(touch):
        return touch.is_ours and touch.how in ("email", "letter", "text") and not touch.heard

    if len(reached) < 3 or not all(is_silent(touch) for touch in reached[-3:]):
        return None
    heard = [touch.day for touch in reached if not is_silent(touch)]
    return (heard or [reached[0].day])[-1], reached[-3].day


def no_plan_item(book, customer, today):
    """R10, fine print of R4: the customer's own "never" without `because` and without an own plan
    that is open."""
    if (own_never(customer) and customer.because is None
            and not any(own_occurrence(book, own, customer, today) for own in customer.own_plans)):
        return Item("no_plan", "today", today, today)
    return None


# ---------------------------------------------------------------------------
# R5: mood
# ---------------------------------------------------------------------------

def strained_state(customer, today):
    """R5: whether the customer is strained, and the day of the first strained touch of that state.

    Strained sets the state; two in a row, reached and not strained, end it. A mood that was
    learned sets it on its day, before that day's touches; the row begins anew. A state that none
    but the customer's table or a learned mood began has no such day.
    """
    strained, first, in_a_row = customer.mood == "strained", None, 0
    learned = [(day, mood) for day, mood in customer.learned_moods or [] if day <= today]

    def learn(until):
        nonlocal strained, first, in_a_row
        while learned and learned[0][0] <= until:
            strained, in_a_row = learned.pop(0)[1] == "strained", 0
            first = first if strained else None

    for touch in touches_until(customer, today):
        learn(touch.day)
        if touch.mood is None:
            continue
        if touch.mood == "strained":
            strained, first, in_a_row = True, first or touch.day, 0
        else:
            in_a_row = in_a_row + 1 if touch.was_reached else 0
            if in_a_row >= 2:
                strained, first = False, None
    learn(today)
    return strained, first


def is_strained(customer, today):
    return strained_state(customer, today)[0]


# ---------------------------------------------------------------------------
# R6: promises
# ---------------------------------------------------------------------------

def id_of(record, key):
    """Section 2: a request or promise without an id is `<customer>-<its date>`."""
    return record.id or f"{record.customer}-{day_of(record[key]).isoformat()}"


def has_been_made(promise, today):
    return promise.made is None or day_of(promise.made) <= today


def promise_items(book, customer, now):
    """R6: the open promises, from 7 days before act; a moment is due to the minute."""
    items, today = [], now.date()
    kept_by_touch = {t.promise for t in touches_until(customer, today)}
    for promise in customer.promises:
        name = id_of(promise, "due")
        is_replaced = any(other is not promise and other.replaces == name
                          and has_been_made(other, today) for other in customer.promises)
        is_kept = promise.kept is not None and day_of(promise.kept) <= today
        if not has_been_made(promise, today) or is_kept or is_replaced or name in kept_by_touch:
            continue
        due = promise.due
        act = book.calendar.before(day_of(due))
        if today < act - 7 * DAY:
            continue
        when = "coming" if today < act else "today" if now <= moment_of(due) else "overdue"
        items.append(Item("promise", when, due, act, days_past(today, day_of(due)), id=name,
                          what=promise.what, source=(promise.place,), order=(promise.place,)))
    return items


# ---------------------------------------------------------------------------
# R7: requests
# ---------------------------------------------------------------------------

@dataclass
class Offer:
    """An alternative that was offered, and the answer that stands."""
    day: date
    what: str
    answer: str = None
    answered_on: date = None
    answered_at: int = None       # its place among what was done about the request


@dataclass
class RequestState:
    """How a request stands at the end of a day."""
    answered: bool = False
    offers: list = field(default_factory=list)
    waiting: Record = None        # the touch by which we wait for something from them
    waits: list = field(default_factory=list)             # (from, to): waits that are over
    ended_on: date = None
    ending: str = None            # done, withdrawn or alternative

    @property
    def offer(self):
        """The offer that counts."""
        return self.offers[-1] if self.offers else None


def state_of(customer, request, today):
    """R7: what the touches that name a request, and its own `closed`, have made of it."""
    state = RequestState()
    endings = []                  # (place among the steps, day, outcome)
    waits_since = None
    mine = [t for t in touches_until(customer, today) if t.request == id_of(request, "asked")]

    # Its own closing comes before the touches of that day.
    steps = [(touch.day, 1, touch) for touch in mine]
    if request.closed is not None and day_of(request.closed) <= today:
        steps.append((day_of(request.closed), 0, request))
    steps.sort(key=lambda s: s[:2])                       # stable: file order stays
    for place, (day, is_touch, step) in enumerate(steps):
        if step.outcome in ("done", "withdrawn"):
            endings.append((place, day, step.outcome))
        if step.outcome == "alternative" and step.offered:
            state.offers.append(Offer(day, step.offered))
        if step.answer and state.offers:                  # the word on the last offer;
            state.offer.answer = step.answer              # a later one replaces an earlier
            state.offer.answered_on, state.offer.answered_at = day, place

        # Waiting: never for emergencies, nor once something was offered.
        waits_on = (is_touch and step.is_ours and step.waiting and not state.offers
                    and not request.urgent)
        if waits_on:
            waits_since = waits_since or step["on"]
            state.waiting = step                          # asked again: from that day on
        elif state.waiting and (is_touch or state.offers):
            ended = step["on"] if is_touch else step.closed
            state.waits.append((moment_of(waits_since), moment_of(ended)))
            state.waiting = waits_since = None

    state.answered = bool(state.offers or state.waiting) or any(
        t.was_reached and t.is_ours for t in mine)
    endings += [(o.answered_at, o.answered_on, "alternative")
                for o in state.offers if o.answer == "accepted"]
    if endings:
        _, state.ended_on, state.ending = min(endings)
    return state


def target_of(book, request, state):
    """R7: the moment by which the next step of an open request is due."""
    calendar = book.calendar
    urgent = bool(request.urgent)
    asked_day = day_of(request.asked)
    if isinstance(request.asked, datetime):
        clock_starts = request.asked
    elif urgent:
        clock_starts = calendar.opening(asked_day)
    else:
        clock_starts = calendar.opening(calendar.after(asked_day))

    prefix = "emergency_" if urgent else ""
    respond_by = calendar.deadline(asked_day, clock_starts, book.length(prefix + "respond"), urgent)
    if request.due is None:
        solve_by = calendar.deadline(asked_day, clock_starts, book.length(prefix + "solve"), urgent)
        waited = sum(calendar.working_minutes(*wait) for wait in state.waits)
        if waited:                                        # our clock stood still meanwhile
            solve_by = calendar.add_working_minutes(solve_by, waited)
    elif isinstance(request.due, datetime):
        solve_by = request.due
    else:
        solve_by = calendar.closing(request.due)

    if state.offer and state.offer.answer == "refused":
        return min(solve_by, calendar.closing(state.offer.answered_on))
    if state.offer:
        if urgent:
            return solve_by
        return calendar.closing(calendar.add(state.offer.day, Duration(3, "wd")))
    if state.waiting:
        return calendar.closing(calendar.add(state.waiting.day, Duration(3, "wd")))
    return solve_by if state.answered else min(respond_by, solve_by)


def request_items(book, customer, now):
    """R7: every open request is on every agenda until it ends."""
    items, today = [], now.date()
    for request in customer.requests:
        if day_of(request.asked) > today:
            continue
        state = state_of(customer, request, today)
        if state.ended_on:
            continue
        target = target_of(book, request, state)
        act = book.calendar.before(target.date())
        refused = bool(state.offer) and state.offer.answer == "refused"
        if refused or now > target:
            when = "overdue"
        elif state.answered and not request.urgent and today < act:
            when = "coming"
        else:
            when = "today"
        items.append(Item("emergency" if request.urgent else "request", when, target, act,
                          days_past(today, target.date()), id=id_of(request, "asked"),
                          what=request.what, source=(request.place,), order=(request.place,),
                          refused=refused,
                          waiting=state.waiting.waiting if state.waiting else None))
    return items


def offers_in_the_air(customer, today):
    """R11: what was offered and waits for their word."""
    states = [state_of(customer, request, today) for request in customer.requests
              if day_of(request.asked) <= today]
    return [state.offer.what for state in states
            if not state.ended_on and state.offer and state.offer.answer is None]


def has_open_emergency(book, customer, now):
    return any(item.kind == "emergency" for item in request_items(book, customer, now))


def ends_of_emergencies(book, customer, today):
    """The days on which emergencies of this customer ended."""
    states = [state_of(customer, request, today) for request in customer.requests
              if request.urgent and day_of(request.asked) <= today]
    return [state.ended_on for state in states if state.ended_on]


# ---------------------------------------------------------------------------
# R8: thanks
# ---------------------------------------------------------------------------

@dataclass
class Gratitude:
    """A purchase or a referral that nobody has said thanks for."""
    day: date
    source: tuple
    cause: str
    what: str


def was_thanked(customer, day, today):
    """R8: a reached touch carrying `thanked` on or after this day."""
    return any(t.was_reached and t.thanked is not None and t.day >= day
               for t in touches_until(customer, today))


def is_recent(book, day, today):
    """At most thank_window old."""
    return day <= today <= book.calendar.add(day, book.length("thank_window"))


def latest_gratitude(book, customer, today):
    """R8: the latest purchase or referral to say thanks for; of one day, the referral."""
    found = [((purchase.day, 0, purchase.place),
              Gratitude(purchase.day, ("purchase", purchase.place),
                        f"purchase:{purchase.what}", purchase.what))
             for purchase in customer.purchases]
    found += [((other.since, 1, other.place),
               Gratitude(other.since, ("referral", other.place), f"referral:{other.id}",
                         other.name))
              for other in customer.referrals if other is not customer and other.since]
    standing = [(rank, gratitude) for rank, gratitude in found
                if is_recent(book, gratitude.day, today)
                and not (book.started and gratitude.day < book.started)
                and not was_thanked(customer, gratitude.day, today)]
    return max(standing, key=lambda pair: pair[0])[1] if standing else None


def thanks_item(book, customer, today):
    gratitude = latest_gratitude(book, customer, today)
    if gratitude is None:
        return None
    due = book.calendar.add(gratitude.day, book.length("thank_within"))
    return Item("thanks", "today" if today <= due else "overdue", due, due,
                days_past(today, due), what=gratitude.what, source=gratitude.source,
                cause=gratitude.cause)


# ---------------------------------------------------------------------------
# R17: plans
# ---------------------------------------------------------------------------

def does(touch, name):
    """Only a reached touch from us does a plan's step."""
    return touch.was_reached and touch.is_ours and fold(name) in touch.plans


def plan_fits(plan, customer):
    return ((not plan.tiers or customer.tier in plan.tiers)
            and (not plan.tags or bool(set(plan.tags) & set(customer.tags or []))))


def starts_of(book, plan, customer, today):
    """The days on which a course of the plan may begin, in order."""
    if plan.starts == "new":
        days = [customer.since] if customer.since else []
    elif plan.starts == "purchase":
        days = [purchase.day for purchase in customer.purchases]
    elif plan.starts == "emergency":
        days = ends_of_emergencies(book, customer, today)
    else:
        first = strained_state(customer, today)[1]
        days = [first] if first else []
    return sorted(day for day in days if day <= today and day >= plan["from"]
                  and not (book.started and day < book.started))


def done_steps(plan, customer, start, before):
    """The days on which steps of the course from `start` were done, by touches before a day."""
    days = []
    for touch in touches_until(customer, before - DAY):
        if plan.ends_on_reply and not touch.is_ours and touch.day > start:
            break                                         # over, whatever follows that day
        if touch.day >= start and does(touch, plan.name):
            days.append(touch.day)
    return days[:len(plan.steps)]


def replied(plan, customer, start, before):
    """The day of the contact from them that ends the course, before a day; None without."""
    if not plan.ends_on_reply:
        return None
    days = [touch.day for touch in touches_until(customer, before - DAY)
            if not touch.is_ours and touch.day > start]
    return min(days) if days else None


def course_of(book, plan, customer, today):
    """Where the plan stands: the start, the step that is open from 1, and its due day; or None."""
    start = None
    for day in starts_of(book, plan, customer, today):
        if start is not None and not done_steps(plan, customer, start, day) \
                and replied(plan, customer, start, day) is None:
            first_due = book.calendar.add(start, duration(plan.steps[0]["after"]))
            if first_due >= day:
                continue                                  # nobody is put off for ever
        start = day
    if start is None:
        return None
    done = done_steps(plan, customer, start, today + DAY)
    if len(done) == len(plan.steps) or replied(plan, customer, start, today + DAY):
        return None
    due = book.calendar.add(([start] + done)[-1], duration(plan.steps[len(done)]["after"]))
    return start, len(done) + 1, due


def own_occurrence(book, own, customer, today):
    """The day of an own plan that is open, or None."""
    done = [touch.day for touch in touches_until(customer, today) if does(touch, own.what)]
    start, found = own["from"], None
    if own.every is None:
        found = None if done else start
    else:
        every = duration(own.every)

        def day_of_number(n):
            return book.calendar.add(start, Duration(n * every.count, every.unit)) if n else start

        n = 0
        while found is None:
            day = day_of_number(n)
            before = day_of_number(max(n - 1, 0))
            half = (day_of_number(max(n, 1)) - before).days // 2
            if not (book.started and day < book.started) and (
                    not done or day - half * DAY > max(done)):
                found = day
            n += 1
    if found is None or own.until and (found >= own.until or today >= own.until):
        return None
    return found


def plan_items(book, customer, today):
    """R17: the open step of each course, then what is open of their own plans."""
    items = []

    def item(due, **facts):
        act = book.calendar.after(due)
        when = "coming" if today < act else "today" if today == act else "overdue"
        items.append(Item("plan", when, due, act, days_past(today, act), **facts))

    for plan in book.plans:
        course = plan_fits(plan, customer) and course_of(book, plan, customer, today)
        if course:
            start, step, due = course
            item(due, what=plan.steps[step - 1]["what"], plan=plan.name, step=step,
                 steps=len(plan.steps), source=(plan.place, start, step), order=(0, plan.place),
                 cannot_wait=plan.starts in ("emergency", "strained"))
    for own in customer.own_plans:
        day = own_occurrence(book, own, customer, today)
        if day:
            item(day, what=own.what, source=("own", own.place, day), order=(1, own.place))
    return items


# ---------------------------------------------------------------------------
# R13: snoozes
# ---------------------------------------------------------------------------

def snoozes_in_force(book, customer, today):
    """R13: the snoozes that hide something of this customer today."""
    touches = touches_until(customer, today)
    last = last_reached(customer, today)
    counted = sorted((s for s in customer.snoozes
                      if s.day <= today and (last is None or s.day >= last.day)),
                     key=lambda s: (s.day, s.place))
    if is_strained(customer, today):                      # 1, of at most 2wd
        two = Duration(2, "wd")
        allowed = [s for s in counted if s.until <= book.calendar.add(s.day, two)][:1]
    else:
        allowed = counted[:3]

    def is_over(snooze):
        return today >= snooze.until or any(
            touch.day > snooze.day and (touch.was_reached or not touch.is_ours)
            for touch in touches)

    return [snooze for snooze in allowed if not is_over(snooze)]


# ---------------------------------------------------------------------------
# One customer's day: R10's classes, and what R4, R13 and R15 leave out
# ---------------------------------------------------------------------------

def class_of(item, strained, do_not_contact):
    """R10: the class of an item; R15: occasions of the do-not-contact are class 8."""
    if item.kind == "emergency":
        return 1
    if item.kind in ("request", "promise"):
        return {"overdue": 2, "today": 3, "coming": 8}[item.when]
    if item.kind in OCCASIONS:
        return 8 if do_not_contact else {"overdue": 6, "today": 4, "coming": 8}[item.when]
    if item.kind == "prepare":
        return 4
    if item.kind == "thanks":
        return 6
    if item.kind == "plan":
        return 5 if item.cannot_wait else 6
    if item.kind == "follow_up" and (strained or item.after_care):
        return 5
    return 7


@dataclass
class Plan:
    """What one customer's day holds, before owners and the cap."""
    items: list
    left_out: set                 # of do_not_contact, snoozed, waiting (R15)


def plan(book, customer, now, only=None):
    """The items of one customer (R12: only of these kinds), and why some are left out."""
    today = now.date()
    do_not_contact = customer.standing == "do-not-contact"
    strained = is_strained(customer, today)
    snoozes = snoozes_in_force(book, customer, today)
    snoozed_all = any(snooze.all for snooze in snoozes)
    waiting = is_waiting(book, customer, today)

    candidates = request_items(book, customer, now) + promise_items(book, customer, now)
    candidates += occasion_items(book, customer, today)
    candidates += [item for item in (thanks_item(book, customer, today),
                                     no_plan_item(book, customer, today),
                                     follow_up_item(book, customer, today)) if item]
    candidates += plan_items(book, customer, today)

    result = Plan([], set())
    for item in candidates:
        if only and item.kind not in only:
            continue
        item.cls = class_of(item, strained, do_not_contact)
        if item.kind in ("follow_up", "plan") and item.coming:
            continue                                      # R4, R17: only ranges show it, R16
        is_occasion = item.kind in OCCASIONS
        if do_not_contact:
            if item.kind in ("follow_up", "no_plan", "thanks", "plan", "prepare"):
                result.left_out.add("do_not_contact")
                continue
            if is_occasion and today > item.due:
                continue                                  # R15: gone after D
        if (snoozes and item.kind in ("follow_up", "no_plan", "thanks", "plan")
                and not item.after_care and not item.cannot_wait
                or snoozed_all and (is_occasion or item.kind == "prepare")):
            result.left_out.add("snoozed")
        elif item.kind in ("follow_up", "plan") and waiting:
            result.left_out.add("waiting")
        else:
            result.items.append(item)
    return result


# ---------------------------------------------------------------------------
# R10 and R11: order and entries
# ---------------------------------------------------------------------------

def sort_key(item, customer):
    """R10: a total order over all items."""
    if item.kind == "follow_up":
        rank = (1, -item.ratio, -item.days_late, item.base)
    else:
        # Class 6: belated occasions, thanks, plans. Class 7: no_plan, then follow-ups. Class 5:
        # follow-ups, then plans.
        rank = ({"thanks": 1, "plan": 2}.get(item.kind, 0), moment_of(item.due))
    return (item.cls, rank, customer.place, KINDS.index(item.kind), item.order)


@dataclass
class Entry:
    """R11: one customer, all its items under it."""
    customer: Customer
    items: list
    owner: str                    # on whose agenda it stands (R14)
    day: date = None              # the page, in ranges (R16)
    now: datetime = None
    escalated_to: str = None      # on whose page it stands, too (R14)
    wow: tuple = None             # (the last one,) on the entry that waits longest (R9)

    @property
    def key(self):
        return sort_key(self.items[0], self.customer)

    @property
    def has_emergency(self):
        return any(item.kind == "emergency" for item in self.items)

    def sorted(self):
        self.items.sort(key=lambda item: sort_key(item, self.customer))
        return self


def how_to_address(customer, today):
    """Section 2: call_me; by default the first contact's who has not left, else name."""
    if customer.call_me:
        return customer.call_me
    for contact in customer.contacts:
        if is_here(contact, today):
            return contact.call_me or contact.name
    return customer.name or customer.id


def phone_to_call(customer, today):
    """The customer's first phone, else that of the first contact who has not left."""
    here = [contact for contact in customer.contacts if is_here(contact, today)]
    return first_of(customer.phone) or (first_of(here[0].phone) if here else None)


def value_point(book, customer, now):
    """R11: the point at (number of reached touches + place in the book) mod (number of points)."""
    points = (customer.value or []) + book.value
    if customer.standing == "do-not-contact":
        return None
    if not points or is_strained(customer, now.date()) or has_open_emergency(book, customer, now):
        return None
    reached = sum(t.was_reached for t in touches_until(customer, now.date()))
    return points[(reached + customer.place) % len(points)]


def wow_wait(book, customer, now):
    """R9: (since when they wait, the last WOW) where one is due, else None."""
    today = now.date()
    if (customer.standing in ("former", "do-not-contact") or is_strained(customer, today)
            or has_open_emergency(book, customer, now)):
        return None
    touches = touches_until(customer, today)
    known = min([t.day for t in touches] + [customer.since] * bool(customer.since), default=None)
    last = max([t.day for t in touches if t.wow], default=None)
    long_ago = book.calendar.subtract(today, book.length("wow_every"))
    if known is None or known >= long_ago or (last and last > long_ago):
        return None
    return last or known, last


def one_wow_a_page(book, entries):
    """R9: of each day's entries, the one that waits longest; the first of equals."""
    longest = {}
    for entry in entries:
        wait = wow_wait(book, entry.customer, entry.now)
        if wait and (entry.day not in longest or wait[0] < longest[entry.day][0]):
            longest[entry.day] = (wait[0], entry)
    for _, entry in longest.values():
        entry.wow = wow_wait(book, entry.customer, entry.now)[1:]


def thank_cause(book, customer, now):
    """R11, *what to thank for*, as a cause instead of a sentence."""
    today = now.date()
    if has_open_emergency(book, customer, now) or customer.standing == "do-not-contact":
        return None
    gratitude = latest_gratitude(book, customer, today)
    if gratitude:
        return gratitude.cause
    borne = []                                            # emergencies solved, alternatives
    for request in customer.requests:
        if day_of(request.asked) > today:
            continue
        state = state_of(customer, request, today)
        patient = state.ending == "alternative" or (state.ending == "done" and request.urgent)
        if patient and is_recent(book, state.ended_on, today) and not was_thanked(
                customer, state.ended_on, today):
            borne.append((state.ended_on, request.place, request.what))
    if borne:
        return f"request:{max(borne)[2]}"
    lately = any(t.was_reached and t.thanked is not None and is_recent(book, t.day, today)
                 for t in touches_until(customer, today))
    if customer.since and not lately:
        years = today.year - customer.since.year
        # The year is full on the anniversary of R3: a 29 February waits for `leap_day`.
        years -= day_in_year(today.year, customer.since.month, customer.since.day,
                             customer.leap_day or book.policy["leap_day"]) > today
        if years >= 1:
            return f"years:{years}"
    return None


def heard_last(customer, today):
    """R11: the latest touch with `heard`."""
    said = [touch for touch in touches_until(customer, today) if touch.heard]
    return said[-1] if said else None


def facts_of(book, entry):
    """The facts behind the advice and the memory of an entry, which the program words."""
    customer, today = entry.customer, entry.now.date()
    last, heard = last_reached(customer, today), heard_last(customer, today)
    attempts = attempts_since_last(customer, today)
    do_not_contact = customer.standing == "do-not-contact"
    silent = None if do_not_contact else silence(customer, today)
    follow_ups = [item for item in entry.items if item.kind == "follow_up"]
    likes = customer.likes or []
    facts = {
        # Advice, from R4, R5, R7, R9, R10 and R15.
        "strained": is_strained(customer, today),
        "do_not_contact": do_not_contact,
        "too_late": any(item.too_late for item in follow_ups),
        "try_another_way": other_ways(customer, today) if follow_ups else None,
        "after_care": any(item.after_care for item in follow_ups),
        "offer_refused": any(item.refused for item in entry.items),
        "ask_again": [item.waiting for item in entry.items if item.waiting],
        "silent_since": silent and [written(day) for day in silent],
        "no_next_touch": any(item.kind == "no_plan" for item in entry.items),
        "wow": entry.wow and {"last": entry.wow[0] and written(entry.wow[0]), "likes": likes},
        # Memory, from R11.
        "heard": heard and {"on": written(heard["on"]), "text": heard.heard},
        "later": heard and last and (last.day, last.place) > (heard.day, heard.place)
        and written(last["on"]),
        "tried": attempts and written(attempts[-1]["on"]),
        "offered": offers_in_the_air(customer, today),
    }
    return {name: fact for name, fact in facts.items()
            if fact or name == "try_another_way" and fact is not None}


def entry_document(book, entry):
    """Section 6: one entry."""
    customer, today = entry.customer, entry.now.date()
    owner = owner_of(book, customer)
    last = last_reached(customer, today)
    document = {
        "day": written(entry.day) if entry.day else None,
        "id": customer.id,
        "name": customer.name or customer.id,
        "call_me": how_to_address(customer, today),
        "company": customer.company,
        "phone": phone_to_call(customer, today),
        "email": first_of(customer.email),
        "owner": entry.owner,
        "for": owner if owner != entry.owner else None,
        "escalated_to": entry.escalated_to,
        "strained": is_strained(customer, today),
        "last": last and {key: value for key, value in
                          [("on", written(last["on"])), ("how", last.how), ("heard", last.heard)]
                          if value is not None},
        "thank_cause": thank_cause(book, customer, entry.now),
        "value": value_point(book, customer, entry.now),
        "facts": facts_of(book, entry),
        "items": [item.document() for item in entry.items],
    }
    return {key: value for key, value in document.items() if value is not None}


# ---------------------------------------------------------------------------
# R14: owners
# ---------------------------------------------------------------------------

def owner_of(book, customer):
    """R14: customer.owner, else book.owner, else nobody."""
    return customer.owner or book.owner


def on_whose_agenda(book, customer, today):
    return stand_in(book, owner_of(book, customer), today)


def stand_in(book, owner, today):
    """R14: along `backup` to the first who is here; none or a circle: the owner's own."""
    person, seen = owner, set()
    while person is not None and person not in seen:
        seen.add(person)
        member = book.staff[person]
        if not any(away["from"] <= today <= away["to"] for away in member.away or []):
            return person
        person = member.backup
    return owner


def is_escalated(book, entry):
    """R14 (planned.md): it has an item of class 2 that is late by `escalate`."""
    text = book.policy["escalate"]
    return bool(text) and any(
        item.cls == 2 and book.calendar.add(day_of(item.due), duration(text)) <= entry.now.date()
        for item in entry.items)


def seen_by(book, entry):
    """R14 (planned.md): on whose page it stands, too."""
    if not book.owner or not is_escalated(book, entry):
        return None
    boss = stand_in(book, book.owner, entry.now.date())
    return boss if boss != entry.owner else None


def of_owner(entries, owner):
    """R14: --owner keeps that owner's, nobody's, emergencies of everybody, and what is escalated."""
    if owner is None:
        return entries
    return [e for e in entries if e.owner in (owner, None) or e.has_emergency
            or e.escalated_to == owner]


# ---------------------------------------------------------------------------
# R12: the cap
# ---------------------------------------------------------------------------

def may_be_capped(entry):
    """R12: what is not coming is all follow-ups of class 7, thanks or plans of class 6."""
    due = [item for item in entry.items if not item.coming]
    return bool(due) and not any(item.beyond for item in due) and all(
        item.kind == "thanks" or (item.kind, item.cls) in (("follow_up", 7), ("plan", 6))
        for item in due)


def room_of(book, person, today):
    """R12: how many plain entries a person sees today; None for all."""
    per_day = book.staff[person].per_day if person is not None else None
    if per_day is None:
        per_day = book.policy["per_day"]
    if per_day == 0:
        return None
    touched = sum(1 for customer in book.customers
                  if customer.standing != "former"
                  and on_whose_agenda(book, customer, today) == person
                  and any(touch.day == today for touch in customer.touches))
    return max(0, per_day - touched)


def dealt(entries, today):
    """R12: in turn to the first entry led by class 6 and the first led by class 7.

    Class 7 is first on even days of the month; where one kind is used up, the
    rest follow.
    """
    thanks = [entry for entry in entries if entry.items[0].cls == 6]
    plain_ones = [entry for entry in entries if entry.items[0].cls == 7]
    turns = [plain_ones, thanks] if today.day % 2 == 0 else [thanks, plain_ones]
    order = []
    while any(turns):
        if turns[0]:
            order.append(turns[0].pop(0))
        turns.reverse()
    return order


def cap(book, entries, today):
    """R12: the entries within everybody's room, and the items left out beyond it."""
    left_out = []
    of_person = {}
    for entry in entries:
        if may_be_capped(entry):
            of_person.setdefault(entry.owner, []).append(entry)
    for person, plain_ones in of_person.items():
        room = room_of(book, person, today)
        if room is None:
            continue
        for entry in dealt(plain_ones, today)[room:]:
            left_out += [(entry.customer, item) for item in entry.items if not item.coming]
            entry.items = [item for item in entry.items if item.coming]
    kept = [entry for entry in entries if entry.items]
    return sorted(kept, key=lambda entry: entry.key), left_out


# ---------------------------------------------------------------------------
# R15: one day's agenda, and what it leaves out
# ---------------------------------------------------------------------------

@dataclass
class Agenda:
    entries: list
    hidden: dict
    capped: set                   # identities of what the cap left out, on every agenda


def identity(customer, item):
    """R16, fine print: what makes an item the same on another day."""
    return customer.id, item.kind, item.source


@dataclass(frozen=True)
class Filter:
    """What is asked for: an owner's page (R14), tags, kinds, without the cap (R12)."""
    owner: str = None
    tags: frozenset = frozenset()                         # any of them
    only: frozenset = frozenset()
    no_limit: bool = False

    def wants(self, customer):
        return not self.tags or bool(self.tags & set(customer.tags or []))


def agenda(book, now, asked=Filter(), capped=True):
    """The agenda of one day: what `care today` prints at `now`."""
    today, owner = now.date(), asked.owner
    book = book.as_of(today)
    entries, reasons = [], {}
    for customer in book.customers:
        if customer.standing == "former" or not asked.wants(customer):
            continue
        planned = plan(book, customer, now, asked.only)
        reasons[customer.id] = planned.left_out
        if planned.items:
            person = on_whose_agenda(book, customer, today)
            entries.append(Entry(customer, planned.items, person, now=now).sorted())
    entries.sort(key=lambda entry: entry.key)

    left_out = []
    if capped and not asked.no_limit:
        entries, left_out = cap(book, entries, today)
        for customer, _ in left_out:
            reasons[customer.id].add("capped")

    hidden = {"snoozed": 0, "waiting": 0, "capped": 0, "do_not_contact": 0}
    for customer in book.customers:
        is_counted = owner is None or on_whose_agenda(book, customer, today) in (owner, None)
        for reason in ("do_not_contact", "snoozed", "waiting", "capped"):
            if is_counted and reason in reasons.get(customer.id, ()):
                hidden[reason] += 1
                break
    for entry in entries:
        entry.escalated_to = seen_by(book, entry)
    kept = of_owner(entries, owner)
    hidden["other_owners"] = len(entries) - len(kept)
    return Agenda(kept, hidden, {identity(*pair) for pair in left_out})


# ---------------------------------------------------------------------------
# R16: ranges
# ---------------------------------------------------------------------------

def pages(book, now, first, final, asked=Filter()):
    """R16: the pages from `first` through `final` of the range that starts today."""
    today = now.date()
    whole = agenda(book, now, asked)
    stood = set(whole.capped)
    shown = []
    day = today
    while day <= final:
        if day == today:
            entries = whole.entries
        else:                                             # later pages know no cap
            entries = agenda(book, book.calendar.opening(day), asked, capped=False).entries
        page = []
        for entry in entries:
            entry.day = day
            # "Coming" is all of class 8 (R10): nobody is asked to do anything about it.
            entry.items = [item for item in entry.items if item.cls != 8
                           and identity(entry.customer, item) not in stood]
            if entry.items:
                page.append(entry)
        stood |= {identity(entry.customer, item) for entry in page for item in entry.items}
        if day >= first:
            shown += sorted(page, key=lambda entry: entry.key)
        day += DAY
    return Agenda(shown, whole.hidden, whole.capped)


def document(book, now, first=None, final=None, **asked):
    """Section 6: the whole document; a range where `final` is given."""
    today, asked = now.date(), Filter(**asked)
    if final is None:
        result = agenda(book, now, asked)
    else:
        result = pages(book, now, first or today, final, asked)
    one_wow_a_page(book, result.entries)
    return {"schema": 1, "book": book.name, "now": written(now),
            "from": written(first or today), "to": written(final or today),
            "entries": [entry_document(book, entry) for entry in result.entries],
            "hidden": result.hidden}


# ---------------------------------------------------------------------------
# The goldens of the rules
# ---------------------------------------------------------------------------

def self_test():
    """The examples that stand in the rules themselves, and a few made by hand."""
    def calendar(**policy):
        return WorkCalendar({**POLICY_DEFAULTS, **policy})

    def book(text):
        return Book(parse(text))

    def items(text, now, **options):
        shown = document(book(text), datetime.fromisoformat(now), **options)
        return [(entry["id"], item["kind"], item["class"], item["when"], item["due"], item["act"],
                 item["days_late"]) for entry in shown["entries"] for item in entry["items"]]

    # R1
    christmas = calendar(holidays=["12-25"])
    assert christmas.before(date(2026, 12, 26)) == date(2026, 12, 24)
    assert christmas.after(date(2026, 12, 26)) == date(2026, 12, 28)
    festive = calendar(holidays=["4th thu nov", "last mon may", "easter-2", date(2026, 11, 27),
                                 {"from": date(2026, 12, 28), "to": date(2026, 12, 31)}])
    for off in [date(2026, 11, 26), date(2026, 5, 25), date(2026, 4, 3), date(2026, 11, 27),
                date(2026, 12, 28), date(2026, 12, 31)]:
        assert not festive.is_workday(off), off
    assert festive.is_workday(date(2026, 11, 19)) and festive.is_workday(date(2027, 1, 1))

    # R1: one day's own hours, whatever else is said of it
    own = calendar(holidays=["12-24", "12-25"], hours=["09:00-17:00"], days={
        "2026-12-24": ["09:00-12:00"], "2026-12-19": ["10:00-14:00"], "2026-12-21": []})
    assert own.is_workday(date(2026, 12, 24)) and own.is_workday(date(2026, 12, 19))
    assert not own.is_workday(date(2026, 12, 21)) and not own.is_workday(date(2026, 12, 25))
    assert own.before(date(2026, 12, 20)) == date(2026, 12, 19)
    assert own.add(date(2026, 12, 18), duration("2wd")) == date(2026, 12, 22)
    assert written(own.closing(date(2026, 12, 24))) == "2026-12-24T12:00"
    assert written(own.opening(date(2026, 12, 21))) == "2026-12-21T09:00"
    assert written(own.add_working_minutes(datetime(2026, 12, 18, 16), 120)) == "2026-12-19T11:00"

    # R2: days
    assert plus_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert [plus_months(date(2026, 1, 31), n) for n in (1, 2, 3)] == [
        date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30)]
    assert plus_months(date(2026, 3, 31), -1) == date(2026, 2, 28)
    assert plus_months(date(2028, 2, 29), -12) == date(2027, 2, 28)
    assert christmas.add(date(2026, 11, 20), duration("1wd")) == date(2026, 11, 23)
    assert christmas.subtract(date(2026, 12, 28), duration("1 working day")) == date(2026, 12, 24)

    # R2: working time, windows Mon-Fri 09:00-17:00
    office = calendar(hours=["09:00-17:00"])
    for start, minutes, end in [
            ("2026-11-20T16:30", 60, "2026-11-23T09:30"),
            ("2026-11-20T16:00", 60, "2026-11-20T17:00"),
            ("2026-11-23T08:30", 60, "2026-11-23T10:00"),
            ("2026-11-21T12:00", 60, "2026-11-23T10:00"),
            ("2026-11-23T09:00", 960, "2026-11-24T17:00"),
            ("2026-11-20T17:00", 1, "2026-11-23T09:01")]:
        found = office.add_working_minutes(datetime.fromisoformat(start), minutes)
        assert written(found) == end, (start, found)
    night = calendar(hours={"mon": ["20:00-24:00"]})
    assert written(night.closing(date(2026, 11, 23))) == "2026-11-23T23:59"
    assert written(night.add_working_minutes(datetime(2026, 11, 23, 22), 120)) == "2026-11-23T23:59"
    late = calendar(hours=["22:00-06:00"], workdays=["mon", "fri"])
    assert written(late.closing(date(2026, 11, 20))) == "2026-11-21T06:00"
    for start, minutes, end in [
            ("2026-11-20T20:00", 120, "2026-11-21T00:00"),
            ("2026-11-20T23:30", 60, "2026-11-21T00:30"),
            ("2026-11-21T05:00", 60, "2026-11-21T06:00"),
            ("2026-11-21T05:00", 61, "2026-11-23T22:01")]:
        found = late.add_working_minutes(datetime.fromisoformat(start), minutes)
        assert written(found) == end, (start, found)
    assert late.working_minutes(datetime(2026, 11, 20, 23), datetime(2026, 11, 23, 23)) == 480
    assert late.working_minutes(datetime(2026, 11, 23, 23), datetime(2026, 11, 20, 23)) == 0
    assert duration("3 working days") == duration("3wd") == Duration(3, "wd")

    # Section 2: times without seconds, also beside strings that look like them
    assert parse('a = 2026-11-20T15:00 # 2026-11-20T15:00\nb = "2026-11-20T15:00"\n'
                 'c = 2026-11-20 15:00:30') == {
        "a": datetime(2026, 11, 20, 15), "b": "2026-11-20T15:00",
        "c": datetime(2026, 11, 20, 15, 0, 30)}

    # R3: a leapling in a common year; 27 and 28 February 2027 are Saturday and Sunday
    leapling = '[[customer]]\nid="a"\nname="A"\nbirthday=1984-02-29\nevery="never"\nbecause="x"\n'
    assert items(leapling, "2027-02-18T09:00") == []
    assert items(leapling, "2027-02-21T09:00") == [
        ("a", "birthday", 8, "coming", "2027-02-28", "2027-02-26", 0)]
    assert items(leapling, "2027-02-26T09:00") == [
        ("a", "birthday", 4, "today", "2027-02-28", "2027-02-26", 0)]
    assert items(leapling, "2027-03-07T09:00") == [
        ("a", "birthday", 6, "overdue", "2027-02-28", "2027-02-26", 7)]
    assert items(leapling, "2027-03-08T09:00") == []
    assert items(leapling, "2028-02-29T09:00")[0][4] == "2028-02-29"
    assert items(leapling + '[[touch]]\ncustomer="a"\non=2027-02-21\ngreeted="Birthday"\n',
                 "2027-03-01T09:00") == []

    # R3: composed or not, with or without what nobody sees
    assert fold("Fe\u0302TE d\u00ad'\u00e9te\u0301") == fold("F\u00eaTE D'e\u0301t\u00e9")

    # R4: 22 November 2026 is a Sunday
    plain = '[book]\nstarted=2026-11-01\n[[customer]]\nid="a"\nname="A"\nevery="10d"\n'
    touched = plain + '[[touch]]\ncustomer="a"\non=2026-11-11\n'
    assert items(plain, "2026-11-03T09:00") == [
        ("a", "follow_up", 7, "today", "2026-11-03", "2026-11-03", 0)]
    assert items(touched, "2026-11-22T09:00") == []
    assert items(touched, "2026-11-23T09:00") == [
        ("a", "follow_up", 7, "today", "2026-11-21", "2026-11-23", 0)]
    assert items(touched + '[[touch]]\ncustomer="a"\non=2026-11-20\nreached=false\n',
                 "2026-11-23T09:00") == []
    assert items(touched + 'mood="strained"\n', "2026-11-16T09:00") == [
        ("a", "follow_up", 5, "today", "2026-11-16", "2026-11-16", 0)]
    assert items(touched, "2026-11-20T09:00", final=date(2026, 11, 23)) == [
        ("a", "follow_up", 7, "today", "2026-11-21", "2026-11-23", 0)]

    assert items(plain.replace("started=2026-11-01", "") + "added=2026-11-20\nsince=2020-01-01\n",
                 "2026-11-25T09:00") == [
        ("a", "follow_up", 7, "overdue", "2026-11-24", "2026-11-24", 1)]
    assert items(touched + '[[customer]]\nid="b"\nname="B"\nevery="10d"\nadded=2026-11-24\n'
                 '[[touch]]\ncustomer="b"\non=2026-11-02\n', "2026-11-25T09:00") == [
        ("a", "follow_up", 7, "overdue", "2026-11-21", "2026-11-23", 2),
        ("b", "follow_up", 7, "overdue", "2026-11-12", "2026-11-12", 1)]

    def first_item(text, now):
        return document(book(text), datetime.fromisoformat(now))["entries"][0]["items"][0]

    lonely = '[[customer]]\nid="a"\nname="A"\nevery="10d"\nsince=2026-01-01\n'
    assert first_item(lonely, "2026-11-25T09:00")["ratio"] == 1
    assert first_item(lonely + "added=2026-10-01\n", "2026-11-04T09:00")["ratio"] == 3

    # R4 and R11: what an entry says beside its items
    def facts(text, now):
        return document(book(text), datetime.fromisoformat(now))["entries"][0]["facts"]

    tried = touched + "".join(
        f'[[touch]]\ncustomer="a"\non=2026-11-{day}\nreached=false\nhow="call"\n'
        for day in (16, 17, 18))
    tried = tried.replace('every="10d"', 'every="10d"\nphone=["1", "2"]\naddress="x"')
    assert facts(tried, "2026-11-30T09:00") == {
        "too_late": True, "try_another_way": ["address"], "tried": "2026-11-18"}
    assert document(book(tried), datetime(2026, 11, 30, 9))["entries"][0]["phone"] == "1"
    letters = plain + "".join(
        f'[[touch]]\ncustomer="a"\non=2026-11-{day}\nhow="{how}"\n'
        for day, how in [("02", "call"), ("03", "email"), ("04", "letter"), ("05", "text")])
    assert facts(letters, "2026-11-16T09:00") == {"silent_since": ["2026-11-02", "2026-11-03"]}
    assert facts(letters + 'heard="hm"\n', "2026-11-16T09:00") == {
        "heard": {"on": "2026-11-05", "text": "hm"}}

    # R5: an unreached one breaks the row
    told = Book({"customer": [{"id": "a", "name": "A", "phone": "1", "likes": ["tea"]}], "fact": [
        {"customer": "a", "on": date(2026, 1, 3), "phone": "3", "mood": "strained"},
        {"customer": "a", "on": date(2026, 1, 2), "phone": "2", "likes": ["figs"]},
        {"customer": "a", "name": "B"}]})
    days = [told.as_of(date(2026, 1, n)).customers[0] for n in (1, 2, 3)]
    assert [(c.name, c.phone, c.likes) for c in days] == [
        ("B", "1", ["tea"]), ("B", "2", ["tea", "figs"]), ("B", "3", ["tea", "figs"])]
    assert [is_strained(c, date(2026, 1, n)) for n, c in enumerate(days, 1)] == [False, False, True]

    moody = Book({"customer": [{"id": "a", "name": "A", "mood": "strained"}], "touch": [
        {"customer": "a", "on": date(2026, 1, 1), "mood": "content"},
        {"customer": "a", "on": date(2026, 1, 2), "mood": "content", "reached": False},
        {"customer": "a", "on": date(2026, 1, 3), "mood": "content"},
        {"customer": "a", "on": date(2026, 1, 4), "mood": "delighted"}]}).customers[0]
    assert [is_strained(moody, date(2026, 1, n)) for n in range(1, 5)] == [True, True, True, False]

    # R6: due to the minute
    call = ('[[customer]]\nid="a"\nname="A"\nevery="never"\nbecause="x"\n'
            '[[promise]]\ncustomer="a"\nwhat="x"\ndue=2026-11-24T15:00\n')
    assert items(call, "2026-11-24T15:00") == [
        ("a", "promise", 3, "today", "2026-11-24T15:00", "2026-11-24", 0)]
    assert items(call, "2026-11-24T15:01") == [
        ("a", "promise", 2, "overdue", "2026-11-24T15:00", "2026-11-24", 0)]
    assert items(call, "2026-11-25T09:00")[0][6] == 1
    assert items(call, "2026-11-17T09:00")[0][2:4] == (8, "coming")
    assert items(call, "2026-11-16T09:00") == []

    # R7: asked on a Friday afternoon
    asked = ('[[customer]]\nid="a"\nname="A"\nevery="never"\nbecause="x"\n'
             '[[request]]\ncustomer="a"\nwhat="x"\nasked=2026-11-20T16:00\n')
    assert items(asked, "2026-11-20T16:30") == [
        ("a", "request", 3, "today", "2026-11-23T12:00", "2026-11-23", 0)]
    assert items(asked, "2026-11-24T09:00")[0][2:4] == (2, "overdue")
    assert items(asked + "urgent=true\n", "2026-11-20T16:30") == [
        ("a", "emergency", 1, "today", "2026-11-20T16:30", "2026-11-20", 0)]
    offered = asked + ('[[touch]]\ncustomer="a"\non=2026-11-20\nrequest="a-2026-11-20"\n'
                       'outcome="alternative"\noffered="y"\n')
    assert items(offered, "2026-11-20T16:30") == [
        ("a", "request", 8, "coming", "2026-11-25T17:00", "2026-11-25", 0)]
    assert items(offered + 'answer="refused"\n', "2026-11-20T16:30") == [
        ("a", "request", 2, "overdue", "2026-11-20T17:00", "2026-11-20", 0)]
    assert items(offered + 'answer="accepted"\n', "2026-11-20T16:30") == []

    def more(on, **keys):
        return f'[[touch]]\ncustomer="a"\nrequest="a-2026-11-20"\non={on}\n' + "".join(
            f'{key}="{value}"\n' for key, value in keys.items())

    # … an acceptance taken back, and an offer in an emergency
    accepted = offered + more("2026-11-23", answer="accepted")
    assert items(accepted, "2026-11-24T09:00") == []
    assert items(accepted + more("2026-11-24", answer="refused"), "2026-11-23T12:00") == []
    assert items(accepted + more("2026-11-24", answer="refused"), "2026-11-24T09:00") == [
        ("a", "request", 2, "overdue", "2026-11-23T17:00", "2026-11-23", 1)]
    assert items(accepted + more("2026-11-24", outcome="alternative", offered="z")
                 + more("2026-11-24", answer="refused"), "2026-11-24T09:00") == []
    # Of two ends on one day the first counts.
    def ended(*ends):
        who = book(asked + "".join(ends)).customers[0]
        return state_of(who, who.requests[0], date(2026, 11, 24)).ending

    taken = more("2026-11-23", outcome="alternative", offered="y", answer="accepted")
    dropped = more("2026-11-23", outcome="withdrawn")
    assert (ended(taken, dropped), ended(dropped, taken)) == ("alternative", "withdrawn")
    stuck = asked + "urgent=true\n" + offered.removeprefix(asked)
    assert items(stuck, "2026-11-20T16:30") == [
        ("a", "emergency", 1, "today", "2026-11-20T20:00", "2026-11-20", 0)]
    assert items(stuck, "2026-11-21T09:00")[0][2:] == (1, "overdue", "2026-11-20T20:00",
                                                       "2026-11-20", 1)

    # … waiting for their drawing from Mon 12:00 to Tue 12:00, seven hours
    waits = asked + more("2026-11-20T16:30") + more("2026-11-23", waiting="a drawing").replace(
        "2026-11-23", "2026-11-23T12:00")
    assert items(waits, "2026-11-24T09:00") == [
        ("a", "request", 8, "coming", "2026-11-26T17:00", "2026-11-26", 0)]
    assert facts(waits, "2026-11-24T09:00")["ask_again"] == ["a drawing"]
    assert items(waits + more("2026-11-25", waiting="the drawing"), "2026-11-27T09:00") == [
        ("a", "request", 8, "coming", "2026-11-30T17:00", "2026-11-30", 0)]
    came = waits + more("2026-11-24T12:00", **{"from": "them"})
    assert items(came, "2026-11-24T12:00") == [
        ("a", "request", 3, "today", "2026-11-24T17:00", "2026-11-24", 0)]
    assert items(came.replace("T16:00\n", "T16:00\ndue=2026-11-23\n"), "2026-11-24T12:00") == [
        ("a", "request", 2, "overdue", "2026-11-23T17:00", "2026-11-23", 1)]
    assert items(waits.replace("T16:00\n", "T16:00\nurgent=true\n"),
                 "2026-11-24T09:00")[0][:4] == ("a", "emergency", 1, "overdue")

    # R12, R15 and R16: two customers, room for one
    crowd = ('[book]\nstarted=2026-11-02\n[policy]\nper_day=1\n'
             '[[customer]]\nid="a"\nname="A"\n[[customer]]\nid="b"\nname="B"\n')
    shown = document(book(crowd), datetime(2026, 11, 4, 9))
    assert [entry["id"] for entry in shown["entries"]] == ["a"]
    assert shown["hidden"]["capped"] == 1
    assert len(items(crowd, "2026-11-04T09:00", final=date(2026, 11, 10))) == 1
    assert len(items(crowd, "2026-11-03T09:00", final=date(2026, 11, 10))) == 2

    # R12: dealt in turn, class 7 first on even days; filtered before
    queue = ('[book]\nstarted=2026-11-02\n[policy]\nper_day=2\n' + "".join(
        f'[[customer]]\nid="{name}"\nname="{name}"\nevery="10d"\ntags=["{tag}"]\n'
        f'[[touch]]\ncustomer="{name}"\non=2026-11-02\n'
        for name, tag in [("a", "x"), ("b", "x"), ("c", "y"), ("d", "y")]) + "".join(
        f'[[purchase]]\ncustomer="{name}"\nwhat="x"\non=2026-11-11\n' for name in "cd"))

    def who(day, **options):
        shown = document(book(queue), datetime(2026, 11, day, 9), **options)
        return "".join(entry["id"] for entry in shown["entries"]), shown["hidden"]["capped"]

    assert who(12) == ("ca", 2) and who(13) == ("ca", 2)
    assert who(12, no_limit=True) == ("cdab", 0)
    assert who(12, tags=frozenset("x")) == ("ab", 0) and who(12, tags=frozenset("y")) == ("cd", 0)
    assert who(12, tags=frozenset("xy")) == ("ca", 2)
    assert who(12, only=frozenset(["follow_up"])) == ("ab", 2)
    assert who(12, only=frozenset(["birthday"])) == ("", 0)
    queue = queue.replace("per_day=2", "per_day=1")
    assert who(12) == ("a", 3) and who(13) == ("c", 3)
    queue = queue.replace("per_day=1", "per_day=3")
    assert who(12) == ("cab", 1) and who(13) == ("cda", 1)
    queue += '[[touch]]\ncustomer="b"\non=2026-11-12\nreached=false\n'
    assert who(12) == ("ca", 1) and who(12, tags=frozenset("y")) == ("cd", 0)

    # R14: along the backups
    away = [{"from": date(2026, 11, 1), "to": date(2026, 11, 30)}]
    team = Book({"staff": [{"id": "p", "away": away, "backup": "q"},
                           {"id": "q", "away": away, "backup": "r"}, {"id": "r"},
                           {"id": "s", "away": away, "backup": "t"},
                           {"id": "t", "away": away, "backup": "s"}],
                 "customer": [{"id": "a", "owner": "p"}, {"id": "b", "owner": "s"}]})
    assert [on_whose_agenda(team, c, date(2026, 11, 30)) for c in team.customers] == ["r", "s"]
    assert on_whose_agenda(team, team.customers[0], date(2026, 12, 1)) == "p"
    print("all goldens hold")


def main():
    """The command line."""
    parser = argparse.ArgumentParser(description="The agenda of a customer book, a second time.")
    parser.add_argument("book", nargs="?")
    when = parser.add_mutually_exclusive_group()
    when.add_argument("--now", type=datetime.fromisoformat)
    when.add_argument("--today", type=date.fromisoformat)
    parser.add_argument("--owner")
    parser.add_argument("--days", type=int)
    parser.add_argument("--from", dest="first", type=date.fromisoformat)
    parser.add_argument("--to", dest="final", type=date.fromisoformat)
    parser.add_argument("--tag", action="append", default=[])
    parser.add_argument("--only", action="append", default=[], choices=KINDS)
    parser.add_argument("--no-limit", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if options.self_test:
        self_test()
        return
    if not options.book or not (options.now or options.today):
        parser.error("give a BOOK and --now or --today")
    book = read_book(options.book)
    now = options.now or book.calendar.opening(options.today)
    final = options.final
    if options.days:
        final = now.date() + (options.days - 1) * DAY
    shown = document(book, now, options.first, final, owner=options.owner,
                     tags=frozenset(options.tag), only=frozenset(options.only),
                     no_limit=options.no_limit)
    json.dump(shown, sys.stdout, indent=2, ensure_ascii=False)
    print()


if __name__ == "__main__":
    main()
