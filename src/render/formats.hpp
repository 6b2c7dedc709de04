#pragma once

#include <care/render_formats.hpp>

namespace care {

// What several formats are made of; each has a file of its own.
[[nodiscard]] std::string render_text(const AgendaPage& page, const Style& style);
/// The page for mail programs, which drop style sheets and pictures.
[[nodiscard]] std::string render_html_mail(const AgendaPage& page, const Style& style);

/// What is left to try after three attempts (R4); nothing where that is not asked for.
[[nodiscard]] std::string another_way_words(const Entry& entry);

}  // namespace care
