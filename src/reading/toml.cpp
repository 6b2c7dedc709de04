#include "reading/toml.hpp"

#include <cmath>  // before the library asks for it, see power_of_two
#include <limits>
#include <utility>

namespace {

/// For the library's hexadecimal floats, of which the exponent is whole. The C library's `pow`
/// would be all that is used of libm, which would then be loaded at every start.
double power_of_two(double /*two*/, double exponent) {
  constexpr double most = 2 * std::numeric_limits<double>::max_exponent;
  double power = 1;
  for (double i = 0; i < exponent && i < most; ++i) power *= 2;
  for (double i = 0; i > exponent && i > -most; --i) power /= 2;
  return power;
}

}  // namespace

// Compiled in here, because times without seconds are read only with the features that the
// library as it is distributed is built without.
#undef TOML_HEADER_ONLY
#undef TOML_SHARED_LIB
#undef TOML_EXCEPTIONS
#undef TOML_ENABLE_UNRELEASED_FEATURES
// Some of its assertions fail on texts that it then refuses as it should.
#ifndef NDEBUG
#define NDEBUG
#endif
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_UNRELEASED_FEATURES 1
#define TOML_ENABLE_FORMATTERS 0
#define pow power_of_two
#include <toml++/toml.h>
#undef pow

namespace care::reading {
namespace {

/// Turns the parser's tree into nodes.
class Translation {
 public:
  Translation(Pool& pool, const BlockText& text, std::uint32_t file)
      : pool_{pool}, text_{text}, file_{file} {}

  const Node& table(const toml::table& table) {
    Node& node = pool_.add();
    fill(node, table);
    return node;
  }

 private:
  [[nodiscard]] Position position(const toml::source_position& at) const {
    return {file_, text_.line(at.line), at.column};
  }

  void fill(Node& node, const toml::table& table) {
    node.kind = ValueKind::table;
    const Node** link = &node.first;
    for (const auto& [key, value] : table) {
      append(link, value, key.str()).key_at = position(key.source().begin);
    }
  }

  /// Elements have the key of their list, so that messages can name it.
  void fill(Node& node, const toml::array& list) {
    node.kind = ValueKind::list;
    const Node** link = &node.first;
    for (const toml::node& value : list) append(link, value, node.key);
  }

  Node& append(const Node**& link, const toml::node& value, std::string_view key) {
    Node& child = pool_.add();
    child.key = key;
    *link = &child;
    link = &child.next;
    child.at = position(value.source().begin);
    switch (value.type()) {
      case toml::node_type::table: fill(child, *value.as_table()); break;
      case toml::node_type::array: fill(child, *value.as_array()); break;
      default: scalar(child, value);
    }
    return child;
  }

  static void scalar(Node& node, const toml::node& value) {
    switch (value.type()) {
      case toml::node_type::string:
        node.kind = ValueKind::text;
        node.text = value.as_string()->get();
        break;
      case toml::node_type::integer:
        node.kind = ValueKind::integer;
        node.integer = value.as_integer()->get();
        break;
      case toml::node_type::floating_point:
        node.kind = ValueKind::real;
        node.real = value.as_floating_point()->get();
        break;
      case toml::node_type::boolean:
        node.kind = ValueKind::boolean;
        node.truth = value.as_boolean()->get();
        break;
      case toml::node_type::date:
        node.kind = ValueKind::date;
        node.when.day = day(value.as_date()->get());
        break;
      case toml::node_type::time:
        node.kind = ValueKind::time;
        node.when.time = minutes(value.as_time()->get());
        break;
      default: moment(node, value.as_date_time()->get());
    }
  }

  static void moment(Node& node, const toml::date_time& value) {
    node.kind = value.offset ? ValueKind::offset_moment : ValueKind::moment;
    node.when = {day(value.date), minutes(value.time)};
  }

  static Date day(const toml::date& date) {
    const std::chrono::year_month_day day{
        std::chrono::year{date.year}, std::chrono::month{date.month}, std::chrono::day{date.day}};
    return Date{std::chrono::local_days{day}};
  }

  static std::chrono::minutes minutes(const toml::time& time) {
    return std::chrono::hours{time.hour} + std::chrono::minutes{time.minute};
  }

  Pool& pool_;
  const BlockText& text_;
  std::uint32_t file_;
};

/// "Error while parsing key-value pair: expected …" says no more than what stands behind the colon.
std::string_view without_scope(std::string_view said) {
  if (!said.starts_with("Error while parsing ")) return said;
  const std::size_t colon = said.find(": ");
  return colon == std::string_view::npos ? said : said.substr(colon + 2);
}

}  // namespace

struct Document::Parsed {
  toml::table table;
  Pool pool;
  const Node* root = nullptr;
};

Document::Document() : parsed_{std::make_unique<Parsed>()} {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

std::optional<Refusal> Document::parse(const BlockText& text, std::uint32_t file) {
  parsed_->pool.clear();
  toml::parse_result result = toml::parse(text.text());
  if (!result) {
    const toml::parse_error& error = result.error();
    const toml::source_position at = error.source().begin;
    parsed_->table.clear();
    parsed_->root = &parsed_->pool.add();
    return Refusal{{at.line, at.column}, std::string{without_scope(error.description())}};
  }
  parsed_->table = std::move(result).table();
  parsed_->root = &Translation{parsed_->pool, text, file}.table(parsed_->table);
  return std::nullopt;
}

const Node& Document::root() const { return *parsed_->root; }

}  // namespace care::reading
