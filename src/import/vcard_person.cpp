#include "import/vcard_person.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
#include <unordered_map>
#include <utility>

#include <care/text.hpp>

namespace care {
namespace {

/// Whether anything is said of anybody.
bool is_empty(const Person& person) {
  return person.name.empty() && person.phones.empty() && person.emails.empty() &&
         person.addresses.empty() && person.notes.empty() && person.extra.empty() &&
         person.role.empty() && !person.birthday;
}

struct Group {
  Text name;
  std::vector<Text> members;
};

/// Reads the cards of one file.
class VcardFile {
 public:
  VcardFile(std::uint32_t file, std::optional<DateOrder> order, People& people)
      : file_{file}, order_{order}, people_{people} {}

  /// Up to that border, if it is between two cards; else all. `is_utf8`: whether the text is.
  void read(std::string_view text, std::size_t border, bool is_utf8) {
    is_utf8_ = is_utf8;
    cards_ = read_cards(text, border, [&](const Card& card) { read(card); });
  }
  [[nodiscard]] bool stopped_at_border() const { return cards_.stopped_at_border; }

  /// Takes over what another has read of the same file, behind this one.
  void add(VcardFile& behind) {
    const std::uint32_t lines = cards_.lines;
    for (StoredPerson& one : behind.people_.all) {
      one->line += lines;
      for (Trouble& trouble : one->troubles) trouble.line += lines;
    }
    std::ranges::move(behind.people_.all, std::back_inserter(people_.all));
    for (ImportRemark& one : behind.people_.remarks) {
      people_.remark(one.kind, one.file, one.line + lines, std::move(one.what));
    }
    for (const LeftOut& one : behind.people_.left_out) people_.leave_out(one.what, one.count);
    people_.not_read += behind.people_.not_read;
    std::ranges::move(behind.groups_, std::back_inserter(groups_));
    if (guessed_.empty() && !behind.guessed_.empty()) {
      guessed_ = behind.guessed_;
      guessed_line_ = behind.guessed_line_ + lines;
    }
    if (cards_.strange_lines == 0) cards_.strange_line = behind.cards_.strange_line + lines;
    cards_.strange_lines += behind.cards_.strange_lines;
    cards_.count += behind.cards_.count;
  }

  /// What can be said once all are read.
  void finish() {
    tag_members();
    if (!guessed_.empty()) {
      people_.remark(RemarkKind::worth_a_look, file_, guessed_line_,
                     "not UTF-8 from here on; read as " + guessed_);
    }
    if (cards_.strange_lines > 0 && cards_.count > 0) {
      people_.remark(RemarkKind::not_taken, file_, cards_.strange_line,
                     std::to_string(cards_.strange_lines) +
                         (cards_.strange_lines == 1 ? " line is" : " lines are") +
                         " not part of any card");
    }
    if (cards_.count == 0) {
      people_.remark(RemarkKind::not_read, file_, 0, "no card in it (BEGIN:VCARD)");
    }
  }

 private:
  void read(const Card& card) {
    CardTexts texts{people_.store->texts, is_utf8_};
    CardPerson to{card, texts, order_, *people_.store};
    to.person.file = file_;
    to.person.line = card.line;
    for (const CardProperty& property : card.properties) take(to, property, people_);
    note_charset(card, to);
    if (to.is_group) {
      groups_.push_back({to.person.name, std::move(to.members)});
      people_.leave_out("groups (their members are tagged)");
      return;
    }
    complete(to.person);
    if (to.person.name.empty()) {
      if (card.has_nested && is_empty(to.person)) return;
      ++people_.not_read;
      people_.remark(
          RemarkKind::not_read, file_, card.line,
          is_empty(to.person) ? "an empty card" : "no name, company, mail address or phone number");
      return;
    }
    if (!card.has_end) {
      to.person.troubles.push_back(
          {card.line, "END:VCARD is missing; read as far as it goes", RemarkKind::worth_a_look});
    }
    people_.add(std::move(to.person));
  }

  void note_charset(const Card& card, CardPerson& to) {
    if (!to.texts.trouble().empty()) {
      to.person.troubles.push_back(
          {card.line, to.texts.trouble(),
           to.texts.has_lost() ? RemarkKind::not_taken : RemarkKind::worth_a_look});
    }
    if (!guessed_.empty() || to.texts.guessed().empty()) return;
    guessed_ = to.texts.guessed();
    guessed_line_ = card.line;
  }

  void tag_members() {
    if (groups_.empty()) return;
    std::unordered_map<Text, Person*> by_uid;
    for (const StoredPerson& one : people_.all) {
      if (one->file == file_ && !one->uid.empty()) by_uid.emplace(one->uid, one.get());
    }
    for (const Group& group : groups_) {
      for (const Text member : group.members) {
        const auto found = by_uid.find(member);
        if (found != by_uid.end()) found->second->add_tag(group.name);
      }
    }
  }

  std::uint32_t file_;
  std::optional<DateOrder> order_;
  People& people_;
  bool is_utf8_ = false;
  CardsRead cards_;
  std::vector<Group> groups_;
  std::string guessed_;
  std::uint32_t guessed_line_ = 0;
};

/// Where the second half of a file begins that is worth two hands; else its end.
std::size_t border_in(std::string_view text) {
  constexpr std::size_t large = std::size_t{1} << 20;
  constexpr std::string_view border = "\nBEGIN:VCARD";
  if (text.size() < large) return text.size();
  const std::size_t found = text.find(border, text.size() / 2);
  const bool is_there = found != std::string_view::npos &&
                        text.find('\n', found + border.size()) != std::string_view::npos;
  return is_there ? found + 1 : text.size();
}

void read_cards_of(std::string_view text, std::uint32_t file, const ImportOptions& options,
                   People& people) {
  const std::size_t border = border_in(text);
  const std::string_view second = text.substr(border);
  const auto behind = std::make_unique<People>();
  VcardFile of_first{file, options.date_order, people};
  VcardFile of_second{file, options.date_order, *behind};
  const auto read_first = [&] { of_first.read(text, border, !find_invalid_utf8(text)); };
  if (second.empty()) {
    read_first();
  } else {
    run_together(options.together, read_first,
                 [&] { of_second.read(second, second.size(), !find_invalid_utf8(second)); });
  }
  if (of_first.stopped_at_border()) of_first.add(of_second);
  of_first.finish();
  // Their texts and lists stay where they are.
  people.others.push_back(std::move(behind->store));
}

}  // namespace

void read_vcard(const Source& source, std::uint32_t file, const ImportOptions& options,
                People& people) {
  const std::string_view bytes = source.text.view();
  // A file that says what it is, is taken at its word; else each value is, for they may differ.
  if (says_its_charset(bytes)) {
    const FileText text{decoded_file(bytes).text};
    people.store->texts.adopt(text);
    read_cards_of(text.view(), file, options, people);
  } else {
    people.store->texts.adopt(source.text);
    read_cards_of(bytes, file, options, people);
  }
}

}  // namespace care
