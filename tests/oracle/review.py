#!/usr/bin/env python3
"""A second opinion on the review: the rules R20-R23, computed once more.

This program reads a customer book and prints the JSON document that `care
review` prints, less `problems`, from the text of the rules alone. It stands
beside `oracle.py`, which knows R1-R17 and is all that it uses. It prefers
clarity to speed and expects a sound book.

    review.py BOOK --now 2026-11-22T08:30 [--from A] [--to B] [--last month|quarter|year]
              [--owner ID] [--tag TAG]... [--cases ID]
    review.py --self-test

`--cases` lists the cases of one customer instead. `compare_review.py` sets the
two programs side by side over random books with two years of history.
"""

import argparse
import json
import sys
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from fractions import Fraction

import oracle
from oracle import DAY, Duration, day_of, duration, touches_until

# R20: the measures in the order of the table, and the factor that each stands under.
FACTORS = {
    "follow_ups": "follow-up",
    "promises": "real",
    "answers": "follow-up",
    "solutions": "real",
    "emergencies_answered": "follow-up",
    "emergencies_solved": "real",
    "thanks": "follow-up",
    "occasions": "friendly",
    "thanked": "friendly",
    "heard": "friendly",
    "wow": "wow",
    "plans": "follow-up",
}
STATES = ["strained", "loyal", "new", "silent", "returning", "recommending", "satisfied"]
LISTED = ["strained", "silent", "satisfied"]
SPOKEN = ("call", "visit", "meeting", "video")


# ---------------------------------------------------------------------------
# The period, and as of when it is told
# ---------------------------------------------------------------------------

@dataclass(frozen=True)
class Period:
    """Both days are part of it."""
    first: date
    final: date

    @property
    def days(self):
        return (self.final - self.first).days + 1

    def __contains__(self, day):
        return self.first <= day <= self.final

    def document(self):
        return {"from": str(self.first), "to": str(self.final)}


def last_whole(which, today):
    """The last whole month, quarter or year before a day, and the one before that."""
    months = {"month": 1, "quarter": 3, "year": 12}[which]
    begins = date(today.year, (today.month - 1) // months * months + 1, 1)
    starts = [oracle.plus_months(begins, -months * back) for back in (0, 1, 2)]
    return Period(starts[1], starts[0] - DAY), Period(starts[2], starts[1] - DAY)


def periods(today, first=None, final=None, last=None):
    """P and Q: by default the last 90 days, and as many before them."""
    if last:
        return last_whole(last, today)
    final = final or today
    first = first or final - 89 * DAY
    period = Period(first, final)
    return period, Period(first - period.days * DAY, first - DAY)


class Then:
    """As of when something is told: now, or the end of a day when all of it is over."""

    def __init__(self, day, now):
        self.day = day
        is_now = day == now.date()
        self.moment = now if is_now else midnight_after(day)
        # The minute that runs is waited, too: until it is over, all can still turn out well.
        self.waited = now + timedelta(minutes=1) if is_now else self.moment

    def has_past(self, limit):
        """Whether a day is over, or a moment past."""
        if isinstance(limit, datetime):
            return self.moment > limit
        return self.moment >= midnight_after(limit)


def midnight_after(day):
    return datetime.combine(day, time(0)) + DAY


def in_time(record, limit):
    """Not after: a date compared with a moment, day against day."""
    if isinstance(record, datetime) and isinstance(limit, datetime):
        return record <= limit
    return day_of(record) <= day_of(limit)


def is_within(calendar, day, span, last):
    """A span back from a day X: X - span < day <= X."""
    return calendar.subtract(last, span) < day <= last


# ---------------------------------------------------------------------------
# The book as of a day
# ---------------------------------------------------------------------------

def is_later(record, day):
    """Whether it was learned after a day: a record of a later day has not happened."""
    return record.on is not None and day_of(record.on) > day


def is_there(customer, day):
    """Whether they were in the book by a day."""
    return customer.added is None or customer.added <= day


class Past:
    """A book with the facts of any day, quickly for one customer."""

    def __init__(self, book):
        self.book = book
        self._learned, self._customers, self._acts = {}, {}, {}
        for fact in book.document.get("fact", []):
            self._learned.setdefault(fact["customer"], []).append(
                day_of(fact["on"]) if "on" in fact else date.min)
        for days in self._learned.values():
            days.sort()

    def as_of(self, day):
        return self.book.as_of(day)

    def customer(self, customer, day):
        """One customer with what was learned by a day, without referrals."""
        number = bisect_right(self._learned.get(customer.id, []), day)
        key = (customer.id, number)
        if key not in self._customers:
            document = self.book.document
            alone = {kind: [t for t in document.get(kind, []) if t.get("customer") == customer.id]
                     for kind in ("contact", "event", "fact", "plan")}
            alone["customer"] = [t for t in document["customer"] if t["id"] == customer.id]
            found = oracle.Customer(oracle.as_learned(alone, day)["customer"][0], customer.place)
            for home in ("purchases", "touches", "requests", "promises"):
                setattr(found, home, getattr(customer, home))
            self._customers[key] = found
        return self._customers[key]

    def act(self, customer, base):
        """R4: the act as it stood at the end of a day of contact; None without."""
        key = (customer.id, base)
        if key not in self._acts:
            item = oracle.follow_up_item(self.book, self.customer(customer, base), base)
            self._acts[key] = item and item.act
        return self._acts[key]


# ---------------------------------------------------------------------------
# R20: the cases
# ---------------------------------------------------------------------------

@dataclass
class Case:
    """One case; `limit` is the day or moment that has to be past, None where it always counts."""
    measure: str
    day: date
    good: bool
    limit: object
    what: str

    def counts(self, period, then):
        return self.day in period and (self.good or self.limit is None
                                       or then.has_past(self.limit))


def follow_up_cases(past, customer, then):
    """Each day of contact asks for the next."""
    book, calendar = past.book, past.book.calendar
    touches = touches_until(customer, then.day)
    bases = sorted({touch.day for touch in touches if touch.was_reached})
    contacts = [t.day for t in touches if t.was_reached or t.is_ours]

    def case(act, following, since):
        good = any(since <= day <= act for day in contacts)
        day = min(act, following) if following else act
        return Case("follow_ups", day, good, act, f"by {act}")

    beginnings = [day for day in (customer.since, customer.added, book.started) if day]
    if beginnings:
        begins = max(beginnings)
        never = oracle.interval_of(book, past.customer(customer, begins)) is None
        if not never and (not bases or begins <= bases[0]):
            act = calendar.after(calendar.add(begins, book.length("first_contact")))
            yield case(act, bases[0] if bases else None, begins)
    for base, following in zip(bases, [*bases[1:], None]):
        act = past.act(customer, base)
        if act:
            yield case(act, following, base + DAY)


def promise_cases(customer, then):
    """Each promise that none had replaced by its due."""
    touches = touches_until(customer, then.day)
    for promise in customer.promises:
        if not oracle.has_been_made(promise, then.day):
            continue
        name, due = oracle.id_of(promise, "due"), promise.due
        if any(other is not promise and other.replaces == name
               and (other.made is None or in_time(other.made, due))
               for other in customer.promises):
            continue
        kept = [touch["on"] for touch in touches if touch.promise == name]
        if promise.kept is not None and day_of(promise.kept) <= then.day:
            kept.append(promise.kept)
        yield Case("promises", day_of(due), any(in_time(on, due) for on in kept), due, name)


@dataclass
class Story:
    """What became of a request by some day: when it was answered, how and when it ended."""
    answers: list
    is_unanswered: bool           # it ended before anybody answered
    ended: object                 # None while it is open
    outcome: str
    offered: object               # when the accepted alternative was
    refused: bool                 # its latest offer
    waits: list                   # (from, to); to is None while we wait


def story_of(customer, request, today):
    """R7, step by step: the request's own closing before the touches of its day."""
    steps = [(touch.day, 1, touch["on"], touch) for touch in touches_until(customer, today)
             if touch.request == oracle.id_of(request, "asked")]
    if request.closed is not None and day_of(request.closed) <= today:
        steps.append((day_of(request.closed), 0, request.closed, request))
    answers, endings, offers, waits = [], [], [], []
    for number, (_, is_touch, on, step) in enumerate(sorted(steps, key=lambda s: s[:2])):
        if step.outcome in ("done", "withdrawn"):
            endings.append((number, on, step.outcome, None))
        if step.outcome == "alternative" and step.offered:
            offers.append({"on": on})
        if step.answer and offers:
            offers[-1].update(answer=step.answer, answered=on, number=number)
        waits_on = (is_touch and step.is_ours and step.waiting and not offers
                    and not request.urgent)
        if waits and waits[-1][2] is None and not waits_on and (is_touch or offers):
            waits[-1][2] = on
        elif waits_on and not (waits and waits[-1][2] is None):
            waits.append([number, on, None])
        if (step.outcome == "done" or step.outcome == "alternative" and step.offered or waits_on
                or is_touch and step.was_reached and step.is_ours):
            answers.append((number, on))
    endings += [(offer["number"], offer["answered"], "alternative", offer["on"])
                for offer in offers if offer.get("answer") == "accepted"]
    number, ended, outcome, offered = min(endings, key=lambda e: e[0], default=[None] * 4)
    # Our clock does not stand still once it is over.
    def is_over(ends):
        return ends is None or oracle.moment_of(ends) > oracle.moment_of(ended)

    waits = [(begins, ended if ended is not None and is_over(ends) else ends)
             for first, begins, ends in waits if number is None or first <= number]
    refused = bool(offers) and offers[-1].get("answer") == "refused"
    is_unanswered = number is not None and not any(place <= number for place, _ in answers)
    return Story([on for _, on in answers], is_unanswered, ended, outcome, offered, refused, waits)


def limits_of(book, request, story, then):
    """R7: respond-by and solve-by; while we wait for them, solve-by moves on with the clock."""
    calendar, urgent = book.calendar, bool(request.urgent)
    asked_day = day_of(request.asked)
    clock_starts = request.asked
    if not isinstance(clock_starts, datetime):
        clock_starts = calendar.opening(asked_day if urgent else calendar.after(asked_day))
    prefix = "emergency_" if urgent else ""
    respond_by, solve_by = (calendar.deadline(asked_day, clock_starts, book.length(prefix + key),
                                              urgent) for key in ("respond", "solve"))
    if request.due is not None:
        due = request.due
        return respond_by, due if isinstance(due, datetime) else calendar.closing(due)
    waited = sum(calendar.working_minutes(oracle.moment_of(begins),
                                          then.waited if ends is None
                                          else oracle.moment_of(ends))
                 for begins, ends in story.waits)
    if waited:
        solve_by = calendar.add_working_minutes(solve_by, waited)
    return respond_by, solve_by


def request_cases(book, customer, then):
    """Each request twice: whether it was answered in time, and whether it was solved."""
    for request in customer.requests:
        if day_of(request.asked) > then.day:
            continue
        name, urgent = oracle.id_of(request, "asked"), bool(request.urgent)
        story = story_of(customer, request, then.day)
        respond_by, solve_by = limits_of(book, request, story, then)
        answered = any(in_time(on, respond_by) for on in story.answers)
        withdrawn = story.ended if story.outcome == "withdrawn" else None
        if not (story.is_unanswered and withdrawn and in_time(withdrawn, respond_by)):
            yield Case("emergencies_answered" if urgent else "answers", respond_by.date(),
                       answered, respond_by, name)
        if withdrawn is None or not in_time(withdrawn, solve_by):
            solved = story.offered if story.outcome == "alternative" else story.ended
            good = story.outcome in ("done", "alternative") and in_time(solved, solve_by)
            yield Case("emergencies_solved" if urgent else "solutions", solve_by.date(), good,
                       solve_by, name)


def thanks_cases(book, customer, then):
    """Each purchase and each referral."""
    causes = [(purchase.day, purchase.what) for purchase in customer.purchases]
    causes += [(other.since, other.id) for other in customer.referrals
               if other is not customer and other.since and is_there(other, then.day)]
    for day, what in causes:
        if day > then.day or book.started and day < book.started:
            continue
        due = book.calendar.add(day, book.length("thank_within"))
        good = any(t.was_reached and t.thanked is not None and day <= t.day <= due
                   for t in touches_until(customer, then.day))
        yield Case("thanks", due, good, due, what)


def occasion_cases(book, customer, then):
    """Each birthday, anniversary and event."""
    existing = oracle.occurrences(book, customer, then.day)
    touches = touches_until(customer, then.day)
    for o in existing:
        people = {"contact": customer.contacts, "event": customer.events}.get(o.source[0])
        if people and is_later(people[o.source[1]], then.day):
            continue
        good = any(oracle.names(touch, o, existing) for touch in touches)
        yield Case("occasions", o.final, good, o.final, f"{o.kind} {o.what or o.person} {o.day}")


def gratitude_cases(customer, then):
    """Whether we thanked when we spoke, and wrote down what they said."""
    for touch in touches_until(customer, then.day):
        if touch.was_reached and touch.how in SPOKEN:
            yield Case("thanked", touch.day, touch.thanked is not None, None, str(touch["on"]))
            yield Case("heard", touch.day, touch.heard is not None, None, str(touch["on"]))


def wow_cases(book, customer, then):
    """Everybody known, and in the book, for longer than wow_every."""
    touches = touches_until(customer, then.day)
    known = [touch.day for touch in touches] + [customer.since] * bool(customer.since)
    long_ago = book.calendar.subtract(then.day, book.length("wow_every"))
    beginnings = [day for day in (customer.added, book.started) if day]
    if known and min(known) < long_ago and all(day < long_ago for day in beginnings):
        yield Case("wow", then.day, any(t.wow and t.day > long_ago for t in touches), None, "")


# --- plans ------------------------------------------------------------------

def strained_states(customer, today):
    """R5: every strained state that a touch began: (its first touch's day, the day it ended)."""
    found, first = [], None
    days = sorted({t.day for t in customer.touches} | {day for day, _ in customer.learned_moods or []})
    strained, in_a_row = customer.mood == "strained", 0

    def ends(day):
        nonlocal strained, first
        if first:
            found.append((first, day))
        strained, first = False, None

    for day in (day for day in days if day <= today):
        for _, mood in (pair for pair in customer.learned_moods or [] if pair[0] == day):
            in_a_row = 0
            if mood == "strained":
                strained = True
            else:
                ends(day)
        for touch in (t for t in touches_until(customer, day) if t.day == day and t.mood):
            if touch.mood == "strained":
                strained, first, in_a_row = True, first or day, 0
            else:
                in_a_row = in_a_row + 1 if touch.was_reached else 0
                if in_a_row >= 2:
                    ends(day)
    return found + ([(first, None)] if first else [])


def courses_of(book, plan, customer, today):
    """R17: every course that ran: its start, and the day on which it was gone, or None."""
    if plan.starts == "strained":
        return [(first, ended) for first, ended in strained_states(customer, today)
                if first >= plan["from"] and not (book.started and first < book.started)]
    courses = []
    for day in oracle.starts_of(book, plan, customer, today):
        if courses:
            start = courses[-1][0]
            if (not oracle.done_steps(plan, customer, start, day)
                    and oracle.replied(plan, customer, start, day) is None
                    and book.calendar.add(start, duration(plan.steps[0]["after"])) >= day):
                continue                                  # nobody is put off for ever
            courses[-1] = (start, day)
        courses.append((day, None))
    return courses


def course_cases(book, plan, customer, then):
    """Each step that came up."""
    is_strained = plan.starts == "strained"
    for start, gone in courses_of(book, plan, customer, then.day):
        # A later start takes the touches of its day along; the state's last day is its own.
        until = then.day + DAY if gone is None else gone + is_strained * DAY
        done = oracle.done_steps(plan, customer, start, min(until, then.day + DAY))
        reply = oracle.replied(plan, customer, start, min(until, then.day + DAY))
        gone = min((day for day in (gone, reply) if day), default=None)
        begins = start
        for number, step in enumerate(plan.steps):
            act = book.calendar.after(book.calendar.add(begins, duration(step["after"])))
            what = f"{plan.name} {start} step {number + 1}"
            if number == len(done):                       # not done yet
                if gone is None or gone > act:
                    yield Case("plans", act, False, act, what)
                break
            yield Case("plans", act, done[number] <= act, act, what)
            begins = done[number]


def own_plan_cases(book, own, customer, then):
    """Each occurrence of what is due with one customer."""
    calendar, start = book.calendar, own["from"]
    done = [t.day for t in touches_until(customer, then.day) if oracle.does(t, own.what)]
    every = duration(own.every) if own.every else None

    def occurrence(number):
        return calendar.add(start, Duration(number * every.count, every.unit)) if number else start

    number = 0
    while True:
        day = occurrence(number)
        if day > then.day or own.until and day >= own.until:
            return
        earliest = date.min
        if every:
            half = (occurrence(max(number, 1)) - occurrence(max(number - 1, 0))).days // 2
            earliest = day - half * DAY
        act = calendar.after(day)
        if not (every and book.started and day < book.started):
            good = any(earliest <= on <= act and not (own.until and on >= own.until) for on in done)
            if good or not (own.until and own.until <= act):
                yield Case("plans", act, good, act, f"{own.what} {day}")
        if not every:
            return
        number += 1


def cases_of(past, book, customer, then):
    """All cases of a customer that exist, as of then; `book` holds the facts of then."""
    if customer.standing == "former":
        return
    found = [*promise_cases(customer, then), *request_cases(book, customer, then)]
    if customer.standing == "active":
        found += follow_up_cases(past, customer, then)
        found += thanks_cases(book, customer, then)
        found += occasion_cases(book, customer, then)
        found += gratitude_cases(customer, then)
        found += wow_cases(book, customer, then)
        for plan in book.plans:
            if oracle.plan_fits(plan, customer):
                found += course_cases(book, plan, customer, then)
        for own in (own for own in customer.own_plans if not is_later(own, then.day)):
            found += own_plan_cases(book, own, customer, then)
    floors = [day for day in (book.started, customer.added) if day]
    yield from (case for case in found if all(case.day >= floor for floor in floors))


# ---------------------------------------------------------------------------
# R21: loyal, or merely satisfied
# ---------------------------------------------------------------------------

def comes_back(book, customer, day, final):
    """Two days of purchase within a year; in a book without any up to the period's end, of
    whatever date, two years with us."""
    year = Duration(1, "y")
    if all(day_of(p["on"]) > final for p in book.document.get("purchase", [])):
        return bool(customer.since) and customer.since <= book.calendar.subtract(
            day, Duration(2, "y"))
    return len({p.day for p in customer.purchases
                if is_within(book.calendar, p.day, year, day)}) >= 2


def sends_others(book, customer, day):
    return any(other.since is None or is_within(book.calendar, other.since, Duration(2, "y"), day)
               for other in customer.referrals if other is not customer and is_there(other, day))


def state_of(book, customer, day, final):
    """The state at the end of a day, told at the end of the period; `former` and `do-not-contact` for what is none."""
    if customer.standing != "active":
        return customer.standing
    beginnings = [d for d in (customer.since, customer.added) if d]
    if any(d > day for d in beginnings):
        return None
    if oracle.is_strained(customer, day):
        return "strained"
    back, sends = comes_back(book, customer, day, final), sends_others(book, customer, day)
    if back and sends:
        return "loyal"
    if (any(is_within(book.calendar, d, Duration(90, "d"), day) for d in beginnings)
            or not beginnings and not oracle.last_reached(customer, day)):
        return "new"
    if is_silent(book, customer, day):
        return "silent"
    return "returning" if back else "recommending" if sends else "satisfied"


def is_silent(book, customer, day):
    six = Duration(6, "m")
    if book.started and day < book.calendar.add(book.started, six):
        return False
    signs = [t.day for t in customer.touches if t.was_reached]
    signs += [p.day for p in customer.purchases] + [day_of(r.asked) for r in customer.requests]
    return not any(is_within(book.calendar, sign, six, day) for sign in signs)


def heard_on(customer, day):
    """The last day on which anything was heard from them."""
    return max((t.day for t in touches_until(customer, day) if t.heard or not t.is_ours),
               default=None)


# ---------------------------------------------------------------------------
# R22: the least loveable, the forgotten, the load
# ---------------------------------------------------------------------------

def contact_days(customer, period, then):
    """Distinct days of reached touches in the period."""
    return len({t.day for t in touches_until(customer, then.day)
                if t.was_reached and t.day in period})


def attention(active, period, then):
    groups = {True: [], False: []}
    for customer in active:
        groups[oracle.is_strained(customer, then.day)].append(contact_days(customer, period, then))
    means = {is_strained: Fraction(sum(counts) * 30, len(counts) * period.days)
             for is_strained, counts in groups.items() if counts}
    found = {"strained": means.get(True), "others": means.get(False)}
    if True in means and means.get(False):
        found["ratio"] = means[True] / means[False]
    return {name: float(value) for name, value in found.items() if value is not None}


def forgotten(book, active, then):
    found = []
    for customer in active:
        item = oracle.follow_up_item(book, customer, then.day)
        if item is None:
            continue
        interval, days = oracle.interval_of(book, customer), 30
        if interval:
            days = (book.calendar.add(item.base, interval) - item.base).days
        if item.days_late > days:
            found.append((-Fraction(item.days_late, days), customer.place, customer, item))
    return [{**who(book, customer), "due": str(item.due), "days_late": item.days_late}
            for *_, customer, item in sorted(found, key=lambda f: f[:2])]


def load(book, customers, period, then):
    """What the rhythm asks for in 30 days, and what there was."""
    asked, done = Fraction(0), 0
    for customer in customers:
        interval = oracle.interval_of(book, customer)
        if interval:
            asked += Fraction(30, (book.calendar.add(then.day, interval) - then.day).days)
        done += contact_days(customer, period, then)
    return {"asked": float(asked), "done": float(Fraction(done * 30, period.days))}


def endings(customers, period, then):
    counts = {"done": 0, "alternative": 0, "withdrawn": 0, "refused": 0}
    for customer in customers:
        for request in customer.requests:
            if day_of(request.asked) > then.day:
                continue
            story = story_of(customer, request, then.day)
            if story.ended is None:
                counts["refused"] += story.refused
            elif day_of(story.ended) in period:
                counts[story.outcome] += 1
    return counts


# ---------------------------------------------------------------------------
# R23: where care is deficient
# ---------------------------------------------------------------------------

def rate(tally):
    return Fraction(tally["good"], tally["total"])


def deficiencies(measures, by_owner):
    """Rates more than 15 points lower than those of the others; of one owner, than before."""
    found = []
    for place, measure in enumerate(measures):
        rivals = []
        if by_owner:
            for owner, own in measure["owners"].items():
                others = {key: measure[key] - own[key] for key in own}
                rivals.append((owner, own, "others", others))
        else:
            rivals.append(("", measure, "before", measure["previous"]))
        for owner, own, word, others in rivals:
            if own["total"] < 5 or others["total"] < 5 or rate(others) - rate(own) <= Fraction(
                    15, 100):
                continue
            said = {"owner": owner} if by_owner else {}
            said.update(measure=measure["name"], rate=float(rate(own)))
            said[word] = float(rate(others))
            found.append((rate(own) - rate(others), place, owner, said))
    return [said for *_, said in sorted(found, key=lambda f: f[:3])]


def weakest(measures):
    judged = [m for m in measures if m["total"] >= 5 and m["name"] != "wow"]
    return min(judged, key=rate)["name"] if judged else None


# ---------------------------------------------------------------------------
# The document
# ---------------------------------------------------------------------------

def who(book, customer):
    owner = oracle.owner_of(book, customer)
    return {"id": customer.id, "name": customer.name or customer.id,
            **({"owner": owner} if owner else {})}


def chosen(book, owner, tags):
    """`--owner` and `--tag` narrow the customers before all else."""
    return [customer for customer in book.customers
            if (not owner or oracle.owner_of(book, customer) == owner)
            and (not tags or set(tags) & set(customer.tags or []))]


def tallies(past, period, then, owner, tags):
    """Good and total of each measure, of the team and of each owner."""
    book = past.as_of(then.day)
    team = {name: {"good": 0, "total": 0} for name in FACTORS}
    owners = {name: {} for name in FACTORS}
    for customer in chosen(book, owner, tags):
        mine = oracle.owner_of(book, customer)
        for case in cases_of(past, book, customer, then):
            if not case.counts(period, then):
                continue
            homes = [team[case.measure]]
            if mine:
                homes.append(owners[case.measure].setdefault(mine, {"good": 0, "total": 0}))
            for home in homes:
                home["good"] += case.good
                home["total"] += 1
    return team, owners


def loyalty(past, period, then, owner, tags):
    """The counts at the end of the period and before it, and who moved."""
    after, before = past.as_of(then.day), past.as_of(period.first - DAY)
    eve = period.first - DAY
    counts = {}
    for name, book, day in (("now", after, then.day), ("before", before, eve)):
        counts[name] = {state: 0 for state in STATES}
        for customer in chosen(book, owner, tags):
            state = state_of(book, customer, day, then.day)
            if state in STATES:
                counts[name][state] += 1
    moved = []
    earlier = {customer.id: customer for customer in chosen(before, owner, tags)}
    for customer in chosen(after, owner, tags):
        if customer.id not in earlier:
            continue
        was = state_of(before, earlier[customer.id], eve, then.day)
        now = state_of(after, customer, then.day, then.day)
        if was and now and was != now and (was in STATES or now in STATES):
            moved.append({"id": customer.id, "from": was, "to": now})
    return {**counts, "moved": moved}


def lists(book, active, then):
    found = {state: [] for state in LISTED}
    for customer in active:
        state = state_of(book, customer, then.day, then.day)
        if state in LISTED:
            heard = heard_on(customer, then.day)
            found[state].append((heard or date.min, customer.place, {
                **who(book, customer), **({"heard": str(heard)} if heard else {})}))
    return {state: [entry for *_, entry in sorted(entries, key=lambda e: e[:2])]
            for state, entries in found.items()}


def review(past, now, first=None, final=None, last=None, owner=None, tags=()):
    """What `care review --format json` prints."""
    period, previous = periods(now.date(), first, final, last)
    then = Then(period.final, now)
    book = past.as_of(then.day)
    customers = [c for c in chosen(book, owner, tags)
                 if c.standing != "former" and is_there(c, then.day)]
    active = [c for c in customers if c.standing == "active"]
    owners_of = {c.id: oracle.owner_of(book, c) for c in customers}
    owners = sorted(set(filter(None, owners_of.values())))

    team, by_owner = tallies(past, period, then, owner, tags)
    before, _ = tallies(past, previous, Then(previous.final, now), owner, tags)
    measures = [{"name": name, "factor": factor, **team[name], "previous": before[name],
                 "owners": by_owner[name]} for name, factor in FACTORS.items()]
    loads = {one: load(book, [c for c in active if owners_of[c.id] == one], period, then)
             for one in owners}
    weak = weakest(measures)
    return {
        "schema": 1, **({"book": book.name} if book.name else {}),
        "now": oracle.written(now), **period.document(), "previous": previous.document(),
        "measures": measures,
        "loyalty": loyalty(past, period, then, owner, tags),
        "lists": {**lists(book, active, then), "forgotten": forgotten(book, active, then)},
        "attention": attention(active, period, then),
        "load": {**load(book, active, period, then),
                 "owners": {one: theirs for one, theirs in loads.items() if any(theirs.values())}},
        "endings": endings(customers, period, then),
        "deficiencies": deficiencies(measures, len(owners) > 1),
        **({"weakest": weak} if weak else {}),
    }


def listed_cases(past, now, name, first=None, final=None, last=None):
    """The cases of one customer in a period: (measure, day, counted, good, what)."""
    period, _ = periods(now.date(), first, final, last)
    then = Then(period.final, now)
    book = past.as_of(then.day)
    return [(case.measure, str(case.day), case.counts(period, then), case.good, case.what)
            for case in cases_of(past, book, book.by_id[name], then) if case.day in period]


# ---------------------------------------------------------------------------
# Small books, with the numbers worked out by hand
# ---------------------------------------------------------------------------

def self_test():
    """Cases for each measure; every policy is the default: Monday to Friday, 9:00-17:00 less noon.

    2 November 2026 is a Monday, 22 November a Sunday.
    """
    def past_of(text):
        return Past(oracle.Book(oracle.parse(text)))

    def told(text, now="2026-11-30T12:00", **options):
        options = {key: date.fromisoformat(value) if key in ("first", "final") else value
                   for key, value in options.items()}
        return review(past_of(text), datetime.fromisoformat(now), **options)

    def counts(text, name, **options):
        measure = next(m for m in told(text, **options)["measures"] if m["name"] == name)
        return measure["good"], measure["total"]

    def by_days(text, name, now="2026-11-30T12:00"):
        """The cases of November 2026 by day: {day: (good, total)}."""
        found = {}
        for measure, day, counted, good, _ in listed_cases(
                past_of(text), datetime.fromisoformat(now), "a", date(2026, 11, 1)):
            if measure == name and counted and day < "2026-12":
                had = found.get(int(day[-2:]), (0, 0))
                found[int(day[-2:])] = (had[0] + good, had[1] + 1)
        return found

    def record(kind, on, key="on", **keys):
        return f'[[{kind}]]\ncustomer="a"\n{key}={on}\n' + "".join(
            f"{name.rstrip('_')}={value}\n" if isinstance(value, int) or name in ("due", "made",
            "kept", "closed") else f'{name.rstrip("_")}="{value}"\n'
            for name, value in keys.items()).replace("=False", "=false").replace("=True", "=true")

    alone = '[[customer]]\nid="a"\nname="A"\n'

    # Periods
    today = date(2026, 11, 30)
    assert [p.document() for p in periods(today)] == [
        {"from": "2026-09-02", "to": "2026-11-30"}, {"from": "2026-06-04", "to": "2026-09-01"}]
    assert [p.document() for p in periods(today, last="month")] == [
        {"from": "2026-10-01", "to": "2026-10-31"}, {"from": "2026-09-01", "to": "2026-09-30"}]
    assert [p.document() for p in periods(date(2026, 2, 1), last="quarter")] == [
        {"from": "2025-10-01", "to": "2025-12-31"}, {"from": "2025-07-01", "to": "2025-09-30"}]
    assert [p.document() for p in periods(date(2026, 2, 1), last="year")] == [
        {"from": "2025-01-01", "to": "2025-12-31"}, {"from": "2024-01-01", "to": "2024-12-31"}]

    # follow_ups. Every 10 days: reached on the 2nd, due Thu 12th; reached on Fri 13th: late, the
    # case is the 12th's. Due then Mon 23rd: an attempt on the 20th is enough. Reached on the 24th:
    # due 4 December.
    steady = alone + 'every="10d"\n' + record("touch", "2026-11-02") + record("touch", "2026-11-13")
    tried = record("touch", "2026-11-20", reached=False) + record("touch", "2026-11-24")
    assert by_days(steady + tried, "follow_ups") == {12: (0, 1), 23: (1, 1)}
    assert by_days(steady, "follow_ups") == {12: (0, 1), 23: (0, 1)}
    assert counts(steady, "follow_ups", now="2026-11-23T12:00", first="2026-11-23") == (0, 0)
    assert counts(steady, "follow_ups", now="2026-11-24T12:00", first="2026-11-23") == (0, 1)
    assert by_days(alone + 'every="10d"\n' + record("touch", "2026-11-02")
                   + record("touch", "2026-11-09"), "follow_ups") == {9: (1, 1), 19: (0, 1)}
    # Attempts of theirs are none of ours.
    assert by_days(alone + 'every="10d"\n' + record("touch", "2026-11-13")
                   + record("touch", "2026-11-20", reached=False, from_="them"),
                   "follow_ups") == {23: (0, 1)}
    # The first contact: since Mon 2nd, by Wed 4th; on the day itself is early enough.
    new = alone + "since=2026-11-02\n"
    assert by_days(new, "follow_ups") == {4: (0, 1)}
    assert by_days(new + record("touch", "2026-11-02"), "follow_ups") == {2: (1, 1)}
    assert by_days(new + record("touch", "2026-11-05"), "follow_ups") == {4: (0, 1)}
    assert by_days(new + record("touch", "2026-11-01"), "follow_ups", now="2026-12-24T09:00") == {}
    assert by_days(new + 'every="never"\nbecause="x"\n', "follow_ups") == {}
    # A cadence judges the follow-ups of its own days: 10 days asked from the 2nd on, 5 from the
    # 13th on although learned on the 12th; nothing before they were in the book.
    learned = record("fact", "2026-11-12", every="5d")
    assert by_days(steady + learned, "follow_ups") == {12: (0, 1), 18: (0, 1)}
    assert by_days(steady.replace("every=", "added=2026-11-13\nevery="), "follow_ups") == {
        23: (0, 1)}
    # Strained on the 2nd: half of 10 days, the 7th, a Saturday: by Fri 6th.
    assert by_days(alone + 'every="10d"\n' + record("touch", "2026-11-02", mood="strained"),
                   "follow_ups") == {6: (0, 1)}
    # After-care of an emergency that ended on the 2nd, after the touch of that day: 2wd.
    over = record("request", "2026-11-02", "asked", what="x", urgent=True, closed="2026-11-02",
                  outcome="done")
    assert by_days(steady + over, "follow_ups") == {4: (0, 1), 23: (0, 1)}
    assert by_days(alone + 'every="never"\nbecause="x"\n' + record("touch", "2026-11-02") + over,
                   "follow_ups") == {4: (0, 1)}
    # Nobody is followed up who wants no contact.
    assert by_days(steady.replace("every=", 'status="do-not-contact"\nevery='), "follow_ups") == {}

    # promises: to the minute, or to the day where one of the two is a date.
    due = "2026-11-10T15:00"
    promised = alone + 'every="never"\nbecause="x"\n' + record("promise", due, "due", what="x", id="p")
    for on, good in [("2026-11-10T15:00", 1), ("2026-11-10T15:01", 0), ("2026-11-10", 1),
                     ("2026-11-11", 0)]:
        assert by_days(promised + record("touch", on, promise="p"), "promises") == {10: (good, 1)}
    assert by_days(promised.replace('id="p"', 'id="p"\nkept=2026-11-10'), "promises") == {10: (1, 1)}
    assert counts(promised, "promises", now="2026-11-10T15:00") == (0, 0)
    assert counts(promised, "promises", now="2026-11-10T15:01") == (0, 1)
    for made, total in [("2026-11-10", 0), ("2026-11-11", 1)]:
        replaced = promised + record("promise", "2026-11-20", "due", what="y", made=made,
                                     replaces="p")
        assert counts(replaced, "promises", final="2026-11-11") == (0, total)
    assert counts(promised + record("promise", "2026-11-20", "due", what="y", replaces="p"),
                  "promises") == (0, 1)

    # answers and solutions. Asked on Tue 3rd at 16:00: respond-by Wed 4th 12:00 (1 h, then 3 h),
    # solve-by Wed 4th 17:00.
    asked = alone + 'every="never"\nbecause="x"\n' + record(
        "request", "2026-11-03T16:00", "asked", what="x", id="r")
    mine = {"request": "r"}

    def both(text, **options):
        return by_days(text, "answers", **options), by_days(text, "solutions", **options)

    bad, good = {4: (0, 1)}, {4: (1, 1)}
    assert both(asked) == (bad, bad)
    assert counts(asked, "answers", now="2026-11-04T12:00") == (0, 0)
    assert counts(asked, "answers", now="2026-11-04T12:01") == (0, 1)
    assert both(asked + record("touch", "2026-11-04T12:00", **mine)) == (good, bad)
    assert both(asked + record("touch", "2026-11-04T12:01", **mine)) == (bad, bad)
    assert both(asked + record("touch", "2026-11-04", **mine)) == (good, bad)
    assert both(asked + record("touch", "2026-11-04", reached=False, **mine)) == (bad, bad)
    assert both(asked + record("touch", "2026-11-04", from_="them", **mine)) == (bad, bad)
    assert both(asked + record("touch", "2026-11-04T17:00", outcome="done", **mine)) == (bad, good)
    assert both(asked + record("touch", "2026-11-04T09:00", outcome="done", reached=False,
                               **mine)) == (good, good)
    gone = record("touch", "2026-11-04T11:00", outcome="withdrawn", from_="them", **mine)
    assert both(asked + gone) == ({}, {})
    assert both(asked + gone.replace("11:00", "13:00")) == (bad, {})
    assert both(asked + gone.replace("11:00", "18:00")) == (bad, bad)
    offer = record("touch", "2026-11-04T10:00", outcome="alternative", offered="y", **mine)
    assert both(asked + offer) == (good, bad)
    yes = record("touch", "2026-11-09", answer="accepted", from_="them", **mine)
    assert both(asked + offer + yes) == (good, good)
    assert both(asked + offer.replace("10:00", "17:01") + yes) == (bad, bad)
    assert both(asked + offer + yes + record("touch", "2026-11-10", answer="refused", **mine)) == (
        good, bad)
    # Waiting from Wed 4th 10:00 to Thu 5th 10:00, seven hours: solve-by Thu 5th 17:00. While we
    # wait it is not late.
    waits = asked + record("touch", "2026-11-04T10:00", waiting="a drawing", **mine)
    assert both(waits)[0] == good and counts(waits, "solutions") == (0, 0)
    assert both(waits + record("touch", "2026-11-05T10:00", from_="them", **mine)) == (
        good, {5: (0, 1)})
    assert both(waits + record("touch", "2026-11-05T10:00", from_="them", **mine)
                + record("touch", "2026-11-05T17:00", outcome="done", **mine)) == (
        good, {5: (1, 1)})
    # An emergency on Sat 7th 22:00: by 22:30, and by Sun 8th 2:00.
    urgent = asked.replace("2026-11-03T16:00", "2026-11-07T22:00").replace(
        'id="r"', 'id="r"\nurgent=true')
    came = urgent + record("touch", "2026-11-07T22:30", outcome="done", **mine)
    assert both(came) == ({}, {})
    assert (by_days(came, "emergencies_answered"), by_days(came, "emergencies_solved")) == (
        {7: (1, 1)}, {8: (1, 1)})
    assert both(asked.replace("every=", 'status="do-not-contact"\nevery=')) == (bad, bad)
    assert both(asked.replace("every=", 'status="former"\nevery=')) == ({}, {})

    # thanks: bought on Fri 6th, by Tue 10th; a referral of the same day.
    bought = alone + record("purchase", "2026-11-06", what="x")
    assert by_days(bought, "thanks") == {10: (0, 1)}
    for on, good_one in [("2026-11-05", 0), ("2026-11-06", 1), ("2026-11-10", 1), ("2026-11-11", 0)]:
        assert by_days(bought + record("touch", on, thanked="x"), "thanks") == {10: (good_one, 1)}
    assert by_days(bought + record("touch", "2026-11-09", thanked="x", reached=False),
                   "thanks") == {10: (0, 1)}
    sent = '[[customer]]\nid="b"\nname="B"\nreferred_by="a"\nsince=2026-11-06\n'
    assert by_days(bought + sent, "thanks") == {10: (0, 2)}
    assert by_days("[book]\nstarted=2026-11-07\n" + bought, "thanks") == {}

    # occasions: a birthday on Tue 10th may be greeted from the 3rd through the 17th.
    born = alone + 'birthday="11-10"\n'
    for on, good_one in [("2026-11-02", 0), ("2026-11-03", 1), ("2026-11-17", 1),
                         ("2026-11-18", 0)]:
        assert by_days(born + record("touch", on, greeted="birthday"), "occasions") == {
            17: (good_one, 1)}
    assert counts(born, "occasions", now="2026-11-17T23:00") == (0, 0)
    assert counts(born, "occasions", now="2026-11-18T00:00") == (0, 1)
    assert by_days(alone + '[[customer.event]]\nwhat="Gala"\ndate=2026-11-12\nyearly=false\n',
                   "occasions") == {12: (0, 1)}

    # thanked and heard
    spoke = alone + record("touch", "2026-11-03", how="call", heard="x", from_="them") + record(
        "touch", "2026-11-03", how="visit", thanked="y") + record("touch", "2026-11-04", how="email",
        heard="x") + record("touch", "2026-11-05", how="call", heard="x", reached=False)
    assert by_days(spoke, "thanked") == by_days(spoke, "heard") == {3: (1, 2)}

    # wow, at the end of 30 November 2026
    for since, wow, pair in [("2025-11-29", "2025-12-01", (1, 1)), ("2025-11-29", "2025-11-30", (0, 1)),
                             ("2025-11-30", "2026-11-03", (0, 0))]:
        surprised = alone + f"since={since}\n" + record("touch", wow, wow="x")
        assert counts(surprised, "wow") == pair, (since, wow)
    assert counts(alone + "since=2020-01-01\nadded=2025-11-30\n", "wow") == (0, 0)

    # plans: the goldens of R17, and what is gone
    welcome = ('[[plan]]\nname="welcome"\nstarts="new"\nfrom=2020-01-01\n'
               'steps=[{after="2wd", what="x"}, {after="2wd", what="y"}]\n' + new)
    done = record("touch", "2026-11-06", plan="welcome")
    assert by_days(welcome, "plans") == {4: (0, 1)}
    assert by_days(welcome + done, "plans") == {4: (0, 1), 10: (0, 1)}
    assert by_days(welcome + done + done, "plans") == {4: (0, 1), 10: (1, 1)}
    reply = record("touch", "2026-11-10", from_="them")
    ends = welcome.replace("steps=", "ends_on_reply=true\nsteps=")
    assert by_days(ends + done + reply, "plans") == {4: (0, 1)}
    assert by_days(ends + done + reply.replace("-10", "-11"), "plans") == {4: (0, 1), 10: (0, 1)}
    after = alone + ('[[plan]]\nname="after"\nstarts="purchase"\nfrom=2020-01-01\n'
                     'steps=[{after="5wd", what="x"}]\n')
    three = "".join(record("purchase", f"2026-11-{day}", what="x") for day in (16, 18, 20))
    assert by_days(after + three, "plans") == {23: (0, 1)}
    again = record("purchase", "2026-11-02", what="x") + record("purchase", "2026-11-12", what="x")
    assert by_days(after + again, "plans") == {9: (0, 1), 19: (0, 1)}
    both_done = again + record("touch", "2026-11-02", plan="after") + record(
        "touch", "2026-11-13", plan="after")
    assert by_days(after + both_done, "plans") == {9: (1, 1), 19: (1, 1)}
    sorry = alone + ('[[plan]]\nname="sorry"\nstarts="strained"\nfrom=2020-01-01\n'
                     'steps=[{after="1d", what="x"}, {after="1w", what="y"}]\n')
    moody = "".join(record("touch", f"2026-11-{day:02d}", mood=mood) for day, mood in [
        (2, "strained"), (4, "content"), (9, "content"), (16, "strained")])
    # The second state ends on a day of content: the first state's step 2 would be due on the 10th.
    assert by_days(sorry + moody + record("touch", "2026-11-03", plan="sorry"), "plans") == {
        3: (1, 1), 17: (0, 1)}
    own = alone + ('[[customer.plan]]\nwhat="oil"\nfrom=2026-11-02\nevery="1w"\n'
                   'until=2026-11-24\n')
    assert by_days(own, "plans") == {2: (0, 1), 9: (0, 1), 16: (0, 1), 23: (0, 1)}
    # Half a week is three days: the 6th serves Mon 9th, the 5th none.
    assert by_days(own + record("touch", "2026-11-06", plan="oil"), "plans")[9] == (1, 1)
    assert by_days(own + record("touch", "2026-11-05", plan="oil"), "plans")[9] == (0, 1)
    assert by_days(own.replace("until=2026-11-24", "until=2026-11-23"), "plans") == {
        2: (0, 1), 9: (0, 1), 16: (0, 1)}

    # R21, at the end of 30 November 2026 and of 1 September
    def states(text, **options):
        shown = told(text, **options)["loyalty"]
        return "".join(state for state, n in shown["now"].items() if n), "".join(
            state for state, n in shown["before"].items() if n)

    seen = record("touch", "2026-06-01")
    assert states(alone) == ("new", "new")
    assert states(alone + seen) == ("satisfied", "satisfied")
    assert states(alone + record("touch", "2026-05-30")) == ("silent", "satisfied")
    assert states("[book]\nstarted=2026-06-01\n" + alone + record("touch", "2026-05-30")) == (
        "satisfied", "satisfied")
    assert states("[book]\nstarted=2026-05-30\n" + alone + record("touch", "2026-05-30")) == (
        "silent", "satisfied")
    assert states(alone + "since=2024-11-30\n" + seen) == ("returning", "satisfied")
    assert states(alone + "since=2026-09-02\n") == ("new", "")
    assert states(alone + seen + record("purchase", "2025-12-01", what="x")
                  + record("purchase", "2026-07-01", what="x")) == ("returning", "returning")
    assert states(alone + seen + record("purchase", "2025-11-30", what="x")
                  + record("purchase", "2026-07-01", what="x")) == ("satisfied", "returning")
    # The first purchase of the house: who came back by years alone did not before, either.
    assert states(alone + "since=2020-01-01\n" + seen + record("purchase", "2026-11-16", what="x")
                  ) == ("satisfied", "satisfied")
    assert states(alone + "since=2020-01-01\n" + seen + record("purchase", "2026-12-01", what="x")
                  ) == ("returning", "returning")
    refers = '[[customer]]\nid="b"\nname="B"\nreferred_by="a"\nstatus="former"\n'
    assert states(alone + seen + refers) == ("recommending", "recommending")
    assert states(alone + "since=2024-11-30\n" + seen + refers) == ("loyal", "recommending")
    assert states(alone + seen + record("touch", "2026-10-01", mood="strained")) == (
        "strained", "satisfied")
    moved = told(alone + seen + record("fact", "2026-10-01", status="former"))["loyalty"]
    assert moved["moved"] == [{"id": "a", "from": "satisfied", "to": "former"}]
    assert moved["before"]["satisfied"] == 1 and not any(moved["now"].values())
    heard = told('[[customer]]\nid="z"\nname="Z"\n' + alone + seen + record(
        "touch", "2026-07-01", from_="them", reached=False) + record("touch", "2026-08-01")
        + seen.replace('"a"', '"z"'))["lists"]["satisfied"]
    assert heard == [{"id": "z", "name": "Z"}, {"id": "a", "name": "A", "heard": "2026-07-01"}]

    # R22: 90 days with contacts on 3 days of a strained customer and on 1 of another
    cared = (alone + 'mood="strained"\nevery="30d"\n[[customer]]\nid="b"\nname="B"\nevery="60d"\n'
             + record("touch", "2026-11-01") * 2 + record("touch", "2026-11-02")
             + record("touch", "2026-11-03") + record("touch", "2026-11-03").replace('"a"', '"b"'))
    shown = told(cared)
    assert shown["attention"] == {"strained": 1.0, "others": float(Fraction(1, 3)), "ratio": 3.0}
    assert shown["load"] == {"asked": 1.5, "done": float(Fraction(4, 3)), "owners": {}}
    late = alone + 'every="10d"\n' + record("touch", "2026-11-06")      # due Mon 16th
    assert told(late, now="2026-11-26T09:00")["lists"]["forgotten"] == []
    assert told(late, now="2026-11-27T09:00")["lists"]["forgotten"] == [
        {"id": "a", "name": "A", "due": "2026-11-16", "days_late": 11}]
    assert told(asked + record("touch", "2026-11-04", outcome="done", **mine))["endings"] == {
        "done": 1, "alternative": 0, "withdrawn": 0, "refused": 0}
    assert told(asked + offer + yes)["endings"]["alternative"] == 1
    no = record("touch", "2026-11-09", answer="refused", **mine)
    assert told(asked + offer + no)["endings"]["refused"] == 1

    # R23: p heard 1 of 5, q 2 of 5: 20 points; 15 points are none.
    team = '[[staff]]\nid="p"\nname="P"\n[[staff]]\nid="q"\nname="Q"\n'
    for name, owner in (("a", "p"), ("b", "q")):
        team += f'[[customer]]\nid="{name}"\nname="{name}"\nowner="{owner}"\n'

    def calls(name, heard, total, day="2026-11-09"):
        return "".join(record("touch", day, how="call", **({"heard": "x"} if n < heard else {}),
                              thanked="y").replace('"a"', f'"{name}"') for n in range(total))

    unheard = told(team + calls("a", 1, 5) + calls("b", 2, 5))
    assert unheard["deficiencies"] == [
        {"owner": "p", "measure": "heard", "rate": 0.2, "others": 0.4}]
    assert unheard["weakest"] == "heard"
    assert told(team + calls("a", 5, 20) + calls("b", 8, 20))["deficiencies"] == []
    assert told(team + calls("a", 0, 4) + calls("b", 5, 5))["deficiencies"] == []
    one = told(alone + calls("a", 1, 5) + calls("a", 2, 5, "2026-08-03"))
    assert one["deficiencies"] == [{"measure": "heard", "rate": 0.2, "before": 0.4}]
    print("all goldens of the review hold")


def main():
    """The command line."""
    parser = argparse.ArgumentParser(description="The review of a customer book, a second time.")
    parser.add_argument("book", nargs="?")
    parser.add_argument("--now", type=datetime.fromisoformat)
    parser.add_argument("--from", dest="first", type=date.fromisoformat)
    parser.add_argument("--to", dest="final", type=date.fromisoformat)
    parser.add_argument("--last", choices=["month", "quarter", "year"])
    parser.add_argument("--owner")
    parser.add_argument("--tag", action="append", default=[])
    parser.add_argument("--cases", help="of this customer, one a line")
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if options.self_test:
        self_test()
        return
    if not options.book or not options.now:
        parser.error("give a BOOK and --now")
    past = Past(oracle.read_book(options.book))
    when = {"first": options.first, "final": options.final, "last": options.last}
    if options.cases:
        for case in listed_cases(past, options.now, options.cases, **when):
            print(*case)
        return
    json.dump(review(past, options.now, **when, owner=options.owner, tags=options.tag), sys.stdout,
              indent=2, ensure_ascii=False)
    print()


if __name__ == "__main__":
    main()
