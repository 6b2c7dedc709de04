"""Every system call of every writing command, killed there or made to fail."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from traces import FICKLE, MEMORY, counted, first_touch, placing
from workbench import (Ran, age, book_parts, book_text, error_complaints, fill, leftovers,
                       snapshot)

KILL = "KILL"
AFTERWARDS = "afterwards all was quiet"

# Errors that a call may end with, by its name; with a + all later calls of the name end so too.
# Calls that are not named are only killed.
ERRORS = {
    "access": "EACCES EROFS EIO", "faccessat": "EACCES EROFS EIO", "faccessat2": "EACCES EROFS EIO",
    "clock_nanosleep": "EINTR", "close": "EIO EINTR EIO+", "copy_file_range": "EIO EXDEV ENOSPC",
    "dup": "EMFILE", "fallocate": "ENOSPC EOPNOTSUPP", "fchmod": "EPERM EIO", "fcntl": "EMFILE",
    "fgetxattr": "EIO EACCES", "flistxattr": "EIO", "fremovexattr": "EPERM EIO",
    "fsetxattr": "ENOSPC EPERM",
    "fchmodat": "EPERM EIO", "fchown": "EPERM EIO", "fchownat": "EPERM EIO",
    "fdatasync": "EIO ENOSPC EINTR EIO+", "flock": "EINTR ENOLCK EAGAIN ENOLCK+",
    "fstat": "EIO EACCES EIO+", "fstatfs": "EIO", "fsync": "EIO ENOSPC EINTR EIO+",
    "ftruncate": "EIO ENOSPC", "getcwd": "ENOENT", "getdents64": "EIO ENOENT EIO+",
    "getrandom": "EAGAIN ENOSYS", "link": "EACCES EEXIST EPERM ENOSPC",
    "linkat": "EACCES EEXIST EPERM ENOSPC", "lseek": "EINVAL", "lstat": "EIO EACCES ENOENT EIO+",
    "mmap": "ENOMEM", "newfstatat": "EIO EACCES ENOENT EIO+",
    "open": "EACCES EMFILE ENOENT ENOSPC EMFILE+", "openat": "EACCES EMFILE ENOENT ENOSPC EMFILE+",
    "pread64": "EIO EINTR EIO+", "pwrite64": "EIO ENOSPC EIO+", "read": "EIO EINTR EIO+",
    "readlink": "EIO EACCES ENOENT EIO+", "readlinkat": "EIO EACCES ENOENT EIO+",
    "readv": "EIO EINTR EIO+", "rename": "EBUSY EACCES EXDEV ENOSPC EIO+",
    "renameat": "EBUSY EACCES EXDEV ENOSPC EIO+",
    "renameat2": "EBUSY EACCES EXDEV ENOSPC EINVAL EIO+", "stat": "EIO EACCES ENOENT EIO+",
    "statfs": "EIO", "statx": "EIO EACCES ENOENT EIO+", "unlink": "EACCES EBUSY EIO+",
    "unlinkat": "EACCES EBUSY EIO+", "utimensat": "EPERM",
    "write": "ENOSPC EIO EDQUOT EINTR ENOSPC+", "writev": "ENOSPC EIO EDQUOT EINTR ENOSPC+",
}
# Errors before the new book stands in place after which nothing may be said to be written.
NO_EXCUSE = {
    "fdatasync": "EIO ENOSPC", "fsync": "EIO ENOSPC", "flock": "ENOLCK", "read": "EIO",
    "rename": "EBUSY EACCES EXDEV ENOSPC EIO", "renameat": "EBUSY EACCES EXDEV ENOSPC EIO",
    "renameat2": "EBUSY EACCES EXDEV ENOSPC EIO", "write": "ENOSPC EIO EDQUOT",
    "writev": "ENOSPC EIO EDQUOT",
}


@dataclass
class Case:
    """A writing command on a book, and what is known about it."""
    name: str
    words: list
    shape: str = "file"
    before: list = field(default_factory=list)     # commands that make the old book
    files: dict = field(default_factory=dict)      # beside the book's own
    staff: bool = True                             # whether the book has any
    by: list = field(default_factory=list)         # for the run afterwards
    threads: int = 1                               # two share the calls otherwise in each run
    home: str = ""                                 # the folder of the run that was traced
    old: dict = field(default_factory=dict)
    new: dict = field(default_factory=dict)
    stale: set = field(default_factory=set)
    calls: list = field(default_factory=list)
    placed: int = 0                                # the call that puts the new book in place


def log(*words):
    """The words of a log about acme."""
    return ["log", "acme", *words]


CARDS = """\
BEGIN:VCARD
VERSION:3.0
FN:Joe Tran
TEL:+1 602 555 0188
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Ana Ruiz
EMAIL:ana@example.com
END:VCARD
"""


# So many that they are written in pieces, by two threads.
MANY_CARDS = "".join(f"BEGIN:VCARD\nVERSION:3.0\nFN:Joe Tran {i}\nEND:VCARD\n"
                     for i in range(2100))


def all_cases(cards, many_cards):
    """Every writing command, on a file; some on a directory too."""
    dana, luis = ["--by", "dana"], ["--by", "luis"]
    stale = {".care-draft-Zx81Qa": b"half a bo"}
    return [
        Case("log", log("the", "lobby opens in spring")),
        Case("request", ["request", "acme", "a", "quieter door"]),
        Case("done", ["done", "acme", "--request", "acme-2026-11-20"]),
        Case("offer", ["offer", "acme", "the", "doors of last year"]),
        Case("promise", ["promise", "acme", "the", "new key", "--due", "2026-12-01"]),
        Case("purchase", ["purchase", "acme", "two doors"]),
        Case("ready", ["ready", "acme", "opening day"]),
        Case("snooze", ["snooze", "acme", "2026-12-15", "they", "are moving"]),
        Case("add", ["add", "Blue Door Café"]),
        Case("import", ["import", cards, "--yes"]),
        Case("import of many", ["import", many_cards, "--yes"], threads=2),
        Case("undo an import", ["undo"], before=[["import", cards, "--yes"]]),
        Case("set", ["set", "acme", "--phone", "+1 602 555 0199", "--contact", "Bo Lee",
                     "--role", "porter", "--event", "Gala", "--date", "06-12"]),
        Case("set with a plan", ["set", "acme", "--plan", "grease the rollers", "--date",
                                 "2027-03-02", "--every", "6m"]),
        Case("log of a plan", log("greased them", "--plan", "grease the rollers"), before=[
            ["set", "acme", "--plan", "grease the rollers", "--date", "2026-11-20"]]),
        Case("no-contact", ["no-contact", "acme", "they", "asked"]),
        Case("former", ["former", "zia", "sold", "the tower"]),
        Case("undo", ["undo"], before=[log("a slip")]),
        Case("undo of several", ["undo"], before=[
            ["set", "acme", "--phone", "1", "--contact", "Bo Lee", "--role", "porter"]]),
        Case("log beside a stale file", log("again"), files=stale),
        Case("log in a directory, new file", log("hello", *luis), "directory", by=luis),
        Case("log in a directory, file there", log("hello", *dana), "directory", by=dana),
        Case("log in a directory, by nobody", log("hello"), "directory", staff=False),
        Case("add in a directory", ["add", "Blue Door Café", *luis], "directory", by=luis),
        Case("undo in a directory", ["undo", *luis], "directory", by=luis,
             before=[log("one", *luis), log("two", *luis)]),
    ]


class Faults:
    """The part itself: prepares the cases, tries all points, judges each."""

    def __init__(self, bench):
        self.care, self.base, self.tally = bench.care, bench.folder, bench.tally
        self.jobs = bench.jobs

    # --- preparing -------------------------------------------------------------------------

    def book(self, case, folder):
        """What --book is given."""
        return folder if case.shape == "directory" else folder / "book.toml"

    def copy(self, case, folder):
        """The old book once more, with what else stood beside it."""
        folder.mkdir()
        for name, file in case.old.items():
            (folder / name).write_bytes(file.data)
            (folder / name).chmod(file.mode)
            age(folder / name)
        fill(folder, {name: case.files[name] for name in case.stale})
        return folder

    def prepare(self, case, number):
        """Makes the old book, learns the new one and the calls; False if that already fails."""
        folder = self.base / f"case-{number}"
        files = {"book.toml": book_text()}
        if case.shape == "directory":
            files = book_parts(staff=case.staff)
        fill(folder, {**files, "notes.txt": b"not part of the book\n", **case.files})
        for words in case.before:
            ran = self.care.run(self.book(case, folder), words)
            if ran.code != 0:
                self.tally.point(f"{case.name}: what comes before", ["it failed"], ran, folder)
                return False
        for path in folder.iterdir():
            age(path)
        case.old, case.stale = snapshot(folder), leftovers(folder)
        return self.learn(case, folder) and self.repeat(case, number)

    def learn(self, case, folder):
        """Runs the command undisturbed, and takes down its calls and the new book."""
        trace = folder.with_suffix(".strace")
        ran = self.care.run(self.book(case, folder), case.words,
                            ["strace", "-f", "-y", "-o", str(trace)])
        case.new = snapshot(folder)
        complaints = self.undisturbed_complaints(case, ran, folder)
        self.tally.point(f"{case.name}: undisturbed", complaints, ran, folder)
        if complaints:
            return False
        calls = counted(trace.read_text(errors="replace"))
        case.home = str(folder)
        case.calls = calls[first_touch(calls, case.home):]
        case.placed = placing(case.calls)
        for what, complaint in order_complaints(case):
            self.tally.point(f"{case.name}: {what}", complaint, ran, folder)
        return True

    def repeat(self, case, number):
        """A second run must give the same, else no fault could be judged."""
        folder = self.copy(case, self.base / f"again-{number}")
        ran = self.care.run(self.book(case, folder), case.words)
        complaints = [] if ran.code == 0 and snapshot(folder) == case.new else [
            "it wrote something else than before"]
        self.tally.point(f"{case.name}: once more", complaints, ran, folder)
        return not complaints

    def undisturbed_complaints(self, case, ran, folder):
        """What is wrong with a run in which nothing went wrong."""
        complaints = error_complaints(ran, 0)
        if leftovers(folder):
            complaints.append("a temporary file is left")
        changed = changes(case.old, case.new)
        if len(changed) != 1:
            complaints.append(f"{len(changed)} files changed instead of one: {changed}")
        elif case.words[0] != "undo":
            before = case.old[changed[0]].data if changed[0] in case.old else b""
            if not case.new[changed[0]].data.startswith(before):
                complaints.append("bytes that stood there were changed")
        complaints += [f"{name} has mode {case.new[name].mode:o} and owner {case.new[name].owner}"
                       for name in case.old.keys() & case.new.keys()
                       if (case.new[name].mode, case.new[name].owner)
                       != (case.old[name].mode, case.old[name].owner)]
        return complaints

    # --- one point -------------------------------------------------------------------------

    def try_point(self, number, case, position, fault):
        """Runs the command with one fault, then a quiet log, and judges both."""
        call = case.calls[position]
        folder = self.copy(case, self.base / f"point-{number}")
        trace = self.base / f"point-{number}.strace"
        inject = f"{'signal' if fault == KILL else 'error'}={fault.rstrip('+')}"
        when = f"{call.nth}{'+' if fault.endswith('+') else ''}"
        ran = self.care.run(self.book(case, folder), case.words,
                            ["strace", "-f", "-y", "-o", str(trace), "-e",
                             f"trace=flock,{call.name}", "-e",
                             f"inject={call.name}:{inject}:when={when}"])
        seen = trace.read_text(errors="replace")
        complaints = self.judge(case, position, fault, ran, folder, hit(seen, ran, fault))
        if ran.code == 0 and f"<{folder}>, LOCK_EX" not in seen:
            complaints.append("it was written without the lock of its directory")
        complaints += self.afterwards_complaints(case, folder) if not complaints else []
        self.tally.point(f"{case.name}: {fault} at {call.name} no. {call.nth}: {call.text[:200]}",
                         complaints, ran, folder)
        if not complaints:
            shutil.rmtree(folder)
        trace.unlink()

    def judge(self, case, position, fault, ran, folder, was_hit):
        """What is wrong after a fault."""
        call = case.calls[position]
        state = snapshot(folder)
        complaints = []
        if state not in (case.old, case.new):
            complaints.append("the book is neither the old nor the new one: " +
                              difference(case, state))
        if case.threads > 1:  # another call was hit, or none
            return complaints
        if not was_hit and call.name not in FICKLE:
            complaints.append("the call never came, so the runs differ")
        # Without memory any end will do, as long as the book is whole.
        if was_hit and (fault == KILL or (call.name in MEMORY and ran.code != 0)):
            return complaints
        if ran.code == 0:
            complaints += success_complaints(case, position, fault, state)
        else:
            mute = call.name in ("write", "writev") and fault.endswith("+")
            complaints += error_complaints(ran, 4, says=not mute)
            if state == case.new and position <= case.placed:
                complaints.append("the record stands there in spite of the error")
        if leftovers(folder) - case.stale and not call.name.startswith("unlink"):
            complaints.append("a temporary file is left")
        return complaints

    def afterwards_complaints(self, case, folder):
        """What is wrong with an undisturbed log after the fault."""
        before = snapshot(folder)
        ran = self.care.run(self.book(case, folder), log(AFTERWARDS, *case.by))
        after = snapshot(folder)
        complaints = [f"a log afterwards: {complaint}, standard error: {ran.err.strip()!r}"
                      for complaint in error_complaints(ran, 0)]
        if leftovers(folder):
            complaints.append("a log afterwards leaves a temporary file")
        changed = changes(before, after)
        if len(changed) != 1 or changed[0] not in after:
            return complaints + [f"a log afterwards changed {changed}"]
        old = before[changed[0]].data if changed[0] in before else b""
        new = after[changed[0]].data
        if not new.startswith(old) or new.count(AFTERWARDS.encode()) != 1:
            complaints.append("a log afterwards did more than to append")
        return complaints

    # --- all of them -----------------------------------------------------------------------

    def run(self):
        """All points of all cases; says how many there were."""
        cards, many = self.base / "cards.vcf", self.base / "many.vcf"
        cards.write_text(CARDS)
        many.write_text(MANY_CARDS)
        cases = [case for number, case in enumerate(all_cases(str(cards), str(many)))
                 if self.prepare(case, number)]
        points = [(case, position, fault) for case in cases
                  for position, call in enumerate(case.calls) for fault in faults_of(call)]
        with ThreadPoolExecutor(self.jobs) as pool:
            list(pool.map(lambda numbered: self.try_point(numbered[0], *numbered[1]),
                          enumerate(points)))
        calls = sum(len(case.calls) for case in cases)
        return f"{len(points)} points at {calls} system calls of {len(cases)} commands"


# ---------------------------------------------------------------------------
# Calls and faults
# ---------------------------------------------------------------------------

def order_complaints(case):
    """For each demand on the order of the calls, its name and whether it is met."""
    folder = case.home
    target = changes(case.old, case.new)[0]

    def where(names, part, first=0, last=len(case.calls)):
        return [i for i in range(first, last) if case.calls[i].name in names.split()
                and part in case.calls[i].text]

    placed = case.placed
    locks = where("flock", f"<{folder}>, LOCK_EX")
    lock = locks[0] if locks else placed
    writes = where("write writev pwrite64 copy_file_range", "/.care-", 0, placed)
    written = writes[-1] if writes else placed
    syncs = where("fsync fdatasync", "/.care-", written, placed)
    looks = where("newfstatat lstat stat statx", f'{folder}/{target}"', written, placed)
    looks += where("newfstatat", f'<{folder}>, "{target}"', written, placed)
    looks += where("renameat2", "RENAME_NOREPLACE", placed)
    looks += where("link linkat", target, placed)
    reads = where("openat open", f'{folder}/{target}"', lock, placed)
    reads += where("openat", f'<{folder}>, "{target}"', lock, placed)
    dir_syncs = where("fsync", f"<{folder}>", placed)
    answers = where("write writev", "(1<")
    demands = {
        "the directory is locked before the temporary file": bool(locks) and lock < written,
        "the old book is read under the lock": bool(reads) or target not in case.old,
        "the new text is synced before it is put in place": bool(syncs),
        "the old book is looked at again before it is replaced": bool(looks),
        "the new book is put in place by one call": placed < len(case.calls),
        "the directory is synced after that": bool(dir_syncs),
        "the answer comes last": not answers or (bool(dir_syncs) and answers[0] > dir_syncs[0]),
    }
    return [(what, [] if met else ["not so, by its system calls"]) for what, met in demands.items()]


def faults_of(call):
    """All that may befall a call."""
    return [KILL] + ERRORS.get(call.name, "").split()


def hit(trace, ran: Ran, fault):
    """Whether the fault came about."""
    return ran.code == -9 if fault == KILL else "(INJECTED)" in trace


# ---------------------------------------------------------------------------
# Comparing books
# ---------------------------------------------------------------------------

def changes(before, after):
    """The names of the files that are not the same."""
    return sorted(name for name in before.keys() | after.keys()
                  if before.get(name) != after.get(name))


def difference(case, state):
    """How a folder differs from the old one, in a few words."""
    told = []
    for name in changes(case.old, state):
        if name not in state:
            told.append(f"{name} is gone")
        elif name in case.old and state[name].data == case.old[name].data:
            told.append(f"{name} has mode {state[name].mode:o} and owner {state[name].owner}")
        else:
            lengths = [len(files[name].data) if name in files else 0
                       for files in (case.old, case.new)]
            told.append(f"{name} has {len(state[name].data)} bytes with mode"
                        f" {state[name].mode:o}; old {lengths[0]}, new {lengths[1]}")
    return "; ".join(told)


def success_complaints(case, position, fault, state):
    """What is wrong with a run that ended well in spite of the fault."""
    call = case.calls[position]
    if state != case.new:
        return ["exit code 0, but the record is not there"]
    # Without its lock a draft might be taken for dead, and then could not be put in place.
    is_of_draft = call.name == "flock" and "/.care-draft-" in call.text
    if (position <= case.placed and case.home in call.text and not is_of_draft
            and fault.rstrip("+") in NO_EXCUSE.get(call.name, "").split()):
        return ["exit code 0, though what was to be written could not be trusted"]
    return []


def run(bench):
    """The part `faults`."""
    return Faults(bench).run()
