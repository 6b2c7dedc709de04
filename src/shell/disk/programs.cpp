#include "shell/disk/programs.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

#include "shell/disk/files.hpp"

namespace care {
namespace {

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

/// Starts a program with the signals of usual programs, and `input`, where there is one, as its
/// standard input. Nothing where it could not be started; `errno` then says why.
std::optional<pid_t> started(const std::vector<std::string>& command, const sigset_t& given_back,
                             std::optional<int> input) {
  std::vector<std::string> own = command;
  std::vector<char*> words;
  words.reserve(own.size() + 1);
  for (std::string& word : own) words.push_back(word.data());
  words.push_back(nullptr);
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t actions;
  ::posix_spawnattr_init(&attributes);
  ::posix_spawnattr_setsigdefault(&attributes, &given_back);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  ::posix_spawn_file_actions_init(&actions);
  if (input) ::posix_spawn_file_actions_adddup2(&actions, *input, STDIN_FILENO);
  pid_t child = 0;
  const int error =
      ::posix_spawnp(&child, words.front(), &actions, &attributes, words.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  ::posix_spawnattr_destroy(&attributes);
  errno = error;
  return error == 0 ? std::optional{child} : std::nullopt;
}

/// How it ended, as a shell says it.
int ended(pid_t child) {
  constexpr int by_signal = 128;
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : by_signal + WTERMSIG(status);
}

/// The keys that stop a program are for the one that runs, and it has the signals of usual ones.
struct Foreground {
  const Ignored interrupt{SIGINT};
  const Ignored quit{SIGQUIT};
  sigset_t given_back{};

  Foreground() {
    ::sigemptyset(&given_back);
    ::sigaddset(&given_back, SIGPIPE);
    ::sigaddset(&given_back, SIGXFSZ);
    interrupt.give_back(given_back);
    quit.give_back(given_back);
  }
};

}  // namespace

std::optional<int> run_program(const std::vector<std::string>& command) {
  const Foreground foreground;
  const auto child = started(command, foreground.given_back, std::nullopt);
  return child ? std::optional{ended(*child)} : std::nullopt;
}

bool run_pager(const std::vector<std::string>& command, std::string_view text) {
  constexpr int not_found = 126;  // or 127
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
  const Foreground foreground;
  const auto child = started(command, foreground.given_back, ends[0]);
  ::close(ends[0]);
  if (child) (void)write_all(ends[1], text);  // it may have seen enough
  ::close(ends[1]);
  const int status = child ? ended(*child) : not_found;
  return status != not_found && status != not_found + 1;
}

}  // namespace care
