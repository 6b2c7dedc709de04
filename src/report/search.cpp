#include <care/report.hpp>
#include <care/text.hpp>
#include <care/text_ascii.hpp>
#include <care/text_plain.hpp>

#include <algorithm>

namespace care {
namespace {

bool is_separator(char c) {
  return static_cast<unsigned char>(c) < 0x80 && c != '\'' && !is_small_letter(c) && !is_digit(c);
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : folded(text)) {
    if (!is_separator(c)) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

/// Whether it is of a script that writes no blanks between words: Chinese, Japanese, Korean names.
bool is_unspaced(std::string_view word) {
  const std::int32_t first = first_code_point(word).value;
  return (first >= 0x1100 && first <= 0x11ff) || (first >= 0x2e80 && first <= 0xd7ff) ||
         (first >= 0xf900 && first <= 0xfaff) || (first >= 0x20000 && first <= 0x3ffff);
}

/// Whether a name begins like this, but for capitals.
bool starts_like(std::string_view name, std::string_view small) {
  return name.size() >= small.size() &&
         std::ranges::equal(name.substr(0, small.size()), small, {}, small_letter);
}

/// Whether the folded word begins a word of the name; where there are no blanks, it stands in one.
bool begins_word(Text name, const std::string& word) {
  if (!is_ascii(name)) {
    return std::ranges::any_of(words_of(name), [&](const std::string& own) {
      return own.starts_with(word) || (is_unspaced(word) && own.find(word) != std::string::npos);
    });
  }
  // Nearly all names are like this, and a book has many.
  bool is_start = true;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (is_start && starts_like(name.substr(i), word)) return true;
    is_start = is_separator(small_letter(name[i]));
  }
  return false;
}

/// Whether that is plain without a closer look: of names in Latin letters the first letters of
/// words say it. Any other letter may be one that becomes a separator.
bool surely_begins_no_word(std::string_view name, std::string_view word) {
  bool is_start = true;
  while (!name.empty()) {
    const CodePoint point = first_code_point(name);
    if (!is_plain_point(point.value)) return false;
    const char letter = small_letter(name.front());
    if (is_start && (point.size > 1 || letter == word.front())) return false;
    is_start = is_separator(letter);
    name.remove_prefix(point.size);
  }
  return true;
}

std::string longest(std::vector<std::string> words) {
  const auto found = std::ranges::max_element(words, {}, &std::string::size);
  return found == words.end() ? std::string{} : std::move(*found);
}

/// Every word that was typed begins a word of theirs.
bool fits(const std::vector<Text>& names, const std::vector<std::string>& typed) {
  return std::ranges::all_of(typed, [&](const std::string& word) {
    return std::ranges::any_of(names, [&](Text name) { return begins_word(name, word); });
  });
}

bool has_whole_name(const std::vector<Text>& names, const std::string& wanted) {
  return std::ranges::any_of(names, [&](Text name) {
    if (name.empty()) return false;
    return is_ascii(name) ? name.size() == wanted.size() && starts_like(name, wanted)
                          : folded(name) == wanted;
  });
}

std::vector<std::string_view> nearest_ids(const Book& book, std::string_view who) {
  std::vector<std::string_view> ids;
  std::vector<std::string_view> names;
  std::vector<CustomerIndex> whose;
  for (CustomerIndex i = 0; i < book.customers.size(); ++i) {
    ids.push_back(book.customers[i].id);
    for (const Text name : names_of(book, i)) {
      if (name.empty()) continue;
      names.push_back(name);
      whose.push_back(i);
      // A single word is compared with the single words of a name.
      const auto blank = name.find(' ');
      if (blank == Text::npos) continue;
      names.push_back(name.substr(0, blank));
      names.push_back(name.substr(name.rfind(' ') + 1));
      whose.insert(whose.end(), 2, i);
    }
  }
  std::vector<std::string_view> offers;
  if (const auto id = nearest(who, ids)) offers.push_back(*id);
  if (const auto name = nearest(who, names)) {
    const auto place = std::ranges::find_if(
        names, [&](std::string_view n) { return n.data() == name->data() && n == *name; });
    const Text id = book.customers[whose[static_cast<std::size_t>(place - names.begin())]].id;
    if (std::ranges::find(offers, id) == offers.end()) offers.push_back(id);
  }
  return offers;
}

}  // namespace

std::optional<MayBeWanted> may_be_called(std::string_view who) {
  const std::string wanted = folded(who);
  const std::string word = longest(words_of(who));
  if (word.empty()) return std::nullopt;
  return MayBeWanted{[wanted](std::string_view id) { return id.starts_with(wanted); },
                     [word](std::string_view name) {
                       return !surely_begins_no_word(name, word) && begins_word(name, word);
                     }};
}

std::vector<Text> names_of(const Book& book, CustomerIndex who) {
  std::vector<Text> names;
  const auto add = [&]<class Record>(const Record& record) {
    for (const auto name : called_by<Record>) names.push_back(record.*name);
  };
  const Customer& customer = book.customers[who];
  add(customer);
  for (const Contact& contact : customer.contacts) add(contact);
  for (const std::uint32_t i : book.facts.of(who)) add(book.facts.all[i]);
  return names;
}

std::vector<CustomerIndex> customers_called(const Book& book, std::string_view who) {
  const std::string wanted = folded(who);
  std::vector<CustomerIndex> by_beginning;
  for (CustomerIndex i = 0; i < book.customers.size(); ++i) {
    const Text id = book.customers[i].id;
    if (id == wanted) return {i};
    if (!wanted.empty() && id.starts_with(wanted)) by_beginning.push_back(i);
  }
  if (by_beginning.size() == 1) return by_beginning;
  const auto typed = words_of(who);
  std::vector<CustomerIndex> found;
  std::vector<CustomerIndex> whole;
  for (CustomerIndex i = 0; i < book.customers.size(); ++i) {
    const std::vector<Text> names = names_of(book, i);
    const bool begins = std::ranges::binary_search(by_beginning, i);
    if (begins || (!typed.empty() && fits(names, typed))) found.push_back(i);
    if (has_whole_name(names, wanted)) whole.push_back(i);
  }
  return whole.size() == 1 ? whole : found;
}

Search find_customer(const Book& book, std::string_view who) {
  Search search{customers_called(book, who), {}};
  if (search.found.empty()) search.nearest = nearest_ids(book, who);
  return search;
}

}  // namespace care
