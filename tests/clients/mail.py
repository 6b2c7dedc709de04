"""Messages of care, as Python's parser reads them and as msmtp delivers them."""

import email
import email.policy
import os
import re
import socketserver
import subprocess
import sys
import tempfile
import threading
from email.utils import parseaddr
from html.parser import HTMLParser
from pathlib import Path

from hostile import HOSTILE_BOOK, HOSTILE_TEXT

CARE = os.path.abspath(sys.argv[1])
EXAMPLES = os.path.abspath(sys.argv[2])
NOW = ["--now", "2026-11-23T07:30"]
passed = failed = 0

# How to reach somebody, or a letter to them (RFC 6068).
LINK = (r"tel:\+?\d+"
        r"|mailto:[\w.%@-]+(\?subject=[\w.%~-]+&body=[\w.%~-]+)?")


def check(name, fine, detail=""):
    global passed, failed
    if fine:
        passed += 1
    else:
        failed += 1
        print(f"FAILED: {name}: {detail}")


def care(*words, book=f"{EXAMPLES}/saguaro", code=0):
    run = subprocess.run([CARE, "--book", book, *words], capture_output=True,
                         env={**os.environ, "COLUMNS": "76"}, timeout=60)
    if run.returncode != code:
        raise SystemExit(f"care {' '.join(words)}: {run.returncode} {run.stderr.decode()}")
    return run.stdout


def read(message):
    return email.message_from_bytes(message, policy=email.policy.SMTP)


class Words(HTMLParser):
    """The text of a page, and its tags."""

    def __init__(self, html):
        super().__init__()
        self.text, self.tags = "", []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.text += data


def squeezed(text):
    return re.sub(r"\s+", " ", text)


def sound(name, raw):
    message = read(raw)
    defects = [defect for part in message.walk() for defect in part.defects]
    for value in message.values():
        defects += value.defects
    check(f"{name}: no defect", not defects, defects)
    check(f"{name}: ASCII, LF", raw.isascii() and b"\r" not in raw)
    check(f"{name}: lines", max(map(len, raw.split(b"\n"))) <= 78)
    types = [part.get_content_type() for part in message.iter_parts()]
    check(f"{name}: parts", types == ["text/plain", "text/html"], types)
    headers = [header.lower() for header in message.keys()]
    # By its first line, care knows what it wrote into a directory.
    mark = ["x-care-each-owner"] if name.endswith(".eml") else []
    check(f"{name}: headers", headers[:len(mark)] == mark and sorted(headers) == sorted(
        [*mark, "from", "to", "subject", "date", "message-id", "auto-submitted", "mime-version",
         "content-type"]), headers)
    return message


def parts(message):
    return (message.get_body(("plain",)).get_content(), message.get_body(("html",)).get_content())


def test_parsing():
    raw = care("today", *NOW, "--owner", "priya", "--format", "email")
    message = sound("example", raw)
    plain, html = parts(message)
    page = care("today", *NOW, "--owner", "priya").decode()
    check("the text is the text page", plain.replace("\r\n", "\n") == page)
    words = squeezed(Words(html).text)
    for line in ("EMERGENCY solve by 01:40, 5 h 50 min late", "Inés (ee-NESS), Zia Art Museum",
                 "Left out: 17 entries of Dana, Luis and Tom", "+1 602 555 0120"):
        check(f"the page says {line}", line in words)
    check("subject", message["Subject"] ==
          "Care, Mon 23 Nov: 2 emergencies, 1 late request, 4 more", message["Subject"])
    check("to", message["To"] == "Priya Raman <priya@saguaro.example.com>", message["To"])
    check("date", message["Date"].datetime.strftime("%a %H:%M") == "Mon 07:30")
    check("automatic", message["Auto-Submitted"] == "auto-generated")
    again = read(care("today", "--now", "2026-11-23T07:35", "--owner", "priya", "--format", "email"))
    check("the same page, one id", message["Message-ID"] == again["Message-ID"])
    ids = {message["Message-ID"]}
    for other in (["--owner", "dana"], ["--owner", "priya", "--only", "birthday"],
                  ["--owner", "priya", "--tag", "hospital"]):
        ids.add(read(care("today", *NOW, *other, "--format", "email"))["Message-ID"])
    ids.add(read(care("week", *NOW, "--owner", "priya", "--format", "email"))["Message-ID"])
    next_day = ["--now", "2026-11-24T07:30"]
    ids.add(read(care("today", *next_day, "--owner", "priya", "--format", "email"))["Message-ID"])
    check("all else has another id", len(ids) == 6, ids)


def test_survives_without_styles():
    raw = care("today", *NOW, "--format", "email")
    html = parts(read(raw))[1]
    words = Words(html)
    tags = {tag for tag, _ in words.tags}
    check("tables, no pictures", "table" in tags and not tags & {"svg", "img", "script", "link"})
    alone = [tag for tag, attributes in words.tags if "class" in attributes and
             "style" not in attributes]
    check("nothing is styled by a style sheet alone", not alone, alone)
    links = [attributes["href"] for tag, attributes in words.tags if tag == "a"]
    check("links", links and all(re.fullmatch(LINK, link)
                                 for link in links), links)


def test_hostile(folder):
    book = folder / "hostile.toml"
    book.write_text(HOSTILE_BOOK)
    evil = HOSTILE_TEXT
    raw = care("today", *NOW, "--format", "email", "--to", "a@example.com", "--subject", evil,
               book=str(book), code=0)
    message = sound("hostile", raw)
    plain, html = parts(message)
    check("no header of theirs", "Bcc" not in message and "X-Evil" not in message)
    words = Words(html)
    tags = {tag for tag, _ in words.tags}
    check("no tag of theirs", not tags & {"script", "img", "iframe", "svg"}, tags)
    check("their text is there", "<script>alert(1)</script>" in words.text)
    check("no handler", not any(name.startswith("on") for _, attributes in words.tags
                                for name in attributes))
    for text in (plain, html, str(message["Subject"])):
        controls = re.findall("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202e\u200b\u2028]", text)
        check("no control", not controls, controls)


class Sink(socketserver.StreamRequestHandler):
    """The least that SMTP asks of a server (RFC 5321)."""

    def handle(self):
        def say(line):
            self.wfile.write(line + b"\r\n")

        say(b"220 sink")
        recipients = []
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if verb == b"RCPT":
                recipients.append(line.split(b"<")[1].split(b">")[0].decode())
            if verb == b"QUIT":
                return say(b"221 bye")
            if verb != b"DATA":
                say(b"250 sink")
                continue
            say(b"354 go on")
            lines = []
            while (line := self.rfile.readline()) not in (b".\r\n", b""):
                lines.append(line[1:] if line.startswith(b".") else line)
            self.server.delivered.append((recipients, b"".join(lines)))
            recipients = []
            say(b"250 taken")


def test_delivery(folder):
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Sink) as server:
        server.delivered = []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        port = server.server_address[1]
        config = folder / "msmtprc"
        config.write_text(f"account default\nhost 127.0.0.1\nport {port}\ntls off\nauth off\n"
                          "from care@example.com\n")
        config.chmod(0o600)
        raw = care("today", *NOW, "--owner", "priya", "--format", "email", "--to", "a@example.com",
                   "--to", "Søren Holm <b@example.com>")
        msmtp = f"msmtp -C {config} -t"
        subprocess.run(msmtp.split(), input=raw, check=True, timeout=60)
        recipients, taken = server.delivered[0]
        check("delivered to all", sorted(recipients) == ["a@example.com", "b@example.com"])
        check("delivered unchanged", taken == raw.replace(b"\n", b"\r\n"),
              "it differs from what care printed")

        # The line for cron.
        for owner, only, expected in (("priya", "emergency", 2), ("priya", "no_plan", 2)):
            subprocess.run(
                f"'{CARE}' --book '{EXAMPLES}/saguaro' today --now 2026-11-23T07:30 --owner {owner} "
                f"--only {only} --format email --if-any | ifne {msmtp}",
                shell=True, check=True, timeout=60)
            check(f"cron, {only}", len(server.delivered) == expected, len(server.delivered))

        # One for each who is here; Tom is away from 25 November.
        out = folder / "out"
        care("today", "--now", "2026-11-25T07:30", "--format", "email", "--each-owner", str(out))
        names = sorted(path.name for path in out.iterdir())
        check("one each", names == ["dana.eml", "luis.eml", "priya.eml"], names)
        modes = {path.stat().st_mode & 0o777 for path in out.iterdir()}
        check("readable only by you", modes == {0o600}, modes)
        for path in sorted(out.iterdir()):
            message = sound(path.name, path.read_bytes())
            check(f"{path.name}: to", parseaddr(str(message["To"]))[1] ==
                  f"{path.stem}@saguaro.example.com", message["To"])
            subprocess.run(msmtp.split(), input=path.read_bytes(), check=True, timeout=60)
            check(f"{path.name}: delivered",
                  server.delivered[-1][1] == path.read_bytes().replace(b"\n", b"\r\n"))
        (out / "notes.eml").write_text("not ours")
        care("today", "--now", "2026-11-25T07:30", "--format", "email", "--if-any", "--only",
             "no_plan", "--each-owner", str(out))
        names = sorted(path.name for path in out.iterdir())
        check("no old page stays, and nothing of others goes", names == ["notes.eml"], names)

        # A review for each who has customers, of theirs alone.
        reviews = folder / "reviews"
        care("review", *NOW, "--format", "email", "--each-owner", str(reviews))
        names = sorted(path.name for path in reviews.iterdir())
        check("a review each", names == ["dana.eml", "luis.eml", "priya.eml", "tom.eml"], names)
        for path in sorted(reviews.iterdir()):
            message = sound(path.name, path.read_bytes())
            check(f"review, {path.name}: to", parseaddr(str(message["To"]))[1] ==
                  f"{path.stem}@saguaro.example.com", message["To"])
            text = message.get_body(("plain",)).get_content()
            check(f"review, {path.name}: of theirs alone",
                  f"{path.stem.capitalize()}'s customers" in text and "BY OWNER" not in text, text)
        server.shutdown()


def test_names(folder):
    book = folder / "staff.toml"
    book.write_text("".join(
        f'[[staff]]\nid = "{identity}"\nname = "A"\nemail = "a@example.com"\n'
        for identity in ("../ann", "/etc/x", ".hidden", "Zoë", "a b")))
    out = folder / "names"
    care("today", *NOW, "--format", "email", "--each-owner", str(out), book=str(book))
    names = sorted(path.name for path in out.iterdir())
    check("an id leads nowhere else", names == [
        "%2E.%2Fann.eml", "%2Ehidden.eml", "%2Fetc%2Fx.eml", "Zo%C3%AB.eml", "a%20b.eml"], names)


with tempfile.TemporaryDirectory() as name:
    test_parsing()
    test_survives_without_styles()
    test_hostile(Path(name))
    test_delivery(Path(name))
    test_names(Path(name))
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
