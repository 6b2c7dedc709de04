#include <care/import.hpp>
#include <care/plan_courses.hpp>
#include <care/report.hpp>
#include <care/text.hpp>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <numeric>
#include <span>

#include "shell/command_line/completion.hpp"
#include "shell/commands/excerpt.hpp"
#include "shell/commands/open_records.hpp"
#include "shell/disk/files.hpp"

namespace care {
namespace {

using Candidates = std::vector<Candidate>;

/// The customers whom the place is about: the one who stands before it, else all.
std::vector<CustomerIndex> customers_meant(const Book& book, const Completion& completion) {
  if (!completion.who.empty()) return find_customer(book, completion.who).found;
  std::vector<CustomerIndex> all(book.customers.size());
  std::iota(all.begin(), all.end(), CustomerIndex{0});
  return all;
}

template <class List, class Text, class About>
void offer(Candidates& candidates, const List& list, Text text, About about) {
  for (const auto& one : list) {
    candidates.push_back(
        {std::string{std::invoke(text, one)}, std::string{std::invoke(about, one)}});
  }
}

/// What of a customer may stand in the place.
void offer_of(const Loaded& loaded, CustomerIndex who, Wanted wanted, Candidates& candidates) {
  const Book& book = loaded.book();
  const Customer& customer = as_of(book, who, day_of(loaded.now));
  switch (wanted) {
    case Wanted::customer:
      return offer(candidates, std::span{&customer, 1}, &Customer::id, &Customer::name);
    case Wanted::tag:
      return offer(candidates, customer.tags, std::identity{}, [](Text) { return ""; });
    case Wanted::contact:
      return offer(candidates, customer.contacts, &Contact::name, &Contact::role);
    case Wanted::plan:
      for (const Plan& plan : book.plans) {
        if (fits(book, plan, customer)) candidates.push_back({std::string{plan.name}, ""});
      }
      return offer(candidates, customer.plans, &OwnPlan::what, [](const OwnPlan&) { return ""; });
    case Wanted::event: {
      std::vector<Event> events{customer.events.begin(), customer.events.end()};
      std::erase_if(events, [](const Event& one) { return !one.prepare && one.gift.empty(); });
      return offer(candidates, events, &Event::what, &Event::gift);
    }
    default: break;
  }
  const auto records_of = wanted == Wanted::request ? requests_of : promises_of;
  offer(candidates, still_open(records_of(book, who, loaded.now)), &OpenRecord::id,
        &OpenRecord::what);
}

/// What of the book may stand in the place.
Candidates candidates_of(const Loaded& loaded, const Completion& completion) {
  const Book& book = loaded.book();
  const Wanted wanted = completion.wanted;
  Candidates candidates;
  if (wanted == Wanted::tier) {
    offer(candidates, book.policy.tiers, &Tier::name, [](const Tier&) { return ""; });
  } else if (wanted == Wanted::staff) {
    offer(candidates, book.staff, &Staff::id, &Staff::name);
  } else if (wanted == Wanted::message) {
    offer(candidates, book.messages, &Message::name, &Message::subject);
  } else {
    for (const CustomerIndex who : customers_meant(book, completion)) {
      offer_of(loaded, who, wanted, candidates);
    }
  }
  if (wanted != Wanted::tag) return candidates;
  std::ranges::sort(candidates, {}, &Candidate::text);
  const auto is_same = [](const Candidate& a, const Candidate& b) { return a.text == b.text; };
  candidates.erase(std::unique(candidates.begin(), candidates.end(), is_same), candidates.end());
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
  const std::string path = session.book_path();
  if (path == "-") return {};
  const auto read = [&](std::vector<Source> sources) {
    return candidates_of(
        session.load(excerpt(std::move(sources), completion.wanted, completion.prefix)),
        completion);
  };
  Candidates candidates = read(session.mapped->read(path));
  return session.mapped->have_changed() ? read(session.sources()) : candidates;
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
    if (!candidate.about.empty()) page += '\t' + shortened(neutralised(candidate.about), widest);
    page += '\n';
  }
  return page;
}

/// The columns of the tables that are typed before, each behind its key; without a key, the keys.
Candidates of_tables(const Completion& completion, const std::vector<std::string>& words) {
  const auto equals = completion.prefix.find('=');
  std::string key = completion.prefix.substr(0, equals + 1);
  Candidates candidates;
  if (completion.has_key) {
    key.clear();
  } else if (equals == std::string::npos) {
    for (const std::string_view one : import_keys()) {
      candidates.push_back({std::string{one} + '=', {}});
    }
    return candidates;
  }
  for (const std::string& word : words) {
    if (word.starts_with('-') || !std::filesystem::is_regular_file(word)) continue;
    for (const std::string& column : import_columns({word, read_regular(word)})) {
      candidates.push_back({key + column, {}});
    }
  }
  return candidates;
}

}  // namespace

ExitCode run_complete(const std::vector<std::string>& words, World& world) {
  Completion completion = complete(command_line_help(), words);
  if (completion.wanted > Wanted::directory) {
    try {
      completion.candidates = completion.wanted == Wanted::column ? of_tables(completion, words)
                                                                  : from_book(completion, world);
      std::erase_if(completion.candidates,
                    [](const Candidate& candidate) { return !is_plain(candidate.text); });
    } catch (const UsageError&) {
      completion.candidates.clear();
    } catch (const FileError&) {
      completion.candidates.clear();
    } catch (const std::filesystem::filesystem_error&) {
      completion.candidates.clear();
    }
  }
  Session{world, {}}.print(page_of(completion));
  return ExitCode::done;
}

}  // namespace care
