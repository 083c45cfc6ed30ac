// Passwords in what people write, found and masked.
#include "catch.hpp"
#include "text/passwords.hpp"

using namespace deploy_plan;
using namespace deploy_plan::text;

TEST_CASE("settings that hold secrets are known by their names") {
  for (const char* name :
       {"password", "PWD", "Passwd", "sslpassword", "motherduck_token", "AccessToken", "client-secret",
        "s3_secret_access_key", "PRIV_KEY_FILE_PWD", "mot_de_passe", "passphrase", "API_KEY"})
    CHECK(is_secret_setting(name));
  for (const char* name : {"", "user", "passfile", "private_key_file", "host", "database", "bypass",
                           "segment", "compass_id", "tokenpath"})
    CHECK_FALSE(is_secret_setting(name));
}

TEST_CASE("passwords are masked where they stand, byte for byte") {
  const std::pair<const char*, const char*> masked[] = {
      {"postgresql://u:secret@db/x", "postgresql://u:******@db/x"},
      {"see https://u:se@cr/et@db/x, and", "see https://u:********@db/x, and"},
      {"'host=db password=secret user=u'", "'host=db password=****** user=u'"},
      {"password = 'se cret' user=u", "password = '*******' user=u"},
      {"DSN=x;PWD={se;cret};UID=u", "DSN=x;PWD={*******};UID=u"},
      {R"({"password": "secret", "user": "u"})", R"({"password": "******", "user": "u"})"},
      {R"("host=db password=\"secret\" x=y")", R"("host=db password=\"******\" x=y")"},
      {R"({"password": "se\\\"cret", "x": 1})", R"({"password": "**********", "x": 1})"},
      {"DSN=x;PWD=se cret'x;UID=u", "DSN=x;PWD=*********;UID=u"},
      {"dblink('password=secret', 'select 1')", "dblink('password=******** 'select 1')"},
      {"?motherduck_token=secret&x=y", "?motherduck_token=******&x=y"},
      {"password=é", "password=**"},
  };
  for (const auto& [words, expected] : masked)
    CHECK(with_passwords_masked(words) == expected);
}

TEST_CASE("what stands for a password is none, and words are left alone") {
  for (const char* words :
       {"postgresql://u:${env:SECRET}@db/x", "postgresql://u@db:5432/x", "password=${file:secret}",
        "password = :segment", "LIKE 'password=%'", "password=", "PWD=;UID=u", "a password: secret", "12:30",
        "https://example.org/a:b", "passfile=/home/u/.pgpass", "", "://", ":@", "=", "password"})
    CHECK(with_passwords_masked(words) == words);
}

TEST_CASE("long words are read in one pass") {
  for (const char* part :
       {"://u:", "password={", "password='", "=", "://", "@", "a://b:c@d ", "password=x "}) {
    std::string all;
    while (all.size() < 400000)
      all += part;
    CHECK(with_passwords_masked(all).size() == all.size());
  }
}

TEST_CASE("what a sentence is filled with is masked, too") {
  Phrase phrase{{"{0} {1} {2}", "{0} {1} {2}"},
                {std::string("password=secret"), Words{"pwd=secret", "pwd=secret"}, std::int64_t{3}}};
  mask_passwords(phrase);
  CHECK(phrase.in(Language::english) == "password=****** pwd=****** 3");
}
