#pragma once

#include <sys/stat.h>

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <care/book_texts.hpp>

namespace care {

/// A file that could not be read or written; `what` says which, why, and what helps.
struct FileError : std::runtime_error {
  explicit FileError(const std::string& what, std::string_view reason = {})
      : std::runtime_error{what}, why{reason} {}

  std::string why;  ///< without the file, where it is about one
};

/// Throws FileError: the path, neutralised, and why.
[[noreturn]] void fail(const std::string& path, std::string_view why);

/// What the system says of the last failed call.
[[nodiscard]] std::string last_error();

/// A file descriptor that is closed when it goes out of scope.
class File {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  ~File();
  File(File&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  [[nodiscard]] int get() const { return descriptor_; }
  [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
  /// Closes it now, to learn whether the last bytes arrived.
  [[nodiscard]] bool close();

 private:
  int descriptor_;
};

/// Whether nobody wrote to the file between the two.
[[nodiscard]] bool is_same_state(const struct stat& a, const struct stat& b);

/// More is refused.
inline constexpr std::size_t largest_file = std::size_t{1} << 30;

/// Opens a file that can be read without waiting for anybody; throws FileError.
[[nodiscard]] File open_regular(const std::string& path, struct stat& status);

/// Whether a change from now on would show in the file's time: two saves in one tick of the file
/// system's clock have the same.
[[nodiscard]] bool has_rested(const struct stat& status);

/// All of a file that was found to be regular, in the state that `status` has afterwards: what
/// changes while it is read is read again. Never mapped, so that one which is cut short meanwhile
/// cannot end the program. Throws FileError, also where it is over 1 GiB or keeps changing.
[[nodiscard]] FileText read_all(const File& file, const std::string& path, struct stat& status);

/// Opens a file, without waiting for somebody who writes where it is a fifo.
[[nodiscard]] File open_to_read(const std::string& path);

/// All that comes out of a descriptor; nothing, and why in `errno`, where it fails or is more than
/// the largest file.
[[nodiscard]] std::optional<std::string> read_to_end(int descriptor);
/// All that somebody writes into a pipe; throws FileError.
[[nodiscard]] std::string read_pipe(const std::string& path);

/// All of a regular file; throws FileError.
[[nodiscard]] FileText read_regular(const std::string& path);

/// False where it could not be written to the end; `errno` says why.
[[nodiscard]] bool write_all(int descriptor, std::string_view text);

[[nodiscard]] std::string directory_of(const std::string& path);

/// The path of a file in a directory.
[[nodiscard]] std::string directory_entry(const std::string& directory, const std::string& name);

/// Whether something stands at the path, and whether that is a directory.
[[nodiscard]] bool exists(const std::string& path);
[[nodiscard]] bool is_directory(const std::string& path);

/// The names in a directory, in byte order; `error` says where they could not all be read.
[[nodiscard]] std::vector<std::string> names_in(const std::string& directory,
                                                std::error_code& error);

/// Makes the directory, for its owner alone, unless it is there; `wanted` says what for. Throws
/// FileError.
void make_directory(const std::string& path, std::string_view wanted);

/// Makes sure that names in the directory outlive a power cut; false where it failed.
[[nodiscard]] bool sync_directory(const std::string& path);

}  // namespace care
