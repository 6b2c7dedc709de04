#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <array>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <locale>
#include <random>
#include <string>

namespace {

/// Zones with half hours, both hemispheres and both ends of the world; as POSIX writes them, so
/// that they hold on machines without a zone database.
constexpr std::array zones{"UTC0",
                           "<-12>12",
                           "<+14>-14",
                           "<+0545>-5:45",
                           "CET-1CEST,M3.5.0,M10.5.0/3",
                           "EST5EDT,M3.2.0,M11.1.0",
                           "NST3:30NDT,M3.2.0,M11.1.0",
                           "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
                           "NZST-12NZDT,M9.5.0,M4.1.0/3"};

/// No test may depend on where it runs: each run is somewhere else. `CARE_TEST_ZONE` repeats one.
std::string pick_zone() {
  const char* wanted = std::getenv("CARE_TEST_ZONE");
  if (wanted != nullptr) return wanted;
  return zones[std::random_device{}() % zones.size()];
}

/// Whether the locale that the environment asks for is here to be used. Only the C library's
/// messages stay English, as they are in the program, which never asks for a locale.
bool use_locale() {
  if (std::setlocale(LC_ALL, "") == nullptr) return false;
  try {
    std::locale::global(std::locale(""));
  } catch (const std::exception&) {
    return false;
  }
  return std::setlocale(LC_MESSAGES, "C") != nullptr;
}

constexpr int skipped = 77;

}  // namespace

int main(int argc, char** argv) {
  const std::string zone = pick_zone();
  setenv("TZ", zone.c_str(), 1);
  const char* asked = std::getenv("LC_ALL");
  const std::string locale = asked != nullptr ? asked : "";
  if (!use_locale()) {
    std::printf("skipped: locale %s is not installed\n", locale.c_str());
    return std::getenv("CI") != nullptr ? EXIT_FAILURE : skipped;
  }
  std::printf("CARE_TEST_ZONE='%s' LC_ALL='%s'\n", zone.c_str(), locale.c_str());
  std::fflush(stdout);

  doctest::Context context(argc, argv);
  return context.run();
}
