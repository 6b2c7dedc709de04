#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <care/record.hpp>
#include <care/together.hpp>

namespace care {

/// As `difference` for one record, but for many customers, and for touches and what is new of
/// somebody, whose `customer` may count on behind those of `before`; the first of them stands
/// there, and all others behind it.
[[nodiscard]] std::optional<std::string> difference(const Reading& before, const Reading& after,
                                                    std::span<const Customer> customers,
                                                    const std::vector<Touch>& touches,
                                                    const std::vector<Record>& updates,
                                                    Position at);

/// The same before they are in the files that were read: the addition is read where it is to stand,
/// behind the text of that file.
[[nodiscard]] std::optional<std::string> difference(const Reading& before,
                                                    std::vector<Source> files, std::uint32_t file,
                                                    const Addition& addition,
                                                    const std::vector<Customer>& customers,
                                                    const std::vector<Touch>& touches,
                                                    const std::vector<Record>& updates);

/// The same as they will stand there, behind so many line ends. Book and customers are as they were
/// afterwards.
[[nodiscard]] std::string records_text(Book& book, std::vector<Customer>& customers,
                                       const std::vector<Touch>& touches,
                                       const std::vector<Record>& updates, std::size_t room = 0);
/// How many line ends a text must begin with so that `addition_to` need not move it.
[[nodiscard]] std::size_t room_before_addition(std::string_view file);
/// As `addition_to` for a text behind so much room.
[[nodiscard]] Addition addition_with_room(std::string_view file, std::string record,
                                          std::optional<std::uint32_t> line_ends = {});

/// A great many customers to put behind a file, none of whom says anything about another.
struct ManyCustomers {
  const Reading& before;
  const std::vector<Source>& files;  ///< that it was read from
  std::uint32_t file = 0;            ///< behind which they come
  std::span<const Customer> customers;
};
/// Whether it is worth to put them there in pieces, and possible.
[[nodiscard]] bool come_in_pieces(const ManyCustomers& many);

/// What was handed on in pieces: the text of `addition_to`, but for its seal.
struct AdditionInPieces {
  std::uint32_t line = 0;   ///< as in `Addition`
  std::size_t seal_at = 0;  ///< where the seal is to stand in all that was handed on
  std::string seal{};
  std::optional<std::string> wrong{};  ///< as `difference` has it; then all of it is worth nothing
};
/// Hands on what to put behind the file, piece by piece in their order: each is read where it is to
/// stand before the next is made. So it takes little memory, and most of what there is to do can be
/// done at the same time.
[[nodiscard]] AdditionInPieces add_in_pieces(const ManyCustomers& many,
                                             const std::function<void(std::string_view)>& hand_on,
                                             const Together& together = {});

}  // namespace care
