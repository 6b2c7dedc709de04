"""Somebody saves the book while care is between reading and replacing it."""

import os
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from traces import FICKLE, counted, first_touch, placing
from workbench import (MEANWHILE, age, book_parts, book_text, error_complaints, fill, finish,
                       leftovers, snapshot)

HOLD = 1_500_000        # microseconds in the first fsync
EDITED = b"# saved by an editor\n"
WORDS = ["log", "acme", "held for a while"]


@dataclass(frozen=True)
class Edit:
    """What somebody does to the book, and to which file."""
    name: str
    act: object
    shape: str = "file"
    target: str = "book.toml"
    by: tuple = ()
    code: int = 4
    says: str = MEANWHILE


def by_rename(path):
    """As most editors save: a new file takes the place of the old one."""
    beside = path.with_name("edited.tmp")
    beside.write_bytes(path.read_bytes() + EDITED)
    beside.rename(path)


def in_place(path):
    """As some editors save: the file is emptied, then written anew."""
    path.write_bytes(EDITED + path.read_bytes())


def append(path):
    """As a shell's >> does."""
    with path.open("ab") as file:
        file.write(EDITED)


def same_size(path):
    """One letter changes, and the time of the change is set back."""
    status = path.stat()
    with path.open("r+b") as file:
        file.write(b"!")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def remove(path):
    """The file is deleted."""
    path.unlink()


def create(path):
    """A file comes into being where care is about to make one."""
    path.write_bytes(EDITED)


def nothing(path):
    """Nobody does anything."""


EDITS = [
    Edit("nobody saves it", nothing, code=0, says=""),
    Edit("it is saved by rename", by_rename),
    Edit("it is saved in place", in_place),
    Edit("it is appended to", append),
    Edit("a letter changes, with the old time", same_size),
    Edit("it is deleted", remove, says=""),
    Edit("a log is saved by rename", by_rename, "directory", "log-dana.toml", ("--by", "dana")),
    Edit("a log is appended to", append, "directory", "log-dana.toml", ("--by", "dana")),
    Edit("the log comes into being", create, "directory", "log-luis.toml", ("--by", "luis")),
]


def size_of(path):
    """The size of a file; none if it is gone."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def wait_for_draft(folder, process):
    """Until care has written its temporary file; False if it never does."""
    limit = time.monotonic() + 20
    while time.monotonic() < limit and process.poll() is None:
        if any(size_of(folder / name) for name in leftovers(folder)):
            time.sleep(0.05)
            return True
        time.sleep(0.005)
    return False


def held(bench, book, words):
    """Starts care, to be held in its first fsync."""
    return bench.care.start(book, words, [
        "strace", "-f", "-o", "/dev/null", "-e", "trace=fsync,fdatasync", "-e",
        f"inject=fsync,fdatasync:delay_enter={HOLD}:when=1"])


def try_edit(bench, number, edit):
    """One edit while care is held."""
    files = book_parts() if edit.shape == "directory" else {"book.toml": book_text()}
    folder = fill(bench.folder / f"edit-{number}", files)
    book = folder if edit.shape == "directory" else folder / "book.toml"
    process = held(bench, book, [*WORDS, *edit.by])
    seen = wait_for_draft(folder, process)
    edit.act(folder / edit.target)
    saved, running = snapshot(folder), process.poll() is None
    ran = finish(process)
    complaints = error_complaints(ran, edit.code)
    if not (seen and running):
        complaints.append("care could not be held while it wrote")
    if edit.says not in ran.err:
        complaints.append(f"the message does not say {edit.says!r}")
    if (snapshot(folder) == saved) != (edit.code == 4):
        complaints.append("what the editor saved does not stand there untouched"
                          if edit.code == 4 else "the record is not there")
    if leftovers(folder):
        complaints.append("a temporary file is left")
    bench.tally.point(f"editor: {edit.name}", complaints, ran, folder)


def try_turns(bench):
    """A second care waits until the first one is done; neither record is lost."""
    folder = fill(bench.folder / "turns", {"book.toml": book_text()})
    book = folder / "book.toml"
    first = held(bench, book, WORDS)
    seen = wait_for_draft(folder, first)
    second = bench.care.run(book, ["log", "acme", "the second"])
    ran = finish(first)
    text = book.read_bytes()
    complaints = error_complaints(ran, 0) + error_complaints(second, 0)
    if not seen or not text.startswith(book_text()) or leftovers(folder):
        complaints.append("the first was not held, or the book is not as it should be")
    if text.find(b"held for a while") > text.find(b"the second") or b"held" not in text:
        complaints.append("the records do not stand there in turn")
    bench.tally.point("editor: another care waits", complaints, second, folder)


def try_two_locks(bench):
    """Two directories lead to one log: the second writer waits for the first, and both are there."""
    folder = fill(bench.folder / "linking", book_parts())
    away = bench.folder / "linked"
    away.mkdir()
    book = (folder / "log-dana.toml").rename(away / "log-dana.toml")
    (away / "book.toml").write_bytes((folder / "book.toml").read_bytes())
    (folder / "log-dana.toml").symlink_to(book)
    first = held(bench, away, [*WORDS, "--by", "dana"])
    seen = wait_for_draft(away, first)
    second = bench.care.run(folder, ["log", "acme", "the second", "--by", "dana"])
    ran = finish(first)
    text = book.read_bytes()
    complaints = [] if seen else ["care could not be held while it wrote"]
    for one, said in (ran, b"held for a while"), (second, b"the second"):
        complaints += error_complaints(one, 0)
        if text.count(said) != 1:
            complaints.append(f"the record stands there {text.count(said)} times: {said.decode()}")
    if leftovers(folder) or leftovers(away):
        complaints.append("a temporary file is left")
    bench.tally.point("editor: a log that two directories have", complaints, ran, away)


# ---------------------------------------------------------------------------
# At every system call
# ---------------------------------------------------------------------------

@dataclass(frozen=True)
class Sweep:
    """A command that is held at each of its calls, while its file is saved."""
    name: str
    words: list
    acts: tuple
    shape: str = "file"
    target: str = "book.toml"
    before: tuple = ()


SWEEPS = [
    Sweep("log", WORDS, (by_rename, append)),
    Sweep("undo", ["undo"], (by_rename, append), before=(WORDS,)),
    Sweep("log in a directory", [*WORDS, "--by", "dana"], (by_rename, append), "directory",
          "log-dana.toml"),
    Sweep("log in a new file", [*WORDS, "--by", "luis"], (create,), "directory", "log-luis.toml"),
]


def new_folder(bench, sweep, name):
    """A folder with the book that a sweep begins with; what --book is given."""
    files = book_parts() if sweep.shape == "directory" else {"book.toml": book_text()}
    folder = fill(bench.folder / name, files)
    book = folder if sweep.shape == "directory" else folder / "book.toml"
    for words in sweep.before:
        bench.care.run(book, words)
    for path in folder.iterdir():
        age(path)
    return folder, book


def calls_of(bench, sweep, name):
    """The calls of an undisturbed run, from the first look at the book until it is replaced."""
    folder, book = new_folder(bench, sweep, name)
    trace = bench.folder / f"{name}.strace"
    ran = bench.care.run(book, sweep.words, ["strace", "-f", "-y", "-o", str(trace)])
    bench.tally.point(f"editor: {sweep.name}, undisturbed", error_complaints(ran, 0), ran, folder)
    calls = counted(trace.read_text(errors="replace"))
    calls = calls[first_touch(calls, str(folder)):]
    return [call for call in calls[:placing(calls)] if call.name not in FICKLE]


def edit_at(bench, sweep, act, call, name):
    """Saves the file while care is held at a call; None if that was too late."""
    for wait in (150_000, 1_000_000, 4_000_000):
        folder, book = new_folder(bench, sweep, f"{name}-{wait}")
        trace = bench.folder / f"{name}-{wait}.strace"
        process = bench.care.start(book, sweep.words, [
            "strace", "-f", "-o", str(trace), "-e", f"trace={call.name}", "-e",
            f"inject={call.name}:delay_enter={wait}:when={call.nth}"])
        while process.poll() is None and not is_at(trace, call):
            time.sleep(0.002)
        act(folder / sweep.target)
        saved, in_time = (folder / sweep.target).read_bytes(), is_at(trace, call)
        ran = finish(process)
        if in_time:
            return ran, folder, saved
    return None


def is_at(trace, call):
    """Whether strace has begun a line about this call, and not ended it."""
    text = trace.read_text(errors="replace") if trace.exists() else ""
    return text.count(f" {call.name}(") == call.nth and not text.endswith("\n")


def try_sweep(bench, sweep, act, call, name):
    """Whatever is saved stands there in the end; a record at most behind it."""
    what = f"editor: {sweep.name}: {act.__name__} at {call.name} no. {call.nth}: {call.text[:150]}"
    got = edit_at(bench, sweep, act, call, name)
    if got is None:
        bench.tally.point(what, ["care could not be held there"])
        return
    ran, folder, saved = got
    text = (folder / sweep.target).read_bytes()
    complaints = []
    if ran.code == 0 and sweep.name != "undo":
        if not text.startswith(saved) or text[len(saved):].count(WORDS[-1].encode()) != 1:
            complaints.append("the record does not stand behind what was saved")
    else:
        complaints += error_complaints(ran, 2 if sweep.name == "undo" and ran.code == 2 else 4)
        if text != saved:
            complaints.append("what was saved does not stand there untouched")
    if leftovers(folder):
        complaints.append("a temporary file is left")
    bench.tally.point(what, complaints, ran, folder)


def sweeps(bench):
    """Every sweep; the number of points."""
    points = []
    for number, sweep in enumerate(SWEEPS):
        calls = calls_of(bench, sweep, f"sweep-{number}")
        points += [(sweep, act, call, f"sweep-{number}-{act.__name__}-{i}")
                   for act in sweep.acts for i, call in enumerate(calls)]
    with ThreadPoolExecutor(8 * bench.jobs) as pool:
        list(pool.map(lambda point: try_sweep(bench, *point), points))
    return len(points)


def run(bench):
    """The part `editor`."""
    with ThreadPoolExecutor(len(EDITS) + 2) as pool:
        tries = [pool.submit(try_edit, bench, number, edit) for number, edit in enumerate(EDITS)]
        tries += [pool.submit(try_turns, bench), pool.submit(try_two_locks, bench)]
        for one in tries:
            one.result()
    return f"{len(tries)} points in the first fsync, {sweeps(bench)} at every system call"
