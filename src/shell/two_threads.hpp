#pragma once

#include <functional>

namespace care {

/// Both at the same time, the other on a thread of its own where there is one to be had.
void on_two_threads(const std::function<void()>& one, const std::function<void()>& other);

}  // namespace care
