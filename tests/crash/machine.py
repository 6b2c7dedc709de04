"""Full disks, missing permissions, links, locks and limits."""

import contextlib
import fcntl
import os
import shutil
import subprocess
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from workbench import LOCKED, Care, book_parts, book_text, error_complaints, fill, leftovers

WORDS = ["log", "acme", "said in hard times"]
SAID = b"said in hard times"
NOBODY = 65534
TMPFS = "size=128k"


class Machine:
    """The part itself; each method that begins with `try_` is a group of points."""

    def __init__(self, bench):
        self.care, self.base, self.tally = bench.care, bench.folder, bench.tally
        self.root = os.geteuid() == 0
        self.must = bench.ci and self.root
        self.points = 0

    # --- helpers ---------------------------------------------------------------------------

    def folder(self, name):
        """A folder of its own for a point."""
        folder = self.base / name
        folder.mkdir(parents=True)
        return folder

    def book(self, name):
        """A folder with a book; the path of the book."""
        return fill(self.folder(name), {"book.toml": book_text()}) / "book.toml"

    def point(self, what, ran, complaints, folder):
        """Tells the tally."""
        self.points += 1
        self.tally.point(f"machine: {what}", complaints, ran, folder)

    def refused(self, what, book, ran, says="", old=None):
        """The record was not written: exit code 4, the old book, nothing left over."""
        complaints = error_complaints(ran)
        if says and says not in ran.err:
            complaints.append(f"the message does not say {says!r}")
        if book.read_bytes() != (book_text() if old is None else old):
            complaints.append("the book is not the old one")
        if leftovers(book.parent):
            complaints.append("a temporary file is left")
        self.point(what, ran, complaints, book.parent)

    def written(self, what, book, ran, code=0, old=None):
        """The record was written, after the old bytes."""
        complaints = error_complaints(ran, code) + added_complaints(book, old or book_text())
        if leftovers(book.parent):
            complaints.append("a temporary file is left")
        self.point(what, ran, complaints, book.parent)

    @contextlib.contextmanager
    def mounted(self, what, arguments, target):
        """Something mounted for a while; gives False where that is not possible."""
        got = subprocess.run(["mount", *arguments, str(target)], capture_output=True, text=True,
                             check=False) if shutil.which("mount") else None
        done = bool(got) and got.returncode == 0
        if not done:
            why = got.stderr.partition("\n")[0] if got else "no mount here"
            self.tally.skip(f"{what}: {why}", self.must)
        try:
            yield done
        finally:
            if done:
                subprocess.run(["umount", "-l", str(target)], check=False)

    # --- full disks ------------------------------------------------------------------------

    def try_full_disk(self):
        """No room at all, room for a part of the book, no room for one more file."""
        for name, options, free in [("a full disk", TMPFS, 0), ("an almost full disk", TMPFS, 2),
                                    ("no inode left", f"{TMPFS},nr_inodes=6", None)]:
            folder = self.folder(name.replace(" ", "-"))
            arguments = ["-t", "tmpfs", "-o", options, "none"]
            with self.mounted(name, arguments, folder) as done:
                if done:
                    self.on_full_disk(name, folder, free)

    def on_full_disk(self, name, folder, free):
        """Refused while the disk is full, written when there is room again."""
        book = fill(folder, {"book.toml": book_text(200)}) / "book.toml"
        stuffing = stuff_inodes(folder) if free is None else stuff(folder, free)
        self.refused(name, book, self.care.run(book, WORDS), "No space", book_text(200))
        for path in stuffing:
            path.unlink()
        self.written(f"{name}, then room", book, self.care.run(book, WORDS), 0, book_text(200))

    def try_file_size(self):
        """Limits on the size of a file: nothing, one page, all but the last bytes."""
        if not shutil.which("prlimit"):
            self.tally.skip("files of limited size: no prlimit here", self.must)
            return
        for number, size in enumerate([0, 4096, len(book_text()) + 1]):
            book = self.book(f"limit-{number}")
            ran = self.care.run(book, WORDS, ["prlimit", f"--fsize={size}", "--core=0"])
            self.refused(f"files of at most {size} bytes", book, ran, "too large")

    def try_read_only_disk(self):
        """A file system that is mounted for reading only."""
        book = fill(self.folder("read-only"), {"book.toml": book_text()}) / "book.toml"
        folder = book.parent
        with self.mounted("a read-only disk", ["--bind", str(folder)], folder) as done:
            if done and subprocess.run(["mount", "-o", "remount,bind,ro", str(folder)],
                                       check=False).returncode == 0:
                self.refused("a read-only disk", book, self.care.run(book, WORDS), "Read-only")

    def try_bind_mount(self):
        """The file itself is a mount point, so that it cannot be replaced."""
        book, other = self.book("bind"), self.book("bind-source")
        with self.mounted("a book that is a mount point", ["--bind", str(other)], book) as done:
            if done:
                self.refused("a book that is a mount point", book, self.care.run(book, WORDS))

    # --- permissions -----------------------------------------------------------------------

    def try_ordinary_user(self):
        """What an ordinary user may not do."""
        if self.root and not shutil.which("setpriv"):
            self.tally.skip("an ordinary user: no setpriv here", self.must)
            return
        with tempfile.TemporaryDirectory() as place:
            os.chmod(place, 0o755)
            program = shutil.copy(self.care.program, place)
            care = Care(program, place)
            before = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
            self.as_ordinary_user(care, before if self.root else [])

    def as_ordinary_user(self, care, before):
        """The points of an ordinary user."""
        for name, folder_mode, mode, code in [("a book of their own", 0o755, 0o640, 0),
                                              ("a read-only directory", 0o555, 0o644, 4),
                                              ("a read-only book", 0o755, 0o444, 4),
                                              ("an unreadable book", 0o755, 0o200, 4)]:
            book = self.book(name.replace(" ", "-"))
            self.give(book, mode, folder_mode)
            ran = care.run(book, WORDS, before)
            if code == 0:
                self.written(name, book, ran)
            elif mode == 0o200:
                book.chmod(0o600)
                self.refused(name, book, ran, "denied")
            else:
                self.refused(name, book, ran, "denied")
            self.mode_kept(name, book, 0o600 if mode == 0o200 else mode, ran)
        if self.root:
            self.book_of_another(care, before)
            self.book_of_a_group(care)

    def give(self, book, mode, folder_mode):
        """Makes a book the ordinary user's."""
        if self.root:
            os.chown(book, NOBODY, NOBODY)
            os.chown(book.parent, NOBODY, NOBODY)
        book.chmod(mode)
        book.parent.chmod(folder_mode)

    def mode_kept(self, what, book, mode, ran):
        """The permissions are as they were, and the owner too."""
        owner = (NOBODY, NOBODY) if self.root else (os.getuid(), book.parent.stat().st_gid)
        self.point(f"{what}: mode and owner", ran, kept_complaints(book, mode, owner), book.parent)

    def book_of_another(self, care, before):
        """Writable, but of another owner: either it stays theirs, or nothing is written."""
        book = self.book("of-another")
        os.chown(book.parent, NOBODY, NOBODY)
        book.chmod(0o666)
        ran = care.run(book, WORDS, before)
        complaints = kept_complaints(book, 0o666, (0, 0))
        if ran.code == 0:
            complaints += added_complaints(book, book_text())
        else:
            complaints += error_complaints(ran)
            complaints += [] if book.read_bytes() == book_text() else ["not the old book"]
        if leftovers(book.parent):
            complaints.append("a temporary file is left")
        self.point("a book of another owner", ran, complaints, book.parent)

    def book_of_a_group(self, care):
        """A new log is for whom the rest of the book is: for its group, or for nobody more."""
        group = 4321
        for name, groups, mode, expected in [
                ("one of the group", f"--groups={group}", 0o640, (0o640, NOBODY, group)),
                ("one of the group, of all", f"--groups={group}", 0o664, (0o664, NOBODY, group)),
                ("one who is not", "--clear-groups", 0o664, (0o644, NOBODY, NOBODY))]:
            folder = fill(self.folder(name.replace(" ", "-")), book_parts(), mode)
            for path in [folder, *folder.iterdir()]:
                os.chown(path, 0, group)
            folder.chmod(0o777)
            ran = care.run(folder, [*WORDS, "--by", "luis"], [
                "setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", groups])
            complaints = error_complaints(ran, 0)
            complaints += [] if complaints else kept_complaints(folder / "log-luis.toml",
                                                                expected[0], expected[1:])
            self.point(f"a new log by {name}", ran, complaints, folder)

    def try_owner_kept(self):
        """Mode and owner are those of the old book, whoever runs care."""
        for mode in (0o640, 0o600, 0o664, 0o444 | 0o200):
            book = self.book(f"mode-{mode:o}")
            book.chmod(mode)
            if self.root:
                os.chown(book, 1234, 4321)
            status = book.stat()
            ran = self.care.run(book, WORDS)
            self.written(f"mode {mode:o}", book, ran)
            complaints = kept_complaints(book, mode, (status.st_uid, status.st_gid))
            self.point(f"mode {mode:o} is kept", ran, complaints, book.parent)

    # --- links and odd files ---------------------------------------------------------------

    def try_links(self):
        """A link stays a link, and what it points to is replaced."""
        book, folder = self.book("target"), self.folder("links")
        link = folder / "link.toml"
        link.symlink_to("../target/book.toml")
        ran = self.care.run(link, WORDS)
        self.written("a book behind a link", book, ran)
        complaints = [] if link.is_symlink() else ["the link is a link no longer"]
        complaints += [] if os.listdir(folder) == ["link.toml"] else ["something is beside it"]
        self.point("the link itself", ran, complaints, folder)
        self.dangling_link(folder)
        self.linked_log()
        self.hard_link()

    def dangling_link(self, folder):
        """A link to nothing: no book comes into being."""
        link = folder / "nowhere.toml"
        link.symlink_to("../target/nowhere.toml")
        ran = self.care.run(link, WORDS)
        complaints = error_complaints(ran)
        if link.exists() or not link.is_symlink() or leftovers(folder):
            complaints.append("something came into being, or the link is gone")
        self.point("a link to nothing", ran, complaints, folder)

    def linked_log(self):
        """A log in a directory book that is a link: it stays one, whether written or refused."""
        folder = fill(self.folder("linked-log"), book_parts())
        away = self.folder("away") / "log.toml"
        away.write_bytes((folder / "log-dana.toml").read_bytes())
        old = away.read_bytes()
        (folder / "log-dana.toml").unlink()
        (folder / "log-dana.toml").symlink_to("../away/log.toml")
        ran = self.care.run(folder, [*WORDS, "--by", "dana"])
        complaints = [] if (folder / "log-dana.toml").is_symlink() else ["the link is gone"]
        if ran.code == 0:
            complaints += added_complaints(away, old)
        else:
            complaints += error_complaints(ran)
            complaints += [] if away.read_bytes() == old else ["not the old log"]
        if leftovers(folder) or leftovers(away.parent):
            complaints.append("a temporary file is left")
        self.point("a log that is a link", ran, complaints, folder)

    def hard_link(self):
        """A book with two names: refused, or both names have the old or the new text."""
        book = self.book("hard-link")
        other = book.with_name("other.toml")
        other.hardlink_to(book)
        ran = self.care.run(book, WORDS)
        if ran.code == 0:
            self.written("a book with two names", book, ran)
        else:
            self.refused("a book with two names", book, ran)
        kept = other.read_bytes().startswith(book_text())
        self.point("its other name", ran, [] if kept else ["its bytes changed"], book.parent)

    def try_odd_files(self):
        """No book at all, and what is no regular file."""
        folder = self.folder("odd")
        os.mkfifo(folder / "fifo.toml")
        for what, path in [("a fifo", folder / "fifo.toml"), ("a device", Path("/dev/null")),
                           ("no book", folder / "none.toml"),
                           ("no directory", folder / "none" / "book.toml")]:
            before = sorted(os.listdir(folder))
            ran = self.care.run(path, WORDS)
            complaints = error_complaints(ran)
            if sorted(os.listdir(folder)) != before:
                complaints.append("something came into being")
            self.point(what, ran, complaints, folder)

    def try_stale_files(self):
        """What killed runs left is removed; what only looks like it does no harm."""
        book = self.book("stale")
        fill(book.parent, {".care-draft-aB3dE6": b"half", ".care-draft-000000": b""}, 0o600)
        self.written("stale files", book, self.care.run(book, WORDS))
        away = self.folder("stale-away") / "kept.toml"
        away.write_bytes(b"kept")
        book = self.book("stale-directory")
        (book.parent / ".care-draft-folder").mkdir()
        (book.parent / ".care-draft-linked").symlink_to(away)
        with open(book.parent / ".care-draft-living", "wb") as living:
            fcntl.flock(living, fcntl.LOCK_EX)
            ran = self.care.run(book, WORDS)
        complaints = error_complaints(ran, 0) + added_complaints(book, book_text())
        if leftovers(book.parent) != {".care-draft-folder", ".care-draft-linked",
                                      ".care-draft-living"}:
            complaints.append("a temporary file is left, or what is none was removed")
        self.point("what only has the name of a stale file", ran, complaints, book.parent)
        self.point("what a stale link points to", None,
                   [] if away.read_bytes() == b"kept" else ["it changed"], away.parent)

    # --- streams ---------------------------------------------------------------------------

    def try_streams(self):
        """Nowhere to answer: the record is there all the same, and nothing else is."""
        with open("/dev/full", "wb") as full:
            book = self.book("full-out")
            self.written("a full standard output", book,
                         self.care.run(book, WORDS, stdout=full), 4)
        for number, closing in enumerate(["<&-", ">&-", "2>&-", "<&- >&-", "<&- >&- 2>&-"]):
            book = self.book(f"closed-{number}")
            ran = self.care.run(book, WORDS, ["sh", "-c", f'exec "$@" {closing}', "sh"])
            new = book.read_bytes()
            complaints = [] if new == book_text() else added_complaints(book, book_text())
            if ran.code not in (0, 4) or (ran.code == 0 and new == book_text()):
                complaints.append(f"exit code {ran.code}, and {len(new)} bytes in the book")
            if leftovers(book.parent):
                complaints.append("a temporary file is left")
            self.point(f"started with {closing}", ran, complaints, book.parent)

    # --- locks -----------------------------------------------------------------------------

    def try_locks(self):
        """Another process holds the lock: too long, or only for a moment."""
        with ThreadPoolExecutor(3) as pool:
            for task in [pool.submit(self.locked_long), pool.submit(self.locked_briefly),
                         pool.submit(self.locked_directory)]:
                task.result()

    def locked_long(self):
        """Locked for as long as care is willing to wait; reading needs no lock."""
        book = self.book("locked")
        with locked(book.parent):
            start = time.monotonic()
            read = self.care.run(book, ["check"])
            took = time.monotonic() - start
            complaints = error_complaints(read, 0)
            complaints += [] if took < 5 else [f"it took {took:.1f} s"]
            self.point("reading a locked book", read, complaints, book.parent)
            start = time.monotonic()
            ran = self.care.run(book, WORDS)
            took = time.monotonic() - start
        self.refused("a locked book", book, ran, LOCKED)
        complaints = [] if 4 < took else [f"it gave up after {took:.1f} s instead of 5"]
        self.point("patience with a locked book", ran, complaints, book.parent)
        self.written("a book that was locked", book, self.care.run(book, WORDS))

    def locked_briefly(self):
        """Locked for a second: care waits."""
        book = self.book("locked-briefly")
        with locked(book.parent):
            process = self.care.start(book, WORDS)
            time.sleep(1)
            waits = process.poll() is None
        out, err = process.communicate()
        complaints = [] if waits else ["it did not wait"]
        complaints += [] if process.returncode == 0 else [f"exit code {process.returncode}: {err}"]
        complaints += added_complaints(book, book_text())
        self.point(f"a book locked for a second, {out[:20]!r}", None, complaints, book.parent)

    def locked_directory(self):
        """A book that is a directory, locked."""
        folder = fill(self.folder("locked-directory"), book_parts())
        with locked(folder):
            ran = self.care.run(folder, [*WORDS, "--by", "luis"])
        complaints = error_complaints(ran)
        if (folder / "log-luis.toml").exists() or leftovers(folder):
            complaints.append("something came into being")
        self.point("a locked directory", ran, complaints, folder)

    def run(self):
        """All groups of points."""
        for name in [name for name in dir(self) if name.startswith("try_")]:
            getattr(self, name)()
        return f"{self.points} points"


def added_complaints(book, old):
    """What is wrong with a book to which one record was to be added."""
    new = book.read_bytes()
    if not new.startswith(old):
        return ["bytes that stood there were changed"]
    if new.count(SAID) != 1 or new[len(old):].count(b"[[touch]]") != 1:
        return ["the record does not stand there once"]
    return []


def kept_complaints(book, mode, owner):
    """Whether a file has the mode and the owner that it had."""
    status = book.stat()
    found = (status.st_mode & 0o7777, status.st_uid, status.st_gid)
    return [] if found == (mode, *owner) else [f"mode and owner are now {found[0]:o} {found[1:]}"]


@contextlib.contextmanager
def locked(folder):
    """A directory that this process has locked."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def stuff(folder, free):
    """Fills a small disk but for some pages; the files that do so."""
    path = folder / "stuffing"
    with contextlib.suppress(OSError), path.open("wb", buffering=0) as file:
        while file.write(b"x" * 4096) == 4096:
            pass
    os.truncate(path, path.stat().st_size - 4096 * free)
    return [path]


def stuff_inodes(folder):
    """Makes files until there can be no more; the files."""
    paths = []
    with contextlib.suppress(OSError):
        while len(paths) < 1000:
            path = folder / f"stuffing-{len(paths)}"
            path.touch()
            paths.append(path)
    return paths


def run(bench):
    """The part `machine`."""
    return Machine(bench).run()
