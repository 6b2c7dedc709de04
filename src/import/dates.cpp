#include "import/dates.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include <care/text.hpp>

#include "import/letters.hpp"

namespace care {
namespace {

/// A run of digits or of letters.
struct Piece {
  std::string text;
  int number = -1;  ///< of digits
  [[nodiscard]] bool is_number() const { return number >= 0; }
  [[nodiscard]] bool is_year() const { return is_number() && text.size() == 4; }
};

struct MonthName {
  std::string_view beginning;
  int month;
};
/// English, German, French and Spanish.
constexpr std::array<MonthName, 26> months{{
    {"jan", 1},  {"ene", 1},  {"feb", 2},  {"fev", 2},  {"mar", 3},  {"mrz", 3}, {"maerz", 3},
    {"apr", 4},  {"avr", 4},  {"abr", 4},  {"may", 5},  {"mai", 5},  {"jun", 6}, {"juin", 6},
    {"jul", 7},  {"juil", 7}, {"aug", 8},  {"aou", 8},  {"ago", 8},  {"sep", 9}, {"oct", 10},
    {"okt", 10}, {"nov", 11}, {"dec", 12}, {"dez", 12}, {"dic", 12},
}};

int month_of(std::string_view word) {
  const std::string name = folded(word);
  const auto* found = std::ranges::find_if(
      months, [&](const MonthName& one) { return name.starts_with(one.beginning); });
  return found == months.end() ? 0 : found->month;
}

bool is_of_word(char c) { return is_letter(c) || static_cast<unsigned char>(c) >= 0x80; }

/// Words that stand in dates without saying anything: 15th, 15 de marzo, Fri.
bool is_filler(std::string_view word) {
  constexpr std::array<std::string_view, 14> fillers{
      "st", "nd", "rd", "th", "de", "of", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "t"};
  const std::string name = folded(word);
  if (std::ranges::find(fillers, std::string_view{name}) != fillers.end()) return true;
  return name.size() > 5 && name.ends_with("day");
}

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < text.size();) {
    const bool is_digits = is_digit(text[i]);
    if (!is_digits && !is_of_word(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && (is_digits ? is_digit(text[end]) : is_of_word(text[end]))) ++end;
    Piece piece{std::string{text.substr(i, end - i)}};
    if (is_digits && end - i <= 8) std::from_chars(&text[i], &text[i] + (end - i), piece.number);
    if (is_digits || !is_filler(piece.text)) pieces.push_back(piece);
    i = end;
  }
  return pieces;
}

/// Without the time behind it: `T10:00:00Z`, ` 14:30`, `, 2:30 PM`.
std::string_view without_time(std::string_view text) {
  text = stripped(text);
  if (const auto colon = text.find(':'); colon != std::string_view::npos) {
    const auto end = text.find_last_of(" Tt", colon);
    return end == std::string_view::npos ? text : stripped(text.substr(0, end));
  }
  if (text.size() > 9 && (text[8] == 'T' || text[8] == 't') &&
      std::ranges::all_of(text.substr(0, 8), is_digit)) {
    return text.substr(0, 8);
  }
  return text;
}

ReadDate failed(DateTrouble trouble) { return {std::nullopt, trouble, false}; }

ReadDate made(std::optional<int> year, int month, int day) {
  constexpr int no_year = 1604;
  const bool has_year = year && *year != no_year && *year != 0;
  if (month < 1 || month > 12 || day < 1 || day > 31) return failed(DateTrouble::impossible);
  const std::chrono::month_day md{std::chrono::month{static_cast<unsigned>(month)},
                                  std::chrono::day{static_cast<unsigned>(day)}};
  if (!md.ok()) return failed(DateTrouble::impossible);
  if (!has_year) return {YearlyDate{std::nullopt, md}};
  if (!make_date(*year, static_cast<unsigned>(month), static_cast<unsigned>(day))) {
    return failed(DateTrouble::impossible);
  }
  return {YearlyDate{std::chrono::year{*year}, md}};
}

/// With the year as it is written: of two digits, it is not known.
ReadDate made(const Piece& year, int month, int day) {
  if (year.is_year()) return made(year.number, month, day);
  if (year.text.size() != 2) return failed(DateTrouble::unreadable);
  ReadDate read = made(std::nullopt, month, day);
  read.lacks_century = read.date.has_value();
  return read;
}

/// Which of two numbers is the month's; nothing where that is not known.
std::optional<DateOrder> order_of(int a, int b, char separator, std::optional<DateOrder> order) {
  if (separator == '.') return DateOrder::day_month_year;
  if (a > 12 && b <= 12) return DateOrder::day_month_year;
  if (b > 12 && a <= 12) return DateOrder::month_day_year;
  if (order && *order != DateOrder::year_month_day) return order;
  return a == b ? std::optional{DateOrder::day_month_year} : std::nullopt;
}

char separator_of(std::string_view text) {
  const auto at = text.find_first_of("./-");
  return at == std::string_view::npos ? ' ' : text[at];
}

ReadDate of_numbers(const std::vector<Piece>& pieces, char separator,
                    std::optional<DateOrder> order) {
  if (pieces[0].is_year()) return made(pieces[0], pieces[1].number, pieces[2].number);
  if (order == DateOrder::year_month_day) {
    return made(pieces[0], pieces[1].number, pieces[2].number);
  }
  const int a = pieces[0].number;
  const int b = pieces[1].number;
  const auto meant = order_of(a, b, separator, order);
  if (!meant) return failed(DateTrouble::undecided);
  return meant == DateOrder::day_month_year ? made(pieces[2], b, a) : made(pieces[2], a, b);
}

/// A month by name, with a day and perhaps a year.
ReadDate of_words(const std::vector<Piece>& pieces) {
  int month = 0;
  std::vector<Piece> numbers;
  for (const Piece& piece : pieces) {
    if (piece.is_number()) {
      numbers.push_back(piece);
    } else if (month == 0) {
      month = month_of(piece.text);
      if (month == 0) return failed(DateTrouble::unreadable);
    } else {
      return failed(DateTrouble::unreadable);
    }
  }
  if (numbers.size() == 1 && !numbers[0].is_year()) {
    return made(std::nullopt, month, numbers[0].number);
  }
  if (numbers.size() != 2) return failed(DateTrouble::unreadable);
  if (numbers[0].is_year()) return made(numbers[0], month, numbers[1].number);
  return made(numbers[1], month, numbers[0].number);
}

/// Month and day without a year.
ReadDate of_two(const std::vector<Piece>& pieces, char separator, std::optional<DateOrder> order) {
  if (pieces[0].text.size() > 2 || pieces[1].text.size() > 2) {
    return failed(DateTrouble::unreadable);
  }
  const int a = pieces[0].number;
  const int b = pieces[1].number;
  if (separator == '-') return made(std::nullopt, a, b);
  const auto meant = order_of(a, b, separator, order);
  if (!meant) return failed(DateTrouble::undecided);
  const bool is_day_first = meant == DateOrder::day_month_year;
  return made(std::nullopt, is_day_first ? b : a, is_day_first ? a : b);
}

ReadDate of_one(const Piece& piece, bool is_yearless) {
  const int n = piece.number;
  if (is_yearless && piece.text.size() == 4) return made(std::nullopt, n / 100, n % 100);
  if (!is_yearless && piece.text.size() == 8) return made(n / 10000, n / 100 % 100, n % 100);
  return failed(DateTrouble::unreadable);
}

bool is_absent(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return is_of_word(c) || (c >= '1' && c <= '9'); });
}

}  // namespace

ReadDate read_date(std::string_view text, std::optional<DateOrder> order) {
  const std::string_view day = without_time(text);
  // As nearly all cards and many tables have it.
  if (const auto iso = parse_iso(day); iso && day.size() == 10) {
    const auto date = civil(iso->day);
    return made(static_cast<int>(date.year()),
                static_cast<int>(static_cast<unsigned>(date.month())),
                static_cast<int>(static_cast<unsigned>(date.day())));
  }
  if (is_absent(day)) return failed(DateTrouble::absent);
  const std::vector<Piece> pieces = pieces_of(day);
  const bool is_numeric = std::ranges::all_of(pieces, &Piece::is_number);
  if (day.starts_with("---")) return failed(DateTrouble::unreadable);
  if (day.starts_with("--") && is_numeric) {
    if (pieces.size() == 1) return of_one(pieces[0], true);
    if (pieces.size() == 2) return made(std::nullopt, pieces[0].number, pieces[1].number);
    return failed(DateTrouble::unreadable);
  }
  if (!is_numeric) return of_words(pieces);
  switch (pieces.size()) {
    case 1: return of_one(pieces[0], false);
    case 2: return of_two(pieces, separator_of(day), order);
    case 3: return of_numbers(pieces, separator_of(day), order);
    default: return failed(DateTrouble::unreadable);
  }
}

std::optional<DateOrder> proven_order(std::string_view text) {
  const std::string_view day = without_time(text);
  const char separator = separator_of(day);
  if (separator == '.' || day.starts_with('-')) return std::nullopt;
  const std::vector<Piece> pieces = pieces_of(day);
  const bool is_short = pieces.size() == 2 && separator == '/';
  if ((pieces.size() != 3 && !is_short) || !std::ranges::all_of(pieces, &Piece::is_number)) {
    return std::nullopt;
  }
  const int a = pieces[0].number;
  const int b = pieces[1].number;
  if (pieces[0].is_year() || a == b) return std::nullopt;
  return order_of(a, b, separator, std::nullopt);
}

std::string trouble_words(std::string_view what, std::string_view text, const ReadDate& read) {
  const bool is_well = read.trouble == DateTrouble::none || read.trouble == DateTrouble::absent;
  if (is_well && !read.lacks_century) return {};
  const std::string written = std::string{what} + " \"" + std::string{stripped(text)} + "\"";
  switch (read.trouble) {
    case DateTrouble::undecided:
      return written + " may be day/month or month/day; say --date-order dmy or mdy";
    case DateTrouble::impossible: return written + " is not a day of any calendar";
    case DateTrouble::unreadable: return written + " is not a date";
    case DateTrouble::none:
    case DateTrouble::absent: break;
  }
  if (read.lacks_century) return written + " does not say which century; taken without the year";
  return {};
}

std::optional<Date> whole_date(std::string_view text, const ReadDate& read, Date today) {
  if (!read.date) return std::nullopt;
  const auto month = static_cast<unsigned>(read.date->day.month());
  const auto day = static_cast<unsigned>(read.date->day.day());
  if (read.date->year) return make_date(static_cast<int>(*read.date->year), month, day);
  if (!read.lacks_century) return std::nullopt;
  const std::vector<Piece> pieces = pieces_of(without_time(text));
  const int this_year = static_cast<int>(civil(today).year());
  int year = this_year / 100 * 100 + pieces.back().number;
  if (year > this_year) year -= 100;
  return make_date(year, month, day);
}

}  // namespace care
