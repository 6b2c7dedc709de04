#!/usr/bin/env python3
"""A random customer book, sound, and full of edge cases.

    random_book.py SEED [--size N] [--without FEATURE,...] [--history DAYS]

prints a book as TOML. Its first line is a comment that says which moment to
ask about: `# now = 2026-11-22T08:30`. The same seed, size and features always
make the same book. Nearly all dates lie within some weeks of that moment, because that
is where the rules meet: month ends, 29 February, holidays, weekends, snoozes
that end today, attempts of yesterday, offers refused this morning.

Sound means that every reference names something and every value is allowed.
Two oddities are let in now and then, since the agenda stands in spite of them:
"never" without `because`, and more snoozes than allowed.

With `--history 730` two years lie behind them as well: contacts at about their cadence, promises
kept and late and dropped, courses and states that ended, facts that changed in between. Such books
are for the review.

Words that come back on a page (`heard`, `offered`, `waiting`) are numbered, so
that each can be told from the others. Features that `--without` leaves out: see
FEATURES.
"""

import argparse
import random
import re
import unicodedata
from datetime import date, datetime, time, timedelta

DAY = timedelta(days=1)
FEATURES = {
    "days": "one day's own hours, in [policy]",
    "night": "windows over midnight",
    "started": "[book] started",
    "added": "the day on which a customer came into the book",
    "moments": "promises due at a time of day",
    "waiting": "requests that wait for something from them",
    "emergency-offers": "alternatives offered in emergencies",
    "learned": "contacts, events and facts that were learned",
    "lists": "several phones and mails",
    "contact-phones": "phones and mails of contacts",
    "unicode": "decomposed letters and invisible characters in what is compared",
    "caps": "a limit to plain follow-ups",
    "plans": "planned follow-ups, of the book and of one customer",
    "filters": "questions with --tag and --only (compare.py)",
    "no-limit": "questions with --no-limit (compare.py)",
}
FIRST_NAMES = ["Maria", "Ben", "Chloé", "Dmitri", "Eve", "Farid", "Gül", "Hana", "Ivo", "Jo"]
FAMILY_NAMES = ["Alvarez", "Brown", "O'Neil", "Dvořák", "Eng", "Said", "Gök", "Sato", "Berg"]
THINGS = ["spring order", "new door", "cabin light", "spare cable", "inspection", "paint job",
          'a "quiet" motor', "yearly report", "invoice copy", "key for the roof"]
PLANS = ["welcome", "after purchase", "After Care", "recovery", "Fête"]
OWN_PLANS = ["grease the rollers", "Yearly review", "renewal"]
STEPS = ["1d", "2d", "1wd", "2wd", "5wd", "1w", "3w", "1m", "10 wd", "2 weeks"]
RETURNS = ["1d", "3d", "1w", "2w", "1m", "2m", "3m", "6m", "1y", "30d"]
EVENTS = ["Opening day", "Tower's Day", "opening day", "Gala", "Fête d'été", "Moving day"]
MOODS = ["strained", "content", "delighted"]
HOWS = ["call", "visit", "meeting", "video", "email", "letter", "text", "gift", "other"]
CADENCES = ["1d", "3d", "5d", "10d", "2w", "30d", "1m", "2m", "3m", "1y", "5wd", "10 wd", "7 days",
            "1 month", "2 weeks", "20 working days"]
COUNT_AND_UNIT = re.compile(r"(\d+)(.*)")
LEADS = ["0d", "1d", "3d", "7d", "14d", "2w", "1m", "5wd", "3 wd", "20d", "40d"]
STAYS = ["0d", "1d", "7d", "3wd", "10d", "1m", "0wd", "2w"]
PREPARES = ["1d", "3wd", "1w", "10d", "1m", "2wd", "12wd"]
HOUR_LISTS = [["09:00-12:30", "13:30-17:00"], ["09:00-17:00"], ["08:00-12:00", "12:00-16:00"],
              ["13:30-17:00", "09:00-12:30"], ["10:15-11:00"], ["18:00-24:00"],
              ["00:00-24:00"], ["06:00-08:00", "20:00-24:00"]]
NIGHT_LISTS = [["22:00-06:00"], ["18:00-02:00"], ["06:00-12:00", "20:00-04:00"],
               ["20:00-05:30", "08:00-16:00"]]
NIGHT_TABLES = [
    {"mon": ["22:00-06:00"], "thu": ["09:00-12:00", "21:00-03:00"], "fri": ["08:00-16:00"]},
    {"fri": ["20:00-04:00"], "sat": ["10:00-14:00", "22:00-06:00"]},
]
OWN_HOURS = [[], [], ["09:00-12:00"], ["10:00-14:00"], ["07:00-11:00", "13:00-24:00"],
             ["13:30-15:00"]]
OWN_NIGHTS = [["21:00-06:00"], ["08:00-10:00", "23:00-01:30"]]
HOUR_TABLES = [
    {"mon": ["09:00-12:00"], "wed": ["09:00-12:00", "13:00-18:30"], "fri": ["08:00-16:00"]},
    {"tue": ["09:00-17:00"], "thu": ["12:00-24:00"], "sat": ["09:00-12:00"]},
    {"sun": ["00:00-24:00"], "mon": ["09:00-17:00"], "sat": ["23:00-24:00"]},
    {"wed": ["13:00-14:00"]},
]
CLOCK = [time(0, 0), time(0, 1), time(8, 30), time(9, 0), time(9, 1), time(12, 30), time(12, 31),
         time(13, 0), time(13, 30), time(16, 30), time(17, 0), time(17, 1), time(20, 15),
         time(23, 30), time(23, 59)]
# Where calendars turn: leap days, month ends, Easter, Christmas, weekends.
TURNS = [date(2026, 11, 22), date(2027, 2, 28), date(2028, 2, 29), date(2028, 3, 1),
         date(2027, 3, 1), date(2026, 12, 25), date(2027, 1, 1), date(2026, 11, 26),
         date(2026, 4, 3), date(2026, 1, 31), date(2026, 4, 30), date(2027, 5, 31),
         date(2026, 12, 31), date(2027, 8, 15)]


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def day_of(value):
    return value.date() if isinstance(value, datetime) else value


def month_day_of(day):
    return f"{day.month:02d}-{day.day:02d}"


def features(text):
    """The features that `--without` names."""
    chosen = frozenset(filter(None, text.split(",")))
    if chosen - FEATURES.keys():
        raise argparse.ArgumentTypeError(f"features are {', '.join(FEATURES)}")
    return chosen


def in_year(day, year):
    """The same month and day in another year, or as near before as there is."""
    if (day.month, day.day) == (2, 29) and not is_leap(year):
        return date(year, 2, 28)
    return date(year, day.month, day.day)


class Maker:
    """Makes one book. Each method makes one table of it, or one table's kin."""

    def __init__(self, seed, size, without=frozenset(), history=0):
        self.rng = random.Random(seed)
        self.size = size
        self.without = without
        self.history_days = history
        self.era = ""             # tells ids of one time from those of another
        self.told = []            # customers whose past is to be made up
        self.numbered = 0
        self.crowded = self.chance(0.3)                   # with follow-ups and thanks
        base = self.rng.choice(TURNS) if self.chance(0.75) else date(2026, 1, 1) + (
            self.rng.randrange(1100) * DAY)
        self.today = base + self.rng.randint(-5, 5) * DAY
        clock = self.rng.choice(CLOCK) if self.chance(0.8) else time(self.rng.randrange(24),
                                                                     self.rng.randrange(60))
        self.now = datetime.combine(self.today, clock)
        self.staff_ids = ["nick", "ana", "zoe", "bob"][:self.rng.choice(
            [0, 1, 1, 2] if self.crowded else [0, 1, 2, 2, 3, 4])]
        self.tier_names = ["A", "B", "C"]
        self.request_ids = set()
        self.promise_ids = set()
        self.plan_names = []
        self.blocks = []          # blocks of tables, each a list of (header, table)

    # --- chance -----------------------------------------------------------

    def chance(self, share):
        return self.rng.random() < share

    def maybe(self, share, value):
        """The value, or None, which is not written. A function is called for its value."""
        return (value() if callable(value) else value) if self.chance(share) else None

    def pick(self, values):
        return self.rng.choice(values)

    def near(self, back=40, ahead=3):
        """A day around today, the nearer the likelier."""
        span = self.rng.randint(0, self.rng.randint(0, back))
        if self.chance(ahead / (back + ahead) + 0.05):
            return self.today + self.rng.randint(0, ahead) * DAY
        return self.today - span * DAY

    def day_or_moment(self, day, share_of_moments=0.4):
        if not self.chance(share_of_moments):
            return day
        return datetime.combine(day, self.pick(CLOCK) if self.chance(0.7) else self.now.time())

    def has(self, feature, value):
        """The value, unless books are made without this feature."""
        return None if feature in self.without else value

    def words(self, what):
        """Words that stand in this book once."""
        self.numbered += 1
        return f"{what} no {self.numbered:04d}"

    def respelled(self, text):
        """The same text to whoever compares: decomposed, or with characters nobody sees."""
        if "unicode" in self.without or not self.chance(0.3):
            return text
        if self.chance(0.6):
            return unicodedata.normalize("NFD", text)
        place = self.rng.randint(1, len(text))
        return text[:place] + self.pick("\u00ad\u200c\u200d\u200f") + text[place:]

    def staff_member(self, share=0.7):
        return self.pick(self.staff_ids) if self.staff_ids and self.chance(share) else None

    def add(self, *tables):
        self.blocks.append(list(tables))

    # --- head -------------------------------------------------------------

    def head(self):
        started = None
        if self.chance(0.7):
            back = self.pick([0, 1, 2, 3, 5, 8, 13, 20, 30, 45, 90, 400, 2000, -2])
            started = self.today - back * DAY
        self.add(("[book]", {
            "name": self.maybe(0.7, "Petra Elevator Service"),
            "started": self.has("started", started),
            "owner": self.staff_member(0.5),
            "value": self.maybe(0.6, lambda: ["24/7 phone", "No shutdown", "One face"][
                :self.rng.randint(1, 3)]),
        }))

    def policy(self):
        """Sometimes none, sometimes every key turned."""
        turn = self.pick([0.0, 0.15, 0.4, 0.9])
        tiers = None
        if self.chance(turn):
            tiers = {name: self.tier() for name in ["A", "B", "VIP"]}
            self.tier_names = list(tiers)
        hours = workdays = None
        night = "night" not in self.without and self.chance(0.2)
        if night or self.chance(turn * 0.7):
            if self.chance(0.4):
                hours = self.pick(NIGHT_TABLES if night else HOUR_TABLES)
            else:
                hours = self.pick(NIGHT_LISTS if night else HOUR_LISTS)
                workdays = self.maybe(0.5, lambda: self.rng.sample(
                    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], self.rng.randint(2, 7)))
        first_off = self.today + self.rng.randint(-8, 8) * DAY
        holidays = [
            first_off, {"from": first_off, "to": first_off + self.rng.randint(0, 12) * DAY},
            self.today, self.today + DAY, month_day_of(self.today - DAY), "12-25", "01-01",
            "4th thu nov", "last mon may", "1st mon jan", "5th fri jul", "easter-2"]

        own_hours = None
        if "days" not in self.without and self.chance(0.45):
            near = [self.today + n * DAY for n in range(-9, 12)]
            feasts = [date(self.today.year, 12, 25), date(self.today.year, 12, 24)]
            chosen = {self.pick([self.today, first_off, *near, *near, *feasts])
                      for _ in range(self.rng.randint(1, 5))}
            own_hours = {str(day): self.pick(OWN_HOURS + OWN_NIGHTS * night)
                         for day in sorted(chosen)}

        def turned(*values):
            return self.maybe(turn, lambda: self.pick(values))

        every = turned(*CADENCES, "never")
        table = {
            "every": every,
            "at_most": turned(self.at_most(every or "30d")),
            "tiers": tiers,
            "first_contact": turned("1wd", "2wd", "1d", "1w", "1m", "10d"),
            "heads_up": turned(*LEADS),
            "belated": turned(*STAYS),
            "leap_day": turned("02-28", "03-01"),
            "anniversaries": turned("round", "all", "none"),
            "thank_within": turned("1wd", "2wd", "3d", "1w", "1m"),
            "thank_window": turned("90d", "30d", "14d", "1y"),
            "respond": turned("30min", "4h", "8h", "20 hours", "1wd", "1d", "2wd"),
            "solve": turned("1h", "1wd", "3wd", "2d", "1w", "12h", "1m"),
            "emergency_respond": turned("15 minutes", "2h", "1wd", "1d"),
            "emergency_solve": turned("90min", "4h", "30h", "1wd", "2d"),
            "retry": turned("1wd", "2wd", "3d", "1w", "1d"),
            "escalate": turned("1d", "2wd", "1w", "5d", "1m"),
            "per_day": self.per_day(0.75, [0, 1, 1, 2, 2, 3, 5]),
            "wow_every": turned("1y", "3m"),
            "workdays": workdays,
            "hours": hours,
            "days": own_hours,
            "holidays": self.maybe(0.6, lambda: self.rng.sample(holidays, self.rng.randint(1, 5))),
        }
        if any(value is not None for value in table.values()):
            self.add(("[policy]", table))

    def per_day(self, share, values):
        if self.crowded:
            share, values = share + 0.2, [1, 2, 3, 4, 5]
        limit = self.maybe(share, lambda: self.pick(values))
        return 0 if "caps" in self.without else limit

    def staff(self):
        for index, name in enumerate(self.staff_ids):
            others = [other for other in self.staff_ids if other != name]
            away = []
            for _ in range(self.pick([0, 0, 1, 1, 2])):
                begins = self.today + self.rng.randint(-6, 8) * DAY
                away.append({"from": begins, "to": begins + self.rng.randint(0, 8) * DAY})
            self.add(("[[staff]]", {
                "id": name, "name": name.title() + " " + FAMILY_NAMES[index],
                "email": self.maybe(0.3, name + "@example.com"),
                "per_day": self.per_day(0.4, [0, 1, 1, 2, 3, 4]),
                "away": away or None,
                "backup": self.pick(others) if others and self.chance(0.75) else None,
            }))

    def plans(self):
        """Plans of the book: what they begin with, whom they fit, how they end."""
        if "plans" in self.without or not self.chance(0.6):
            return
        for name in self.rng.sample(PLANS, self.pick([1, 2, 2, 3, 5])):
            self.plan_names.append(name)
            back = self.pick([0, 1, 3, 10, 30, 60, 400, 4000])
            self.add(("[[plan]]", {
                "name": name,
                "starts": self.pick(["new", "purchase", "purchase", "emergency", "strained"]),
                "from": self.today - back * DAY,
                "tiers": self.maybe(0.15, lambda: self.rng.sample(self.tier_names, 2)),
                "tags": self.maybe(0.15, lambda: self.rng.sample(["west", "east", "vip"], 2)),
                "ends_on_reply": self.maybe(0.3, lambda: self.chance(0.8)),
                "steps": [{"after": self.pick(STEPS), "what": self.words("a step"),
                           **({"how": self.pick(HOWS)} if self.chance(0.3) else {})}
                          for _ in range(self.pick([1, 1, 2, 2, 3, 4]))],
            }))

    def own_plans(self):
        """What is due with one customer: tables, and the names of them."""
        count = 0 if "plans" in self.without else self.pick([0, 0, 0, 0, 1, 1, 2])
        tables = []
        for what in self.rng.sample(OWN_PLANS, count):
            back = self.pick([-20, -3, 0, 1, 2, 5, 20, 31, 60, 90, 180, 365, 1000])
            begins = self.today - back * DAY
            if self.chance(0.2):
                begins = self.pick([date(2026, 1, 31), date(2024, 2, 29), date(2025, 12, 31)])
            tables.append({
                "what": what, "from": begins,
                "every": self.maybe(0.75, lambda: self.pick(RETURNS)),
                "until": self.maybe(0.15, lambda: self.today + self.rng.randint(-10, 30) * DAY),
                "how": self.maybe(0.3, lambda: self.pick(HOWS)),
            })
        return tables

    def planned_touches(self, customer, own):
        """What was done of plans; now and then of one that the customer has not."""
        names = own + self.plan_names
        if not names:
            return
        for _ in range(self.pick([0, 0, 1, 1, 2, 3, 5])):
            done = [self.respelled(name) for name in self.rng.sample(names, min(
                len(names), self.pick([1, 1, 1, 2])))]
            if self.chance(0.1):
                done = [done[0].upper()]
            self.record("touch", customer=customer, on=self.day_or_moment(self.near(40, 3), 0.2),
                        how=self.pick(HOWS), reached=self.maybe(0.1, False),
                        plan=done[0] if len(done) == 1 and self.chance(0.8) else done,
                        **{"from": self.maybe(0.1, "them")})
        if self.chance(0.2):                              # a reply
            self.record("touch", customer=customer, on=self.near(10, 1), how="call",
                        reached=self.maybe(0.2, False), **{"from": "them"})

    # --- customers --------------------------------------------------------

    def birthday(self):
        """A birthday near today, or on 29 February; with or without its year."""
        near = self.today + self.rng.randint(-16, 16) * DAY
        if self.chance(0.2):
            near = date(2028, 2, 29)
        if self.chance(0.3):
            return month_day_of(near)
        years = [1944, 1956, 1960, 1984, 1991, 2000, self.today.year, self.today.year - 1]
        if (near.month, near.day) == (2, 29):
            years = [year for year in years if is_leap(year)]
        born = in_year(near, self.pick(years))
        return born if born <= self.today + 30 * DAY else month_day_of(near)

    def since(self):
        """An anniversary near today, or a beginning some days ago."""
        kind = self.rng.random()
        if kind < 0.5:
            near = self.today + self.rng.randint(-12, 12) * DAY
            return in_year(near, near.year - self.pick([0, 1, 1, 2, 5, 6, 10]))
        if kind < 0.6:
            return date(2024, 2, 29)
        return self.near(60, 3)

    def at_most(self, every):
        """At least as long."""
        if every == "never":
            return self.pick(["3d", "40d"])
        count, unit = COUNT_AND_UNIT.fullmatch(every).groups()
        return f"{int(count) * self.pick([1, 1, 2, 3])}{unit}"

    def tier(self):
        every = self.pick(CADENCES + ["never"])
        if self.chance(0.6):
            return every
        return {"every": every, "at_most": self.at_most(every)}

    def cadence(self):
        """every and because."""
        if not self.chance(0.45):
            return None, None
        if self.chance(0.2):
            return "never", self.maybe(0.7, "they asked for it")
        return self.pick(CADENCES), self.maybe(0.1, "agreed")

    def customer(self, number):
        every, because = self.cadence()
        rich = 0.2 if self.crowded else 1                 # in people, days and troubles
        name = f"c{number}"
        table = {
            "id": name,
            "name": f"{self.pick(['Acme', 'Zenith', 'Øst', 'Tower'])} {number}",
            "call_me": self.maybe(0.3, lambda: self.pick(FIRST_NAMES)),
            "company": self.maybe(0.2, "Some & Sons"),
            "phone": self.maybe(0.5, lambda: self.one_or_more(
                f"+1 602 555 01{number:02d}", f"+49 30 5550 {number:02d}")),
            "email": self.maybe(0.5, lambda: self.one_or_more(
                f"c{number}@example.com", f"c{number}@example.org")),
            "address": self.maybe(0.3, "1 Main Street"),
            "tags": self.maybe(0.4, lambda: self.rng.sample(
                ["west", "east", "vip"], self.pick([1, 1, 2]))),
            "owner": self.staff_member(0.6),
            "tier": self.maybe(0.5, lambda: self.pick(self.tier_names)),
            "every": every,
            "at_most": self.maybe(0.2, lambda: self.at_most(every) if every else "2y"),
            "because": because,
            "since": self.maybe(0.5 * rich, self.since),
            "added": self.has("added", self.maybe(0.3, lambda: self.near(20, 1))),
            "birthday": self.maybe(0.35 * rich, self.birthday),
            "leap_day": self.maybe(0.15, lambda: self.pick(["02-28", "03-01"])),
            "mood": self.maybe(0.25 * rich, lambda: self.pick(
                ["strained", "strained", "content", "delighted"])),
            "referred_by": self.maybe(0.3 * (number > 0),
                                      lambda: f"c{self.rng.randrange(number)}"),
            "status": self.maybe(0.25 * rich, lambda: self.pick(
                ["former", "do-not-contact", "do-not-contact", "active"])),
            "value": self.maybe(0.3, ["Own point", "Second point"][:self.rng.randint(1, 2)]),
            "likes": self.maybe(0.2, lambda: self.rng.sample(["orchids", "mezcal", "trains"],
                                                             self.pick([1, 1, 2]))),
        }
        tables = [("[[customer]]", table)]
        contacts = self.rng.sample(FIRST_NAMES, self.pick(
            [0, 0, 0, 0, 0, 1] if self.crowded else [0, 0, 0, 1, 1, 2, 3]))
        for first_name in contacts:
            tables.append(("[[customer.contact]]", {
                "name": f"{first_name} {self.pick(FAMILY_NAMES)}",
                "call_me": self.maybe(0.3, first_name),
                "role": self.maybe(0.2, "caretaker"),
                "phone": self.has("contact-phones", self.maybe(0.4, lambda: self.one_or_more(
                    f"+1 480 555 {number:02d}1", f"+1 480 555 {number:02d}2"))),
                "email": self.has("contact-phones", self.maybe(
                    0.3, f"{len(tables)}.c{number}@example.net")),
                "birthday": self.maybe(0.5, self.birthday),
                "left": self.maybe(0.15, lambda: self.today + self.rng.randint(-12, 9) * DAY),
            }))
        people = [table["name"] for header, table in tables[1:]]
        events = self.rng.sample(EVENTS, self.pick(
            [0, 0, 0, 0, 0, 1] if self.crowded else [0, 0, 0, 1, 1, 2, 3]))
        for what in events:
            tables.append(("[[customer.event]]", self.event(what)))
        own = self.own_plans()
        later = [plan for plan in own if "learned" not in self.without and self.chance(0.3)]
        tables += [("[[customer.plan]]", plan) for plan in own if plan not in later]
        self.add(*tables)
        for plan in later:                                # of a customer, but written later
            self.record("plan", customer=name, on=self.maybe(0.5, self.today + DAY), **plan)

        self.told.append((name, people, events, [plan["what"] for plan in own]))
        if "learned" not in self.without:
            self.learned(name, people)
        if self.chance(rich):
            self.snoozes(name)
        self.wows(name)
        self.planned_touches(name, [plan["what"] for plan in own])
        asks_a_lot = table["status"] == "do-not-contact"
        if self.chance(0.85 if self.crowded else 0.1 if asks_a_lot else 0.45):
            self.quiet_touches(name)                      # little but a follow-up
            if self.chance(0.35 + 0.3 * self.crowded):
                self.purchases(name)
            if self.chance(0.25 * rich):
                self.attempts(name)
            if self.chance(0.2 * rich):
                self.past_emergency(name)
            if self.chance(0.15):
                self.silence(name)
            return
        self.greetings(name, people, events)
        for what in events:
            self.readies(name, what)
        self.purchases(name)
        self.touches(name, people)
        self.promises(name)
        for _ in range(self.pick([0, 0, 0, 1, 1, 2])):
            self.request(name)

    def learned(self, name, people):
        """Whom and what somebody heard of later, and what is true from a day on."""
        def on():
            return self.maybe(0.8, lambda: self.day_or_moment(
                self.today + self.rng.randint(-14, 9) * DAY, 0.15))

        if self.chance(0.12):
            self.record("contact", customer=name, on=on(), name="Kim Lee",
                        phone=self.maybe(0.4, "+1 480 555 9999"),
                        birthday=self.maybe(0.6, self.birthday))
            people = [*people, "Kim Lee"]
        if self.chance(0.12):
            self.record("event", customer=name, on=on(), **self.event("Learned day"))
        for _ in range(self.pick([0, 0, 0, 1, 1, 2, 4])):
            if people and self.chance(0.3):
                self.record("fact", customer=name, contact=self.pick(people), on=on(),
                            call_me=self.maybe(0.3, "Sam"),
                            phone=self.maybe(0.4, "+1 480 555 8888"),
                            birthday=self.maybe(0.3, self.birthday),
                            likes=self.maybe(0.2, ["jazz"]),
                            left=self.maybe(0.2, lambda: self.near(12, 9)))
                continue
            every, because = self.cadence()
            self.record("fact", customer=name, on=on(), by=self.staff_member(0.2),
                        name=self.maybe(0.15, f"Renamed {name}"),
                        call_me=self.maybe(0.15, "Lou"),
                        phone=self.maybe(0.3, "+1 602 555 7777"),
                        email=self.maybe(0.2, f"new.{name}@example.com"),
                        address=self.maybe(0.1, "2 Side Street"),
                        owner=self.staff_member(0.4),
                        tier=self.maybe(0.3, lambda: self.pick(self.tier_names)),
                        every=every, because=because,
                        at_most=self.maybe(0.15, lambda: self.pick(["10d", "3w", "2m", "1y"])),
                        since=self.maybe(0.15, self.since),
                        birthday=self.maybe(0.15, self.birthday),
                        leap_day=self.maybe(0.1, lambda: self.pick(["02-28", "03-01"])),
                        mood=self.maybe(0.25, lambda: self.pick(MOODS)),
                        status=self.maybe(0.2, lambda: self.pick(
                            ["former", "do-not-contact", "active", "active"])),
                        tags=self.maybe(0.15, lambda: self.pick([[], ["east"], ["west", "vip"]])),
                        likes=self.maybe(0.2, ["figs"]))

    def one_or_more(self, *values):
        """The first of these values, or a list of some."""
        if "lists" in self.without or self.chance(0.6):
            return values[0]
        return list(values[:self.rng.randint(1, len(values))])

    def event(self, what):
        yearly = self.chance(0.6)
        near = self.today + self.rng.randint(-12, 25) * DAY
        when = near
        if yearly and self.chance(0.6):
            when = in_year(near, near.year - self.pick([0, 1, 3, 10]))
        elif yearly and self.chance(0.4):
            when = month_day_of(near)
        if yearly and self.chance(0.1):
            when = self.pick(["02-29", date(2024, 2, 29)])
        return {
            "what": what, "date": when, "yearly": yearly,
            "until": self.maybe(0.15, lambda: self.today + self.rng.randint(-10, 30) * DAY),
            "heads_up": self.maybe(0.5, lambda: self.pick(LEADS)),
            "belated": self.maybe(0.4, lambda: self.pick(STAYS)),
            "prepare": self.maybe(0.5, lambda: self.pick(PREPARES)),
            "gift": self.maybe(0.2, "card"),
        }

    # --- records ----------------------------------------------------------

    def record(self, kind, **table):
        self.add((f"[[{kind}]]", table))

    def greetings(self, customer, people, events):
        for _ in range(self.pick([0, 0, 0, 1, 1, 2])):
            marks = self.rng.sample([self.respelled("birthday"), "Birthday", "anniversary", *(
                self.respelled(what) for what in events), *(
                what.upper() for what in events)], self.rng.randint(1, 2))
            self.record("touch", customer=customer,
                        contact=self.respelled(self.pick(people))
                        if people and self.chance(0.5) else None,
                        on=self.day_or_moment(self.near(14, 2), 0.2),
                        how=self.pick(HOWS), reached=self.maybe(0.15, False),
                        greeted=marks[0] if len(marks) == 1 and self.chance(0.8) else marks)

    def readies(self, customer, what):
        if self.chance(0.25):
            back = self.pick([0, 1, 3, 8, 20, 300, 350, 365, 366, 370])
            self.record("ready", customer=customer, by=self.staff_member(0.3),
                        on=self.today - back * DAY,
                        what=self.respelled(self.pick([what, what.lower()])))

    def purchases(self, customer):
        for _ in range(self.pick([0, 0, 0, 1, 1, 2])):
            day = self.near(8, 2) if self.chance(0.6) else (
                self.today - self.pick([13, 14, 15, 29, 30, 31, 89, 90, 91, 365]) * DAY)
            self.record("purchase", customer=customer, on=self.day_or_moment(day, 0.15),
                        what=self.pick(THINGS), amount=self.maybe(0.3, 120.5),
                        currency=self.maybe(0.2, "EUR"), by=self.staff_member(0.2))

    def touches(self, customer, people):
        """What happened: now a few touches, now a row of moods, now a row of attempts."""
        for _ in range(self.pick([0, 0, 1, 1, 2, 4])):
            sender = self.maybe(0.25, lambda: self.pick(["them", "us"]))
            self.record("touch", customer=customer, **{"from": sender},
                        contact=self.pick(people) if people and self.chance(0.3) else None,
                        on=self.day_or_moment(self.near(60, 3), 0.3), by=self.staff_member(0.4),
                        how=self.maybe(0.8, lambda: self.pick(HOWS)),
                        reached=self.maybe(0.3, lambda: self.chance(0.4)),
                        said=self.maybe(0.2, "hello"),
                        heard=self.maybe(0.3, lambda: self.words("a rattle")),
                        thanked=self.maybe(0.12, lambda: self.pick(THINGS)),
                        wow=self.maybe(0.06, lambda: self.words("hand-written card")),
                        mood=self.maybe(0.2, lambda: self.pick(MOODS)))
        if self.chance(0.25):                             # moods in a row
            day = self.near(30, 0)
            for _ in range(self.rng.randint(1, 4)):
                self.record("touch", customer=customer, on=day, how="call",
                            reached=self.maybe(0.2, False),
                            mood=self.pick(["strained", "content", "content", "delighted"]))
                day += self.pick([0, 1, 2, 5]) * DAY
        if self.chance(0.3):
            self.attempts(customer)
        if self.chance(0.15):
            self.silence(customer)

    def wows(self, customer):
        """A WOW, mostly long ago."""
        if self.chance(0.25):
            day = self.today - self.pick([20, 80, 90, 91, 92, 100, 200, 364, 366, 400, 800]) * DAY
            if self.chance(0.3):
                day = in_year(self.today, self.today.year - 1)
            self.record("touch", customer=customer, how="gift",
                        wow=self.words("a framed photograph"),
                        on=self.day_or_moment(day, 0.2),
                        heard=self.maybe(0.3, lambda: self.words("thank you")))

    def silence(self, customer):
        """Letters and the like in a row, to which perhaps nobody said anything."""
        day = self.today - self.pick([3, 10, 30, 60, 90]) * DAY
        for _ in range(self.pick([2, 3, 3, 4, 4])):
            self.record("touch", customer=customer, on=self.day_or_moment(day, 0.1),
                        how=self.pick(["email", "letter", "text"]) if self.chance(0.95) else "call",
                        heard=self.maybe(0.04, lambda: self.words("fine")),
                        reached=self.maybe(0.05, False), **{"from": self.maybe(0.04, "them")})
            day += self.pick([0, 1, 3, 7, 20]) * DAY

    def attempts(self, customer):
        """Attempts in a row."""
        day, count = self.near(10, 0), self.rng.randint(1, 4)
        if self.chance(0.4):                              # enough, and long enough ago
            day, count = self.today - self.rng.randint(8, 30) * DAY, self.rng.randint(2, 5)
        for _ in range(count):
            self.record("touch", customer=customer, on=self.day_or_moment(day, 0.2),
                        how=self.maybe(0.9, lambda: self.pick(HOWS[:5] + ["call", "call"])),
                        heard=self.maybe(0.05, lambda: self.words("a beep")),
                        reached=False, **{"from": self.maybe(0.1, "them")})
            day += self.pick([0, 1, 1, 2]) * DAY

    def quiet_touches(self, customer):
        """None, or a few about as long ago as cadences are."""
        for _ in range(self.pick([0, 1, 1, 2])):
            back = self.pick([3, 5, 7, 10, 13, 14, 15, 16, 28, 30, 31, 32, 59, 61, 90, 92, 200])
            day = self.today - (back + self.rng.randint(-2, 2)) * DAY
            self.record("touch", customer=customer, how=self.pick(HOWS),
                        on=self.day_or_moment(day, 0.2),
                        mood=self.maybe(0.3, lambda: self.pick(["strained", "content"])),
                        heard=self.maybe(0.3, lambda: self.words("all is well")))

    def past_emergency(self, customer):
        """An emergency that is over: after-care may follow."""
        day = self.today - self.rng.randint(0, 9) * DAY
        self.record("request", customer=customer, what="stuck lift",
                    id=f"{customer}-stuck{self.era}",
                    asked=self.day_or_moment(day - self.rng.randint(0, 2) * DAY), urgent=True,
                    closed=day, outcome=self.pick(["done", "done", "withdrawn"]))

    def snoozes(self, customer):
        if not self.chance(0.3):
            return
        for _ in range(self.pick([1, 1, 1, 2, 3, 4, 5])):
            day = self.near(9, 2)
            self.record("snooze", customer=customer, on=self.day_or_moment(day, 0.1),
                        until=day + self.pick([1, 2, 2, 3, 4, 7, 14]) * DAY, because="on holiday",
                        by=self.staff_member(0.2), all=self.maybe(0.35, lambda: self.chance(0.8)))

    def promises(self, customer):
        """Up to three promises; later ones may replace earlier ones; some get kept."""
        earlier = []
        for number in range(self.pick([0, 0, 0, 1, 1, 2, 3])):
            due = self.today + self.rng.randint(0, 14) * DAY
            if self.chance(0.4):
                due = self.near(8, 0)
            implied = f"{customer}-{due.isoformat()}"
            if "moments" not in self.without:
                due = self.day_or_moment(due, 0.4)
            explicit = implied in self.promise_ids or self.chance(0.5)
            name = f"{customer}-p{self.era}{number}" if explicit else implied
            self.promise_ids.add(name)
            self.record("promise", customer=customer, what=self.pick(THINGS), due=due,
                        made=self.maybe(0.5, lambda: self.near(12, 2)),
                        id=name if explicit else None, by=self.staff_member(0.2),
                        kept=self.maybe(0.15, lambda: self.near(6, 2)),
                        replaces=self.pick(earlier) if earlier and self.chance(0.4) else None)
            earlier.append(name)
            if self.chance(0.2):
                self.record("touch", customer=customer, on=self.near(6, 2), how="call",
                            promise=name, reached=self.maybe(0.2, False))

    def request(self, customer):
        """A request and its story: answers, offers, refusals, an end."""
        asked_day = self.near(14, 2)
        if self.chance(0.4):
            asked_day = self.today - self.rng.randint(0, 2) * DAY
        asked = self.day_or_moment(asked_day, 0.6)
        name = f"{customer}-{asked_day.isoformat()}"
        explicit = name in self.request_ids or self.chance(0.6)
        if explicit:
            name = f"{customer}-r{len(self.blocks)}"
        self.request_ids.add(name)
        due = None
        if self.chance(0.35):
            due = self.day_or_moment(asked_day + self.rng.randint(0, 12) * DAY, 0.4)
        table = {"customer": customer, "what": self.pick(THINGS), "asked": asked,
                 "id": name if explicit else None,
                 "by": self.staff_member(0.2),
                 "urgent": self.maybe(0.5, lambda: self.chance(0.75)), "due": due}
        if self.chance(0.12):
            table["closed"] = asked_day + self.rng.randint(0, 6) * DAY
            table["outcome"] = self.pick(["done", "withdrawn", "alternative", "alternative"])
            if table["outcome"] == "alternative":
                table["offered"] = self.words("a smaller one")
        steps = self.story(customer, name, table)
        offers = [step for step in [table, *steps] if "offered" in step]
        if offers and "emergency-offers" in self.without:
            table["urgent"] = None
        self.record("request", **table)
        for step in steps:
            self.record("touch", **step)

    def story(self, customer, name, request):
        """What happened to a request, as touches that name it."""
        steps = []
        day, offered = day_of(request["asked"]), "offered" in request
        if offered:
            day = request["closed"]
        answers = []
        kinds = ["answer", "offer", "offer", "verdict", "verdict", "verdict", "end", "wait", "wait"]
        if self.chance(0.4):                              # one that is still open
            kinds = self.pick([["wait", "wait", "answer"], ["wait", "answer", "offer"],
                               ["offer", "refusal", "answer"], ["offer", "verdict", "taken back"]])
        for _ in range(self.pick([0, 0, 1, 1, 2, 3, 4])):
            day += self.pick([0, 0, 1, 1, 2, 3, 5]) * DAY
            step = self.pick(kinds)
            if step != "answer" and day > self.today and self.chance(0.7):
                day = self.today
            if offered and answers and answers[-1] == "accepted" and self.chance(0.5):
                step = "taken back"
            touch = {"customer": customer, "request": name,
                     "on": self.day_or_moment(day, 0.3),
                     "how": self.pick(HOWS), "reached": self.maybe(0.15, False),
                     "from": self.maybe(0.2, "them"),
                     "heard": self.maybe(0.15, lambda: self.words("they ask")),
                     "mood": self.maybe(0.1, lambda: self.pick(["strained", "content"])),
                     "thanked": self.maybe(0.05, "your patience")}
            if step == "offer":
                touch.update(outcome="alternative", offered=self.words("another way"),
                             answer=self.maybe(0.25, lambda: self.pick(
                                 ["accepted", "refused"])))
                offered = True
            elif step == "verdict" and offered:
                touch["answer"] = self.pick(["accepted", "refused", "refused"])
            elif step in ("taken back", "refusal") and offered:
                touch["answer"] = "refused"
            elif step == "end":
                touch["outcome"] = self.pick(["done", "done", "withdrawn"])
            elif step == "wait" and (not request["urgent"] or self.chance(0.3)):
                touch["waiting"] = self.has("waiting", self.words("their drawing"))
                touch["from"] = self.maybe(0.2, "us")
                touch["reached"] = self.maybe(0.05, False)
            if touch.get("answer"):
                answers.append(touch["answer"])
            steps.append(touch)
        return steps

    # --- the years behind -------------------------------------------------

    def history(self):
        """What lies behind: the beginnings are moved back, and every customer gets a past."""
        for header, table in [pair for block in self.blocks for pair in block]:
            if header == "[book]" and table["started"] and self.chance(0.85):
                table["started"] = self.past_day(3) - self.pick([0, 0, 700]) * DAY
            if header == "[[customer]]":
                for key, years in (("added", 1), ("since", 3)):
                    if table[key] and self.chance(0.7):
                        table[key] = self.past_day(years)
            if header in ("[[plan]]", "[[customer.plan]]") and self.chance(0.7):
                table["from"] = self.past_day(1)
        now, today = self.now, self.today
        for name, people, events, own in self.told:
            self.steady_touches(name, people)
            self.changes(name)
            for number in range(self.pick([1, 3, 5, 8])):
                self.today = min(self.past_day(1), today - 3 * DAY)
                if self.chance(0.25):                     # where occasions are near
                    self.today = in_year(today, today.year - self.pick([1, 2]))
                self.now = datetime.combine(self.today, now.time())
                self.era = f"e{number}-"
                self.some_weeks(name, people, events, own)
                self.now, self.today, self.era = now, today, ""

    def past_day(self, times=1):
        """A day within the history, or within some times as long."""
        return self.today - self.rng.randint(0, self.history_days * times) * DAY

    def some_weeks(self, name, people, events, own):
        """What books are made of, around another day."""
        for share, what in [
                (0.25, lambda: self.greetings(name, people, events)),
                (0.3, lambda: self.kept_promises(name)), (0.15, lambda: self.promises(name)),
                (0.35, lambda: self.request(name)), (0.15, lambda: self.past_emergency(name)),
                (0.3, lambda: self.thanked_purchases(name)), (0.2, lambda: self.attempts(name)),
                (0.3, lambda: self.touches(name, people)), (0.15, lambda: self.snoozes(name)),
                (0.4, lambda: self.planned_touches(name, own)), (0.15, lambda: self.moods(name))]:
            if self.chance(share):
                what()

    def steady_touches(self, name, people):
        """Contacts at about a cadence, now and then late, missed or only tried."""
        day, step = self.past_day(), self.pick([7, 14, 30, 45, 90])
        while day <= self.today + 5 * DAY:
            reached = self.maybe(0.15, False)
            self.record("touch", customer=name, on=self.day_or_moment(day, 0.2),
                        contact=self.pick(people) if people and self.chance(0.2) else None,
                        how=self.maybe(0.95, lambda: self.pick(HOWS)), reached=reached,
                        heard=self.maybe(0.4, lambda: self.words("the rollers sing")),
                        thanked=self.maybe(0.25, lambda: self.pick(THINGS)),
                        wow=self.maybe(0.04, lambda: self.words("a cake")),
                        mood=self.maybe(0.15, lambda: self.pick(MOODS)),
                        plan=self.maybe(0.15 * bool(self.plan_names),
                                        lambda: self.pick(self.plan_names)),
                        **{"from": self.maybe(0.15, "them")})
            day += max(0, step + self.rng.randint(-step // 2, self.pick([1, 2, step]))) * DAY
            if self.chance(0.05):
                day += 200 * DAY

    def changes(self, name):
        """What became true on the way."""
        if "learned" in self.without:
            return
        for _ in range(self.pick([0, 0, 1, 2, 4])):
            every, because = self.cadence() if self.chance(0.4) else (None, None)
            self.record("fact", customer=name, on=self.day_or_moment(self.past_day(), 0.1),
                        owner=self.staff_member(0.4), every=every, because=because,
                        tier=self.maybe(0.3, lambda: self.pick(self.tier_names)),
                        since=self.maybe(0.1, self.past_day),
                        birthday=self.maybe(0.1, self.birthday),
                        mood=self.maybe(0.25, lambda: self.pick(MOODS)),
                        status=self.maybe(0.2, lambda: self.pick(
                            ["former", "do-not-contact", "active", "active"])),
                        tags=self.maybe(0.2, lambda: self.pick([[], ["east"], ["west", "vip"]])))

    def kept_promises(self, name):
        """A promise that was kept, in time or late, by a touch or by its own word."""
        due = self.day_or_moment(self.near(10, 10), 0.4)
        promise = f"{name}-k{len(self.blocks)}"
        made = day_of(due) - self.rng.randint(0, 9) * DAY
        kept = day_of(due) + self.pick([-3, -1, 0, 0, 0, 1, 2]) * DAY
        by_touch = self.chance(0.7)
        self.record("promise", customer=name, what=self.pick(THINGS), due=due, made=made,
                    id=promise, kept=None if by_touch else self.maybe(0.8, kept),
                    by=self.staff_member(0.2))
        if by_touch:
            self.record("touch", customer=name, on=self.day_or_moment(kept), how=self.pick(HOWS),
                        promise=promise)

    def thanked_purchases(self, name):
        """A purchase, and perhaps thanks for it."""
        day = self.near(10, 10)
        self.record("purchase", customer=name, on=self.day_or_moment(day, 0.15),
                    what=self.pick(THINGS))
        if self.chance(0.6):
            self.record("touch", customer=name, on=day + self.pick([-1, 0, 1, 2, 3, 4]) * DAY,
                        how=self.pick(HOWS), thanked=self.pick(THINGS),
                        reached=self.maybe(0.1, False))

    def moods(self, name):
        """A strained state, and how it ended."""
        day = self.near(20, 0)
        for mood in self.pick([["strained"], ["strained", "content", "content"],
                               ["strained", "strained", "content", "strained", "delighted",
                                "content"]]):
            self.record("touch", customer=name, on=day, how="call", mood=mood,
                        reached=self.maybe(0.1, False),
                        plan=self.maybe(0.4 * bool(self.plan_names),
                                        lambda: self.pick(self.plan_names)))
            day += self.pick([0, 1, 3, 9]) * DAY

    # --- the text ---------------------------------------------------------

    def value(self, value):
        """A value as TOML; moments in every spelling people use."""
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, datetime):
            mark = self.pick(["T", "T", " "])
            return value.strftime(f"%Y-%m-%d{mark}%H:%M") + self.pick(["", ":00"])
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, str):
            if "'" not in value and self.chance(0.1):
                return f"'{value}'"
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        if isinstance(value, list):
            return "[" + ", ".join(self.value(one) for one in value) + "]"
        if isinstance(value, dict):
            return "{ " + ", ".join(f"{k} = {self.value(v)}" for k, v in value.items()) + " }"
        return str(value)

    def text(self):
        self.head()
        self.policy()
        self.staff()
        self.plans()
        for number in range(self.size * 3 // 2 if self.crowded else self.size):
            self.customer(number)
        if self.history_days:
            self.history()
        if self.chance(0.3):                              # records in any order, customers too
            self.rng.shuffle(self.blocks)
        lines = [f"# now = {self.now.strftime('%Y-%m-%dT%H:%M')}"]
        for block in self.blocks:
            for header, table in block:
                lines += ["", header]
                lines += [f"{key} = {self.value(value)}" for key, value in table.items()
                          if value is not None]
        return "\n".join(lines) + "\n"


def make(seed, size=12, without=frozenset(), history=0):
    """The text of the book of this seed, with some days of history."""
    return Maker(seed, size, without, history).text()


def now_of(text):
    """The moment on a book's first line."""
    return datetime.fromisoformat(text.split("\n", 1)[0].removeprefix("# now = "))


def main():
    parser = argparse.ArgumentParser(description="A random, sound customer book.")
    parser.add_argument("seed", type=int)
    parser.add_argument("--size", type=int, default=12, help="how many customers")
    parser.add_argument("--without", type=features, default=frozenset(),
                        help="; ".join(f"{name}: {what}" for name, what in FEATURES.items()))
    parser.add_argument("--history", type=int, default=0, metavar="DAYS",
                        help="how many days lie behind")
    options = parser.parse_args()
    print(make(options.seed, options.size, options.without, options.history), end="")


if __name__ == "__main__":
    main()
