"""A book in which every text tries to be more than text, for the tests of the exports."""

HOSTILE = [
    "line one\nline two\r\nline three\rline four",
    "END:VCARD\r\nBEGIN:VCARD\r\nFN:Somebody else",
    "a,b;c:d\\e\\n\\",
    '=HYPERLINK("http://x.example";"x")',
    "@SUM(A1)",
    "\tindented",
    "-1+1",
    "\x1b[31mred\x1b[0m \x07\x00\x7f\x9b",
    "\u202egnp.exe \u200b\u2028x\u2029\ufeff",
    '"quoted, "" twice',
    "<script>alert(1)</script>&amp;",
    "[system(\"touch owned\")] %b %% %\"x%\" [[elisp:(kill-emacs)][x]]",
    "* TODO not mine <2026-11-23 Mon> :tag:\nSCHEDULED: <2026-11-24 Tue>",
    "ends in a backslash \\",
    "日本語 " * 30 + "é" * 60 + " 🛗👩\u200d🔧",
    " leading and trailing ",
]


def quoted(text):
    """A basic string of TOML."""
    out = ""
    for c in text:
        if c in '"\\':
            out += "\\" + c
        elif ord(c) < 0x20 or ord(c) == 0x7F:
            out += f"\\u{ord(c):04x}"
        else:
            out += c
    return f'"{out}"'


def hostile_book():
    """A customer for each hostile text, which stands in each of its fields."""
    lines = ["[book]", f"name = {quoted(HOSTILE[1])}", 'owner = "nick"']
    lines += ["[[staff]]", 'id = "nick"', f"name = {quoted(HOSTILE[0])}"]
    for i, bad in enumerate(HOSTILE):
        text = quoted(bad)
        lines += ["[[customer]]", f'id = "c{i}"']
        for key in ["name", "call_me", "company", "phone", "email", "address", "notes"]:
            lines.append(f"{key} = {text}")
        lines += [f"tags = [{text}]", "birthday = '02-29'", "since = 2020-02-29"]
        lines += ["[[customer.contact]]", "birthday = 1984-11-25"]
        for key in ["name", "call_me", "role", "phone", "email", "notes"]:
            lines.append(f"{key} = {text}")
        lines += ["[[customer.event]]", f"what = {text}", "date = '11-27'", "prepare = '3d'"]
        lines += ["[[touch]]", f'customer = "c{i}"', "on = 2026-11-20", "how = 'call'"]
        lines += [f"heard = {text}", f"said = {text}"]
        lines += ["[[promise]]", f'customer = "c{i}"', f"what = {text}", "due = 2026-11-20"]
        lines += ["[[request]]", f'customer = "c{i}"', f"what = {text}"]
        lines += ["asked = 2026-11-20T09:00:00"]
    return "\n".join(lines) + "\n"


def visible(text, line_end="\\n"):
    """As care shows a text: what nobody could see becomes an escape."""
    import unicodedata

    out = ""
    text = text.replace("\r\n", "\n")
    for i, c in enumerate(text):
        if c == "\t":
            out += " "
        elif c == "\n":
            out += line_end
        elif c == "\u200d" and 0 < i < len(text) - 1 and ord(text[i - 1]) > 0xFFFF:
            out += c
        elif unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp", "Cs"):
            value = ord(c)
            out += f"\\x{value:02x}" if value < 256 else f"\\u{value:04x}"
        else:
            out += c
    return out


def exported(text):
    """As care hands a text to another program: as it is, but for controls."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    controls = [chr(c) for c in [*range(0x20), *range(0x7F, 0xA0)] if c not in (9, 10)]
    for c in controls:
        text = text.replace(c, f"\\x{ord(c):02x}")
    return text
