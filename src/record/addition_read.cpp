#include <care/record_several.hpp>

#include <utility>

namespace care {

std::optional<std::string> difference(const Reading& before, std::vector<Source> files,
                                      std::uint32_t file, const Addition& addition,
                                      const std::vector<Customer>& customers,
                                      const std::vector<Touch>& touches,
                                      const std::vector<Record>& updates) {
  FileText& text = files[file].text;
  std::string whole;
  whole.reserve(text.view().size() + addition.text.size());
  whole.append(text.view()).append(addition.text);
  text = std::move(whole);
  return difference(before, read_book(files), customers, touches, updates,
                    {file, addition.line, 1});
}

}  // namespace care
