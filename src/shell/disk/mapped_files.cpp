#include "shell/disk/mapped_files.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <new>
#include <span>
#include <utility>

#include "shell/disk/book_sources.hpp"

namespace care {
namespace {

/// To copy less takes no longer than to map it: it is the pages that are touched for the first time
/// that take time.
constexpr std::size_t least_mapped = std::size_t{1} << 22;

/// A file that is mapped, until all of it is asked for.
class Mapping : public Pages {
 public:
  Mapping(void* start, std::size_t size, const File& file)
      : start_{start}, size_{size}, file_{::fcntl(file.get(), F_DUPFD_CLOEXEC, 0)} {}
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  ~Mapping() override { ::munmap(start_, size_); }

  /// Into memory of its own, in large pages: on a virtual machine, to be given the small ones of a
  /// file one by one takes longer than to copy it.
  void fetch() const override {
    constexpr int own = MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED;
    if (std::exchange(is_fetched_, true) || !file_.is_open()) return;
    if (::mmap(start_, size_, PROT_READ | PROT_WRITE, own, -1, 0) == MAP_FAILED) return;
#ifdef MADV_HUGEPAGE
    ::madvise(start_, size_, MADV_HUGEPAGE);
#endif
    const std::span<char> all{static_cast<char*>(start_), size_};
    for (std::size_t read = 0; read < size_;) {
      const std::size_t count = copy(read, all.subspan(read));
      if (count == 0) return map();  // cut short: then whoever reads on is told
      read += count;
    }
  }
  [[nodiscard]] std::size_t copy(std::size_t from, std::span<char> to) const override {
    const ssize_t count = ::pread(file_.get(), to.data(), to.size(), static_cast<off_t>(from));
    return count < 0 ? 0 : static_cast<std::size_t>(count);
  }

 private:
  /// The file itself once more.
  void map() const {
    constexpr int flags = MAP_PRIVATE | MAP_FIXED;
    if (::mmap(start_, size_, PROT_READ, flags, file_.get(), 0) == MAP_FAILED)
      throw std::bad_alloc{};
  }

  void* start_;
  std::size_t size_;
  File file_;
  mutable bool is_fetched_ = false;
};

}  // namespace

std::vector<Source> MappedFiles::read(const std::string& path) {
  return read_sources(path,
                      [this](const std::string& file) { return read_file(file, Mapped::as_read); });
}

std::optional<FileText> map_file(const File& file, const struct stat& status, Mapped how) {
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size < least_mapped || size > largest_file || !has_rested(status)) return std::nullopt;
  void* const start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (start == MAP_FAILED) return std::nullopt;
  const std::shared_ptr<const Pages> mapping = std::make_shared<const Mapping>(start, size, file);
  if (how == Mapped::whole) mapping->fetch();
  return FileText{mapping, {static_cast<const char*>(start), size}};
}

FileText MappedFiles::read_file(const std::string& path, Mapped how) {
  struct stat status {};
  File file = open_regular(path, status);
  auto text = map_file(file, status, how);
  if (!text) return read_all(file, path, status);
  mapped_.push_back({std::move(file), status});
  return std::move(*text);
}

bool MappedFiles::have_changed() const {
  return std::ranges::any_of(mapped_, [](const Known& mapped) {
    struct stat now {};
    return ::fstat(mapped.file.get(), &now) != 0 || !is_same_state(now, mapped.status);
  });
}

}  // namespace care
