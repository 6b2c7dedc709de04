#include "shell/disk/mapped_files.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <utility>

#include "shell/disk/book_sources.hpp"

namespace care {
namespace {

/// To copy less takes no longer than to map it: it is the pages that are touched for the first time
/// that take time.
constexpr std::size_t least_mapped = std::size_t{1} << 16;

}  // namespace

std::vector<Source> MappedFiles::read(const std::string& path) {
  return read_sources(path, [this](const std::string& file) { return read_file(file); });
}

std::optional<FileText> map_file(const File& file, const struct stat& status) {
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size < least_mapped || size > largest_file || !has_rested(status)) return std::nullopt;
  void* const start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file.get(), 0);
  if (start == MAP_FAILED) return std::nullopt;
  const std::shared_ptr<const void> owner{
      start, [start, size](const void* /*bytes*/) { ::munmap(start, size); }};
  return FileText{owner, {static_cast<const char*>(start), size}};
}

FileText MappedFiles::read_file(const std::string& path) {
  struct stat status {};
  File file = open_regular(path, status);
  auto text = map_file(file, status);
  if (!text) return read_all(file, path, status);
  mapped_.push_back({std::move(file), status});
  return std::move(*text);
}

bool MappedFiles::have_changed() const {
  return std::ranges::any_of(mapped_, [](const Mapped& mapped) {
    struct stat now {};
    return ::fstat(mapped.file.get(), &now) != 0 || !is_same_state(now, mapped.status);
  });
}

}  // namespace care
