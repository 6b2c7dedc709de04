"""What all parts of the crash test use: books, runs of `care`, and the tally of points."""

import os
import shlex
import subprocess
import threading
from dataclasses import dataclass, field
from pathlib import Path

MEANWHILE = "meanwhile"          # what care says of a book that somebody saved
LOCKED = "another care"          # what care says of a lock that it did not get
NOW = "2026-11-23T08:30"
TIMEOUT = 60
SHOWN = 10       # failures of each part

HEAD = """\
# A book for the crash test; the comments and the odd spacing must survive everything.
[book]
name    = "Tür & Tor Service"
started = 2026-01-05

[[customer]]
id = "acme"          # the first of them
name = "Acme Tower"
call_me = "María"
phone = "+1 602 555 0101"
since = 2021-03-01

[[customer.event]]
what = "opening day"
date = 2026-12-04
yearly = false
prepare = "3wd"
gift = "a card that all have signed"

[[customer]]
id = "zia"
name = "Zia Art Museum"
since = 2023-10-16
"""

STAFF = """
[[staff]]
id = "dana"
name = "Dana Whitlock"

[[staff]]
id = "luis"
name = "Luis Ortega"
"""

RECORDS = """
[[request]]
id = "acme-2026-11-20"
customer = "acme"
what = "price for new doors"
asked = 2026-11-20T15:00:00

[[promise]]
id = "acme-2026-11-24"
customer = "acme"
what = "the revised contract"
due = 2026-11-24
made = 2026-11-19
"""


def touches(count):
    """That many records of calls, each a little different."""
    return "".join(f'\n[[touch]]\ncustomer = "zia"\non = 2026-{1 + i % 10:02}-{1 + i % 28:02}\n'
                   f'how = "call"\nheard = "call number {i}, and the café is open"\n'
                   for i in range(count))


def book_text(calls=40):
    """A sound book in one file."""
    return (HEAD + STAFF + RECORDS + touches(calls)).encode()


def book_parts(calls=40, staff=True):
    """The same book in the files of a directory."""
    return {"book.toml": (HEAD + STAFF * staff).encode(),
            "log-dana.toml": ("# Dana's\n" + RECORDS + touches(calls)).encode()}


# ---------------------------------------------------------------------------
# Folders
# ---------------------------------------------------------------------------

@dataclass(frozen=True)
class Stored:
    """A file as it stands in a folder."""
    data: bytes
    mode: int
    owner: tuple


def own_file(name):
    """Whether a file is one of those that care puts beside a book for a moment."""
    return name.startswith(".care-")


def snapshot(folder):
    """All files of a folder by name, but for care's temporary ones."""
    found = {}
    for path in Path(folder).iterdir():
        if not own_file(path.name):
            status = path.stat()
            found[path.name] = Stored(path.read_bytes(), status.st_mode & 0o7777,
                                      (status.st_uid, status.st_gid))
    return found


def leftovers(folder):
    """The temporary files of care that stand in a folder."""
    return {path.name for path in Path(folder).iterdir() if own_file(path.name)}


def age(path):
    """Saved long ago: care waits until what was saved this moment has rested, so runs would differ."""
    long_ago = 1_700_000_000
    os.utime(path, (long_ago, long_ago))


def fill(folder, files, mode=0o640):
    """Makes a folder with these files, given as bytes."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
        (folder / name).chmod(mode)
        age(folder / name)
    return folder


def holds(folder):
    """What a folder holds, for the report of a failure."""
    try:
        return ", ".join(f"{path.name} ({path.lstat().st_size} bytes)"
                         for path in sorted(Path(folder).iterdir())) or "nothing"
    except OSError as error:
        return str(error)


# ---------------------------------------------------------------------------
# Runs
# ---------------------------------------------------------------------------

@dataclass(frozen=True)
class Ran:
    """A run of care that is over."""
    command: list
    code: int
    out: str
    err: str


class Care:
    """The program, with an environment in which nothing of the user's counts."""

    def __init__(self, program, home):
        self.program = str(program)
        self.environment = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": str(home),
                            "LC_ALL": "C", "ASAN_OPTIONS": "detect_leaks=0"}

    def command(self, book, words):
        """The command line of a run."""
        return [self.program, "--book", str(book), "--now", NOW, *words]

    def start(self, book, words, before=(), **how):
        """Starts a run, with other programs such as strace before it."""
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen([*before, *self.command(book, words)], env=self.environment,
                                **{**pipes, **how})

    def run(self, book, words, before=(), **how):
        """A run from its start to its end; an exit code of None means that it hung."""
        process = self.start(book, words, before, **how)
        return finish(process)


def finish(process, timeout=TIMEOUT):
    """Waits for a run to end."""
    try:
        out, err = process.communicate(timeout=timeout)
        code = process.returncode
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
        code = None
    return Ran(process.args, code, (out or b"").decode(errors="replace"),
               (err or b"").decode(errors="replace"))


def error_complaints(ran, code=4, says=True):
    """What is wrong with the exit code, and with how care says that it could not write."""
    if ran.code != code:
        return [f"exit code {ran.code} instead of {code}"]
    if code and says and not ran.err.startswith("care: "):
        return ["no message `care: PATH: why` on standard error"]
    return []


# ---------------------------------------------------------------------------
# The tally
# ---------------------------------------------------------------------------

@dataclass
class Tally:
    """Counts the points that were tried, and tells the first few that failed."""
    passed: int = 0
    failed: int = 0
    untold: int = 0
    to_tell: int = SHOWN
    lock: threading.Lock = field(default_factory=threading.Lock)

    def point(self, what, complaints, ran=None, folder=None):
        """One point; it passed if there are no complaints."""
        with self.lock:
            if not complaints:
                self.passed += 1
                return
            self.failed += 1
            if self.to_tell == 0:
                self.untold += 1
                return
            self.to_tell -= 1
            print(f"FAILED: {what}")
            for complaint in complaints:
                print(f"    {complaint}")
            if ran:
                print(f"    command: {shlex.join(ran.command)}")
                print(f"    exit code {ran.code}, standard error: {ran.err.strip()[:300]!r}")
            if folder:
                print(f"    the directory holds {holds(folder)}")

    def skip(self, what, must):
        """Something that cannot be tried here; a failure where it must be."""
        with self.lock:
            print(f"{'FAILED: ' if must else ''}skipped: {what}")
            self.failed += must


@dataclass(frozen=True)
class Bench:
    """What every part is given."""
    care: Care
    folder: Path      # its own, to be thrown away
    tally: Tally
    jobs: int
    kills: int
    saves: int
    writers: int
    each: int
    ci: bool
