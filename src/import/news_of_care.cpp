#include <algorithm>
#include <string>
#include <string_view>

#include <care/text.hpp>
#include <care/text_shell.hpp>

#include "import/customers.hpp"
#include "import/known.hpp"
#include "import/letters.hpp"
#include "import/news.hpp"
#include "import/standing.hpp"

namespace care {
namespace {

/// Puts together what a file says otherwise than the book, and what would take it over.
class Otherwise {
 public:
  explicit Otherwise(const Customer& customer) : id_{customer.id} {}

  void add(std::string_view key, std::string_view value, bool is_said) {
    if (value.empty() || is_said) return;
    tell(std::string{key} + ' ' + std::string{value});
    options_ += shell_option(key, value);
  }
  /// That nobody is to be in touch with them any more.
  void add_end(const Person& person, const Standing& standing) {
    if (person.died) {
      tell("died " + iso(*person.died));
      end_ = "care former " + id_ + " --died " + iso(*person.died);
      return;
    }
    const bool is_opted_out = standing.said == person.opted_out && !standing.said.empty();
    const Text because = is_opted_out ? person.opted_out : person.because;
    tell("status " + words_of(standing));
    if (because.empty() || because.starts_with('-') || standing.status == Status::active) {
      options_ += shell_option("status", word(*standing.status));
    } else {
      const std::string_view command =
          standing.status == Status::former ? "care former " : "care no-contact ";
      end_ = std::string{command} + id_ + ' ' + shell_word(because);
    }
  }

  [[nodiscard]] std::optional<Outvoted> all() && {
    if (words_.empty()) return std::nullopt;
    std::string command = options_.empty() ? "" : "care set " + id_ + options_;
    add_line(command, end_);
    return Outvoted{{}, std::move(words_), std::move(command)};
  }

 private:
  void tell(std::string_view words) {
    if (!words_.empty()) words_ += ", ";
    words_ += words;
  }

  std::string id_, words_, options_, end_;
};

}  // namespace

std::optional<Outvoted> other_care(const Book& book, const Person& person,
                                   const Customer& customer) {
  Otherwise other{customer};
  // Of somebody new, what the book has no word for became a fact.
  const auto is_fact = [&](std::string_view value) {
    return std::ranges::find(customer.extra, value, &Extra::value) != customer.extra.end();
  };
  const auto is_same = [&](std::string_view value, const auto& meant, const auto& known) {
    return meant ? meant == known : is_fact(value);
  };
  if (gives_name(person, customer)) other.add("name", person.name, false);
  other.add("owner", person.owner,
            is_same(person.owner, staff_in(book, person.owner), owner_of(book, customer)));
  other.add("tier", person.tier, is_same(person.tier, tier_in(book, person.tier), customer.tier));
  const Standing standing = standing_of(person);
  const bool is_dead = person.died && customer.status == Status::former;
  if (is_dead ? person.died != customer.died : is_told(standing, customer.status)) {
    other.add_end(person, standing);
  }
  const bool is_earlier = person.since && customer.since && *person.since < *customer.since;
  other.add("since", is_earlier ? iso(*person.since) : std::string{}, false);
  // Of these, care's own table has what holds on its day, which is not what the book says.
  if (!person.is_cares) {
    other.add("every", person.every,
              is_same(person.every, cadence_in(person.every), customer.every));
    other.add("mood", person.mood,
              is_same(person.mood, meaning_of<Mood>(folded(person.mood)), customer.mood));
  }
  return std::move(other).all();
}

}  // namespace care
