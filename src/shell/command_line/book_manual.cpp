#include "shell/command_line/book_manual.hpp"
