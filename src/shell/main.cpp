#include <care/cli.hpp>

#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <limits>
#include <new>
#include <span>

#include "shell/disk/files.hpp"
#include "shell/disk/programs.hpp"

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

/// How far that clock is ahead of UTC at a moment, daylight saving of then included.
std::chrono::minutes zone_at(Moment moment) {
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date{day};
  std::tm local{};
  local.tm_year = static_cast<int>(date.year()) - 1900;
  local.tm_mon = static_cast<int>(static_cast<unsigned>(date.month())) - 1;
  local.tm_mday = static_cast<int>(static_cast<unsigned>(date.day()));
  local.tm_min = static_cast<int>((moment - day).count());
  local.tm_isdst = -1;
  (void)std::mktime(&local);
  return std::chrono::minutes{local.tm_gmtoff / 60};
}

std::optional<std::string> environment(std::string_view name) {
  const char* value = std::getenv(std::string{name}.c_str());  // NOLINT(concurrency-mt-unsafe)
  if (value == nullptr) return std::nullopt;
  return value;
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

/// What the variable says, else what the terminal says, else what is usual.
std::size_t terminal_size(std::string_view variable, unsigned short winsize::*member,
                          std::size_t usual) {
  if (const auto text = environment(variable)) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (error == std::errc{} && end == text->data() + text->size() && value > 0) return value;
  }
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.*member > 0) return size.*member;
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

// The heap is no value, and its end a number that becomes a place.
// NOLINTBEGIN(cppcoreguidelines-macro-usage, cppcoreguidelines-avoid-non-const-global-variables)
// NOLINTBEGIN(cppcoreguidelines-no-malloc, cppcoreguidelines-owning-memory)
// NOLINTBEGIN(performance-no-int-to-ptr, concurrency-mt-unsafe)
#if CARE_LEAVES_AT_ONCE && defined(MADV_HUGEPAGE) && defined(__GLIBC__)
#define CARE_LARGE_PAGES 1
constexpr std::size_t large_page = std::size_t{2} << 20;
/// So many at a time: of a page that nobody touches there is none.
constexpr std::size_t heap_step = 64 * large_page;
/// Up to there the heap comes in large pages; first, no heap is near it.
std::atomic<std::uintptr_t> large_until{std::numeric_limits<std::uintptr_t>::max() / 2};

/// The same for what the heap has grown by.
void use_large_pages_further() {
  const auto end = reinterpret_cast<std::uintptr_t>(::sbrk(0)) / large_page * large_page;
  const std::uintptr_t begin = large_until;
  if (end <= begin) return;
  ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
  large_until = end;
}

/// What is as large as this is not part of the heap; no more can be asked for.
constexpr int mapped_from = 1 << 25;
/// Whoever asks for so much at once has a book of hundreds, and will go on.
constexpr std::size_t begins_large = std::size_t{1} << 16;

/// Once. What was given back is used again: of what is got anew each page is cleared first. And the
/// room of a second thread grows in few steps, each of which the first would wait for.
void keep_pages() {
  static std::atomic_flag are_kept;
  if (are_kept.test_and_set()) return;
  ::mallopt(M_TRIM_THRESHOLD, 1 << 30);
  ::mallopt(M_MMAP_THRESHOLD, mapped_from);
  // On a virtual machine to be given a small page may take as long as reading twenty lines. The
  // filler, of which nothing but its head is ever touched, ends where a large one begins: one that
  // is touched before it is asked for is made of small ones.
  constexpr std::size_t small_page = 4096;
  constexpr std::size_t filler = std::size_t{1} << 18;  // more than the heap has left
  const auto end = reinterpret_cast<std::uintptr_t>(::sbrk(0));
  const std::uintptr_t begin =
      (end + filler + small_page + large_page - 1) / large_page * large_page;
  const std::uintptr_t gap = begin - small_page - filler - end;
  ::mallopt(M_TOP_PAD, heap_step);
  if (::sbrk(static_cast<std::intptr_t>(gap)) == reinterpret_cast<void*>(-1)) return;
  [[maybe_unused]] static void* const volatile never_freed = std::malloc(filler);
  large_until = begin;
  use_large_pages_further();
}
#endif
// NOLINTEND(performance-no-int-to-ptr, concurrency-mt-unsafe)
// NOLINTEND(cppcoreguidelines-no-malloc, cppcoreguidelines-owning-memory)
// NOLINTEND(cppcoreguidelines-macro-usage, cppcoreguidelines-avoid-non-const-global-variables)

care::ExitCode run_in_the_world(const std::vector<std::string>& arguments) {
  care::World world;
  world.now = local_now;
  world.zone = zone_at;
  world.environment = environment;
  world.read_input = [] { return care::read_to_end(STDIN_FILENO); };
  world.read_line = read_line;
  world.run_program = [](const std::vector<std::string>& command) {
    return care::run_program(command).has_value();
  };
  world.run_pager = care::run_pager;
  world.write_out = [](std::string_view text) { return write_out(STDOUT_FILENO, text); };
  world.write_error = [](std::string_view text) { return write_out(STDERR_FILENO, text); };
  world.in_is_terminal = ::isatty(STDIN_FILENO) == 1;
  world.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
  world.columns = terminal_size("COLUMNS", &winsize::ws_col, 80);
  world.rows = terminal_size("LINES", &winsize::ws_row, 0);
  const care::ExitCode code = care::run(arguments, world);
  const bool is_closed = close_output();
  if (CARE_LEAVES_AT_ONCE) {
    ::_exit(static_cast<int>(is_closed ? code : care::ExitCode::not_read_or_written));
  }
  return is_closed ? code : care::ExitCode::not_read_or_written;
}

}  // namespace

#ifdef CARE_LARGE_PAGES
// The lists of a large book in large pages: to be given one small page takes as long as reading
// four lines. Measured on 100,000 customers, a fifth of `care today`; on 10,000, a sixth.
// NOLINTBEGIN(cppcoreguidelines-no-malloc, cppcoreguidelines-owning-memory)
void* operator new(std::size_t size) {
  if (size >= begins_large) keep_pages();
  const bool is_large = size >= std::size_t{mapped_from};
  void* const memory =
      is_large ? std::aligned_alloc(large_page, (size + large_page - 1) / large_page * large_page)
               : std::malloc(size);
  if (memory == nullptr) throw std::bad_alloc{};
  if (is_large) ::madvise(memory, size, MADV_HUGEPAGE);
  // Threads have their memory elsewhere, far from the heap.
  const std::uintptr_t end = reinterpret_cast<std::uintptr_t>(memory) + size;
  if (end - large_until < 2 * heap_step) use_large_pages_further();
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
  static std::array<char, std::size_t{16} * 1024> spare;  // on pages that are touched only then
  if (CARE_LEAVES_AT_ONCE) watch_stack(spare);            // sanitizers watch it themselves
  try {
    return static_cast<int>(run_in_the_world({argv + 1, argv + argc}));
  } catch (const std::bad_alloc&) {
    write_out(STDERR_FILENO, "care: out of memory\n");
    return static_cast<int>(care::ExitCode::not_read_or_written);
  }
}
