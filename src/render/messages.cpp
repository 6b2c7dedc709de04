#include <care/render_formats.hpp>
#include <care/render_messages.hpp>
#include <care/text.hpp>
#include <care/text_shell.hpp>

#include <fmt/format.h>

#include <algorithm>

#include "render/words/people.hpp"
#include "render/words/phrases.hpp"

namespace care {
namespace {

constexpr std::string_view of_plan = "plan:";

/// `28 November`
std::string day_and_month(Date day) {
  const auto date = civil(day);
  return fmt::format("{} {}", static_cast<unsigned>(date.day()), month_name(date.month()));
}

/// Fills one message in, and notes what there is nothing of.
class Filling {
 public:
  explicit Filling(const LetterFor& writing)
      : writing_{writing},
        book_{*writing.book},
        entry_{*writing.entry},
        customer_{as_of(book_, *writing.entry->customer, writing.entry->day)},
        contact_{contact_meant()} {}

  [[nodiscard]] std::string filled(std::string_view text) {
    std::string out;
    for (const MessagePart& part : message_parts(text)) {
      if (part.kind == MessagePart::Kind::text) {
        out += exported(part.text);
      } else if (!part.field) {
        lack(fmt::format("there is no field {{{}}}; there are {}", neutralised(part.text),
                         fields_listed()));
      } else {
        const std::string value = value_of(*part.field);
        if (value.empty()) lack(advice_on(*part.field));
        out += exported(value);
      }
    }
    return out;
  }

  [[nodiscard]] std::vector<std::string> take_missing() { return std::move(missing_); }

  /// The contact who is meant, else the customer.
  [[nodiscard]] Mailbox to() const {
    const std::string email = contact_ != nullptr ? std::string{first_of(contact_->email)}
                                                  : reach_of(customer_, entry_.day).email;
    auto mailbox = parse_mailbox(email);
    if (!mailbox) return {};
    if (mailbox->name.empty()) {
      mailbox->name = neutralised(contact_ != nullptr ? contact_->name : customer_.name);
    }
    return *mailbox;
  }

  [[nodiscard]] std::string lacking_address() const {
    const Position at = contact_ != nullptr ? contact_->at : customer_.at;
    const Text email = contact_ != nullptr ? first_of(contact_->email) : first_of(customer_.email);
    const std::string_view lacking = email.empty() ? "no email"
                                     : is_local_part_foreign(email)
                                         ? "an email with letters beyond ASCII before the @"
                                         : "an email that is not an address";
    return fmt::format("{} has {}: email = \"…\", {}", whose(), lacking, line(at));
  }

 private:
  [[nodiscard]] const Contact* contact_meant() const {
    std::optional<std::uint32_t> index = writing_.contact;
    const Item* const item = writing_.item;
    if (!index && item != nullptr && item->kind == Kind::birthday && item->record != Item::own) {
      index = item->record;
    }
    return index ? &customer_.contacts[*index] : nullptr;
  }

  [[nodiscard]] std::string call_me() const {
    const Item* const item = writing_.item;
    const bool is_own_birthday =
        item != nullptr && item->kind == Kind::birthday && item->record == Item::own;
    // Nobody wishes a customer well by the name of one of their contacts.
    if (contact_ == nullptr && is_own_birthday && customer_.call_me.empty())
      return std::string{customer_.name};
    if (contact_ == nullptr) return std::string{address_of(customer_, entry_.day)};
    return std::string{contact_->call_me.empty() ? contact_->name : contact_->call_me};
  }

  [[nodiscard]] std::string person() const {
    if (writing_.item != nullptr && !writing_.item->person.empty()) {
      return std::string{writing_.item->person};
    }
    return contact_ != nullptr ? std::string{contact_->name} : std::string{};
  }

  [[nodiscard]] std::string value_of(MessageField field) const {
    const Item* const item = writing_.item;
    switch (field) {
      case MessageField::call_me: return call_me();
      case MessageField::name: return std::string{customer_.name};
      case MessageField::company: return std::string{customer_.company};
      case MessageField::person: return person();
      case MessageField::what: return item == nullptr ? "" : std::string{item->what};
      case MessageField::years:
        return item == nullptr || !item->years ? "" : fmt::format("{}", *item->years);
      case MessageField::due: return item == nullptr ? "" : day_and_month(item->due.day);
      case MessageField::thank_for: return entry_.thank_for ? to_string(*entry_.thank_for) : "";
      case MessageField::value: return std::string{entry_.value};
      case MessageField::heard:
        return entry_.heard == nullptr ? "" : std::string{entry_.heard->heard};
      case MessageField::me:
        return writing_.me ? std::string{book_.staff[*writing_.me].name} : std::string{};
      case MessageField::book: return std::string{book_.name};
    }
    return {};
  }

  /// What is missing, and what to write where.
  [[nodiscard]] std::string advice_on(MessageField field) const {
    const std::string who = whose();
    const std::string theirs = line(customer_.at);
    switch (field) {
      case MessageField::company:
        return fmt::format("{} has no company: company = \"…\", {}", who, theirs);
      case MessageField::person:
        return fmt::format("nobody's birthday is due with {}: say whom is meant with --contact",
                           who);
      case MessageField::what: return fmt::format("nothing is due with {} that has a name", who);
      case MessageField::due: return fmt::format("nothing is due with {}", who);
      case MessageField::years: return years_advice(who);
      case MessageField::thank_for: return thanks_advice(who);
      case MessageField::value:
        return fmt::format("there is no value to bring up with {}: value = [\"…\"], {}", who,
                           theirs);
      case MessageField::heard:
        return fmt::format("nothing was heard from {} yet: care log {} --heard \"…\"", who,
                           neutralised(customer_.id));
      case MessageField::me: return "nobody is named who writes: --by, or a [[staff]]";
      case MessageField::book: return "the book has no name: name = \"…\" in [book]";
      default: return fmt::format("{} has no {}", who, word(field));
    }
  }

  [[nodiscard]] std::string thanks_advice(const std::string& who) const {
    const std::string what = customer_.since
                                 ? fmt::format("care purchase {} WHAT", neutralised(customer_.id))
                                 : fmt::format("since = 2021-03-01, {}", line(customer_.at));
    return fmt::format("there is nothing to thank {} for: {}", who, what);
  }

  /// `rosa has no birthday year: birthday = 1956-11-23, customers.toml:57`
  [[nodiscard]] std::string years_advice(const std::string& who) const {
    const Item* const item = writing_.item;
    if (item == nullptr || !is_occasion(item->kind)) {
      return fmt::format("nothing is due with {} that counts years", who);
    }
    const auto day = civil(item->occurrence);
    const std::string date = fmt::format("1956-{:02}-{:02}", static_cast<unsigned>(day.month()),
                                         static_cast<unsigned>(day.day()));
    if (item->kind == Kind::event) {
      const Event& event = customer_.events[item->record];
      return fmt::format("{} has no year of \"{}\": date = {}, {}", who, neutralised(event.what),
                         date, line(event.at));
    }
    const bool is_own = item->record == Item::own;
    const Position table = is_own ? customer_.at : customer_.contacts[item->record].at;
    const std::uint32_t key =
        is_own ? customer_.lines.birthday : customer_.contacts[item->record].birthday_line;
    return fmt::format("{} has no birthday year: birthday = {}, {}", who, date,
                       line(key == 0 ? table : position_of(book_, table, key)));
  }

  [[nodiscard]] std::string line(Position at) const {
    return to_string(book_, {at.file, at.line, 0});
  }

  [[nodiscard]] std::string whose() const {
    const std::string id = neutralised(customer_.id);
    return contact_ == nullptr ? id : fmt::format("{} of {}", neutralised(contact_->name), id);
  }

  void lack(std::string advice) {
    if (std::ranges::find(missing_, advice) == missing_.end()) {
      missing_.push_back(std::move(advice));
    }
  }

  const LetterFor& writing_;
  const Book& book_;
  const Entry& entry_;
  const Customer& customer_;
  const Contact* contact_;
  std::vector<std::string> missing_;
};

}  // namespace

bool is_for(const Message& message, const Item& item) {
  return std::ranges::any_of(message.purposes, [&](Text purpose) {
    if (!purpose.starts_with(of_plan)) return purpose == word(item.kind);
    return !item.plan.empty() && equal_ignoring_case(purpose.substr(of_plan.size()), item.plan);
  });
}

Letter letter_of(const Message& message, const LetterFor& writing) {
  Filling filling{writing};
  Letter letter;
  letter.message = &message;
  letter.subject = on_one_line(filling.filled(message.subject));
  letter.text = filling.filled(message.text);
  letter.missing = filling.take_missing();
  letter.to = filling.to();
  return letter;
}

std::optional<Letter> letter_for(const LetterFor& writing) {
  std::optional<Letter> first;
  for (const Message& message : writing.book->messages) {
    if (!is_for(message, *writing.item)) continue;
    Letter letter = letter_of(message, writing);
    if (letter.is_complete()) return letter;
    if (!first) first = std::move(letter);
  }
  return first;
}

std::optional<Letter> letter_of_entry(const Book& book, const Entry& entry,
                                      std::optional<StaffIndex> me) {
  if (book.messages.empty() || !entry.customer) return std::nullopt;
  if (as_of(book, *entry.customer, entry.day).status != Status::active) return std::nullopt;
  for (const Item& item : entry.items) {
    auto letter = letter_for({&book, &entry, &item, {}, me});
    if (letter && letter->is_complete() && !letter->to.address.empty()) return letter;
  }
  return std::nullopt;
}

std::string no_address(const LetterFor& writing) { return Filling{writing}.lacking_address(); }

std::string logging_line(const LetterFor& writing) {
  const Customer& customer = as_of(*writing.book, *writing.entry->customer, writing.entry->day);
  std::string out = fmt::format("care log {} --email", shell_word(customer.id));
  const auto add = [&](std::string_view option, Text value) { out += shell_option(option, value); };
  const Item* const item = writing.item;
  const bool is_of_contact =
      item != nullptr && item->kind == Kind::birthday && item->record != Item::own;
  if (writing.contact) {
    add("contact", customer.contacts[*writing.contact].name);
  } else if (is_of_contact) {
    add("contact", item->person);
  }
  if (item == nullptr) return out;
  if (is_occasion(item->kind)) {
    const auto occasions = std::ranges::count_if(
        writing.entry->items, [](const Item& one) { return is_occasion(one.kind); });
    if (occasions == 1) return out + " --greeted";
    add("greeted", item->kind == Kind::event ? item->what : word(item->kind));
  } else if (item->kind == Kind::thanks) {
    out += " --thanks";
  } else if (item->kind == Kind::plan) {
    add("plan", item->plan.empty() ? item->what : item->plan);
  } else if (item->kind == Kind::promise) {
    add("promise", item->id);
  } else if (row_of(item->kind).group == Group::asked) {
    add("request", item->id);
  }
  return out;
}

}  // namespace care
