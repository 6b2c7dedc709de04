#include <care/import.hpp>

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <variant>

#include <care/text.hpp>

#include "import/csv.hpp"
#include "import/customers.hpp"
#include "import/known.hpp"
#include "import/letters.hpp"
#include "import/news.hpp"
#include "import/vcard.hpp"

namespace care {
namespace {

/// Whether a text has a card in it, in whatever of the encodings of address books.
bool has_cards(std::string_view bytes) {
  constexpr std::size_t head = 4096;
  std::string text{bytes.substr(0, head)};
  std::erase(text, '\0');
  return upper(text).find("BEGIN:VCARD") != std::string::npos;
}

ImportFormat format_of(const Source& source, const ImportOptions& options) {
  if (options.format) return *options.format;
  const std::string name = upper(source.name);
  const bool is_vcard =
      has_cards(source.text.view()) || name.ends_with(".VCF") || name.ends_with(".VCARD");
  return is_vcard ? ImportFormat::vcard : ImportFormat::csv;
}

/// What only another program reads, by how it begins.
struct OtherFormat {
  std::string_view begins, what;
};
constexpr std::array<OtherFormat, 5> other_formats{{
    {"PK\x03\x04", "a workbook or an archive, no text; save the sheet as CSV"},
    {"\xd0\xcf\x11\xe0", "a workbook of Excel's, no text; save the sheet as CSV"},
    {"%PDF", "a PDF; export vCard or CSV"},
    {"dn: ", "LDIF; export vCard or CSV"},
    {"{", "JSON; export vCard or CSV"},
}};

std::string_view other_format(std::string_view bytes) {
  const auto* found = std::ranges::find_if(
      other_formats, [&](const OtherFormat& one) { return bytes.starts_with(one.begins); });
  return found == other_formats.end() ? std::string_view{} : found->what;
}

/// Takes people one by one, and sets aside whom somebody already has.
class Importer {
 public:
  Importer(const Book& book, const ImportOptions& options, Import& import)
      : book_{book},
        options_{options},
        import_{import},
        known_{book},
        maker_{book, options, *import.texts} {
    if (!options.by_company) return;
    for (std::uint32_t i = 0; i < book.customers.size(); ++i) {
      companies_.try_emplace(folded(book.customers[i].name), i);
    }
  }

  void take(Person& person) {
    const Identity identity = identity_of(person);
    KnownPeople::Answer answer = known_.find(identity);
    if (answer.same && person.is_cares && answer.same->customer >= old_count()) answer = {};
    if (answer.same) {
      set_aside(person, *answer.same);
    } else if (options_.by_company && !person.company.empty() && !person.is_organisation) {
      take_contact(person, identity);
    } else {
      take_customer(person, identity);
    }
    if (answer.shares) tell_shared(person, *answer.shares);
    for (const Trouble& one : person.troubles) {
      import_.remarks.push_back(
          {one.kind, person.file, one.line, std::string{person.name}, one.what});
    }
  }

 private:
  [[nodiscard]] std::uint32_t old_count() const {
    return static_cast<std::uint32_t>(book_.customers.size());
  }
  [[nodiscard]] const Customer& at(std::uint32_t customer) const {
    return customer < old_count() ? as_of(book_, customer, options_.today)
                                  : import_.customers[customer - old_count()];
  }

  [[nodiscard]] std::optional<Date> last_contact(std::uint32_t customer) const {
    if (customer >= old_count()) {
      const auto found = new_touches_.find(customer);
      return found == new_touches_.end() ? std::nullopt : std::optional{found->second};
    }
    std::optional<Date> last;
    for (const std::uint32_t i : book_.touches.of(customer)) {
      const Date day = book_.touches.all[i].on.day;
      if (!last || *last < day) last = day;
    }
    return last;
  }

  void set_aside(const Person& person, const KnownPlace& place) {
    const Customer& customer = at(place.customer);
    const NewsContext context = context_of(place.customer);
    News news = place.contact ? news_of(context, person, customer, *place.contact)
                              : news_of(context, person, customer, last_contact(place.customer));
    take_over(news, place.customer);
    tell(person, customer, news);
  }

  [[nodiscard]] NewsContext context_of(CustomerIndex who) const {
    return {who, options_.today, options_.by, *import_.texts};
  }

  /// Into the book, where that is wanted; of somebody who is new the second row is only told.
  void take_over(News& news, CustomerIndex who) {
    if (!options_.updates_known || who >= old_count()) return;
    for (Record& one : news.records) {
      if (const Touch* const touch = std::get_if<Touch>(&one)) {
        import_.touches.push_back(*touch);
      } else {
        import_.updates.push_back(std::move(one));
      }
    }
    news.commands.clear();
  }

  void tell(const Person& person, const Customer& customer, const News& news) {
    if (news.is_empty()) {
      ++import_.counts.known;
      return;
    }
    ++import_.counts.with_news;
    std::string what = "is " + std::string{customer.id};
    if (!news.words.empty()) what += "; new: " + joined_parts(news.words, ", ");
    if (!news.by_hand.empty())
      what += "; for [customer.extra]: " + joined_parts(news.by_hand, ", ");
    import_.remarks.push_back({RemarkKind::news, person.file, person.line, std::string{person.name},
                               std::move(what), joined_parts(news.commands, "\n")});
  }

  void tell_shared(const Person& person, const KnownPlace& place) {
    const Customer& other = at(place.customer);
    const Text name = place.contact ? other.contacts[*place.contact].name : other.name;
    import_.remarks.push_back({RemarkKind::worth_a_look, person.file, person.line,
                               std::string{person.name},
                               "shares a phone or mail address with " + std::string{name} + " (" +
                                   std::string{other.id} + ")"});
  }

  void take_customer(Person& person, const Identity& identity) {
    const auto place = static_cast<std::uint32_t>(old_count() + import_.customers.size());
    import_.customers.push_back(maker_.customer(person));
    const Customer& customer = import_.customers.back();
    known_.add(identity, {place, std::nullopt});
    if (options_.by_company) companies_.try_emplace(folded(customer.name), place);
    ++import_.counts.added;
    add_touch(person, place, std::nullopt);
  }

  void take_contact(Person& person, const Identity& identity) {
    const auto next = static_cast<std::uint32_t>(old_count() + import_.customers.size());
    const auto [company, is_new] = companies_.try_emplace(folded(person.company), next);
    const std::uint32_t place = company->second;
    if (place < old_count()) {
      // A customer of the book stays as it is.
      News news = news_of_new_contact(context_of(place), person, at(place));
      take_over(news, place);
      return tell(person, at(place), news);
    }
    if (is_new) import_.customers.push_back(maker_.company_of(person));
    Customer& customer = import_.customers[place - old_count()];
    maker_.add_contact(customer, person);
    const auto contact = static_cast<std::uint32_t>(customer.contacts.size() - 1);
    known_.add(identity, {place, contact});
    ++import_.counts.added;
    add_touch(person, place, contact);
  }

  void add_touch(const Person& person, std::uint32_t place, std::optional<std::uint32_t> contact) {
    if (!person.last_contact) return;
    import_.touches.push_back(last_talk(person, place, contact));
    new_touches_[place] = *person.last_contact;
  }

  const Book& book_;
  const ImportOptions& options_;
  Import& import_;
  KnownPeople known_;
  CustomerMaker maker_;
  std::unordered_map<std::string, std::uint32_t> companies_;
  std::unordered_map<std::uint32_t, Date> new_touches_;
};

}  // namespace

bool Import::has_nothing() const { return customers.empty() && touches.empty() && updates.empty(); }

bool Import::is_partial() const {
  return std::ranges::any_of(remarks, [](const ImportRemark& one) {
    return one.kind == RemarkKind::not_read || one.kind == RemarkKind::not_taken;
  });
}

std::vector<std::string> import_columns(const Source& table) {
  if (has_cards(table.text.view())) return {};
  return table_headings(table);
}

Import import_people(const Book& book, const std::vector<Source>& sources,
                     const ImportOptions& options) {
  Import import;
  import.texts = std::make_unique<TextStore>();
  import.updates_known = options.updates_known;
  const auto all = std::make_shared<People>();
  import.people = all;
  People& people = *all;
  for (std::uint32_t file = 0; file < sources.size(); ++file) {
    import.files.push_back(sources[file].name);
    if (const auto other = other_format(sources[file].text.view()); !other.empty()) {
      people.remark(RemarkKind::not_read, file, 0, std::string{other});
      continue;
    }
    if (format_of(sources[file], options) == ImportFormat::vcard) {
      read_vcard(sources[file], file, options, people);
    } else {
      read_csv(sources[file], file, options, people);
    }
  }
  // A company's own card makes the customer that its people belong to.
  if (options.by_company) {
    std::stable_partition(people.all.begin(), people.all.end(),
                          [](const Person& person) { return person.is_organisation; });
  }
  import.remarks = std::move(people.remarks);
  import.left_out = std::move(people.left_out);
  import.columns_left = std::move(people.columns_left);
  import.counts.not_read = people.not_read;
  import.counts.read = people.all.size() + people.not_read;
  import.customers.reserve(people.all.size());
  Importer importer{book, options, import};
  std::size_t looked_at = 0;
  // What one took up is used again for what comes of the others.
  for (; !people.all.empty(); people.all.pop_front()) {
    importer.take(people.all.front());
    constexpr std::size_t step = 500;
    if (++looked_at % step == 0 && options.progress) options.progress(looked_at);
  }
  std::ranges::stable_sort(import.remarks, {}, [](const ImportRemark& one) {
    return std::tuple{one.file, one.line};
  });
  return import;
}

}  // namespace care
