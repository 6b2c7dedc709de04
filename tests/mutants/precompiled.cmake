# What most files include, read once: a fault is built in half the time.
function(care_precompile)
  foreach(target care_core care_shell care_tests)
    target_precompile_headers(${target} PRIVATE <algorithm> <array> <chrono> <cstdint> <functional>
      <map> <optional> <ranges> <span> <string> <string_view> <utility> <variant> <vector>
      <fmt/format.h> <fmt/ranges.h>)
  endforeach()
endfunction()
cmake_language(DEFER DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} CALL care_precompile)
