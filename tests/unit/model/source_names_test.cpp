// Names of sources.
#include "catch.hpp"
#include "model/source_names.hpp"

using deploy_plan::model::is_source_name;
using deploy_plan::model::variable_of_source;

TEST_CASE("a source is a name, not an address") {
  for (const char* const name : {"product", "Produit_2", "register-fr", "téléservice"})
    CHECK(is_source_name(name));
  for (const char* const other :
       {"", "postgresql://reader@host/base", "sqlite:file.db", "two words", "a/b", "DSN=x"})
    CHECK_FALSE(is_source_name(other));
}

TEST_CASE("a name has its variable, in capitals and without accents") {
  CHECK(variable_of_source("product") == "DEPLOY_PLAN_SOURCE_PRODUCT");
  CHECK(variable_of_source("Téléservice-2") == "DEPLOY_PLAN_SOURCE_TELESERVICE_2");
}
