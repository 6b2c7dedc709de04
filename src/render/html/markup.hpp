#pragma once

#include <string>
#include <string_view>

#include "render/words/items.hpp"

namespace care {

/// Neutralised text in which HTML finds no markup, also within a quoted attribute; line ends stay.
[[nodiscard]] std::string html_text(std::string_view text);
/// The same, with what stands between backticks as code.
[[nodiscard]] std::string html_code(std::string_view text);
/// The same of words of ours, whose dates and units no browser tears.
[[nodiscard]] std::string html_words(std::string_view text);

/// How each document begins, of a page or a mail: it reads well on a phone and in the dark.
inline constexpr std::string_view document_start =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<meta name=\"color-scheme\" content=\"light dark\">\n";

/// A whole page up to its body: it loads nothing, runs nothing and tells nobody that it was read.
/// The title is HTML; `style` goes behind the style of all pages.
[[nodiscard]] std::string page_start(std::string_view title, std::string_view style = {});

/// The same as a span of its own direction, so that a Hebrew name does not turn what stands around
/// it. `quoted`: in quotes, as their own words are.
[[nodiscard]] std::string html_span(std::string_view text, bool quoted = false);
/// The same of a lesser line; where it is not in quotes, no browser tears its dates and units.
[[nodiscard]] std::string html_remark(std::string_view text, bool quoted);

/// ` alarm`: what is put behind another class; empty for what is plain.
[[nodiscard]] std::string_view class_of(Ink ink);

/// A phone number as a link that calls it (RFC 3966): up to 15 digits, perhaps with a plus
/// before and an extension (`ext 12`, `x12`) after them. Anything else is plain text, so two
/// numbers with a `/` between them. `style` goes into the tag as it is.
[[nodiscard]] std::string phone_link(std::string_view phone, std::string_view style = {});

/// A link to a URI without controls.
[[nodiscard]] std::string html_link(std::string_view uri, std::string_view text,
                                    std::string_view style = {});

/// A mail address as a link that writes to it (RFC 6068). Anything else is plain text.
[[nodiscard]] std::string mail_link(std::string_view address, std::string_view style = {});

}  // namespace care
