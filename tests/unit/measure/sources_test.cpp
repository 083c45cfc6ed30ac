// Where the names of sources lead, and that no secret is shown.
#include "catch.hpp"
#include "folder.hpp"
#include "measure/sources/settings.hpp"
#include "measure/sources/sources.hpp"
#include <map>
#include <random>
#include <sys/stat.h>

using namespace deploy_plan;
using namespace deploy_plan::measuring;

namespace {

using Variables = std::map<std::string, std::string>;

Machine machine(Variables variables, std::string sources = {}) {
  return {[variables = std::move(variables)](const std::string& name) -> std::optional<std::string> {
            const auto found = variables.find(name);
            return found == variables.end() ? std::nullopt : std::optional(found->second);
          },
          std::move(sources)};
}

/// What the environment says of a source.
tl::expected<Found, std::pair<Phrase, Phrase>> from_environment(const std::string& address,
                                                                Variables more = {}) {
  more["DEPLOY_PLAN_SOURCE_USAGES"] = address;
  return find_source("usages", "/strategies", machine(more));
}

std::string both(const std::pair<Phrase, Phrase>& why) {
  return why.first.in(Language::english) + "\n" + why.second.in(Language::english) + "\n" +
         why.first.in(Language::french) + "\n" + why.second.in(Language::french);
}

/// What a file of sources says, in a folder of its own.
class SourcesFile {
public:
  tl::expected<Found, std::pair<Phrase, Phrase>> find(const std::string& json, Variables variables = {},
                                                      const std::string& name = "usages") const {
    folder.write("sources.json", json);
    return find_source(name, "/strategies", machine(std::move(variables), folder.path / "sources.json"));
  }
  /// Of one source.
  tl::expected<Found, std::pair<Phrase, Phrase>> find_at(const std::string& address,
                                                         Variables variables = {}) const {
    return find("{\"usages\": \"" + address + "\"}", std::move(variables));
  }
  /// Why it is not found, in both languages.
  std::string refusal(const std::string& json, Variables variables = {},
                      const std::string& name = "usages") const {
    const auto found = find(json, std::move(variables), name);
    INFO(json);
    REQUIRE(!found);
    return both(found.error());
  }
  std::string refusal_at(const std::string& address, Variables variables = {}) const {
    return refusal("{\n\"usages\": \"" + address + "\"}", std::move(variables));
  }
  test::Folder folder;
};

bool contains(const std::string& words, const std::string& part) {
  return words.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("the environment says where a source leads, by its name in capitals") {
  const auto found = from_environment("postgresql://lecteur@db.example/usages");
  REQUIRE(found);
  CHECK(found->engine->scheme == "postgresql");
  CHECK(found->address.target == "//lecteur@db.example/usages");
  CHECK(found->address.shown == "postgresql://lecteur@db.example/usages");
  CHECK(found->address.secrets.empty());
  CHECK(found->address.name == "usages");
  CHECK(found->address.folder == "/strategies");
  CHECK(find_source("Téléservice-2", "", machine({{"DEPLOY_PLAN_SOURCE_TELESERVICE_2", "sqlite:x.db"}})));
  CHECK(from_environment("postgres://db/usages")->engine->scheme == "postgresql");
}

TEST_CASE("the environment comes before the file, which comes where it says nothing") {
  const SourcesFile file;
  CHECK(file.find_at("sqlite:file.db")->address.target == "file.db");
  CHECK(file.find_at("sqlite:file.db", {{"DEPLOY_PLAN_SOURCE_USAGES", ""}})->address.target == "file.db");
  CHECK(file.find_at("sqlite:file.db", {{"DEPLOY_PLAN_SOURCE_USAGES", "sqlite:other.db"}})->address.target ==
        "other.db");
}

TEST_CASE("without a file named, the machine's own is read") {
  const test::Folder folder;
  std::filesystem::create_directories(folder.path / "deploy-plan");
  std::filesystem::create_directories(folder.path / ".config/deploy-plan");
  folder.write("deploy-plan/sources.json", R"({"usages": "sqlite:xdg.db"})");
  folder.write(".config/deploy-plan/sources.json", R"({"usages": "sqlite:home.db"})");
  const auto target = [](const Variables& variables) {
    return find_source("usages", "", machine(variables))->address.target;
  };
  CHECK(target({{"XDG_CONFIG_HOME", folder.path}, {"HOME", folder.path}}) == "xdg.db");
  CHECK(target({{"HOME", folder.path}}) == "home.db");
  CHECK(target({{"XDG_CONFIG_HOME", "relative"}, {"HOME", folder.path}}) == "home.db");
  for (const Variables& nothing : {Variables{}, Variables{{"HOME", "/nowhere"}}}) {
    const auto nowhere = find_source("usages", "", machine(nothing));
    REQUIRE(!nowhere);
    CHECK(contains(both(nowhere.error()), "nothing says where usages leads"));
    CHECK(contains(both(nowhere.error()), "DEPLOY_PLAN_SOURCE_USAGES"));
  }
}

TEST_CASE("secrets are put in place, and written so that they end where they end") {
  const std::string secret = "p@s:s/w%Zq'}\\";
  const SourcesFile file;
  file.folder.write("password", secret + "\r\n");
  const Variables variables{{"SECRET", secret}, {"READER", "lecteur"}, {"HOME", file.folder.path}};
  const std::pair<const char*, const char*> placed[] = {
      {"postgresql://lecteur:${env:SECRET}@db/usages", "//lecteur:p%40s%3As%2Fw%25Zq%27%7D%5C@db/usages"},
      {"postgresql://${env:READER}:${file:password}@db/x", "//lecteur:p%40s%3As%2Fw%25Zq%27%7D%5C@db/x"},
      {"postgresql://db/usages?user=u&password=${file:~/password}",
       "//db/usages?user=u&password=p%40s%3As%2Fw%25Zq%27%7D%5C"},
      {"postgresql:host=db password=${env:SECRET} dbname=usages",
       "host=db password='p@s:s/w%Zq\\'}\\\\' dbname=usages"},
      {"postgresql:password='${env:SECRET}' host=db", "password='p@s:s/w%Zq\\'}\\\\' host=db"},
      {"odbc:DSN=usages;PWD=${env:SECRET};UID=${env:READER}", "DSN=usages;PWD={p@s:s/w%Zq'}}\\};UID=lecteur"},
      {"odbc:DSN=usages;PWD={${env:SECRET}}", "DSN=usages;PWD={p@s:s/w%Zq'}}\\}"},
      {"duckdb:md:usages?motherduck_token=${env:SECRET}",
       "md:usages?motherduck_token=p%40s%3As%2Fw%25Zq%27%7D%5C"},
  };
  for (const auto& [address, target] : placed) {
    const auto found = file.find_at(address, variables);
    INFO(address);
    REQUIRE(found);
    CHECK(found->address.target == target);
    CHECK(contains(found->address.shown, "•••"));
    CHECK_FALSE(contains(found->address.shown, "Zq"));
    CHECK(without_secrets("it was " + secret + "!", found->address.secrets) == "it was •••!");
    CHECK(without_secrets(found->address.target, found->address.secrets).find("Zq") == std::string::npos);
    CHECK(without_secrets("lecteur of usages at db", found->address.secrets) == "lecteur of usages at db");
  }
  const auto path = file.find_at("sqlite:${env:READER}/x.db", variables);
  CHECK(path->address.target == "lecteur/x.db");
  CHECK(path->address.shown == "sqlite:lecteur/x.db");
}

TEST_CASE("in the environment a password may stand, and is not shown") {
  const std::pair<const char*, const char*> shown[] = {
      {"postgresql://lecteur:hunter2@db/usages", "postgresql://lecteur:•••@db/usages"},
      {"postgresql://lecteur:hunter2@db/hunter2", "postgresql://lecteur:•••@db/•••"},
      {"postgresql://u:p/hunter2@db/x", "postgresql://u:•••@db/x"},
      {"postgresql://u:p@hunter2@db/x", "postgresql://u:•••@db/x"},
      {"postgresql://u:ab@db:5432,db2:5432/x?application_name=a@b",
       "postgresql://u:•••@db:5432,db2:5432/x?application_name=a@b"},
      {"postgresql://db:5432/x?application_name=a@b", "postgresql://db:5432/x?application_name=a@b"},
      {"postgresql://db/x?user=u&sslpassword=hunter2#", "postgresql://db/x?user=u&sslpassword=•••#"},
      {"postgresql:host=db password = 'hunter2 \\' x' user=u", "postgresql:host=db password = ••• user=u"},
      {"odbc:Driver={A;B};Uid=u;Pwd={hunter2;}}x};Database=d", "odbc:Driver={A;B};Uid=u;Pwd=•••;Database=d"},
      {"odbc:DSN=x;AccessToken=hunter2", "odbc:DSN=x;AccessToken=•••"},
      {"duckdb:md:?motherduck_token=hunter2", "duckdb:md:?motherduck_token=•••"},
      {"sqlite:file:x.db?mode=ro", "sqlite:file:x.db?mode=ro"},
  };
  for (const auto& [address, open] : shown) {
    const auto found = from_environment(address);
    REQUIRE(found);
    CHECK(found->address.shown == open);
    CHECK_FALSE(contains(without_secrets("cannot find host hunter2", found->address.secrets) +
                             without_secrets(found->address.target, found->address.secrets),
                         contains(address, "hunter2") ? "hunter2" : "no such words"));
  }
  const auto whole = from_environment("odbc:${env:ALL}", {{"ALL", "DSN=x;PWD=hunter2;UID=u"}});
  CHECK(whole->address.target == "DSN=x;PWD=hunter2;UID=u");
  CHECK(whole->address.shown == "odbc:DSN=x;PWD=•••;UID=u");
  for (const char* address : {"postgresql://${env:URL}", "sqlite:${env:URL}"})
    for (const char* url : {"host=h.invalid password=hunter2", "postgresql://u:hunter2@db/x"}) {
      const auto odd = from_environment(address, {{"URL", url}});
      REQUIRE(odd);
      CHECK_FALSE(contains(odd->address.shown, "hunter2"));
      CHECK_FALSE(
          contains(without_secrets("no file " + odd->address.target, odd->address.secrets), "hunter2"));
    }
  CHECK(from_environment("sqlite:file:x.db?key=hunter2")->address.shown == "sqlite:file:x.db?key=•••");
  CHECK(without_secrets("no host \"host=h password=hunter2\"", {}) == "no host \"host=h password=•••\"");
  const auto elsewhere = from_environment("postgresql://db/x", {{"PGPASSWORD", "hunter2"}});
  CHECK(without_secrets("hunter2", elsewhere->address.secrets) == "•••");
}

TEST_CASE("a secret in the file is refused, with how to do it, and not repeated") {
  const SourcesFile file;
  for (const char* address :
       {"postgresql://u:hunter2@db/x", "postgresql://u:hun/hunter2@db/x",
        "postgresql://u:${env:A}hunter2@db/x", "postgresql://db/x?password=hunter2",
        "postgresql:host=db password=hunter2", "postgresql:host=db password = 'hunter2'",
        "odbc:DSN=x;PWD=hunter2", "odbc:DSN=x; Password = {hunter2}",
        "odbc:DSN=x;pwd={${env:A}hunter2};UID=u", "odbc:Driver=x;PRIV_KEY_FILE_PWD=hunter2",
        "duckdb:md:?motherduck_token=hunter2"}) {
    const std::string words = file.refusal_at(address, {{"A", "hunter2"}});
    INFO(address);
    CHECK(contains(words, "${env:NAME}"));
    CHECK(contains(words, "${file:CHEMIN}"));
    CHECK(contains(words, "sources.json, line 2"));
    CHECK_FALSE(contains(words, "hunter2"));
  }
  CHECK(contains(file.refusal_at("postgresql://u:hunter2@db/x"), "~/.pgpass"));
  for (const char* address :
       {"postgresql://u@db/x?passfile=/home/u/.pgpass", "postgresql:service=usages", "postgresql://u:@db/x",
        "odbc:DSN=usages;UID=u;PWD=", "odbc:Driver=x;PRIV_KEY_FILE=/home/u/key.p8"})
    CHECK(file.find_at(address));
}

TEST_CASE("what is wrong with a file of sources is said where it is") {
  const SourcesFile file;
  file.folder.write("empty", "\n");
  file.folder.write("long", std::string(10000, 'x'));
  mkfifo((file.folder.path / "fifo").c_str(), 0600);
  const std::pair<const char*, const char*> wrong[] = {
      {"{\n\"usages\": \"sqlite:x.db\",,", "sources.json, line 2: this is no JSON"},
      {"", "sources.json, line 1: this is no JSON"},
      {"[1]", "sources.json, line 1: this is no object of names and addresses"},
      {"{\n\n\"usages\": {\"url\": 1}}", "sources.json, line 3: where usages leads is no text"},
      {R"({"usage": "sqlite:x.db"})", "did you mean usage?"},
      {R"({"registry": "sqlite:x.db"})", "set DEPLOY_PLAN_SOURCE_USAGES, or add it to"},
      {R"({"usages": "sqlit:x.db"})", "did you mean sqlite:?"},
      {R"({"usages": "mysql://u@h/d"})", "did you mean odbc:?"},
      {R"({"usages": "zzzzzzzz:x"})", "begin the address with one of"},
      {R"({"usages": "x.db"})", "its address does not say which engine to ask"},
      {R"({"usages": ""})", "its address does not say which engine to ask"},
      {R"({"usages": "sqlite:x\ny"})", "its address holds a control character"},
      {R"({"usages": "sqlite:${env:NOT_SET}"})", "the variable NOT_SET is not set"},
      {R"({"usages": "sqlite:${env:EMPTY}"})", "the variable EMPTY is empty"},
      {R"({"usages": "sqlite:${SECRET}"})", "write ${env:NAME} for a variable"},
      {R"({"usages": "sqlite:${env:a b}"})", "write ${env:NAME} for a variable"},
      {R"({"usages": "sqlite:${env:A"})", "write ${env:NAME} for a variable"},
      {R"({"usages": "sqlite:${file:absent}"})", "cannot read the secret in absent: it does not exist"},
      {R"({"usages": "sqlite:${file:.}"})", "it is not a regular file"},
      {R"({"usages": "sqlite:${file:fifo}"})", "it is not a regular file"},
      {R"({"usages": "sqlite:${file:empty}"})", "the file empty holds no secret"},
      {R"({"usages": "sqlite:${file:long}"})", "it is larger than is allowed"},
  };
  for (const auto& [json, words] : wrong)
    CHECK_THAT(file.refusal(json, {{"EMPTY", ""}}), Catch::Contains(words));
  const auto absent = find_source("usages", "", machine({}, file.folder.path / "absent.json"));
  CHECK_THAT(both(absent.error()), Catch::Contains("absent.json: it does not exist"));
}

TEST_CASE("an address is no name, nor a file of sources, and is not repeated") {
  for (const char* name :
       {"postgresql://u:hunter2@db/x", "host=db password=hunter2", "", "a b", "a.b", "../hunter2"}) {
    const auto found = find_source(name, "", machine({}));
    REQUIRE(!found);
    CHECK_FALSE(contains(both(found.error()), "hunter2"));
  }
  for (const char* file :
       {"postgresql://u:hunter2@db/x", "odbc:PWD=hunter2", "PWD=hunter2;DSN=x", "sqlite:hunter2"}) {
    CHECK(is_address(file));
    const auto found = find_source("usages", "", machine({}, file));
    REQUIRE(!found);
    CHECK_FALSE(contains(both(found.error()), "hunter2"));
  }
  for (const char* file : {"sources.json", "/etc/deploy-plan/sources.json", "../a:b.json", "-"})
    CHECK_FALSE(is_address(file));
}

TEST_CASE("secrets give way to dots, as they are and as engines write them again") {
  const std::vector<std::string> secrets{"s3 cr'et}\"\\é"};
  for (const char* words :
       {"s3 cr'et}\"\\é", "s3%20cr%27et%7D%22%5C%C3%A9", "s3%20cr%27et%7d%22%5c%c3%a9", "s3 cr''et}\"\\é",
        "s3 cr'et}\"\"\\é", "s3 cr'et}}\"\\é", "s3 cr'et}\\\"\\\\é", "s3 cr\\'et}\"\\\\é"})
    CHECK(without_secrets("before " + std::string(words) + " after", secrets) == "before ••• after");
  CHECK(without_secrets("cut short: s3 cr", secrets) == "cut short: •••");
  CHECK(without_secrets("aXYZb XYZ", {"XYZ"}) == "aXYZb •••");
  CHECK(without_secrets("line 1, column 12: 1.", {"1"}) == "line •••, column 12: •••.");
  CHECK(without_secrets("abcdefgh", {"abcdef", "defgh"}) == "•••");
  CHECK(without_secrets("aaaaaaaaa b", {"aaaa"}) == "••• b");
  CHECK(without_secrets("nothing", {}) == "nothing");
  CHECK(without_secrets("nothing", {""}) == "nothing");
  CHECK(without_secrets("", {"secret"}) == "");
  CHECK(without_secrets("•••", {"•"}) == "•••");
}

TEST_CASE("no secret is left, whatever it is and whatever it stands in") {
  static constexpr std::string_view letters[] = {"a", "b", "%", "'", "\"", "\\", "}", "{",
                                                 "é", "@", ":", "/", " ",  "•",  "=", ";"};
  std::mt19937 random(11);
  const auto words = [&](std::size_t least, std::size_t most) {
    std::string all;
    for (auto count = least + random() % (most - least + 1); count > 0; --count)
      all += letters[random() % std::size(letters)];
    return all;
  };
  for (int round = 0; round < 3000; ++round) {
    const std::string secret = words(5, 12);
    const std::string text = words(0, 8) + secret + words(0, 8) + percent_encoded(secret) + words(0, 3);
    const std::string rest = without_secrets(text, {secret, words(1, 3)});
    CAPTURE(secret, text, rest);
    if (secret.find("•") != std::string::npos) // the dots are no secret
      continue;
    REQUIRE(rest.find(secret) == std::string::npos);
    REQUIRE(rest.find("•••") != std::string::npos);
  }
}

TEST_CASE("whatever a password is, it is written so that it is read again, and never shown") {
  static constexpr std::string_view letters[] = {"a", "%", "'", "\\", "}", "{", "é", "@",
                                                 ":", "/", " ", "=",  ";", "&", "?", "#"};
  std::mt19937 random(13);
  for (int round = 0; round < 1000; ++round) {
    std::string secret = "Zq";
    for (auto count = random() % 10; count > 0; --count)
      secret += letters[random() % std::size(letters)];
    CAPTURE(secret);
    for (const char* address : {"postgresql://u:${env:S}@db/x?a=b", "postgresql://db/x?password=${env:S}&a=b",
                                "postgresql:host=db password=${env:S} a=b", "odbc:DSN=x;PWD=${env:S};a=b"}) {
      const auto found = from_environment(address, {{"S", secret}});
      REQUIRE(found);
      const Quoting quoting = quoting_of(found->engine->scheme, found->address.target);
      const auto settings = settings_of(found->address.target, quoting);
      REQUIRE(settings.back().name == "a");
      REQUIRE(settings.back().in(found->address.target) == "b");
      REQUIRE(without_quoting(settings[settings.size() - 2].in(found->address.target), quoting) == secret);
      REQUIRE(found->address.shown.find("Zq") == std::string::npos);
    }
  }
}

TEST_CASE("files that hold secrets are known to whoever reads files, those of other sources too") {
  const SourcesFile file;
  file.folder.write("password", "hunter2\n");
  const auto found = file.find_at("postgresql://u:${file:password}@db/x", {});
  REQUIRE(found);
  const std::vector<std::string>& files = found->address.secret_files;
  CHECK(std::ranges::find(files, (file.folder.path / "password").string()) != files.end());
  CHECK(files.size() == 2);
}
