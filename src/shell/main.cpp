#include <care/cli.hpp>

#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <new>
#include <span>

#include "shell/disk/files.hpp"

namespace {

using care::Moment;

/// The machine's local clock: right over zones and daylight saving (localtime_r reads $TZ).
Moment local_now() {
  const std::time_t seconds = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&seconds, &local);
  const std::chrono::year_month_day day{std::chrono::year{local.tm_year + 1900},
                                        std::chrono::month{static_cast<unsigned>(local.tm_mon) + 1},
                                        std::chrono::day{static_cast<unsigned>(local.tm_mday)}};
  return Moment{care::Date{day}} + std::chrono::hours{local.tm_hour} +
         std::chrono::minutes{local.tm_min};
}

std::optional<std::string> environment(std::string_view name) {
  const char* value = std::getenv(std::string{name}.c_str());  // NOLINT(concurrency-mt-unsafe)
  if (value == nullptr) return std::nullopt;
  return value;
}

std::optional<std::string> read_all_input() {
  constexpr std::size_t largest = std::size_t{1} << 30;
  constexpr std::size_t chunk = 1 << 16;
  std::string text;
  std::size_t used = 0;
  while (true) {
    text.resize(used + chunk);
    const ssize_t got = ::read(STDIN_FILENO, text.data() + used, chunk);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return std::nullopt;
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    if (used > largest) {
      errno = EFBIG;
      return std::nullopt;
    }
  }
  text.resize(used);
  return text;
}

std::optional<std::string> read_line() {
  std::string line;
  while (true) {
    char c = '\0';
    const ssize_t got = ::read(STDIN_FILENO, &c, 1);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return line.empty() ? std::nullopt : std::optional{line};
    if (c == '\n') return line;
    line += c;
  }
}

/// Ignores a signal while it lives: a key that is meant for the program in the foreground.
class Ignored {
 public:
  explicit Ignored(int signal) : signal_{signal} {
    struct sigaction ignoring {};
    ignoring.sa_handler = SIG_IGN;
    ::sigaction(signal_, &ignoring, &before_);
  }
  ~Ignored() { ::sigaction(signal_, &before_, nullptr); }
  Ignored(const Ignored&) = delete;
  Ignored& operator=(const Ignored&) = delete;

  /// Adds it to those that the program gets back, unless care itself was started to ignore it.
  void give_back(sigset_t& signals) const {
    if (before_.sa_handler != SIG_IGN) ::sigaddset(&signals, signal_);
  }

 private:
  int signal_;
  struct sigaction before_ {};
};

bool run_program(const std::vector<std::string>& command) {
  std::vector<char*> words;
  words.reserve(command.size() + 1);
  std::vector<std::string> own = command;
  for (std::string& word : own) words.push_back(word.data());
  words.push_back(nullptr);
  posix_spawnattr_t attributes;
  const Ignored interrupt{SIGINT};
  const Ignored quit{SIGQUIT};
  sigset_t given_back;
  ::sigemptyset(&given_back);
  ::sigaddset(&given_back, SIGPIPE);
  ::sigaddset(&given_back, SIGXFSZ);
  interrupt.give_back(given_back);
  quit.give_back(given_back);
  ::posix_spawnattr_init(&attributes);
  ::posix_spawnattr_setsigdefault(&attributes, &given_back);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  pid_t child = 0;
  errno = ::posix_spawnp(&child, words.front(), nullptr, &attributes, words.data(), environ);
  ::posix_spawnattr_destroy(&attributes);
  if (errno != 0) return false;
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return true;
}

bool write_out(int descriptor, std::string_view text) {
  return care::write_all(descriptor, text) || errno == EPIPE;  // `| head` has seen enough
}

/// A file that is read where it stands was cut short: neither a crash nor half an answer.
void leave_cut_short(int /*signal*/) {
  write_out(STDERR_FILENO, "care: the book was cut short while it was read; try again\n");
  ::_exit(static_cast<int>(care::ExitCode::not_read_or_written));
}

/// A network's disk may say only now that something did not arrive.
bool close_output() {
  if (::close(STDOUT_FILENO) == 0 || errno == EBADF) return true;
  write_out(STDERR_FILENO, "care: standard output: " + care::last_error() + "\n");
  return false;
}

std::size_t columns() {
  constexpr std::size_t usual = 80;
  if (const auto text = environment("COLUMNS")) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (error == std::errc{} && end == text->data() + text->size() && value > 0) return value;
  }
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return usual;
}

/// Says that the stack is full, which would otherwise be a crash; any other crash stays one.
void end_at_full_stack(int signal, siginfo_t* info, void* /*context*/) {
  constexpr std::uintptr_t margin = std::uintptr_t{1} << 20;
  rlimit limit{};
  ::getrlimit(RLIMIT_STACK, &limit);
  // The environment was put at the top of the stack.
  const auto top = reinterpret_cast<std::uintptr_t>(environ);
  const auto depth = top - reinterpret_cast<std::uintptr_t>(info->si_addr);
  if (depth <= limit.rlim_cur || depth - limit.rlim_cur < margin) {
    write_out(STDERR_FILENO, "care: out of memory: the stack is full\n");
    ::_exit(static_cast<int>(care::ExitCode::not_read_or_written));
  }
  std::signal(signal, SIG_DFL);
}

/// The signal is handled on the spare memory, which lives as long as the program.
void watch_stack(std::span<char> spare) {
  stack_t other{};
  other.ss_sp = spare.data();
  other.ss_size = spare.size();
  struct sigaction action {};
  action.sa_sigaction = end_at_full_stack;
  action.sa_flags = SA_ONSTACK | SA_SIGINFO;
  if (::sigaltstack(&other, nullptr) == 0) ::sigaction(SIGSEGV, &action, nullptr);
}

care::ExitCode run_in_the_world(const std::vector<std::string>& arguments) {
  care::World world;
  world.now = local_now;
  world.environment = environment;
  world.read_input = read_all_input;
  world.read_line = read_line;
  world.run_program = run_program;
  world.write_out = [](std::string_view text) { return write_out(STDOUT_FILENO, text); };
  world.write_error = [](std::string_view text) { return write_out(STDERR_FILENO, text); };
  world.in_is_terminal = ::isatty(STDIN_FILENO) == 1;
  world.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
  world.columns = columns();
  const care::ExitCode code = care::run(arguments, world);
  const bool is_closed = close_output();
  if (CARE_LEAVES_AT_ONCE) {
    ::_exit(static_cast<int>(is_closed ? code : care::ExitCode::not_read_or_written));
  }
  return is_closed ? code : care::ExitCode::not_read_or_written;
}

}  // namespace

#if CARE_LEAVES_AT_ONCE && defined(MADV_HUGEPAGE)
// The lists of a large book in large pages: to be given one small page takes as long as reading
// four lines.
// NOLINTBEGIN(cppcoreguidelines-no-malloc, cppcoreguidelines-owning-memory)
void* operator new(std::size_t size) {
  constexpr std::size_t page = std::size_t{2} << 20;
  const bool is_large = size >= page;
  void* const memory =
      is_large ? std::aligned_alloc(page, (size + page - 1) / page * page) : std::malloc(size);
  if (memory == nullptr) throw std::bad_alloc{};
  if (is_large) ::madvise(memory, size, MADV_HUGEPAGE);
  return memory;
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t /*size*/) noexcept { std::free(memory); }
// NOLINTEND(cppcoreguidelines-no-malloc, cppcoreguidelines-owning-memory)
#endif

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that would grow too large is an error like others
  std::signal(SIGBUS, leave_cut_short);
  std::array<char, 16 * 1024> spare{};
  if (CARE_LEAVES_AT_ONCE) watch_stack(spare);  // sanitizers watch it themselves
  try {
    return static_cast<int>(run_in_the_world({argv + 1, argv + argc}));
  } catch (const std::bad_alloc&) {
    write_out(STDERR_FILENO, "care: out of memory\n");
    return static_cast<int>(care::ExitCode::not_read_or_written);
  }
}
