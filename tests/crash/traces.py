"""Reading what strace writes: which system calls a run made, and where the book comes in."""

import re
from dataclasses import dataclass

PLACING = ("rename", "renameat", "renameat2", "link", "linkat")
LOOKING = ("getcwd", "lstat", "newfstatat", "readlink", "readlinkat", "stat", "statx")
# The memory's calls.
MEMORY = {"brk", "madvise", "mmap", "mprotect", "mremap", "munmap"}
# Calls whose number may differ from run to run; mkostemp draws again now and then.
FICKLE = MEMORY | {"getrandom"}


@dataclass(frozen=True)
class Call:
    """A system call of an undisturbed run: the nth of its name, and how strace shows it."""
    name: str
    nth: int
    text: str


def counted(trace):
    """The calls of a trace in order, each with its number among those of its name: those of the
    first thread, since strace counts each thread's by themselves."""
    calls, numbers, first = [], {}, None
    for line in trace.splitlines():
        found = re.match(r"(\d+ +)?(\w+)\(", line)
        if not found:
            continue
        first = first or found[1]
        if found[1] == first:
            name = found[2]
            numbers[name] = numbers.get(name, 0) + 1
            calls.append(Call(name, numbers[name], line[found.start(2):]))
    return calls


def first_touch(calls, folder):
    """Where the book's path is first looked at, after the program was loaded."""
    first = next((i for i, call in enumerate(calls)
                  if folder in call.text and call.name != "execve"), len(calls))
    while first > 0 and leads_to(calls[first - 1], folder):
        first -= 1
    return first


def leads_to(call, folder):
    """Whether a call looks at a directory that the folder is in."""
    path = re.search(r'"(/[^"]*)"', call.text)
    return call.name in LOOKING and path and folder.startswith(path[1])


def placing(calls):
    """The position of the call that puts the new book in place."""
    return max((i for i, call in enumerate(calls)
                if call.name in PLACING and ".care-" in call.text), default=len(calls))
