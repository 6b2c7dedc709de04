// Runs a program, throws away what it prints, and tells what it took:
//
//     measure PROGRAM ARGUMENT...
//
// prints `NANOSECONDS KIBIBYTES EXIT_CODE`: the time on the wall and the peak memory.
//
// A program of its own, and a small one, because Linux counts as a program's peak memory also what
// its parent had when it started it: remind would look as large as Python.

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace {

long long nanoseconds() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1'000'000'000LL + now.tv_nsec;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return EXIT_FAILURE;
  posix_spawn_file_actions_t streams;
  posix_spawn_file_actions_init(&streams);
  posix_spawn_file_actions_addopen(&streams, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&streams, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);

  const long long start = nanoseconds();
  pid_t child = 0;
  if (posix_spawn(&child, argv[1], &streams, nullptr, argv + 1, environ) != 0) return EXIT_FAILURE;
  int status = 0;
  rusage usage{};
  if (wait4(child, &status, 0, &usage) != child) return EXIT_FAILURE;
  const long long took = nanoseconds() - start;

  std::printf("%lld %ld %d\n", took, usage.ru_maxrss,
              WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
}
