#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <care/book_texts.hpp>
#include <care/calendar.hpp>
#include <care/import.hpp>

#include "import/room.hpp"

namespace care {

/// In which order somebody's numbers are called.
enum class PhoneRank { preferred, mobile, other };

struct PhoneNumber {
  Text number;
  PhoneRank rank = PhoneRank::other;
};

/// A day with a label.
struct DatedEvent {
  Text what;
  YearlyDate date;
};

/// Something of somebody that could not be taken as it stands.
struct Trouble {
  std::uint32_t line;
  std::string what;
  RemarkKind kind = RemarkKind::not_taken;
};

/// Where texts and lists of people stay, until all are gone.
struct PersonStore {
  TextStore texts;
  Room lists;  ///< and people themselves
};

/// What a card or a row says of one person or organisation, in UTF-8, before any book is asked. All
/// texts, also those that are added, stay as long as the store does: they stand in it or its files.
struct Person {
  explicit Person(PersonStore& store);

  TextStore* texts;
  std::uint32_t file = 0, line = 0;
  Text uid;
  Text name, prefix, given, middle, family, suffix, nickname, sounds_like, company, role;
  Text notes;  ///< all of `note_lines`, once complete
  std::pmr::vector<Text> note_lines;
  bool is_organisation = false;
  bool is_cares = false;  ///< care wrote it: nobody stands there twice
  std::pmr::vector<PhoneNumber> phones;
  std::pmr::vector<Text> emails, addresses, tags;
  std::optional<YearlyDate> birthday;
  std::pmr::vector<DatedEvent> events;
  std::pmr::vector<std::pair<Text, Text>> extra;
  // What only tables have.
  Text id, owner, tier, every, because, status, mood, last_how, last_heard;
  Text opted_out;  ///< the heading by which nobody may be in touch with them
  Text no_media;   ///< "email opt out": by what they may not be reached
  std::optional<Date> since, last_contact;
  std::optional<Date> died;  ///< then the status is "former"
  std::vector<Trouble> troubles;
  bool is_overfull = false;

  /// One number, or several in one text.
  void add_phone(Text numbers, PhoneRank rank);
  void add_email(Text address, bool is_preferred = false);
  void add_note(Text note);
  void add_tag(Text tag);
  /// Under this key, or with `_2`, `_3` … behind it where that is taken.
  void add_extra(std::string_view key, Text value);
  /// By the label that a program gave the day: birthdays are not events.
  void add_event(std::string_view label, const YearlyDate& date);
  /// They died: then, or on a day of which nobody has more than the text.
  void add_death(std::optional<Date> day, std::string_view text);

 private:
  /// Whether one more of a kind may be added. Nobody has hundreds of phones, and looking for the
  /// same one among them must not take for ever.
  [[nodiscard]] bool has_room(std::size_t count);
  void add_one_phone(Text number, PhoneRank rank);
};

/// Whether a program marks what has this label as the one to use first: `* Work`, as Google does.
[[nodiscard]] bool is_preferred_label(std::string_view label);
/// The label without what programs put around it: `_$!<Anniversary>!$_` is how Apple's address
/// books write their own, `* Work` Google's.
[[nodiscard]] std::string_view bare_label(std::string_view label);

/// `joe` of `joe@example.com`; all of it where nothing is to be seen before the @.
[[nodiscard]] std::string_view name_in_address(std::string_view mail);

/// Whether somebody could type it as an id. A number alone is another program's.
[[nodiscard]] bool is_typed_id(std::string_view text);

inline constexpr std::string_view wedding_anniversary = "wedding anniversary";

/// The parts of a postal address, each in one text or several.
struct AddressParts {
  Text box, more, street, city, region, code, country;
};
/// In one line: `1 Main St, Phoenix, AZ 85001`, `Hauptstr. 5, 80331 München`.
[[nodiscard]] std::string address_line(const AddressParts& parts);

/// Puts together somebody's name: as it is written in full, else its parts in reading order, else
/// the company's, the nickname, the mail address or the phone number. Puts phones in their order.
void complete(Person& person);

/// Takes somebody apart who stands in a store; the room stays the store's.
struct TakeApart {
  void operator()(Person* person) const { std::destroy_at(person); }
};
using StoredPerson = std::unique_ptr<Person, TakeApart>;

/// Everybody whom the files name, and what else is to be said of the files.
struct People {
  std::unique_ptr<PersonStore> store = std::make_unique<PersonStore>();
  std::vector<std::unique_ptr<PersonStore>> others;  ///< of people who came over
  std::vector<StoredPerson> all;
  std::vector<ImportRemark> remarks;
  std::vector<LeftOut> left_out, columns_left;
  std::size_t not_read = 0;  ///< cards and rows with nobody in them; remarked upon

  void add(Person&& person);
  void leave_out(std::string_view what, std::size_t count = 1);
  void remark(RemarkKind kind, std::uint32_t file, std::uint32_t line, std::string what);
};

}  // namespace care
