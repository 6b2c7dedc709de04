#include <care/book_fields.hpp>
#include <care/report_back.hpp>
#include <care/text.hpp>

#include <algorithm>
#include <array>
#include <type_traits>

#include "report/recorded.hpp"

namespace care {
namespace {

/// The keys whose texts are in somebody's own words.
constexpr auto searched = std::to_array<std::string_view>(
    {"name", "call_me", "company", "role", "notes", "likes", "said", "heard", "thanked", "greeted",
     "wow", "offered", "waiting", "what", "because", "gift", "value", "extra"});

/// Looks through the tables of one customer, and their records.
class Finder {
 public:
  Finder(const Book& book, const std::vector<std::string>& words) : book_{book} {
    for (const std::string& word : words) words_.push_back(folded(word));
  }

  std::vector<Hit> take() {
    for (CustomerIndex i = 0; i < book_.customers.size(); ++i) {
      blank_ = {std::nullopt, i, book_.customers[i].at, {}, {}, {}};
      look(book_.customers[i]);
    }
    std::apply([&](const auto&... list) { (look_through(list.all), ...); }, record_lists(book_));
    each_later_plan(book_, [&](const Plan& plan, CustomerIndex whose) {
      blank_ = {plan.on, whose, plan.at, {}, {}, {}};
      look(plan);
    });
    std::ranges::stable_sort(hits_, [](const Hit& a, const Hit& b) {
      return (a.on ? a.on->moment() : Moment::min()) > (b.on ? b.on->moment() : Moment::min());
    });
    return std::move(hits_);
  }

 private:
  template <class Record>
  void look_through(const std::vector<Record>& all) {
    for (const Record& record : all) {
      blank_ = {day_of_record(record), record.customer, record.at, {}, {}, {}};
      look(record);
    }
  }

  template <class Record>
  void look(const Record& record) {
    each_field<Record>([&](const auto& field) {
      const auto& value = record.*field.member;
      using Value = std::remove_cvref_t<decltype(value)>;
      if constexpr (std::is_same_v<Value, Few<Contact>> || std::is_same_v<Value, Few<Event>> ||
                    std::is_same_v<Value, Few<OwnPlan>>) {
        const Position at = blank_.at;
        for (const auto& one : value) {
          if (one.is_learned) continue;  // looked through as records
          blank_.at = one.at;
          look(one);
        }
        blank_.at = at;
      } else if (std::ranges::find(searched, field.name) != searched.end()) {
        look_into(table_head<Record>.name, field.name, value);
      }
    });
  }

  template <class Value>
  void look_into(std::string_view table, std::string_view key, const Value& value) {
    if constexpr (std::is_same_v<Value, Text>) {
      if (has_all(value)) add(table, key, value);
    } else if constexpr (std::is_same_v<Value, Texts>) {
      for (const Text text : value) look_into(table, key, text);
    } else if constexpr (std::is_same_v<Value, Few<Extra>>) {
      for (const Extra& extra : value) {
        if (has_all(extra.value) || has_all(extra.key)) add(table, extra.key, extra.value);
      }
    }
  }

  [[nodiscard]] bool has_all(Text text) const {
    if (text.empty()) return false;
    const std::string in = folded(text);
    return std::ranges::all_of(
        words_, [&](const std::string& word) { return in.find(word) != std::string::npos; });
  }

  void add(std::string_view table, std::string_view key, Text text) {
    Hit hit = blank_;
    hit.table = table;
    hit.key = key;
    hit.text = text;
    hits_.push_back(hit);
  }

  const Book& book_;
  std::vector<std::string> words_;
  Hit blank_{};
  std::vector<Hit> hits_;
};

}  // namespace

std::vector<Hit> find_text(const Book& book, const std::vector<std::string>& words) {
  return Finder{book, words}.take();
}

}  // namespace care
