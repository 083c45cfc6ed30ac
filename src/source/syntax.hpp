// What is wrong with a text that is not JSON, in the user's words.
#pragma once
#include "source/tree.hpp"

namespace deploy_plan::source {

[[nodiscard]] bool begins_comment(std::string_view rest);
/// Past the comment that begins at `at`; a line comment's newline included.
[[nodiscard]] std::size_t comment_end(std::string_view bytes, std::size_t at);

/// Where the next token begins: `from`, past blanks, commas, colons and comments.
[[nodiscard]] std::size_t next_token(std::string_view bytes, std::size_t from);

/// The finding for a parse that stopped after the token that ends at `after`, with `open` the containers not
/// closed yet.
[[nodiscard]] Finding syntax_error(std::string_view bytes, std::size_t after, bool comments_allowed,
                                   const Tree& tree, const std::vector<NodeId>& open);

/// The finding for a document that is too deep or holds too many values.
[[nodiscard]] Finding too_much(Place place, bool too_deep);

} // namespace deploy_plan::source
