#include "shell/commands/complete.hpp"

#include <care/report.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "shell/command_line/completion.hpp"
#include "shell/command_line/usage.hpp"
#include "shell/commands/excerpt.hpp"
#include "shell/commands/open_records.hpp"
#include "shell/disk/file_error.hpp"
#include "shell/session.hpp"

namespace care {
namespace {

using Candidates = std::vector<Candidate>;

/// The customers whom the place is about: the one who stands before it, else all.
std::vector<CustomerIndex> customers_meant(const Book& book, const Completion& completion) {
  if (!completion.who.empty()) return find_customer(book, completion.who).found;
  std::vector<CustomerIndex> all(book.customers.size());
  for (CustomerIndex i = 0; i < all.size(); ++i) all[i] = i;
  return all;
}

Candidates customers_of(const Book& book) {
  Candidates candidates;
  candidates.reserve(book.customers.size());
  for (const Customer& customer : book.customers) {
    candidates.push_back({std::string{customer.id}, std::string{customer.name}});
  }
  return candidates;
}

Candidates staff_of(const Book& book) {
  Candidates candidates;
  for (const Staff& staff : book.staff) {
    candidates.push_back({std::string{staff.id}, std::string{staff.name}});
  }
  return candidates;
}

Candidates tags_of(const Book& book) {
  std::set<std::string_view> tags;
  for (const Customer& customer : book.customers) {
    tags.insert(customer.tags.begin(), customer.tags.end());
  }
  Candidates candidates;
  for (const std::string_view tag : tags) candidates.push_back({std::string{tag}, {}});
  return candidates;
}

Candidates open_records(const Loaded& loaded, const Completion& completion) {
  Candidates candidates;
  for (const CustomerIndex who : customers_meant(loaded.book(), completion)) {
    const bool request = completion.wanted == Wanted::request;
    for (const OpenRecord& record :
         still_open(request ? requests_of(loaded.book(), who, loaded.now)
                            : promises_of(loaded.book(), who, loaded.now))) {
      candidates.push_back({std::string{record.id}, std::string{record.what}});
    }
  }
  return candidates;
}

/// Names of contacts or of events.
Candidates names_of(const Book& book, const Completion& completion) {
  Candidates candidates;
  for (const CustomerIndex who : customers_meant(book, completion)) {
    const Customer& customer = book.customers[who];
    if (completion.wanted == Wanted::contact) {
      for (const Contact& contact : customer.contacts) {
        candidates.push_back({std::string{contact.name}, std::string{contact.role}});
      }
      continue;
    }
    for (const Event& event : customer.events) {
      const bool known = event.prepare.has_value() || !event.gift.empty();
      if (known) candidates.push_back({std::string{event.what}, std::string{event.gift}});
    }
  }
  return candidates;
}

Candidates from_book(const Completion& completion, World& world) {
  Session session{world, {}};
  session.global.book = completion.book;
  session.global.today = completion.today;
  if (completion.today.empty()) session.global.now = completion.now;
  // No shell has opened the file yet: a ~ is still as it was typed.
  if (completion.book.starts_with("~/")) {
    session.global.book = world.environment("HOME").value_or("~") + completion.book.substr(1);
  }
  if (session.book_path() == "-") return {};
  const Loaded loaded =
      session.load(excerpt(session.sources(), completion.wanted, completion.prefix));
  const Book& book = loaded.book();
  switch (completion.wanted) {
    case Wanted::customer: return customers_of(book);
    case Wanted::staff: return staff_of(book);
    case Wanted::tag: return tags_of(book);
    case Wanted::request:
    case Wanted::promise: return open_records(loaded, completion);
    case Wanted::contact:
    case Wanted::event: return names_of(book, completion);
    default: break;
  }
  Candidates tiers;
  for (const Tier& tier : book.policy.tiers) tiers.push_back({std::string{tier.name}, {}});
  return tiers;
}

bool is_plain(std::string_view text) {
  return !text.empty() && neutralised(text) == text && !text.starts_with('-');
}

std::string page_of(const Completion& completion) {
  if (completion.wanted == Wanted::file) return "files\n";
  if (completion.wanted == Wanted::directory) return "directories\n";
  constexpr std::size_t widest = 60;
  std::string page = "words\n";
  for (const Candidate& candidate : completion.candidates) {
    if (!candidate.text.starts_with(completion.prefix)) continue;
    page += completion.lead + candidate.text;
    if (!candidate.about.empty()) {
      page += '\t' + shortened(neutralised(candidate.about), widest);
    }
    page += '\n';
  }
  return page;
}

}  // namespace

ExitCode run_complete(const std::vector<std::string>& words, World& world) {
  Completion completion = complete(command_line_help(), words);
  if (completion.wanted > Wanted::directory) {
    try {
      completion.candidates = from_book(completion, world);
      std::erase_if(completion.candidates,
                    [](const Candidate& candidate) { return !is_plain(candidate.text); });
    } catch (const UsageError&) {
      completion.candidates.clear();
    } catch (const FileError&) {
      completion.candidates.clear();
    }
  }
  Session{world, {}}.print(page_of(completion));
  return ExitCode::done;
}

}  // namespace care
