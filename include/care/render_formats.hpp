#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <care/render.hpp>
#include <care/render_message.hpp>

namespace care {

/// A format: a row of the one table of all formats, from which `--format`, its help and completion
/// follow. Where a function is not set, the format cannot show that.
struct Format {
  std::string_view name;     ///< what `--format` takes
  std::string_view about{};  ///< what its page is; empty where the name says it all
  std::string (*page)(const AgendaPage& page, const Style& style) = nullptr;
  std::string (*message)(const AgendaPage& page, const Envelope& envelope,
                         const Style& style) = nullptr;
  std::string (*listing)(const Listing& listing, const Style& style) = nullptr;
  std::string (*problems)(const Book& book, const std::vector<Problem>& problems) = nullptr;
  std::string (*customers)(const Listing& listing) = nullptr;  ///< `care export`
  bool says_next = false;    ///< where nothing is due, when the next thing is: `AgendaPage::next`
  bool shows_weeks = false;  ///< the load of the coming weeks: `AgendaPage::ahead`
};

/// All of them, in the order in which help lists them; the first is the default.
[[nodiscard]] std::span<const Format> formats();

/// The format of that name; nullptr where there is none.
[[nodiscard]] const Format* find_format(std::string_view name);

}  // namespace care
