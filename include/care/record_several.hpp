#pragma once

#include <span>
#include <vector>

#include <care/record.hpp>
#include <care/together.hpp>

namespace care {

/// As `difference` for one record, but for many customers, touches whose `customer` may count on
/// behind those of `before`, and what is new of those; the first of them stands there, and all
/// others behind it.
[[nodiscard]] std::optional<std::string> difference(const Reading& before, const Reading& after,
                                                    std::span<const Customer> customers,
                                                    const std::vector<Touch>& touches,
                                                    const std::vector<Record>& updates,
                                                    Position at);

/// The same before they are in the files that were read: the addition is read where it is to stand,
/// behind the text of that file. Where it is nothing but a great many customers that is done in
/// parts, for none of them says anything about another; so it takes little memory.
[[nodiscard]] std::optional<std::string> difference(const Reading& before,
                                                    const std::vector<Source>& files,
                                                    std::uint32_t file, const Addition& addition,
                                                    const std::vector<Customer>& customers,
                                                    const std::vector<Touch>& touches,
                                                    const std::vector<Record>& updates,
                                                    const Together& together = {});

/// The same as they will stand there, behind so many line ends. Book and customers are as they were
/// afterwards.
[[nodiscard]] std::string records_text(Book& book, std::vector<Customer>& customers,
                                       const std::vector<Touch>& touches,
                                       const std::vector<Record>& updates, std::size_t room = 0,
                                       const Together& together = {});
/// How many line ends a text must begin with so that `addition_to` need not move it.
[[nodiscard]] std::size_t room_before_addition(std::string_view file);
/// As `addition_to` for a text behind so much room.
[[nodiscard]] Addition addition_with_room(std::string_view file, std::string record);

}  // namespace care
