#include <care/record.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

namespace care {
namespace {

/// What must not stand in a string as it is, beside the controls that TOML forbids: it could
/// mislead the eye of whoever reads the book.
bool is_misleading(std::int32_t value) {
  const auto within = [&](std::int32_t first, std::int32_t last) {
    return value >= first && value <= last;
  };
  return within(0x7f, 0x9f) || value == 0x61c || within(0x200e, 0x200f) || within(0x2028, 0x202e) ||
         within(0x2066, 0x2069) || value == 0xfeff;
}

void append_escaped(std::string& out, std::int32_t value) {
  switch (value) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\b': out += "\\b"; return;
    case '\t': out += "\\t"; return;
    case '\n': out += "\\n"; return;
    case '\f': out += "\\f"; return;
    case '\r': out += "\\r"; return;
    default: fmt::format_to(std::back_inserter(out), "\\u{:04X}", value);
  }
}

/// Writes one table, key by key; what is absent is left out.
class Table {
 public:
  explicit Table(std::string_view header) : text_{fmt::format("{}\n", header)} {}

  void text(std::string_view key, std::string_view value) {
    if (!value.empty()) line(key, toml_string(value));
  }
  void texts(std::string_view key, const std::vector<Text>& values) {
    if (values.empty()) return;
    std::string list;
    for (const Text value : values) list += (list.empty() ? "" : ", ") + toml_string(value);
    line(key, fmt::format("[{}]", list));
  }
  void day(std::string_view key, const std::optional<Date>& day) {
    if (day) line(key, iso(*day));
  }
  void when(std::string_view key, const std::optional<When>& when) {
    if (when) line(key, when->time ? iso(*when) + ":00" : iso(*when));
  }
  void yearly(std::string_view key, const std::optional<YearlyDate>& date) {
    if (!date) return;
    const std::string day = fmt::format("{:02}-{:02}", static_cast<unsigned>(date->day.month()),
                                        static_cast<unsigned>(date->day.day()));
    line(key, date->year ? fmt::format("{:04}-{}", static_cast<int>(*date->year), day)
                         : toml_string(day));
  }
  void number(std::string_view key, const std::optional<double>& value) {
    if (value) line(key, fmt::format("{}", *value));
  }
  /// Only where it is not what its absence means.
  void truth(std::string_view key, bool value, bool unless) {
    if (value != unless) line(key, value ? "true" : "false");
  }
  template <class Choice>
  void choice(std::string_view key, const std::optional<Choice>& value) {
    if (value) text(key, word(*value));
  }
  void header(std::string_view header) { text_ += fmt::format("\n{}\n", header); }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  void line(std::string_view key, std::string_view value) {
    text_ += fmt::format("{} = {}\n", key, value);
  }

  std::string text_;
};

template <class One>
Text id_of(const std::vector<One>& all, const std::optional<std::uint32_t>& index) {
  return index ? all[*index].id : Text{};
}

std::string written(const Book& book, const Customer& customer) {
  Table table{"[[customer]]"};
  table.text("id", customer.id);
  table.text("name", customer.name);
  table.text("call_me", customer.call_me);
  table.text("sounds_like", customer.sounds_like);
  table.text("company", customer.company);
  table.text("phone", customer.phone);
  table.text("email", customer.email);
  table.text("address", customer.address);
  table.texts("tags", customer.tags);
  table.text("owner", id_of(book.staff, customer.owner));
  if (customer.tier) table.text("tier", book.policy.tiers[*customer.tier].name);
  if (customer.every) {
    table.text("every", customer.every->period ? spelled(*customer.every->period) : "never");
  }
  table.text("because", customer.because);
  table.day("since", customer.since);
  table.yearly("birthday", customer.birthday);
  table.text("referred_by", id_of(book.customers, customer.referred_by));
  table.text("notes", customer.notes);
  for (const Contact& contact : customer.contacts) {
    table.header("[[customer.contact]]");
    table.text("name", contact.name);
  }
  return table.take();
}

std::string written(const Book& book, const Purchase& purchase) {
  Table table{"[[purchase]]"};
  table.text("customer", book.customers[purchase.customer].id);
  table.when("on", purchase.on);
  table.text("what", purchase.what);
  table.number("amount", purchase.amount);
  table.text("currency", purchase.currency);
  table.text("by", purchase.by);
  return table.take();
}

std::string written(const Book& book, const Touch& touch) {
  const Customer& customer = book.customers[touch.customer];
  Table table{"[[touch]]"};
  table.text("customer", customer.id);
  if (touch.contact) table.text("contact", customer.contacts[*touch.contact].name);
  table.when("on", touch.on);
  table.text("by", touch.by);
  table.choice("how", touch.how);
  table.truth("reached", touch.reached, true);
  table.text("from", touch.from_them ? "them" : "");
  table.text("said", touch.said);
  table.text("heard", touch.heard);
  table.text("thanked", touch.thanked);
  if (touch.greeted.size() == 1) {
    table.text("greeted", touch.greeted.front());
  } else {
    table.texts("greeted", touch.greeted);
  }
  table.text("wow", touch.wow);
  table.choice("mood", touch.mood);
  table.text("request", id_of(book.requests.all, touch.request));
  table.choice("outcome", touch.outcome);
  table.text("offered", touch.offered);
  table.choice("answer", touch.answer);
  table.text("promise", id_of(book.promises.all, touch.promise));
  return table.take();
}

std::string written(const Book& book, const Request& request) {
  Table table{"[[request]]"};
  table.text("customer", book.customers[request.customer].id);
  table.text("what", request.what);
  table.when("asked", request.asked);
  table.text("id", request.id);
  table.text("by", request.by);
  table.truth("urgent", request.urgent, false);
  table.when("due", request.due);
  return table.take();
}

std::string written(const Book& book, const Promise& promise) {
  Table table{"[[promise]]"};
  table.text("customer", book.customers[promise.customer].id);
  table.text("what", promise.what);
  table.day("due", promise.due);
  table.day("made", promise.made);
  table.text("id", promise.id);
  table.text("by", promise.by);
  table.text("replaces", id_of(book.promises.all, promise.replaces));
  return table.take();
}

std::string written(const Book& book, const Snooze& snooze) {
  Table table{"[[snooze]]"};
  table.text("customer", book.customers[snooze.customer].id);
  table.when("on", snooze.on);
  table.day("until", snooze.until);
  table.text("because", snooze.because);
  table.text("by", snooze.by);
  table.truth("all", snooze.all, false);
  return table.take();
}

std::string written(const Book& book, const Ready& ready) {
  Table table{"[[ready]]"};
  table.text("customer", book.customers[ready.customer].id);
  table.text("what", ready.what);
  table.when("on", ready.on);
  table.text("by", ready.by);
  return table.take();
}

std::string_view name_of(const Customer& /*customer*/) { return "customer"; }
std::string_view name_of(const Purchase& /*purchase*/) { return "purchase"; }
std::string_view name_of(const Touch& /*touch*/) { return "touch"; }
std::string_view name_of(const Request& /*request*/) { return "request"; }
std::string_view name_of(const Promise& /*promise*/) { return "promise"; }
std::string_view name_of(const Snooze& /*snooze*/) { return "snooze"; }
std::string_view name_of(const Ready& /*ready*/) { return "ready"; }

Text whom(const Book& /*book*/, const Customer& customer) { return customer.id; }
template <class Dated>
Text whom(const Book& book, const Dated& record) {
  return book.customers[record.customer].id;
}

}  // namespace

std::string toml_string(std::string_view text) {
  std::string out = "\"";
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    const bool is_control = point.value >= 0 && point.value < ' ';
    // Three in a row would close a text of several lines that somebody left open further up.
    const bool is_third = point.value == '\'' && out.ends_with("''");
    if (is_control || is_third || point.value == '"' || point.value == '\\' ||
        is_misleading(point.value)) {
      append_escaped(out, point.value);
    } else {
      out += text.substr(0, point.size);
    }
    text.remove_prefix(point.size);
  }
  return out + '"';
}

std::string_view table_of(const Record& record) {
  return std::visit([](const auto& one) { return name_of(one); }, record);
}

Text customer_of(const Book& book, const Record& record) {
  return std::visit([&](const auto& one) { return whom(book, one); }, record);
}

std::string record_text(const Book& book, const Record& record) {
  return std::visit([&](const auto& one) { return written(book, one); }, record);
}

}  // namespace care
