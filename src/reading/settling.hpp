#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "reading/checks.hpp"
#include "reading/drafts.hpp"
#include "reading/mentions.hpp"

namespace care::reading {

// What a draft names; false where only a careful reading can say what is wrong with it.

inline bool look_up(References& in, Text id, takes::Customer /*kind*/, auto& /*record*/,
                    CustomerIndex& member) {
  return put(in.customer_ids.find(id), member);
}
inline bool look_up(References& in, Text id, takes::Staff /*kind*/, auto& /*record*/,
                    std::optional<StaffIndex>& member) {
  return put(in.staff_ids.find(id), member);
}
inline bool look_up(References& in, Text name, takes::Tier /*kind*/, auto& /*record*/,
                    std::optional<std::uint32_t>& member) {
  return put(in.find_tier(name), member);
}
inline bool look_up(References& in, Text name, takes::Contact /*kind*/, auto& record,
                    std::optional<std::uint32_t>& member) {
  return put(in.find_contact(name, record.customer), member);
}
inline bool look_up(References& in, Text id, takes::Request /*kind*/, auto& record,
                    std::optional<std::uint32_t>& member) {
  return put(in.find_own<Request>(id, record.customer), member);
}
inline bool look_up(References& in, Text id, takes::Promise /*kind*/, auto& record,
                    std::optional<std::uint32_t>& member) {
  return put(in.find_own<Promise>(id, record.customer), member);
}
inline bool look_up(References& in, Text id, takes::By /*kind*/, auto& /*record*/, Text& member) {
  const auto who = in.staff_ids.find(id);
  if (who) member = in.book().staff[*who].id;
  return who.has_value();
}
inline bool look_up(References& in, Text what, takes::Event /*kind*/, auto& record,
                    Text& /*member*/) {
  return in.has_event(what, record.customer);
}

/// Looks up what the key of that place names; not for those that wait longer.
template <class Record, std::size_t place>
bool look_up_key([[maybe_unused]] References& in, [[maybe_unused]] Text text,
                 [[maybe_unused]] Record& record) {
  using Kind = KindOf<Record, place>;
  if constexpr (IsMention<Kind> && !IsLater<Kind>) {
    constexpr auto& field = std::get<place>(fields<Record>);
    return look_up(in, text, field.takes, record, record.*field.member);
  } else {
    return false;
  }
}
template <class Record>
inline constexpr auto lookups = []<std::size_t... place>(std::index_sequence<place...>) {
  return std::array{look_up_key<Record, place>...};
}
(std::make_index_sequence<field_count<Record>>{});

/// Makes drafts of one kind records of the book, in their order.
template <class Record>
class Settling {
 public:
  Settling(Reader& in, Drafts& drafts, const Careful& careful)
      : in_{in}, drafts_{drafts}, careful_{careful}, all_{list_of<Record>(in.book)} {}

  void run() {
    in_.settled = 0;
    if constexpr (has_id<Record>) in_.references.ids_of<Record>().reserve(all_.size());
    for (std::uint32_t draft = 0; draft < all_.size(); ++draft) {
      look_ahead(draft);
      const std::span<Mention> mentions = mentions_of(draft);
      const std::uint32_t settled = in_.settled;
      if (drafts_.blocks[draft].size != 0 && stands(all_[draft], mentions)) {
        if (settled != draft) all_[settled] = std::move(all_[draft]);
        ++in_.settled;
        for_later(draft, settled);
      } else {
        const Position at = all_[draft].at;
        careful_(at.file, drafts_.blocks[draft], at.line, table_of<Record>);
        for_later(draft, std::nullopt);
      }
    }
    all_.erase(all_.begin() + in_.settled, all_.end());
    drafts_ = {};
  }

 private:
  /// What a few drafts further on will be looked up at random.
  void look_ahead(std::uint32_t draft) {
    constexpr std::size_t ahead = 16;
    if constexpr (std::is_same_v<Record, Customer>) {
      if (draft + ahead < all_.size()) in_.references.customer_ids.prefetch(all_[draft + ahead].id);
    } else if (mention_ + ahead < drafts_.mentions.size()) {
      const Mention& mention = drafts_.mentions[mention_ + ahead];
      if (mention.place == 0) in_.references.customer_ids.prefetch(mention.text());
    }
  }

  /// In the order of the keys: the customer comes first.
  std::span<Mention> mentions_of(std::uint32_t draft) {
    const std::size_t begin = mention_;
    while (mention_ < drafts_.mentions.size() && drafts_.mentions[mention_].of == draft) ++mention_;
    const auto mine = std::span{drafts_.mentions}.subspan(begin, mention_ - begin);
    if (mine.size() > 1) std::ranges::sort(mine, {}, &Mention::place);
    return mine;
  }

  bool stands(Record& record, std::span<const Mention> mentions) {
    for (const Mention& mention : mentions)
      if (!lookups<Record>[mention.place](in_.references, mention.text(), record)) return false;
    bool all_found = true;
    each_place<Record>([&](auto place) {
      using Kind = KindOf<Record, place>;
      if constexpr (std::same_as<Kind, takes::By> || std::same_as<Kind, takes::Event>) {
        const Text text = record.*(std::get<place>(fields<Record>).member);
        all_found =
            all_found && (text.empty() || lookups<Record>[place](in_.references, text, record));
      }
    });
    return all_found && takes_id(record);
  }

  bool takes_id([[maybe_unused]] Record& record) {
    if constexpr (has_id<Record>) {
      Ids& ids = in_.references.ids_of<Record>();
      if (!record.id.empty()) return ids.add_new(record.id, in_.settled);
      if constexpr (!std::is_same_v<Record, Customer>)
        imply_id(*in_.book.texts, record, in_.book.customers[record.customer].id);
      if (!record.id.empty()) ids.add(record.id, in_.settled);
    }
    return true;
  }

  /// Hands on what is found once all records of the kind stand.
  void for_later(std::uint32_t draft, std::optional<std::uint32_t> settled) {
    for (; later_ < drafts_.later.size() && drafts_.later[later_].of == draft; ++later_) {
      const LaterMention& one = drafts_.later[later_];
      if (settled) in_.references.later(*settled, one.value, one.find);
    }
  }

  Reader& in_;
  Drafts& drafts_;
  const Careful& careful_;
  std::vector<Record>& all_;
  std::size_t mention_ = 0;
  std::size_t later_ = 0;
};

}  // namespace care::reading
