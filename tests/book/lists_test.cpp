#include <care/book_lists.hpp>

#include <ostream>

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <thread>
#include <vector>

using namespace care;

namespace {

Few<int> numbers(int count) {
  Few<int> all;
  for (int i = 0; i < count; ++i) all.push_back(i);
  return all;
}

std::vector<int> as_vector(const Few<int>& few) { return {few.begin(), few.end()}; }

}  // namespace

static_assert(std::random_access_iterator<decltype(std::declval<const Few<int>&>().begin())>);
static_assert(std::random_access_iterator<decltype(std::declval<Few<int>&>().begin())>);

TEST_CASE("a list has what was put into it, however much that is") {
  for (const int count : {0, 1, 31, 32, 33, 64, 65, 200}) {
    const Few<int> few = numbers(count);
    std::vector<int> all(static_cast<std::size_t>(count));
    std::iota(all.begin(), all.end(), 0);
    CHECK(as_vector(few) == all);
    CHECK(few.size() == all.size());
    CHECK(few.empty() == all.empty());
    for (int i = 0; i < count; ++i) CHECK(few[static_cast<std::size_t>(i)] == i);
    CHECK(few == numbers(count));
    CHECK(!(few == numbers(count + 1)));
  }
  CHECK(as_vector(Few<int>{3, 1, 2}) == std::vector{3, 1, 2});
}

TEST_CASE("a copy changes alone") {
  const Few<int> first = numbers(100);
  for (const std::size_t place : {0U, 31U, 32U, 70U, 99U}) {
    Few<int> second = first;
    const Few<int> third = second;
    second[place] = -1;
    CHECK(first == numbers(100));
    CHECK(third == first);
    CHECK(second[place] == -1);
    CHECK(std::ranges::count(as_vector(second), -1) == 1);
    second.push_back(7);
    CHECK(second.back() == 7);
    CHECK(second.size() == 101);
    CHECK(first.size() == 100);
  }
}

TEST_CASE("what is not changed is shared") {
  const Few<int> first = numbers(200);
  Few<int> second = first;
  second[70] = -1;
  const auto same = [&](std::size_t place) {
    return &first[place] == &std::as_const(second)[place];
  };
  CHECK(same(100));
  CHECK(same(199));
  CHECK(!same(70));
}

TEST_CASE("algorithms walk over a list") {
  Few<int> few = numbers(100);
  std::ranges::reverse(few);
  CHECK(std::ranges::is_sorted(few, std::ranges::greater{}));
  std::sort(few.begin(), few.end());
  CHECK(few == numbers(100));
  const Few<int>& all = few;
  CHECK(std::ranges::find(all, 50) - all.begin() == 50);
  CHECK(std::ranges::find(all, 500) == all.end());
  for (int& one : few) one *= 2;
  CHECK(few.back() == 198);
  CHECK(few.front() == 0);
}

TEST_CASE("two threads copy a list of texts at the same time") {
  const Texts all{"one", "two", "three"};
  constexpr int copies = 20'000;
  const auto copy = [&] {
    for (int i = 0; i < copies; ++i) {
      const Texts mine{all};
      if (mine.size() != 3) return;
    }
  };
  {
    std::thread other{copy};
    copy();
    other.join();
  }
  CHECK(all == Texts{"one", "two", "three"});
}
