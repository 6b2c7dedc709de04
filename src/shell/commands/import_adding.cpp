#include <care/record_several.hpp>

#include <fmt/format.h>

#include <string_view>

#include "shell/commands/writing.hpp"
#include "shell/disk/draft.hpp"
#include "shell/disk/files.hpp"
#include "shell/two_threads.hpp"

namespace care {
namespace {

void refuse_where(const std::optional<std::string>& wrong) {
  if (wrong) throw FileError{fmt::format("{}; nothing was written", *wrong)};
}

/// All at once.
std::uint32_t add_whole(Held& held, Import& import, const std::function<void()>& refuse_changed) {
  const Place& place = held.place;
  const std::string_view target = place.target().text;
  const Addition addition =
      addition_with_room(target, records_text(held.reading.book, import.customers, import.touches,
                                              import.updates, room_before_addition(target)));
  held.file->replace(target, [&](const Draft& draft) {
    draft.add(addition.text);
    draft.begin_on_disk();
    refuse_where(difference(held.reading, place.sources, static_cast<std::uint32_t>(place.file),
                            addition, import.customers, import.touches, import.updates));
    refuse_changed();
  });
  return addition.line;
}

std::uint32_t add_pieces(const Held& held, const ManyCustomers& many,
                         const std::function<void()>& refuse_changed) {
  constexpr std::size_t worth_a_write = std::size_t{1} << 22;
  const std::string_view target = held.place.target().text;
  AdditionInPieces added;
  held.file->replace(target, [&](const Draft& draft) {
    std::size_t waiting = 0;
    const auto hand_on = [&](std::string_view piece) {
      draft.add(piece);
      waiting += piece.size();
      if (waiting < worth_a_write) return;
      draft.begin_on_disk();
      waiting = 0;
    };
    added = add_in_pieces(many, hand_on, on_two_threads);
    refuse_where(added.wrong);
    draft.overwrite(target.size() + added.seal_at, added.seal);
    refuse_changed();
  });
  return added.line;
}

}  // namespace

std::uint32_t add_imported(Held& held, Import& import,
                           const std::function<void()>& refuse_changed) {
  const ManyCustomers many{held.reading, held.place.sources,
                           static_cast<std::uint32_t>(held.place.file), import.customers};
  const bool are_alone = import.touches.empty() && import.updates.empty();
  return are_alone && come_in_pieces(many) ? add_pieces(held, many, refuse_changed)
                                           : add_whole(held, import, refuse_changed);
}

}  // namespace care
