#include "reading/ids.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

using care::reading::Ids;

TEST_CASE("ids are found however many there are, and however much they are alike") {
  constexpr std::uint32_t count = 5000;
  std::vector<std::string> all;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    all.push_back(i % 3 == 0   ? number
                  : i % 3 == 1 ? "customer-of-the-house-" + number
                               : number + "-customer-of-the-house");
  }
  Ids ids;
  for (std::uint32_t i = 0; i < count; ++i) CHECK(ids.add(all[i], i));
  for (std::uint32_t i = 0; i < count; ++i) {
    CAPTURE(all[i]);
    CHECK(ids.find(all[i]) == i);
    CHECK_FALSE(ids.find(all[i] + "x").has_value());
    CHECK_FALSE(ids.is_ambiguous(all[i]));
  }
  CHECK_FALSE(ids.find("").has_value());
}

TEST_CASE("the first of two with one id has it") {
  Ids ids;
  CHECK(ids.add("acme", 0));
  CHECK(ids.add("bob", 1));
  CHECK_FALSE(ids.add("acme", 2));
  CHECK(ids.find("acme") == 0);
  CHECK(ids.is_ambiguous("acme"));
  CHECK_FALSE(ids.add_new("bob", 3));
  CHECK(ids.find("bob") == 1);
  CHECK_FALSE(ids.is_ambiguous("bob"));
}

TEST_CASE("an id of something lost names nothing, but is known") {
  Ids ids;
  ids.add_lost("acme");
  CHECK(ids.is_lost("acme"));
  CHECK_FALSE(ids.is_lost("acm"));
  CHECK_FALSE(ids.find("acme").has_value());
}

TEST_CASE("the id that was most likely meant") {
  Ids ids;
  ids.add("acme", 0);
  ids.add("bakery", 1);
  CHECK(ids.nearest("acmee") == "acme");
  CHECK(ids.nearest("bakrey") == "bakery");
  CHECK_FALSE(ids.nearest("zenith").has_value());
}
