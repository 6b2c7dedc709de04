#include "import/vcard.hpp"

#include <unordered_map>

#include "import/vcard_person.hpp"

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

  void read(std::string_view text) {
    first_ = people_.all.size();
    const CardsRead cards = read_cards(text, [&](const Card& card) { read(card); });
    tag_members();
    if (!guessed_.empty()) {
      people_.remark(RemarkKind::worth_a_look, file_, guessed_line_,
                     "not UTF-8 from here on; read as " + guessed_);
    }
    if (cards.strange_lines > 0 && cards.count > 0) {
      people_.remark(RemarkKind::not_taken, file_, cards.strange_line,
                     std::to_string(cards.strange_lines) +
                         (cards.strange_lines == 1 ? " line is" : " lines are") +
                         " not part of any card");
    }
    if (cards.count == 0) {
      people_.remark(RemarkKind::not_read, file_, 0, "no card in it (BEGIN:VCARD)");
    }
  }

 private:
  void read(const Card& card) {
    CardTexts texts{people_.store.texts};
    CardPerson to{card, texts, order_, people_.store};
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
    people_.all.push_back(std::move(to.person));
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
    std::unordered_map<Text, std::size_t> by_uid;
    for (std::size_t i = first_; i < people_.all.size(); ++i) {
      if (!people_.all[i].uid.empty()) by_uid.emplace(people_.all[i].uid, i);
    }
    for (const Group& group : groups_) {
      for (const Text member : group.members) {
        const auto found = by_uid.find(member);
        if (found != by_uid.end()) people_.all[found->second].add_tag(group.name);
      }
    }
  }

  std::uint32_t file_;
  std::optional<DateOrder> order_;
  People& people_;
  std::size_t first_ = 0;
  std::vector<Group> groups_;
  std::string guessed_;
  std::uint32_t guessed_line_ = 0;
};

}  // namespace

void read_vcard(const Source& source, std::uint32_t file, const ImportOptions& options,
                People& people) {
  const std::string_view bytes = source.text.view();
  // A file that says what it is, is taken at its word; else each value is, for they may differ.
  if (says_its_charset(bytes)) {
    const FileText text{decoded_file(bytes).text};
    people.store.texts.adopt(text);
    VcardFile{file, options.date_order, people}.read(text.view());
  } else {
    people.store.texts.adopt(source.text);
    VcardFile{file, options.date_order, people}.read(bytes);
  }
}

}  // namespace care
