#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace care::test {

/// A command as its own help shows it, so that no list of commands and options goes stale here.
struct Shape {
  struct Option {
    std::string name,
        value;  ///< `value` as the help has it: FILE, [WHAT]; empty where none follows
  };
  std::string name;
  std::vector<std::string> arguments;  ///< as the usage line has them: WHO, [TEXT...]
  std::vector<Option> options;

  /// Whether it writes into the book: those commands can be tried with `--dry-run`.
  [[nodiscard]] bool is_writing() const;
};

/// Every command that `care --help` lists; `help` returns what these words print.
[[nodiscard]] std::vector<Shape> shapes(
    const std::function<std::string(const std::vector<std::string>& words)>& help);

/// Turns bytes into choices; behind the last byte, everything is the first of its kind.
class Choices {
 public:
  explicit Choices(std::string_view bytes) : rest_{bytes} {}

  std::size_t below(std::size_t count) {
    if (rest_.empty() || count == 0) return 0;
    const auto byte = static_cast<unsigned char>(rest_[0]);
    rest_.remove_prefix(1);
    return byte % count;
  }
  template <class List>
  std::string one_of(const List& list) {
    return std::string{*(std::begin(list) + static_cast<std::ptrdiff_t>(below(std::size(list))))};
  }

 private:
  std::string_view rest_;
};

/// A command line of one of these shapes, with values of the right kind as a rule. `names` are
/// those that stand in the book.
[[nodiscard]] std::vector<std::string> command_line(Choices choices,
                                                    const std::vector<Shape>& shapes,
                                                    const std::vector<std::string>& names);

/// Whether a word of a command line may name this file, though a slash stands in it.
[[nodiscard]] bool is_path_of_ours(std::string_view word);

}  // namespace care::test
