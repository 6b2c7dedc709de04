"""The page of care in a real browser: by day, by night, on a telephone and on paper."""

import email
import email.policy
import http.server
import json
import os
import re
import struct
import subprocess
import sys
import tempfile
import threading
import urllib.parse
import zlib
from html.parser import HTMLParser
from pathlib import Path

from hostile import HOSTILE_BOOK

CARE = os.path.abspath(sys.argv[1])
EXAMPLES = os.path.abspath(sys.argv[2])
NOW = ["--now", "2026-11-23T07:30"]
passed = failed = 0

# Loads the page in a frame as wide as a telephone, and says how wide it wants to be.
FRAME = """<!DOCTYPE html><title>-</title><iframe id=f src="/{}" width=390 height=800></iframe>
<script>onload = () => {{ const e = f.contentDocument.documentElement;
document.body.append('WIDTH ' + e.clientWidth + ' ' + e.scrollWidth + ' END') }}</script>"""

# Says whom each letter of the page is to, its subject and its words, as the browser reads its link.
LETTERS = """<!DOCTYPE html><title>-</title><iframe id=f src="/{}"></iframe>
<script>onload = () => {{
  const letters = [...f.contentDocument.querySelectorAll('a[href*="body="]')].map(a => {{
    const url = new URL(a.href), fields = {{}};
    for (const field of url.search.slice(1).split('&')) {{
      const [name, value] = field.split('=').map(decodeURIComponent);
      fields[name] = value;
    }}
    return [url.protocol, decodeURIComponent(url.pathname), fields];
  }});
  document.body.append('LETTERS ' + encodeURIComponent(JSON.stringify(letters)) + ' END') }}</script>"""

# A book whose letters want to be told apart from the link that they stand in.
LETTER_BOOK = """
[book]
name = "Räder & Söhne"
[[message]]
name = "birthday"
for = "birthday"
subject = "Alles Gute, {call_me}! 100 % & 1+1=2?"
text = \"\"\"
Liebe {call_me},

„{heard}“ – schön & gut: 50 % #1? a=b; C:\\\\x <b>
Grüße + Küße, 🚲

{book}
\"\"\"
[[customer]]
id = "zoe"
name = "Zoë O'Brien-Şahin"
call_me = "Zoë"
email = "zoe+bike@example.com"
birthday = 1990-11-23
[[touch]]
customer = "zoe"
on = 2026-11-02
heard = "&body=x%0D%0A&bcc=eve@example.com \\" ' <script>"
"""

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


def care(*words, book):
    run = subprocess.run([CARE, "--book", book, *words], capture_output=True, timeout=60)
    if run.returncode != 0:
        raise SystemExit(f"care {' '.join(words)}: {run.returncode} {run.stderr.decode()}")
    return run.stdout.decode()


def mail_of(message):
    """The page of a message."""
    parsed = email.message_from_string(message, policy=email.policy.default)
    page = parsed.get_body(("html",)).get_content()
    # A browser looks for the picture of a site; a mail program does not.
    return page.replace("<head>", '<head><link rel="icon" href="data:,">', 1)


class Site(http.server.BaseHTTPRequestHandler):
    """Serves the pages, and is the browser's way to everywhere else, to see where it goes."""

    def do_GET(self):
        self.server.asked.append(self.path)
        page = self.server.pages.get(self.path)
        self.send_response(200 if page else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write((page or "").encode())

    def do_CONNECT(self):
        self.server.asked.append(self.path)
        self.send_error(404)

    def log_message(self, *_):
        pass


class Browser:
    def __init__(self, folder, pages):
        self.folder = Path(folder)
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
        self.server.pages = pages
        self.server.asked = []
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def look(self, page, *options):
        """What the browser prints, what it complains of, and what it asked for."""
        self.server.asked.clear()
        port = self.server.server_address[1]
        run = subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync",
             "--disable-dev-shm-usage", "--hide-scrollbars", "--enable-logging=stderr",
             f"--user-data-dir={self.folder / 'profile'}", f"--proxy-server=127.0.0.1:{port}",
             "--proxy-bypass-list=127.0.0.1", "--force-device-scale-factor=1", *options,
             f"http://127.0.0.1:{port}{page}"],
            capture_output=True, timeout=240)
        errors = run.stderr.decode(errors="replace")
        asked = [path for path in self.server.asked
                 if not re.search(r"(google|gstatic|googleapis)\.com", path)]
        console = [line for line in errors.splitlines() if "CONSOLE" in line]
        if run.returncode != 0:
            raise SystemExit(f"chromium: {run.returncode}\n{errors}")
        return run.stdout.decode(errors="replace"), console, asked

    def see(self, name, page, *options):
        """Takes a picture; gives the colour of its first point and its size."""
        picture = self.folder / name
        _, console, asked = self.look(page, f"--screenshot={picture}", *options)
        check(f"{name}: no console message", not console, console)
        check(f"{name}: asks for nothing", asked == [page], asked)
        data = picture.read_bytes()
        width, height = struct.unpack(">II", data[16:24])
        packed, at = b"", 8
        while at < len(data):
            size, kind = struct.unpack(">I4s", data[at:at + 8])
            if kind == b"IDAT":
                packed += data[at + 8:at + 8 + size]
            at += 12 + size
        # The first point of the first line is the same in every filter of PNG.
        return tuple(zlib.decompress(packed)[1:4]), (width, height)

    def print(self, name, page):
        """The words of the printed page, and the size of its paper in points."""
        file = self.folder / name
        _, console, asked = self.look(page, f"--print-to-pdf={file}", "--no-pdf-header-footer")
        check(f"{name}: no console message", not console, console)
        check(f"{name}: asks for nothing", asked == [page], asked)
        words = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)
        info = subprocess.run(["pdfinfo", file], capture_output=True, check=True).stdout.decode()
        said = words.stdout.decode().replace("\u00a0", " ")  # dates hang together by these
        return said, re.search(r"Page size: +([\d.]+) x ([\d.]+)", info).groups()


class Tags(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.tags, self.names, self.links, self.text = set(), set(), [], ""
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.names |= {name for name, _ in attributes}
        if tag == "a":
            self.links.append(dict(attributes)["href"])

    def handle_data(self, data):
        self.text += data


def page_of(browser, name, page):
    light, size = browser.see(f"{name}-light.png", page, "--window-size=900,1400")
    dark, _ = browser.see(f"{name}-dark.png", page, "--window-size=900,1400",
                          "--blink-settings=preferredColorScheme=0")
    check(f"{name}: by day", min(light) > 200 and size == (900, 1400), (light, size))
    check(f"{name}: by night", max(dark) < 60, dark)
    said, _, _ = browser.look(f"/frame{page}", "--dump-dom")
    width = re.search(r"WIDTH (\d+) (\d+) END", said)
    check(f"{name}: fits a telephone", width and width[1] == width[2] == "390",
          width and width.groups())


def letters_of(browser, page, path):
    """The letters of a page are those that `care message` writes."""
    said, _, _ = browser.look(f"/letters{page}", "--dump-dom")
    found = re.search(r"LETTERS (\S+) END", said)
    letters = json.loads(urllib.parse.unquote(found[1])) if found else []
    message = json.loads(care("message", "zoe", *NOW, "--format", "json", book=path))
    wanted = ["mailto:", message["to"],
              {"subject": message["subject"], "body": message["text"].replace("\n", "\r\n")}]
    check(f"{page}: its letter", letters == [wanted], (letters, wanted))
    check(f"{page}: nothing is lost of it", all(words in message["text"] for words in (
        "Liebe Zoë,\n\n", "50 % #1? a=b; C:\\x <b>\nGrüße + Küße, 🚲",
        "&body=x%0D%0A&bcc=eve@example.com \" ' <script>")), message)


def run(folder):
    letter_book = Path(folder, "letters.toml")
    letter_book.write_text(LETTER_BOOK)
    saguaro = f"{EXAMPLES}/saguaro"
    hostile_book = Path(folder, "hostile.toml")
    hostile_book.write_text(HOSTILE_BOOK)
    today = care("today", *NOW, "--format", "html", book=saguaro)
    hostile = care("today", *NOW, "--format", "html", book=str(hostile_book))
    review = care("review", *NOW, "--format", "html", book=saguaro)
    hostile_review = care("review", *NOW, "--format", "html", book=str(hostile_book))
    pages = {"/today": today, "/hostile": hostile,
             "/week": care("week", *NOW, "--format", "html", book=saguaro),
             "/mail": mail_of(care("today", *NOW, "--format", "email", book=saguaro)),
             "/hostile-mail": mail_of(care("today", *NOW, "--format", "email",
                                           book=str(hostile_book))),
             "/sheet": care("show", *NOW, "sonora", "--format", "html", book=saguaro),
             "/review": review,
             "/hostile-review": hostile_review,
             "/review-mail": mail_of(care("review", *NOW, "--format", "email", book=saguaro))}
    pages |= {f"/frame{page}": FRAME.format(page[1:]) for page in list(pages)}
    for page, letter in (("/written", care("today", *NOW, "--format", "html", book=str(letter_book))),
                         ("/written-mail", mail_of(care("today", *NOW, "--format", "email", "--to",
                                                       "a@example.com", book=str(letter_book))))):
        pages |= {page: letter, f"/letters{page}": LETTERS.format(page[1:])}
    for paper in ("A4", "letter"):
        pages[f"/{paper}"] = today.replace("</style>", f"@page {{ size: {paper} }}</style>")
    pages["/A4-review"] = review.replace("</style>", "@page { size: A4 }</style>")
    browser = Browser(folder, pages)
    for page in ("/today", "/week", "/hostile", "/mail", "/hostile-mail", "/sheet", "/review",
                 "/hostile-review", "/review-mail"):
        page_of(browser, page[1:], page)
    for page in ("/written", "/written-mail"):
        letters_of(browser, page, str(letter_book))
    for paper, size in (("A4", (595, 842)), ("letter", (612, 792))):
        words, printed = browser.print(f"{paper}.pdf", f"/{paper}")
        check(f"{paper}: its size", all(abs(float(a) - b) < 2 for a, b in zip(printed, size)),
              printed)
        at = [words.find(part) for part in
              ("Monday 23 November 2026", "2 emergencies", "NOW", "solve by 01:40", "LATE", "TODAY",
               "KEEP IN TOUCH", "COMING", "Left out: 3 over", "THE COMING FOUR WEEKS")]
        check(f"{paper}: all of it, in its order", -1 not in at and at == sorted(at), at)
    words, _ = browser.print("A4-review.pdf", "/A4-review")
    at = [words.find(part) for part in
          ("26 August to 23 November 2026", "LOYAL OR MERELY SATISFIED", "THE FOUR FACTORS",
           "thanked when we spoke", "IN WORDS", "BY OWNER", "CONTACTS A WEEK",
           "CONTACTS IN 30 DAYS", "WHO IS STRAINED", "WHOM TO WIN", "care show ID")]
    check("A4 review: all of it, in its order", -1 not in at and at == sorted(at), at)
    read = Tags(hostile_review)
    check("no tag of theirs in a review",
          not read.tags & {"script", "img", "iframe", "object"}, read.tags)
    read = Tags(hostile)
    check("no tag of theirs", not read.tags & {"script", "img", "iframe", "object"}, read.tags)
    check("no handler of theirs", not any(name.startswith("on") for name in read.names))
    check("no link of theirs", read.links == [], read.links)
    check("their text is there", "<script>alert(1)</script>" in read.text)
    read = Tags(today)
    check("links", read.links and all(re.fullmatch(LINK, link)
                                      for link in read.links), read.links)
    check("a picture with words for it", "<desc" in today and 'role="img"' in today)
    browser.server.shutdown()


if len(sys.argv) > 3:
    os.makedirs(sys.argv[3], exist_ok=True)
    run(sys.argv[3])
else:
    with tempfile.TemporaryDirectory() as name:
        run(name)
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
