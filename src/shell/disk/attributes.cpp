#include "shell/disk/attributes.hpp"

#include <care/text.hpp>

#include <fmt/format.h>
#include <sys/xattr.h>

#include <cerrno>

namespace care {
namespace {

const std::string access_list = "system.posix_acl_access";

/// Calls what fills a buffer, or says with none how large it must be, until it is large enough.
/// Nothing where that failed; `errno` says why.
template <class Fill>
std::optional<std::string> filled(Fill fill) {
  while (true) {
    const ssize_t size = fill(nullptr, 0);
    if (size < 0) return std::nullopt;
    std::string buffer(static_cast<std::size_t>(size), '\0');
    const ssize_t got = size == 0 ? 0 : fill(buffer.data(), buffer.size());
    if (got >= 0) {
      buffer.resize(static_cast<std::size_t>(got));
      return buffer;
    }
    if (errno != ERANGE) return std::nullopt;
  }
}

std::optional<std::string> value_of(const File& file, const std::string& name) {
  return filled([&](char* value, std::size_t size) {
    return ::fgetxattr(file.get(), name.c_str(), value, size);
  });
}

/// The file has none, or its file system has none at all.
bool is_absent() { return errno == ENODATA || errno == EOPNOTSUPP; }

std::string not_kept(std::string_view what) {
  return fmt::format("its {} could not be kept: {}", what, last_error());
}

std::optional<std::string> copy(const File& from, const File& to, const std::string& name) {
  const auto value = value_of(from, name);
  const bool is_done =
      value ? value_of(to, name) == value ||
                  ::fsetxattr(to.get(), name.c_str(), value->data(), value->size(), 0) == 0
            : is_absent();
  if (is_done) return std::nullopt;
  return not_kept(fmt::format("extended attribute {}", neutralised(name)));
}

}  // namespace

std::optional<std::string> copy_access_list(const File& from, const File& to) {
  constexpr std::string_view what = "access list";
  if (const auto list = value_of(from, access_list)) {
    if (::fsetxattr(to.get(), access_list.c_str(), list->data(), list->size(), 0) == 0) return {};
    return not_kept(what);
  }
  if (!is_absent()) return not_kept(what);
  if (::fremovexattr(to.get(), access_list.c_str()) == 0 || is_absent()) return {};
  return not_kept(what);
}

std::optional<std::string> copy_attributes(const File& from, const File& to) {
  const auto names =
      filled([&](char* list, std::size_t size) { return ::flistxattr(from.get(), list, size); });
  if (!names) {
    return is_absent() ? std::nullopt : std::optional{not_kept("extended attributes")};
  }
  for (std::size_t at = 0; at < names->size(); at = names->find('\0', at) + 1) {
    const std::string name = names->c_str() + at;
    auto why = name == access_list ? std::nullopt : copy(from, to, name);
    if (why && !name.starts_with("security.")) return why;
  }
  return std::nullopt;
}

}  // namespace care
