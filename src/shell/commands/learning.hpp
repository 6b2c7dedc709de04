#pragma once

#include "shell/commands/record.hpp"

namespace care {

/// What customers and their contacts both have.
struct PersonOptions {
  std::string call_me, sounds_like, birthday;
  std::vector<std::string> phones, emails, likes, notes;

  [[nodiscard]] bool are_absent() const;
};

/// What can be said of a customer, and of a contact and an event of theirs: options of `add` and
/// `set`. Those of a person that stand behind `--contact` are the contact's.
struct LearningOptions {
  PersonOptions own, of_contact;
  std::string name, company, address, since, every, because, tier, owner, mood, status;
  std::vector<std::string> tags, no_tags;
  std::vector<std::string> contacts;
  std::string role, left;
  std::string event, date, prepare, gift;
  std::string plan, until;  ///< with a plan, `date` and `every` are the plan's
  bool once = false;

  /// What both commands have.
  void declare(Options& options);
  /// What only `set` has, before and behind it.
  void declare_changes(Options& options);
  /// Throws UsageError for what makes no sense whatever the book says.
  void check() const;

  void check_plan() const;

  /// What was typed of a customer who is new, with contacts and event.
  void fill(const RecordContext& context, Customer& customer) const;
  /// What was typed of a customer, of a contact, of an event, of a plan.
  void fill(const RecordContext& context, Fact& fact) const;
  void fill_of_contact(const RecordContext& context, Fact& fact) const;
  void fill(const RecordContext& context, Contact& contact) const;
  void fill(const RecordContext& context, Event& target) const;
  void fill(const RecordContext& context, OwnPlan& target) const;

  /// Whether anything was typed that is the customer's own, or the contact's beside the name.
  [[nodiscard]] bool has_own() const;
  [[nodiscard]] bool has_of_contact() const;
};

/// A length of time in whole days; nothing where it is none.
[[nodiscard]] std::optional<Duration> span_of(std::string_view typed);
/// How often a plan of their own comes, which days of the calendar say.
[[nodiscard]] Duration repeat_typed(std::string_view typed);

/// The contact whose name, or way to be called, was typed: whole, or its first words.
[[nodiscard]] std::optional<std::uint32_t> contact_typed(const Customer& customer,
                                                         std::string_view name);

/// Throws UsageError where something of theirs is open that nobody would see any more.
void refuse_open(const RecordContext& context);

/// Somebody whom nobody is in touch with any more, from the record's day on.
[[nodiscard]] Fact leaving(const RecordContext& context, Status status, std::string_view because);

}  // namespace care
