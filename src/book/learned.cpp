#include <care/book_fields.hpp>
#include <care/book_learned.hpp>
#include <care/text.hpp>

#include <algorithm>
#include <array>
#include <concepts>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace care {
namespace {

/// The line of a key that was learned: an index into Book::learned_at.
constexpr std::uint32_t is_learned = 0x80000000;

constexpr std::uint32_t Customer::Lines::*all_lines[] = {
    &Customer::Lines::every,    &Customer::Lines::at_most, &Customer::Lines::tier,
    &Customer::Lines::owner,    &Customer::Lines::since,   &Customer::Lines::added,
    &Customer::Lines::birthday, &Customer::Lines::mood,    &Customer::Lines::status};

template <class Value, class Member>
requires std::assignable_from<Member&, const Value&>
void lay(const std::optional<Value>& value, Member& member) {
  if (value) member = *value;
}
void lay(Text value, Text& member) {
  if (!value.empty()) member = value;
}
void lay(const Texts& value, Texts& member) {
  if (!value.empty()) member = value;
}

/// The place of the fact's key among those of the customer or contact; none where they lack it.
template <class Target, std::size_t place>
constexpr std::size_t place_in = [] {
  const auto& names = field_names<Target>;
  return static_cast<std::size_t>(std::ranges::find(names, std::get<place>(field_names<Fact>)) -
                                  names.begin());
}();

template <class Target, std::size_t place>
void lay_key(const Fact& fact, Target& target) {
  if constexpr (place_in<Target, place> < field_count<Target>) {
    const auto& value = fact.*std::get<place>(fields<Fact>).member;
    auto& member = target.*std::get<place_in<Target, place>>(fields<Target>).member;
    if constexpr (requires { lay(value, member); }) lay(value, member);
  }
}

/// Every key of the fact that the table has takes the place of the old value; of likes and notes
/// the caller knows more.
template <class Target>
void lay_keys(const Fact& fact, Target& target) {
  const Texts likes = target.likes;
  [&]<std::size_t... place>(std::index_sequence<place...>) {
    (lay_key<Target, place>(fact, target), ...);
  }
  (std::make_index_sequence<field_count<Fact>>{});
  target.likes = likes;
}

/// The notes of a customer or contact: each text that they ever are is a beginning of the last.
class Notes {
 public:
  void add(Text text) {
    if (text.empty()) return;
    if (!all_.empty()) all_ += '\n';
    all_ += text;
    ends_.push_back(all_.size());
  }
  void keep(TextStore& texts) { kept_ = texts.keep(all_); }
  /// Once more of them has been learned.
  Text next() { return kept_.substr(0, ends_[++known_]); }
  [[nodiscard]] bool has_more() const { return known_ + 1 < ends_.size(); }

  explicit Notes(Text first) : all_{first}, ends_{first.size()} {}

 private:
  std::string all_;
  std::vector<std::size_t> ends_;
  std::size_t known_ = 0;
  Text kept_;
};

/// The likes of a customer or contact, likewise.
class Likes {
 public:
  explicit Likes(const Texts& first) {
    for (const Text like : first) add(like);
    ends_.push_back(all_.size());
  }
  void add(const Texts& likes) {
    for (const Text like : likes)
      if (!known_as_.contains(name_key(like))) add(like);
    ends_.push_back(all_.size());
  }
  void keep() { kept_ = Texts{all_}; }
  Texts next() { return kept_.first(ends_[++known_]); }

 private:
  void add(Text like) {
    all_.push_back(like);
    known_as_.insert(name_key(like));
  }

  std::vector<Text> all_;
  std::set<std::string> known_as_;
  std::vector<std::size_t> ends_;
  std::size_t known_ = 0;
  Texts kept_;
};

/// Lays the facts about one customer over what stands in their own table.
class Learning {
 public:
  Learning(Book& book, CustomerIndex who)
      : book_{book}, who_{who}, customer_{book.customers[who]} {}

  void run() {
    const auto facts = book_.facts.of(who_);
    for (const std::uint32_t i : facts) {
      const Fact& fact = book_.facts.all[i];
      if (!fact.notes.empty())
        notes_.try_emplace(fact.contact, notes_of(fact)).first->second.add(fact.notes);
      if (!fact.likes.empty())
        likes_.try_emplace(fact.contact, likes_of(fact)).first->second.add(fact.likes);
    }
    for (auto& [whose, notes] : notes_) notes.keep(*book_.texts);
    for (auto& [whose, likes] : likes_) likes.keep();
    for (std::size_t i = 0; i < facts.size(); ++i) {
      const Fact& fact = book_.facts.all[facts[i]];
      if (fact.contact) {
        learn_of_contact(fact, customer_.contacts[*fact.contact]);
      } else {
        learn(fact);
      }
      const bool is_last_of_day =
          i + 1 == facts.size() || book_.facts.all[facts[i + 1]].from() != fact.from();
      if (is_last_of_day) book_.learned.push_back({who_, fact.from(), customer_});
    }
  }

 private:
  [[nodiscard]] Text& notes_of(const Fact& fact) {
    return fact.contact ? customer_.contacts[*fact.contact].notes : customer_.notes;
  }

  [[nodiscard]] Texts& likes_of(const Fact& fact) {
    return fact.contact ? customer_.contacts[*fact.contact].likes : customer_.likes;
  }

  void learn_what_is_added(const Fact& fact) {
    if (!fact.notes.empty()) notes_of(fact) = notes_.find(fact.contact)->second.next();
    if (!fact.likes.empty()) likes_of(fact) = likes_.find(fact.contact)->second.next();
  }

  void learn(const Fact& fact) {
    const auto mood = customer_.mood;
    lay_keys(fact, customer_);
    learn_what_is_added(fact);
    // On a day of its own it is one among the moods of touches (R5).
    if (fact.on) customer_.mood = mood;
    if (fact.status) customer_.died = fact.died;
    for (const auto line : all_lines) {
      if (fact.on && line == &Customer::Lines::mood) continue;
      learn_line(fact, fact.lines.*line, customer_.lines.*line);
    }
  }

  void learn_of_contact(const Fact& fact, Contact& contact) {
    lay_keys(fact, contact);
    learn_what_is_added(fact);
    learn_line(fact, fact.lines.birthday, contact.birthday_line);
  }

  void learn_line(const Fact& fact, std::uint32_t line, std::uint32_t& known) {
    if (line == 0) return;
    known = static_cast<std::uint32_t>(book_.learned_at.size()) | is_learned;
    book_.learned_at.push_back({fact.at.file, line, 0});
  }

  Book& book_;
  CustomerIndex who_;
  Customer customer_;
  std::map<std::optional<std::uint32_t>, Notes> notes_;  ///< of a contact, or their own
  std::map<std::optional<std::uint32_t>, Likes> likes_;
};

template <class Target>
void learn_at_once(const Fact& fact, Target& target, TextStore& texts) {
  const Text notes = target.notes;
  lay_keys(fact, target);
  if (!notes.empty() && !fact.notes.empty()) {
    target.notes = texts.keep(std::string{notes}.append("\n").append(fact.notes));
  }
  for (const Text like : fact.likes) {
    if (std::ranges::find(target.likes, like) == target.likes.end()) target.likes.push_back(like);
  }
}

/// The first of a customer's days that is later.
auto first_after(const Book& book, CustomerIndex who, Date day) {
  return std::ranges::upper_bound(book.learned, std::pair{who, day}, {},
                                  [](const LearnedCustomer& one) {
                                    return std::pair{one.who, one.from};
                                  });
}

}  // namespace

void learn(const Fact& fact, Customer& customer, TextStore& texts) {
  learn_at_once(fact, customer, texts);
  if (fact.status) customer.died = fact.died;
}

void learn(const Fact& fact, Contact& contact, TextStore& texts) {
  learn_at_once(fact, contact, texts);
}

void lay_facts(Book& book) {
  book.learned.clear();
  book.learned_at.clear();
  if (book.facts.all.empty()) return;
  for (CustomerIndex i = 0; i < book.customers.size(); ++i)
    if (!book.facts.of(i).empty()) Learning{book, i}.run();
}

const Customer& as_of(const Book& book, CustomerIndex who, Date day) {
  if (book.learned.empty()) return book.customers[who];
  const auto after = first_after(book, who, day);
  const bool is_known = after != book.learned.begin() && std::prev(after)->who == who;
  return is_known ? std::prev(after)->customer : book.customers[who];
}

Date next_fact(const Book& book, CustomerIndex who, Date day) {
  if (book.learned.empty()) return Date::max();
  const auto after = first_after(book, who, day);
  return after == book.learned.end() || after->who != who ? Date::max() : after->from;
}

Position position_of(const Book& book, Position table, std::uint32_t line) {
  if ((line & is_learned) != 0) return book.learned_at[line & ~is_learned];
  return {table.file, line, 0};
}

}  // namespace care
