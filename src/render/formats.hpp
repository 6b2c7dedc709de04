#pragma once

#include <care/render_formats.hpp>

namespace care {

// What several formats are made of; each has a file of its own.
[[nodiscard]] std::string render_text(const AgendaPage& page, const Style& style);
/// The page for mail programs, which drop style sheets and pictures.
[[nodiscard]] std::string render_html_mail(const AgendaPage& page, const Style& style);

}  // namespace care
