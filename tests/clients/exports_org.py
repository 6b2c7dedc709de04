"""Has Emacs read the Org file of care: exports_org.py CARE"""

import datetime
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from hostile_book import HOSTILE, hostile_book, visible

CARE = ""
HERE = Path(__file__).parent
SAGUARO = HERE.parent.parent / "examples" / "saguaro"
TODAY = "2026-11-23"
SPACE = "\u200b"


def care(book, form, command="today"):
    words = [CARE, command, "--book", book, "--today", TODAY, "--format", form]
    return subprocess.run(words, check=True, capture_output=True).stdout


def read_by_emacs(text):
    """What Org finds in the text, and its agenda of today."""
    with tempfile.TemporaryDirectory() as directory:
        file = Path(directory) / "care.org"
        file.write_bytes(text)
        words = ["emacs", "--batch", "-Q", "-l", HERE / "exports_org.el", file]
        environment = {"PATH": "/usr/bin:/bin", "HOME": directory, "LC_ALL": "C.UTF-8"}
        out = subprocess.run(words, check=True, capture_output=True, env=environment).stdout
    found, agenda = out.decode().split("\n", 1)
    return json.loads(found), agenda


def stamp(when):
    day = datetime.date.fromisoformat(when[:10])
    return f"<{day} {day:%a}{' ' + when[11:] if len(when) > 10 else ''}>"


def expected(entries):
    """(priority, scheduled, deadline) of each item, as care's JSON has them."""
    found = []
    for entry in entries:
        for item in entry["items"]:
            if item["kind"] == "unreadable":
                found.append(("A", None, None))
                continue
            priority = "A" if item["class"] <= 2 else "B" if item["class"] <= 6 else "C"
            no_deadline = item["kind"] in ("follow_up", "no_plan")
            found.append((priority, stamp(item["act"]),
                          None if no_deadline else stamp(item["due"])))
    return found


class Org(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.hostile = Path(directory.name) / "book.toml"
        self.hostile.write_bytes(hostile_book().encode())

    def test_each_item_is_a_task_with_its_days(self):
        for book in (SAGUARO, self.hostile):
            for command in ("today", "week"):
                with self.subTest(book=book, command=command):
                    entries = json.loads(care(book, "json", command))["entries"]
                    found, _ = read_by_emacs(care(book, "org", command))
                    tasks = [h for h in found["headlines"] if h["todo"]]
                    self.assertGreater(len(tasks), 20)
                    self.assertEqual([(h["priority"], h["scheduled"], h["deadline"])
                                      for h in tasks], expected(entries))
                    self.assertEqual({h["todo"] for h in tasks}, {"TODO"})
                    others = [h for h in found["headlines"] if not h["todo"]]
                    days = {entry.get("day", TODAY) for entry in entries}
                    self.assertEqual(len(others), len(days) + len(entries))

    def test_hostile_text_stays_text(self):
        found, _ = read_by_emacs(care(self.hostile, "org"))
        title = [each for each in found["active"] if each.startswith("keyword #+TITLE: ")]
        self.assertEqual(len(title), 1)
        links = [each for each in found["active"] if each.startswith("link http://x.example")]
        self.assertEqual(set(found["active"]) - set(title) - set(links), set())
        self.assertTrue(all(not headline["tags"] for headline in found["headlines"]))
        self.assertEqual({headline["level"] for headline in found["headlines"]}, {1, 2, 3})
        titles = "\n".join(headline["title"] for headline in found["headlines"])
        for bad in HOSTILE:
            self.assertIn(visible(bad).strip(), titles.replace(SPACE, ""))

    def test_the_agenda_of_today_shows_what_is_due(self):
        _, agenda = read_by_emacs(care(SAGUARO, "org"))
        self.assertIn("23 November 2026", agenda)
        self.assertIn("TODO [#A] EMERGENCY St. Luke's Medical Plaza: car 3 stopped", agenda)
        self.assertIn("TODO [#A] PROMISE Copperline Lofts HOA: revised maintenance", agenda)

    def test_emacs_exports_it_and_runs_nothing(self):
        with tempfile.TemporaryDirectory() as directory:
            owned = Path(directory) / "owned"
            code = f'(write-region "x" nil "{owned}")'
            book = Path(directory) / "book.toml"
            book.write_text(f'''
[book]
name = '-*- eval: {code} -*-'
value = ['src_emacs-lisp{{{code}}} CALL_me(now)']
[[customer]]
id = "a"
name = "call_me(now)"
[[touch]]
customer = "a"
on = 2026-10-01
heard = """
Local Variables:
eval: (error)
End:"""
[[promise]]
customer = "a"
what = "call_me(now) #+CALL: me() {{{{{{m}}}}}}"
due = 2026-11-20
''')
            file = Path(directory) / "care.org"
            file.write_bytes(care(book, "org") + care(self.hostile, "org"))
            lisp = ("(progn (require 'ox-html) (setq org-confirm-babel-evaluate nil"
                    " enable-local-eval t enable-local-variables :all)"
                    f' (find-file "{file}")'
                    " (with-current-buffer (org-html-export-as-html) (princ (buffer-string))))")
            environment = {"PATH": "/usr/bin:/bin", "HOME": directory, "LC_ALL": "C.UTF-8"}
            html = subprocess.run(["emacs", "--batch", "-Q", "--eval", lisp], check=True,
                                  capture_output=True, env=environment).stdout.decode()
            self.assertIn("call_me(now)", html.replace(SPACE, ""))
            self.assertFalse(owned.exists())


if __name__ == "__main__":
    CARE = sys.argv.pop(1)
    unittest.main()
