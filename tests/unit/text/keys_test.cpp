// Keys that nothing announces, in folded words.
#include "catch.hpp"
#include "text/keys.hpp"
#include <string>

using namespace deploy_plan::text;

TEST_CASE("keys begin as those who hand them out make them") {
  for (const char* words :
       {"voir dckr_pat_abcdefgh", "hf_abcdefghijklmnop", "x?sig=c29szwls%2b", "t?a=1&sig=c29szwls",
        "x-amz-signature=c29szwls", "https://hooks.slack.com/services/t0000/b0000/x"}) {
    INFO(words);
    CHECK(tells_key(words));
  }
  for (const char* words : {"dckr_pat_", "half_abcdefghijklmnopq", "?signal=abcdefghij", "design=abcdefghij",
                            "hooks.slack.com/services/", "asiatiques-et-europeens", ""}) {
    INFO(words);
    CHECK_FALSE(tells_key(words));
  }
}

TEST_CASE("nobody counts with 32 hexadecimal digits") {
  CHECK(tells_key(std::string(32, 'a')));
  CHECK(tells_key("sha256:" + std::string(64, '0')));
  CHECK_FALSE(tells_key(std::string(31, 'a')));
  CHECK_FALSE(tells_key("0f3a9b77-52a1-4c3e-9d51-7a1b2c3d4e5f"));
}

TEST_CASE("letters and figures in disorder are no word") {
  CHECK(is_scrambled("9f8e7d6c5b4a"));
  CHECK(is_scrambled("9f8e…"));
  for (const char* word : {"co2", "t1s2", "12k€", "recensement2026", "indicateur_2026_t1", "etablissements",
                           "120000000000", ""}) {
    INFO(word);
    CHECK_FALSE(is_scrambled(word));
  }
}
