#pragma once

#include <functional>
#include <string>

#include <care/render_message.hpp>

#include "shell/session.hpp"

namespace care {

/// The page of an agenda in the format that was asked for, with what that format shows besides:
/// when the next thing is due, the load of the coming weeks, who a message is from and to.
[[nodiscard]] std::string page_wanted(const Arguments& arguments, const Style& style,
                                      const Loaded& loaded, const Selection& selection,
                                      const Agenda& agenda);

/// Who a message is from and to: as typed, else as the book says. Throws UsageError.
[[nodiscard]] Envelope envelope_wanted(const Arguments& arguments, const Book& book,
                                       std::optional<StaffIndex> owner);

/// Writes a message for each of the staff who is here into the directory of `--each-owner`, as
/// ID.eml, and for who is away with nobody standing in. With `--if-any`, none to who has nothing
/// due, and what stands there of theirs is removed, so that no old page is sent again. Whether
/// anything is due. Throws UsageError, FileError.
[[nodiscard]] bool write_to_each_owner(
    const Arguments& arguments, World& world, const Loaded& loaded, const Selection& selection,
    const std::function<Agenda(const Selection&)>& agenda_wanted);

}  // namespace care
