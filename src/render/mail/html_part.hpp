#pragma once

#include <string>

#include <care/render.hpp>

namespace care {

/// The page as HTML for mail programs, which drop style sheets and pictures.
[[nodiscard]] std::string html_part(const AgendaPage& page, const Style& style);

}  // namespace care
