#pragma once

#include <atomic>
#include <future>
#include <memory>

#include <care/book_texts.hpp>

#include "shell/disk/draft.hpp"

namespace care {

/// A draft of a large text, written on a thread of its own while there is something else to do.
/// Where nobody asks for it, it stops and leaves nothing behind.
class BegunDraft {
 public:
  /// Throws std::system_error where there is no thread to be had.
  BegunDraft(std::unique_ptr<Draft> draft, FileText text);
  ~BegunDraft();
  BegunDraft(const BegunDraft&) = delete;
  BegunDraft& operator=(const BegunDraft&) = delete;

  /// Whether it is of this text: the same bytes in the same place.
  [[nodiscard]] bool is_of(std::string_view text) const;
  /// With all of the text, once; nothing where that could not be read, FileError where it could not
  /// be written.
  [[nodiscard]] std::unique_ptr<Draft> finished();

 private:
  [[nodiscard]] bool write() const;

  std::unique_ptr<Draft> draft_;
  FileText text_;
  std::atomic<bool> is_wanted_ = true;
  std::future<bool> writing_;
};

}  // namespace care
