"""Has LibreOffice open the tables of care: exports_spreadsheet.py CARE"""

import csv
import io
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from hostile_book import quoted

CARE = ""
# Text that a spreadsheet would take for a number, a date, a time or a formula.
MISLEADING = [
    "01234", "85004", "1e5", "1E5", "2e10", "3-4", "1/2", "12-25", "02-29", "1.10", "0.50", "00",
    "6025550101", "602 555 0101", "0049 30 1234567", "12345678901234567890", "1984-02-29", "9:30",
    "10:15:30", "3.11.2026", "11/23/2026", "5 %", "50%", "$5", "12 March", "1,000", "1.000,50",
    "TRUE", "False", "inf", "nan", ".5", "0x10", "007", "1 000", "0e0", "1e-5", "2 1/2",
    "Mar-12", "jan2026", "May 5", "Dec/24", "€5", "5€", "(555)", "#12", "Q1", "E5", "+49 30 1", "-1",
    "=1+1", "@a", "Sunday", "noon", "١٢٣",
]  # fmt: skip
# Of purchases so long ago that nobody thanks for them.
AMOUNTS = ["-1000", "-0.5", "1200"]
# A truth of care's own is one to the spreadsheet too.
TRUTHS = [("TRUE", "true"), ("FALSE", "false")]
# Comma, quotes, UTF-8, from line 1; then as its dialogue has "format quoted field as text".
IMPORT = "CSV:44,34,76,1,,0,true,{},false"
# The cells as they are shown, each in quotes.
EXPORT = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,true"


def book():
    lines = ["[policy]", 'every = "never"']
    for i, text in enumerate(MISLEADING):
        text = quoted(text)
        lines += ["[[customer]]", f'id = "{i}e5"', "since = 2021-03-01"]
        for key in ["name", "call_me", "company", "phone", "email", "address"]:
            lines.append(f"{key} = {text}")
        lines += [f"tags = [{text}]", 'birthday = "02-29"']
        lines += ["[[touch]]", f'customer = "{i}e5"', "on = 2026-11-20", f"heard = {text}"]
        lines += ["[[promise]]", f'customer = "{i}e5"', f"what = {text}", "due = 2026-11-20"]
    for amount in AMOUNTS:
        lines += ["[[purchase]]", 'customer = "0e5"', "on = 2020-01-01", 'what = "-1"']
        lines.append(f"amount = {amount}")
    return "\n".join(lines) + "\n"


class Spreadsheet(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.directory = Path(directory.name)
        (self.directory / "book.toml").write_text(book(), encoding="utf-8")

    def care(self, *words):
        command = [CARE, *words, "--bom", "--book", self.directory / "book.toml"]
        command += ["--today", "2026-11-23"]
        return subprocess.run(command, check=True, capture_output=True).stdout

    def opened(self, table, special):
        """The cells that a spreadsheet has."""
        (self.directory / "table.csv").write_bytes(table)
        home = {**os.environ, "HOME": str(self.directory), "LC_ALL": "C.UTF-8"}
        command = ["soffice", f"-env:UserInstallation=file://{self.directory}/profile"]
        command += ["--headless", f"--infilter={IMPORT.format(special)}"]
        command += ["--convert-to", EXPORT, "--outdir", self.directory / "out"]
        subprocess.run([*command, self.directory / "table.csv"], check=True, capture_output=True,
                       env=home, timeout=300)  # fmt: skip
        text = (self.directory / "out" / "table.csv").read_text(encoding="utf-8")
        return list(csv.reader(io.StringIO(text, newline="")))

    def test_every_cell_is_what_care_wrote(self):
        for words in (["export", "csv"], ["today", "--format", "csv"], ["list", "--format", "csv"]):
            table = self.care(*words)
            wanted = list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))
            self.assertEqual(len(wanted), len(MISLEADING) + 1)
            for special in ("true", "false"):
                found = self.opened(table, special)
                for expected, row in zip(wanted, found, strict=True):
                    cells = [own for own in zip(row, expected) if own not in TRUTHS]
                    self.assertEqual(*map(list, zip(*cells)), (words, special))

    def test_an_amount_below_0_is_a_number(self):
        table = self.care("journal", "--all", "--kind", "purchase", "--format", "csv")
        for special in ("true", "false"):
            header, *rows = self.opened(table, special)
            self.assertEqual([row[header.index("amount")] for row in rows], AMOUNTS)
            self.assertEqual({row[header.index("what")] for row in rows}, {"'-1"})


if __name__ == "__main__":
    CARE = sys.argv.pop(1)
    unittest.main()
