"""Types into a shell as a person does: press_tab.py TEXT WANTED SHELL ARGUMENT...

TEXT is typed once the shell shows the prompt `ready> ` (`\\t` is the Tab key), with Enter behind it
as soon as WANTED is shown, which may be empty.
Prints all that the terminal showed. The shell is told to end after that.
"""

import os
import pty
import select
import sys
import time

PATIENCE = 90  # seconds: on a busy machine a shell takes its time


def read_until(terminal, wanted, seconds):
    shown = b""
    end = time.monotonic() + seconds
    while wanted not in shown and time.monotonic() < end:
        if not select.select([terminal], [], [], 0.1)[0]:
            continue
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    return shown


def main():
    text, wanted, command = sys.argv[1].replace("\\t", "\t"), sys.argv[2], sys.argv[3:]
    child, terminal = pty.fork()
    if child == 0:
        os.execvp(command[0], command)
    shown = read_until(terminal, b"ready> ", PATIENCE)
    os.write(terminal, text.encode())
    if wanted:  # a list is shown only where nothing else waits to be read
        shown += read_until(terminal, wanted.encode(), PATIENCE)
    os.write(terminal, b"\n")
    shown += read_until(terminal, b"ready> ", PATIENCE)
    os.write(terminal, b"\x03\nexit\n")
    read_until(terminal, b"\0", 1)
    os.close(terminal)
    os.waitpid(child, 0)
    sys.stdout.buffer.write(shown)


main()
