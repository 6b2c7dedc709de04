"""Hands care's calendars to programs that people use, and looks at what these show.

ics.py CARE
"""

import datetime
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

import icalendar
import vobject
from dateutil.rrule import rrulestr

PROJECT = pathlib.Path(__file__).resolve().parents[2]
NOW = "2026-11-23T09:00"

# Everything that could end a line, a value or a component, in every field that is exported.
NASTY = r'''\nEND:VEVENT\r\nBEGIN:VALARM\rTRIGGER:-P1D\rx; , \\ \u001b[31m \u202e é🎂'''

BOOK = f'''
[book]
name = "Shop{NASTY}"
started = 2024-01-01
[policy]
heads_up = "3wd"
[[staff]]
id = "dana"
name = "Dana"
[[staff]]
id = "nick"
name = "Nick"
[[customer]]
id = "leap"
name = "Lea Sprung"
birthday = 2000-02-29
since = 2020-02-29
owner = "dana"
[[customer]]
id = "march"
name = "Mara Lenz"
birthday = "02-29"
since = 2016-02-29
leap_day = "03-01"
owner = "nick"
[[customer]]
id = "old"
name = "Olga Alt"
birthday = 1931-05-04
[[customer.contact]]
name = "Gone"
birthday = "06-07"
left = 2027-06-01
[[customer.event]]
what = "opening day"
date = 2025-04-01
until = 2028-01-01
[[customer]]
id = "nasty"
name = "Name{NASTY}"
call_me = "Call{NASTY}"
phone = "Phone{NASTY}"
email = "mail@{NASTY}"
likes = ["likes{NASTY}"]
birthday = 1984-11-23
[[customer.contact]]
name = "Contact{NASTY}"
birthday = "11-24"
likes = ["likes{NASTY}"]
[[customer.event]]
what = "event{NASTY}"
gift = "gift{NASTY}"
date = 2026-12-24
yearly = false
prepare = "7d"
[[customer]]
id = "past"
name = "Former Fred"
birthday = 1970-01-01
status = "former"
[[request]]
id = "r1"
customer = "nasty"
what = "wish{NASTY}"
asked = 2026-11-23T08:00:00
urgent = true
[[promise]]
id = "p1"
customer = "leap"
what = "promise{NASTY}"
made = 2026-11-20
due = 2026-11-28
'''


class Care:
    """The program under test on one book."""

    def __init__(self, program, folder):
        self.program = program
        self.book = folder / "book.toml"
        self.book.write_text(BOOK, encoding="utf-8")

    def run(self, *words, now=NOW):
        words = [self.program, "--book", str(self.book), "--now", now, *words]
        done = subprocess.run(words, capture_output=True, check=False)
        assert done.returncode == 0, f"{words}: {done.returncode} {done.stderr.decode()}"
        return done.stdout

    def calendar(self, *words, **named):
        return self.run("export", "calendar", *words, **named)


def run(*words, env=None, check=True):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", **(env or {})}
    done = subprocess.run(words, capture_output=True, text=True, check=False, env=environment)
    if check:
        assert done.returncode == 0, f"{words}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def components(text):
    return list(icalendar.Calendar.from_ical(text).walk())[1:]


def well_formed(text):
    """Line ends, folding and octets, without any library."""
    assert text.endswith(b"\r\n")
    for line in text[:-2].split(b"\r\n"):
        assert len(line) <= 75, line
        assert b"\r" not in line and b"\n" not in line, line
        assert not any(octet < 0x20 and octet != 9 or octet == 0x7F for octet in line), line
        line.decode("utf-8")  # no sequence is split


# --- What each client is to show -----------------------------------------------------------------


def test_libraries(care, folder):
    text = care.calendar()
    well_formed(text)
    seen = components(text)
    kinds = [one.name for one in seen]
    assert kinds.count("VTODO") == 2, kinds
    assert "METHOD" not in text.decode()
    uids = [str(one["UID"]) for one in seen if one.name != "VALARM"]
    assert len(uids) == len(set(uids)), uids
    alarms = kinds.count("VALARM")
    rules_and_once = [one for one in seen if one.name == "VEVENT" and one.walk("VALARM")]
    assert alarms == len(rules_and_once), "an alarm that care did not write"
    for one in seen:
        assert not one.errors, one.errors
    calendar = vobject.readOne(text.decode())
    assert len(calendar.vevent_list) == kinds.count("VEVENT")
    assert len(calendar.vtodo_list) == 2
    calendar.validate(raiseException=True)
    # From day to day, nothing changes that the book does not change.
    assert care.calendar(now="2026-11-23T23:00") == text
    assert care.calendar(now="2026-11-24T07:00") == text
    assert b"Former Fred" not in text
    assert "Lea" not in care.calendar("--owner", "nick").decode()
    empty = folder / "empty.toml"
    empty.write_text('[[customer]]\nid="a"\nname="A"\nevery="never"\nbecause="x"\n')
    assert components(run(care.program, "--book", str(empty), "export", "calendar")) == []


def test_hostile_text_stays_text(care, _folder):
    seen = components(care.calendar())
    task = next(one for one in seen if one.name == "VTODO" and "EMERGENCY" in one["SUMMARY"])
    assert "BEGIN:VALARM" in task["SUMMARY"]
    wanted = "wish END:VEVENT BEGIN:VALARM TRIGGER:-P1D x; , \\ \\x1b[31m \u202e é🎂"
    assert wanted in task["SUMMARY"], task["SUMMARY"]
    assert int(task["PRIORITY"]) == 1 and str(task["STATUS"]) == "NEEDS-ACTION"
    assert task["DUE"].dt == datetime.datetime(2026, 11, 23, 8, 30)
    promise = next(one for one in seen if one.name == "VTODO" and "Promised" in one["SUMMARY"])
    assert promise["DUE"].dt == datetime.date(2026, 11, 28)
    day = next(one for one in seen if one.name == "VEVENT" and one["SUMMARY"] == promise["SUMMARY"])
    assert day["DTSTART"].dt == datetime.date(2026, 11, 27), "the Friday before a Saturday"


def test_pages(care, _folder):
    """What a page holds, and nothing else, each with its own UID."""
    for words in (["today"], ["week"], ["agenda", "--days", "40"]):
        text = care.run(*words, "--format", "ics")
        well_formed(text)
        vobject.readOne(text.decode()).validate(raiseException=True)
        seen = components(text)
        events = [one for one in seen if one.name == "VEVENT"]
        assert len({str(one["UID"]) for one in seen}) == len(seen)
        page = json.loads(care.run(*words, "--format", "json"))
        wanted = []
        for entry in page["entries"]:
            for item in entry["items"]:
                day = entry.get("day", page["from"])
                wanted.append((item["kind"], max(day, item["act"]) if item["class"] == 8 else day))
        got = [(one["CATEGORIES"].to_ical().decode(), one["DTSTART"].dt.isoformat())
               for one in events]
        assert sorted(got) == sorted(wanted), (got, wanted)


def days_of(event, until):
    """The days that a reader of rules finds, by dateutil."""
    start = event["DTSTART"].dt
    if "RRULE" not in event:
        return {start}
    begin = datetime.datetime.combine(start, datetime.time())
    rule = event["RRULE"].to_ical().decode()
    last = datetime.datetime.combine(until, datetime.time())
    days = rrulestr(rule, dtstart=begin).between(begin, last, inc=True)
    left_out = set()
    if "EXDATE" in event:
        left_out = {one.dt for one in event["EXDATE"].dts}
    return {day.date() for day in days} - left_out


def test_rules_agree_with_care(care, _folder):
    """The rules give the occasions that care gives, day by day, over a leap year and a common."""
    until = datetime.date(2028, 12, 31)
    found = {}
    for event in components(care.calendar()):
        kind = event["CATEGORIES"].to_ical().decode() if event.name == "VEVENT" else ""
        if kind not in ("birthday", "anniversary", "event"):
            continue
        for day in days_of(event, until):
            found.setdefault(day, []).append(kind)
    day = datetime.date(2026, 11, 23)
    while day <= until:
        page = json.loads(care.run("today", "--format", "json", now=f"{day}T09:00"))
        items = [item for entry in page["entries"] for item in entry["items"]]
        wanted = [i["kind"] for i in items if i["kind"] in ("birthday", "anniversary", "event")
                  and i["due"] == day.isoformat()]
        assert sorted(found.get(day, [])) == sorted(wanted), (day, wanted, found.get(day))
        day += datetime.timedelta(days=1)


def khal_settings(folder):
    home = folder / "khal"
    (home / "calendar").mkdir(parents=True)
    config = home / "config"
    config.write_text(f"""[calendars]
[[care]]
path = {home}/calendar
[locale]
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
timeformat = %H:%M
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {home}/khal.db
""")
    return ["khal", "-c", str(config)], home


def test_khal(care, folder):
    khal, home = khal_settings(folder)
    file = folder / "care.ics"
    care.run("export", "calendar", "-o", str(file))
    assert file.stat().st_mode & 0o777 == 0o600
    env = {"HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "XDG_CACHE_HOME": str(home)}
    counts = []
    for _ in range(2):
        run(*khal, "import", "--batch", "-a", "care", str(file), env=env)
        counts.append(len(list((home / "calendar").iterdir())))
    assert counts[0] == counts[1] > 0, counts

    def shown(day):
        return run(*khal, "list", "--format", "{title}", day, "1d", env=env)

    lea, mara = "Lea Sprung's birthday", "Mara Lenz's birthday"
    assert lea in shown("2026-02-28") and lea not in shown("2026-03-01")
    assert lea in shown("2028-02-29") and lea not in shown("2028-02-28")
    assert mara in shown("2027-03-01") and mara not in shown("2027-02-28")
    assert mara in shown("2028-02-29") and mara not in shown("2028-03-01")
    assert "Lea Sprung: a customer since" in shown("2030-02-28")
    assert "Lea Sprung: a customer since" not in shown("2029-02-28")
    assert "opening day" in shown("2027-04-01") and "opening day" not in shown("2028-04-01")
    assert "Gone" not in shown("2027-06-07")
    assert "Promised to Lea Sprung" in shown("2026-11-27")


def test_calcurse(care, folder):
    file = folder / "calcurse.ics"
    file.write_bytes(care.calendar())
    home = folder / "calcurse"
    home.mkdir()
    report = run("calcurse", "-D", str(home), "-i", str(file))
    assert " 0 skipped" in report and " 2 todos" in report, report

    def shown(day):
        return run("calcurse", "-D", str(home), "-Q", "--from", day, "--days", "1")

    assert "Lea Sprung's birthday" in shown("02/28/2026")
    assert "Lea Sprung's birthday" in shown("02/29/2028")
    assert "Mara Lenz's birthday" in shown("03/01/2027")
    assert "Mara Lenz's birthday" in shown("02/29/2028")
    assert "Mara Lenz's birthday" not in shown("03/01/2028")


def test_vdir(care, folder):
    vdir = folder / "vdir"
    care.calendar("--vdir", str(vdir))
    files = sorted(vdir.iterdir())
    assert all(one.stat().st_mode & 0o777 == 0o600 for one in files)
    for one in files:
        well_formed(one.read_bytes())
        uids = {str(c["UID"]) for c in components(one.read_bytes()) if c.name != "VALARM"}
        assert uids == {one.stem}, (one, uids)
    before = {one.name: one.stat().st_ino for one in files}
    (vdir / "mine.ics").write_text("not care's")
    other = folder / "other.toml"
    other.write_text('[book]\nname = "Other"\n[[customer]]\nid = "a"\nname = "A"\nevery = "never"\n'
                     'because = "x"\nbirthday = "06-07"\n')
    run(care.program, "--book", str(other), "export", "calendar", "--vdir", str(vdir))
    others = {one.name for one in vdir.iterdir()} - set(before) - {"mine.ics"}
    assert len(others) == 1, others
    (vdir / ".care-draft-abcdef").write_text("of a run that was killed")
    files[0].write_text("torn by a power cut")
    care.calendar("--vdir", str(vdir), now="2026-11-24T10:00")
    assert not (vdir / ".care-draft-abcdef").exists()
    well_formed(files[0].read_bytes())
    same = {one.name: one.stat().st_ino for one in files[1:]}
    assert same.items() <= before.items(), "written although nothing had changed"
    before = {one.name: one.stat().st_ino for one in files}
    text = care.book.read_text(encoding="utf-8")
    care.book.write_text(text.replace("due = 2026-11-28", "due = 2026-11-30")
                         .replace('birthday = 1931-05-04', ""), encoding="utf-8")
    care.calendar("--vdir", str(vdir))
    after = {one.name: one.stat().st_ino for one in vdir.iterdir()
             if one.name not in {"mine.ics", *others}}
    assert others <= {one.name for one in vdir.iterdir()}, "another book's are not ours"
    assert (vdir / "mine.ics").read_text() == "not care's"
    assert len(set(before) - set(after)) == 1 and not set(after) - set(before)
    assert len([name for name in after if after[name] != before[name]]) == 2, "event and task"
    care.book.write_text(text, encoding="utf-8")


class Server:
    """radicale on a loopback port, without users."""

    def __init__(self, folder):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        config = folder / "radicale.conf"
        config.write_text(f"""[server]
hosts = 127.0.0.1:{port}
[auth]
type = none
[rights]
type = owner_only
[storage]
filesystem_folder = {folder}/server
[web]
type = none
""")
        self.process = subprocess.Popen(["radicale", "--config", str(config)],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return
            time.sleep(0.05)
        raise AssertionError("radicale does not answer")

    def curl(self, *words):
        return run("curl", "-s", "-H", "Expect:", "-o", "-", "-w", "%{http_code}", "-u", "me:me", *words)

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.process.stderr.close()


def vdirsyncer_settings(folder, server, vdir):
    config = folder / "vdirsyncer.conf"
    config.write_text(f"""[general]
status_path = "{folder}/status/"
[pair care]
a = "here"
b = "there"
collections = [["care", "{vdir.name}", "care"]]
conflict_resolution = "a wins"
[storage here]
type = "filesystem"
path = "{vdir.parent}"
fileext = ".ics"
[storage there]
type = "caldav"
url = "{server.url}/me/"
username = "me"
password = "me"
""")
    return ["vdirsyncer", "-c", str(config)]


def test_caldav(care, folder):
    server = Server(folder)
    try:
        body = ('<?xml version="1.0"?><mkcol xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">'
                "<set><prop><resourcetype><collection/><C:calendar/></resourcetype></prop></set>"
                "</mkcol>")
        for name in ("one", "care"):
            assert server.curl("-X", "MKCOL", "--data", body, f"{server.url}/me/{name}/") == "201"
        vdir = folder / "synced"
        care.calendar("--vdir", str(vdir))
        for one in vdir.iterdir():
            for wanted in ("201", "201"):
                got = server.curl("-T", str(one), f"{server.url}/me/one/{one.name}")
                assert got.endswith(wanted), (one, got)
        sync = vdirsyncer_settings(folder, server, vdir)
        run(*sync, "discover", "--no-list", "care")
        run(*sync, "sync")

        def there():
            calendar = run("curl", "-s", "-u", "me:me", f"{server.url}/me/care/")
            return {str(c["UID"]): c for c in components(calendar) if c.name != "VALARM"}

        first = there()
        assert set(first) == {one.stem for one in vdir.iterdir()}
        text = care.book.read_text(encoding="utf-8")
        care.book.write_text(text.replace("due = 2026-11-28", "due = 2026-11-30")
                             .replace("birthday = 1931-05-04", ""), encoding="utf-8")
        care.calendar("--vdir", str(vdir))
        run(*sync, "sync")
        second = there()
        gone = [first[uid]["SUMMARY"] for uid in set(first) - set(second)]
        assert gone == ["Olga Alt's birthday (born 1931)"], gone
        dues = [c["DUE"].dt for c in second.values() if "Promised" in c["SUMMARY"] and "DUE" in c]
        assert dues == [datetime.date(2026, 11, 30)], dues
        care.book.write_text(text, encoding="utf-8")
    finally:
        server.stop()


# Own plans of which a day is no day of each month, and one that ends (R17).
OWN_PLANS = """
[[customer]]
id = "plans"
name = "Paula Plan"
every = "never"
because = "plans only"
[[customer.plan]]
what = "last of the month"
from = 2026-01-31
every = "1m"
[[customer.plan]]
what = "day 29"
from = 2025-10-29
every = "2m"
[[customer.plan]]
what = "each quarter"
from = 2026-12-15
every = "3m"
until = 2028-06-15
[[customer.plan]]
what = "leap"
from = 2024-02-29
every = "1y"
[[customer.plan]]
what = "ten days"
from = 2026-11-24
every = "10d"
[[touch]]
customer = "plans"
on = 2026-11-01
plan = ["last of the month", "day 29", "leap"]
"""
PLAN_NAMES = ["last of the month", "day 29", "each quarter", "leap", "ten days"]


def days_by_care(care, first, last):
    """The days on which each own plan is due, where a touch does each as soon as it is shown."""
    done, days = "", set()
    text = care.book.read_text(encoding="utf-8")
    day = first
    while day <= last + datetime.timedelta(days=3):       # what is due on Saturday shows on Monday
        page = json.loads(care.run("today", "--format", "json", now=f"{day}T09:00"))
        items = [item for entry in page["entries"] for item in entry["items"]
                 if item["kind"] == "plan"]
        if items:
            days |= {(item["due"], item["what"]) for item in items}
            names = json.dumps([item["what"] for item in items])
            done += f'[[touch]]\ncustomer = "plans"\non = {day}\nplan = {names}\n'
            care.book.write_text(text + done, encoding="utf-8")
        day += datetime.timedelta(days=1)
    care.book.write_text(text, encoding="utf-8")
    return {(day, name) for day, name in days if day <= last.isoformat()}


def test_own_plans(care, folder):
    """khal and calcurse show own plans on the days that care gives, for two years."""
    whole = care.book.read_text(encoding="utf-8")
    care.book.write_text(OWN_PLANS, encoding="utf-8")
    first = datetime.date(2026, 11, 24)
    last = datetime.date(2028, 11, 22)
    wanted = days_by_care(care, first, last)
    assert len({day for day, name in wanted if name == PLAN_NAMES[0]}) == 24, sorted(wanted)

    khal, home = khal_settings(folder / "own")
    file = folder / "own.ics"
    care.run("export", "calendar", "-o", str(file))
    env = {"HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "XDG_CACHE_HOME": str(home)}
    run(*khal, "import", "--batch", "-a", "care", str(file), env=env)
    lines = run(*khal, "list", "--format", "{start-date} {title}", "--day-format", "",
                first.isoformat(), f"{(last - first).days + 1}d", env=env).splitlines()
    shown = {(line[:10], name) for line in lines for name in PLAN_NAMES if name in line[10:]}
    assert shown == wanted, sorted(shown ^ wanted)

    curse = folder / "own-calcurse"
    curse.mkdir()
    run("calcurse", "-D", str(curse), "-i", str(file))
    pages = run("calcurse", "-D", str(curse), "-Q", "--from", first.strftime("%m/%d/%Y"),
                "--days", str((last - first).days + 1)).splitlines()
    shown, day = set(), ""
    for line in pages:
        if line[:1].isdigit():
            day = datetime.datetime.strptime(line.strip(" :"), "%m/%d/%y").date().isoformat()
        shown |= {(day, name) for name in PLAN_NAMES if name in line}
    assert shown == wanted, sorted(shown ^ wanted)
    care.book.write_text(whole, encoding="utf-8")


TESTS = [test_libraries, test_hostile_text_stays_text, test_pages, test_rules_agree_with_care,
         test_khal, test_calcurse, test_own_plans, test_vdir, test_caldav]


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="care-ics-"))
    try:
        care = Care(str(pathlib.Path(sys.argv[1]).resolve()), folder)
        for test in TESTS:
            if len(sys.argv) > 2 and test.__name__ not in sys.argv[2:]:
                continue
            start = time.monotonic()
            test(care, folder)
            print(f"{test.__name__}: {time.monotonic() - start:.1f} s", flush=True)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
