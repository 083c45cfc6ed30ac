#include "catch.hpp"
#include "model/rows.hpp"
#include <memory>

using namespace deploy_plan;
using model::ColumnName;

namespace {
constexpr ColumnName row_names[] = {{{"kind", "sorte"}, {"kind", "sorte"}},
                                    {{"size", "taille"}, {"size", "taille"}, true}};

struct ReadRows {
  std::vector<std::string> sizes;
  std::vector<Finding> faults;
};
ReadRows read_rows(std::string text) {
  ReadRows read;
  const Source source("m.csv", std::move(text));
  model::NamedRows rows(source, row_names, read.faults);
  if (rows.read_header({{"no size", "pas de taille"}}, {{"name it", "nommez-la"}}))
    while (rows.next())
      read.sizes.push_back(rows.text(1) + rows.text(0));
  return read;
}
} // namespace

TEST_CASE("columns are found by their row_names, in any order and either language") {
  CHECK(read_rows("other;TAILLE;Sorte\nx;3;a\n;;\ny;4;b\n").sizes == std::vector<std::string>{"3a", "4b"});
  CHECK(read_rows("size\n3\n").sizes == std::vector<std::string>{"3"});
}

TEST_CASE("rows of another length are told once, and passed over") {
  const ReadRows read = read_rows("kind,size\na,1\nb\nc,2\nd,3,4\n");
  CHECK(read.sizes == std::vector<std::string>{"1a", "2c"});
  CHECK(read.faults.size() == 1);
}

TEST_CASE("a header that lacks what is needed, or row_names it twice, gives no row") {
  CHECK(read_rows("kind\na\n").faults.size() == 1);
  CHECK(read_rows("").faults.size() == 1);
  CHECK(read_rows("size,size\n1,2\n").faults.size() == 1);
  CHECK(read_rows("size,size\n1,2\n").sizes.empty());
}
