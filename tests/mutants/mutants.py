#!/usr/bin/env python3
"""Plants single faults in the rules and lists those that no test finds.

    tests/mutants/mutants.py                 60 faults in src/plan, agenda, reading and record
    tests/mutants/mutants.py --seed 2 --count 20 --only src/plan --oracle 1..20

Works on a copy of the tree in BUILD (build-mutants) that is built once, without optimization; each
fault then costs one folder, a link and the tests. A fault that does not compile is none. Those that
change nothing anybody can see stand in `equivalent.txt`, with the reason, and are not planted.
"""

import argparse
import random
import re
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
COPIED = ["CMakeLists.txt", "README.md", "LICENSE", "include", "src", "tests", "examples"]
ROOMS = ["src/plan", "src/agenda", "src/reading", "src/record"]
# Seconds of the processor, so that a busy machine is not what finds a fault.
SLOWEST_BUILD = 600
SLOWEST_NEAR_TESTS = 60
SLOWEST_TESTS = 300
MOST_MEMORY = 6 << 30  # bytes: a loop without an end may also fill something


@dataclass(frozen=True)
class Fault:
    """One line, as it is and as it would be."""
    file: str
    line: int
    kind: str
    old: str
    new: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}: {self.kind}"
        return f"{place}\n  - {self.old.strip()}\n  + {self.new.strip()}"


# What is written, what is written instead, and what that is called.
REPLACEMENTS = [
    (r" < ", " <= ", "comparison"), (r" <= ", " < ", "comparison"),
    (r" > ", " >= ", "comparison"), (r" >= ", " > ", "comparison"),
    (r" == ", " != ", "comparison"), (r" != ", " == ", "comparison"),
    (r" && ", " || ", "logic"), (r" \|\| ", " && ", "logic"),
    (r"(?<=[( ])!(?=[a-z(])", "", "logic"),
    (r" \+ ", " - ", "arithmetic"), (r" - ", " + ", "arithmetic"),
    (r" / ", " * ", "arithmetic"), (r" \+= ", " -= ", "arithmetic"),
    (r"\btrue\b", "false", "constant"), (r"\bfalse\b", "true", "constant"),
    (r"\bmin\(", "max(", "constant"), (r"\bmax\(", "min(", "constant"),
    (r"\bany_of\b", "all_of", "constant"), (r"\bnone_of\b", "any_of", "constant"),
    (r"\bbefore\b(?=\()", "after", "constant"), (r"\bafter\b(?=\()", "before", "constant"),
]
NUMBER = re.compile(r"(?<![\w.\"'])(\d{1,5})(?![\w.\"'])")
CONDITION = re.compile(r"^(\s*(?:\} else )?if) \((?!const|auto)(.*)\) "
                       r"(\{|return.*;|continue;|break;)$")
STATEMENT = re.compile(r"^\s+(?!return\b|using\b|case\b|default\b|const\b|else\b|\})"
                       r"(?:[a-z_][\w.\->\[\]*]*(?:\(.*\)|\s[|&+-]?=\s.*|\+\+)"
                       r"|\+\+\w+|continue|break);$")
NOT_PLANTED = re.compile(r"\s*(?://|#|template|static_assert|.*(?:\.reserve|\bmake_room)\()")
# Where they differ, less or equal is less.
DIFFERENT = re.compile(r"\((\S+) != (\S+)\) return \1 [<>] \2;")
ARGUMENTS = re.compile(r"(?<=\w\()([a-z_][\w.]*), ([a-z_][\w.]*)(?=\))")


def faults_of_line(line: str) -> Iterator[tuple[str, str]]:
    """Each kind of fault, and the line with it."""
    code = re.sub(r'"(?:[^"\\]|\\.)*"', lambda text: '"' * len(text[0]), line)
    code = re.sub(r"//.*", lambda text: " " * len(text[0]), code)
    for pattern, new, kind in REPLACEMENTS:
        if pattern in (" < ", " > ") and DIFFERENT.search(code):
            continue
        for match in re.finditer(pattern, code):
            yield kind, line[:match.start()] + new + line[match.end():]
    for match in NUMBER.finditer(code):
        yield "off by one", line[:match.start()] + str(int(match[1]) + 1) + line[match.end():]
    for match in ARGUMENTS.finditer(code):
        yield "arguments", (line[:match.start()] + f"{match[2]}, {match[1]}" + line[match.end():])
    if match := CONDITION.match(code):
        yield "condition", f"{line[:match.end(1)]} (false) {line[match.start(3):]}"
        yield "condition", f"{line[:match.end(1)]} (true) {line[match.start(3):]}"
    if STATEMENT.match(code):
        indent = line[:len(line) - len(line.lstrip())]
        yield "statement", indent + ";"


def all_faults(tree: Path, rooms: list[str]) -> list[Fault]:
    faults = []
    for room in rooms:
        path = tree / room
        for file in [path] if path.is_file() else sorted(path.rglob("*.cpp")):
            name = str(file.relative_to(tree))
            for number, line in enumerate(file.read_text().splitlines(), 1):
                if NOT_PLANTED.match(line):
                    continue
                faults += [Fault(name, number, kind, line, new)
                           for kind, new in faults_of_line(line) if new != line]
    return faults


def equivalents() -> set[tuple[str, str]]:
    """The file and the line with the fault, of those that are none."""
    known = set()
    for line in (Path(__file__).parent / "equivalent.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            file, new, _ = (part.strip() for part in line.split(" | ", 2))
            known.add((file, new))
    return known


class Workshop:
    """The copy of the tree in which faults are planted."""

    def __init__(self, build: Path) -> None:
        self.tree = build / "tree"
        self.build = self.tree / "build"
        self.log = build / "log"

    def prepare(self) -> None:
        """Only what changed is copied, so that little is built again."""
        for name in COPIED:
            target = self.tree / name
            target.parent.mkdir(parents=True, exist_ok=True)
            for source in [PROJECT / name, *sorted((PROJECT / name).rglob("*"))]:
                copy = self.tree / source.relative_to(PROJECT)
                if source.is_dir():
                    copy.mkdir(exist_ok=True)
                elif not copy.exists() or copy.read_bytes() != source.read_bytes():
                    shutil.copy(source, copy)
            if target.is_dir():
                for copy in [path for path in target.rglob("*") if path.is_file()]:
                    if not (PROJECT / copy.relative_to(self.tree)).exists():
                        copy.unlink()
        self.run(["cmake", "-S", self.tree, "-B", self.build, "-DCMAKE_BUILD_TYPE=Debug",
                  "-DCMAKE_CXX_FLAGS_DEBUG="], SLOWEST_BUILD) or sys.exit(self.log.read_text())
        self.compile(20 * SLOWEST_BUILD) or sys.exit(self.log.read_text())

    def run(self, command: list, seconds: int) -> bool:
        def limit() -> None:
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
            resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))

        with self.log.open("w") as log:
            try:
                return subprocess.run(command, cwd=self.tree, stdout=log, stderr=log,
                                      timeout=20 * seconds, preexec_fn=limit).returncode == 0
            except subprocess.TimeoutExpired:
                return False

    def compile(self, seconds: int = SLOWEST_BUILD) -> bool:
        return self.run(["cmake", "--build", self.build, "--parallel", "2",
                         "--target", "care_tests", "care"], seconds)

    def finds(self, file: str, oracle: str) -> str:
        """Which of the tests finds what is planted in this file; empty where none does.
        The nearest and the quickest are tried first."""
        tests = [self.build / "tests/care_tests", "-m", "--abort-after=1"]
        room, stem = Path(file).parts[1], Path(file).stem
        for name, chosen, seconds in [
                (f"tests of {stem}", [f"-sf=*tests/{room}/*{stem}*"], SLOWEST_NEAR_TESTS),
                ("transcripts", ["-ts=transcripts"], SLOWEST_NEAR_TESTS),
                (f"tests of {room}", [f"-sf=*tests/{room}*"], SLOWEST_NEAR_TESTS),
                ("other tests", [f"-sfe=*tests/{room}*", "-tse=transcripts,floors"],
                 SLOWEST_TESTS)]:
            if not self.run([*tests, *chosen], seconds):
                return name
        command = [self.tree / "tests/oracle/compare.py", "--care", self.build / "care",
                   "--seeds", oracle]
        if oracle and not self.run(command, 10 * SLOWEST_TESTS):
            return "oracle"
        return ""

    def try_fault(self, fault: Fault, oracle: str) -> str | None:
        """What finds it; nothing where it does not compile."""
        path = self.tree / fault.file
        text = path.read_text()
        lines = text.splitlines(keepends=True)
        lines[fault.line - 1] = fault.new + "\n"
        path.write_text("".join(lines))
        try:
            return self.finds(fault.file, oracle) if self.compile() else None
        finally:
            path.write_text(text)


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=PROJECT / "build-mutants")
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="+", default=ROOMS, help="files or folders")
    parser.add_argument("--oracle", default="", metavar="A..B",
                        help="set these random books beside the oracle, too")
    parser.add_argument("--list", action="store_true", help="show the faults, plant none")
    return parser.parse_args()


def main() -> None:
    arguments = parse_arguments()
    known = equivalents()
    faults = [fault for fault in all_faults(PROJECT, arguments.only)
              if (fault.file, fault.new.strip()) not in known]
    random.Random(arguments.seed).shuffle(faults)
    if arguments.list:
        print(*faults[:arguments.count], sep="\n")
        print(f"{len(faults)} faults could be planted")
        return
    workshop = Workshop(arguments.build.resolve())
    workshop.prepare()
    if by := workshop.finds(faults[0].file, arguments.oracle):
        sys.exit(f"without any fault: {by} fail\n{workshop.log.read_text()[-2000:]}")
    planted, survivors, unborn = 0, [], 0
    for fault in faults:
        if planted == arguments.count:
            break
        start = time.monotonic()
        found_by = workshop.try_fault(fault, arguments.oracle)
        if found_by is None:
            unborn += 1
            continue
        planted += 1
        if not found_by:
            survivors.append(fault)
        print(f"{planted}: {fault}\n  {found_by or 'SURVIVES'} ({time.monotonic() - start:.0f} s)",
              flush=True)
    print(f"\n{planted} faults planted, {planted - len(survivors)} found, "
          f"{unborn} did not compile; {len(survivors)} survive:")
    print(*survivors, sep="\n")
    sys.exit(1 if survivors else 0)


if __name__ == "__main__":
    main()
