#pragma once

#include <string>

#include <care/render.hpp>

namespace care {

// One function for each format of an agenda.
[[nodiscard]] std::string render_text(const AgendaPage& page, const Style& style);
[[nodiscard]] std::string render_markdown(const AgendaPage& page);
[[nodiscard]] std::string render_json(const AgendaPage& page);
[[nodiscard]] std::string render_json_lines(const AgendaPage& page);
[[nodiscard]] std::string render_csv(const AgendaPage& page);
[[nodiscard]] std::string render_html(const AgendaPage& page, const Style& style);
/// The same page for mail programs, which drop style sheets and pictures.
[[nodiscard]] std::string render_html_mail(const AgendaPage& page, const Style& style);
[[nodiscard]] std::string render_ics(const AgendaPage& page);
[[nodiscard]] std::string render_remind(const AgendaPage& page);
[[nodiscard]] std::string render_org(const AgendaPage& page);

/// What is left to try after three attempts (R4); nothing where that is not asked for.
[[nodiscard]] std::string another_way_words(const Entry& entry);

}  // namespace care
