// report --public: what of one strategy anyone may read.
#pragma once
#include "cli/answer.hpp"

namespace deploy_plan::cli {

struct PublicOptions {
  bool is_public = false;
  std::int64_t min_count = PublicationOptions().min_count;
  std::vector<std::string> earlier; ///< versions of the file, the oldest first
};

void declare_public_options(CLI::App& app, PublicOptions& options, const Common& words);
[[nodiscard]] Exit report_public(const std::string& path, const PublicOptions& chosen,
                                 const AnswerOptions& options, const Common& common);

} // namespace deploy_plan::cli
