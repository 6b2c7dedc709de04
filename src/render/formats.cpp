#include <care/render_formats.hpp>

#include <algorithm>
#include <array>

namespace care {

std::string render_text(const AgendaPage& page, const Style& style);
std::string render_markdown(const AgendaPage& page, const Style& style);
std::string render_json(const AgendaPage& page, const Style& style);
std::string render_json_lines(const AgendaPage& page, const Style& style);
std::string render_csv(const AgendaPage& page, const Style& style);
std::string render_html(const AgendaPage& page, const Style& style);
std::string render_ics(const AgendaPage& page, const Style& style);
std::string render_remind(const AgendaPage& page, const Style& style);
std::string render_org(const AgendaPage& page, const Style& style);
std::string list_text(const Listing& listing, const Style& style);
std::string list_json(const Listing& listing, const Style& style);
std::string list_csv(const Listing& listing, const Style& style);
std::string sheet_text(const CallSheet& sheet, const Style& style);
std::string sheet_markdown(const CallSheet& sheet, const Style& style);
std::string sheet_html(const CallSheet& sheet, const Style& style);
std::string sheet_json(const CallSheet& sheet, const Style& style);
std::string problems_text(const Book& book, const std::vector<Problem>& problems);
std::string problems_json(const Book& book, const std::vector<Problem>& problems);
std::string table_text(const Table& table, const Style& style);
std::string table_markdown(const Table& table, const Style& style);
std::string table_json(const Table& table, const Style& style);
std::string table_json_lines(const Table& table, const Style& style);
std::string table_csv(const Table& table, const Style& style);
std::string review_text(const ReviewPage& page, const Style& style);
std::string review_markdown(const ReviewPage& page, const Style& style);
std::string review_html(const ReviewPage& page, const Style& style);
std::string review_mail(const ReviewPage& page, const Envelope& envelope, const Style& style);
std::string review_json(const ReviewPage& page, const Style& style);
std::string review_csv(const ReviewPage& page, const Style& style);
std::string customers_csv(const Listing& listing);
std::string customers_json(const Listing& listing);

namespace {

constexpr std::array all_formats{
    Format{.name = "text",
           .page = render_text,
           .listing = list_text,
           .sheet = sheet_text,
           .problems = problems_text,
           .table = table_text,
           .review = review_text,
           .says_next = true},
    Format{.name = "markdown",
           .page = render_markdown,
           .sheet = sheet_markdown,
           .table = table_markdown,
           .review = review_markdown,
           .says_next = true},
    Format{.name = "json",
           .page = render_json,
           .listing = list_json,
           .sheet = sheet_json,
           .problems = problems_json,
           .table = table_json,
           .review = review_json,
           .customers = customers_json},
    Format{.name = "jsonl",
           .about = "one entry a line",
           .page = render_json_lines,
           .table = table_json_lines},
    Format{.name = "csv",
           .about = "one item a line",
           .page = render_csv,
           .listing = list_csv,
           .table = table_csv,
           .review = review_csv,
           .customers = customers_csv},
    Format{.name = "html",
           .about = "a page for a browser",
           .page = render_html,
           .sheet = sheet_html,
           .review = review_html,
           .says_next = true,
           .shows_weeks = true},
    Format{.name = "email",
           .about = "a message for sendmail -t",
           .message = render_message,
           .review_message = review_mail,
           .says_next = true,
           .shows_weeks = true},
    Format{.name = "ics", .about = "a calendar", .page = render_ics},
    Format{.name = "remind",
           .about = "a script of all dates",
           .page = render_remind,
           .is_of_book = true},
    Format{.name = "org", .page = render_org, .says_next = true},
};

}  // namespace

std::span<const Format> formats() { return all_formats; }

const Format* find_format(std::string_view name) {
  const auto* const found = std::ranges::find(all_formats, name, &Format::name);
  return found == all_formats.end() ? nullptr : found;
}

}  // namespace care
