"""A book whose every text would like to be something else."""

import json

HOSTILE_TEXT = (
    "<script>alert(1)</script>\r\nBcc: evil@example.com\r\n\r\n\"'>"
    "<img src=http://evil.example/x onerror=alert(1)>&lt;\x1b[31m\u202e\u200b\u2028\x9b\n"
    "From evil\n.\n--=_care_page\nX-Evil: 1\n=?UTF-8?B?eA==?= =41 \\"
)
# A TOML string is much like one of JSON; what JSON leaves as it is, TOML refuses.
TEXT = json.dumps(HOSTILE_TEXT).replace("\x7f", "\\u007f")

HOSTILE_BOOK = f"""
[book]
name = {TEXT}
value = [{TEXT}]
owner = "nick"

[[staff]]
id = "nick"
name = {TEXT}
email = "nick@example.com"

[[customer]]
id = "acme"
name = {TEXT}
call_me = {TEXT}
sounds_like = {TEXT}
company = {TEXT}
phone = {TEXT}
email = {TEXT}
since = 2016-11-23
birthday = "11-23"
likes = [{TEXT}]
every = "2w"

[[customer.event]]
what = {TEXT}
gift = {TEXT}
date = "11-25"
prepare = "3d"

[[touch]]
customer = "acme"
on = 2026-11-02
heard = {TEXT}

[[request]]
customer = "acme"
what = {TEXT}
asked = 2026-11-21
urgent = true

[[promise]]
customer = "acme"
what = {TEXT}
due = 2026-11-20
made = 2026-11-10
"""
