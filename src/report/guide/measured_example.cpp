// What `init --measured` writes: the strategy of init, with queries that a small database answers.
#include "deploy_plan/describe.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace deploy_plan {
namespace {

using std::chrono::months;
using std::chrono::year_month;
using std::chrono::year_month_day;

// As in the first strategy: "@-4e" is the last day of the fourth month before, "English || French" one of
// them.
constexpr std::string_view measured_pattern = R"json({
  "name": "Example: figures that come by themselves || Exemple : des chiffres qui viennent d'eux-mêmes",
  "solution": {"launched": "@-5e"},
  "market": {
    "addressable": {"size": null, "as_of": null, "source": "register of schools (invented figures) || registre des écoles (chiffres fictifs)",
      "measurement": {"method": "register of schools || registre des écoles", "automation": "automated",
        "query": {"source": "product || produit", "sql": "select count(*) from schools || select count(*) from ecoles"}},
      "observations": {"file": "figures.csv || chiffres.csv", "metric": "schools || écoles"}},
    "penetrated": {"observations": {"file": "figures.csv || chiffres.csv", "metric": "active-schools || écoles-actives"}}
  },
  "objectives": [
    {"id": "discovered", "measurement": {"automation": "automated", "every_days": 31, "query": {"source": "product || produit",
        "sql": "select last_day, (select count(*) from accounts where opened <= last_day) from months where last_day >= :from and last_day < :until || select dernier_jour, (select count(*) from comptes where ouvert <= dernier_jour) from mois where dernier_jour >= :from and dernier_jour < :until"}},
      "baseline": {"date": "@-4e"}, "observations": {"file": "figures.csv || chiffres.csv", "metric": "accounts || comptes"}},
    {"id": "active-schools", "measurement": {"automation": "automated", "every_days": 31, "query": {"source": "product || produit", "sql": "active-schools.sql || ecoles-actives.sql"}},
      "baseline": {"date": "@-4e"}, "observations": {"file": "figures.csv || chiffres.csv", "metric": "active-schools || écoles-actives"}},
    {"id": "returning", "measurement": {"automation": "automated", "every_days": 31, "query": {"source": "product || produit",
        "sql": "select last_day, share from returns where last_day >= :from and last_day < :until || select dernier_jour, part from retours where dernier_jour >= :from and dernier_jour < :until"}},
      "observations": {"file": "figures.csv || chiffres.csv", "metric": "returns || retours"}},
    {"id": "recommended", "measurement": {"automation": "automated", "every_days": 31, "query": {"source": "product || produit",
        "sql": "select last_day, (select count(*) from invitations where day <= last_day) from months where last_day >= :from and last_day < :until || select dernier_jour, (select count(*) from invitations where jour <= dernier_jour) from mois where dernier_jour >= :from and dernier_jour < :until"}},
      "observations": {"file": "figures.csv || chiffres.csv", "metric": "invitations"}},
    {"id": "books-read", "measurement": {"automation": "automated", "every_days": 31, "query": {"source": "product || produit",
        "sql": "select last_day, (select sum(books) from loans where day <= last_day) from months where last_day >= :from and last_day < :until || select dernier_jour, (select sum(livres) from prets where jour <= dernier_jour) from mois where dernier_jour >= :from and dernier_jour < :until"}},
      "observations": {"file": "figures.csv || chiffres.csv", "metric": "books || livres"}}
  ]
})json";

constexpr Text query_file{R"sql(-- Schools that lent a first book, by the last day of each month.
-- measure binds :from, the first day that is asked for, and :until, the day after the last.
select last_day,
       (select count(distinct school) from loans where day <= last_day)
  from months
 where last_day >= :from
   and last_day < :until
 order by last_day;
)sql",
                          R"sql(-- Les écoles qui ont prêté un premier livre, au dernier jour de chaque mois.
-- measure lie :from, le premier jour demandé, et :until, le lendemain du dernier.
select dernier_jour,
       (select count(distinct ecole) from prets where jour <= dernier_jour)
  from mois
 where dernier_jour >= :from
   and dernier_jour < :until
 order by dernier_jour;
)sql"};

constexpr Text tables{R"sql(-- An online library for schools; invented figures.
create table schools (id integer primary key);
create table accounts (school integer, opened text);
create table loans (school integer, day text, books integer);
create table invitations (school integer, day text);
create table months (first_day text, last_day text);
create view returns as
  select last_day, round(1.0 * (select count(distinct school) from loans where day between first_day and last_day
                                   and school in (select school from loans where day < first_day))
                             / (select count(distinct school) from loans where day < first_day), 3) as share
    from months where exists (select 1 from loans where day < first_day);
)sql",
                      R"sql(-- Une bibliothèque en ligne pour les écoles ; chiffres fictifs.
create table ecoles (id integer primary key);
create table comptes (ecole integer, ouvert text);
create table prets (ecole integer, jour text, livres integer);
create table invitations (ecole integer, jour text);
create table mois (premier_jour text, dernier_jour text);
create view retours as
  select dernier_jour, round(1.0 * (select count(distinct ecole) from prets where jour between premier_jour and dernier_jour
                                       and ecole in (select ecole from prets where jour < premier_jour))
                                 / (select count(distinct ecole) from prets where jour < premier_jour), 3) as part
    from mois where exists (select 1 from prets where jour < premier_jour);
)sql"};

constexpr int most_schools = 10000;
constexpr int schools_before = 9990; ///< as the ledger knows them
constexpr int first_month = -4;      ///< before the one of writing
constexpr int known_month = -2;      ///< the last that the ledger knows
constexpr int calendar_years = 10;

/// What happened in each month from the first to the one of writing.
struct Month {
  int accounts, first_loans, invitations;
};
constexpr Month happened[] = {{90, 40, 5}, {50, 35, 8}, {60, 35, 10}, {70, 40, 12}, {60, 30, 8}};
/// First loans of the last known month that came to light after it was measured.
constexpr int late_loans = 2;

struct Loan {
  int school;
  Date day;
  int books;
  bool is_late;
};

/// What happened, until the day before the one of writing.
class Library {
public:
  explicit Library(Date written) : as_of_(written), now_(month_of_day(written)) {
    for (int month = first_month; month <= 0; ++month)
      live(month, happened[month - first_month]);
  }

  [[nodiscard]] Date last_day(int month) const { return Date((now_ + months{month}) / std::chrono::last); }
  [[nodiscard]] Date first_day(int month) const { return Date((now_ + months{month}) / 1); }

  std::vector<Date> accounts, invitations; ///< by school, from 1
  std::vector<Loan> loans;

private:
  const Date as_of_;
  const year_month now_;
  int active_ = 0; ///< schools that have lent a book, from 1

  static year_month month_of_day(Date day) {
    const year_month_day date(day);
    return date.year() / date.month();
  }
  /// The i-th of n days of a month, evenly.
  [[nodiscard]] Date day_of(int month, int i, int n) const {
    return first_day(month) + std::chrono::days{i * 28 / n};
  }

  void live(int month, const Month& what) {
    const auto each = [&](int count, auto take) {
      for (int i = 0; i < count; ++i)
        if (const Date day = day_of(month, i, count); day < as_of_)
          take(day, i);
    };
    each(what.accounts, [&](Date day, int) { accounts.push_back(day); });
    each(what.invitations, [&](Date day, int) { invitations.push_back(day); });
    const int had_lent = active_;
    each(had_lent, [&](Date day, int i) {
      const int school = i + 1;
      if ((school * 7 + (month - first_month) * 3) % 10 < 6) // six of ten come back
        loans.push_back({school, day, 3 + school % 8, false});
    });
    each(what.first_loans, [&](Date day, int i) {
      const bool is_late = month == known_month && i >= what.first_loans - late_loans;
      loans.push_back({++active_, day, 3 + active_ % 8, is_late});
    });
  }
};

std::string rows(std::string_view table, const std::vector<std::string>& values) {
  return values.empty() ? std::string()
                        : fmt::format("insert into {} values {};\n", table, fmt::join(values, ","));
}

std::string script(const Library& library, Language language) {
  const auto say = [&](Text text) { return text.in(language); };
  std::vector<std::string> accounts, invitations, loans, calendar;
  for (std::size_t i = 0; i < library.accounts.size(); ++i)
    accounts.push_back(fmt::format("({},'{}')", i + 1, iso(library.accounts[i])));
  for (std::size_t i = 0; i < library.invitations.size(); ++i)
    invitations.push_back(fmt::format("({},'{}')", i + 1, iso(library.invitations[i])));
  for (const Loan& loan : library.loans)
    loans.push_back(fmt::format("({},'{}',{})", loan.school, iso(loan.day), loan.books));
  for (int month = first_month; month < 12 * calendar_years; ++month)
    calendar.push_back(
        fmt::format("('{}','{}')", iso(library.first_day(month)), iso(library.last_day(month))));
  return fmt::format(
      "begin;\n{}with recursive n(i) as (select 1 union all select i + 1 from n where i < {})\n"
      "insert into {} select i from n;\n{}{}{}{}commit;\n",
      say(tables), most_schools, say({"schools", "ecoles"}), rows(say({"accounts", "comptes"}), accounts),
      rows(say({"loans", "prets"}), loans), rows("invitations", invitations),
      rows(say({"months", "mois"}), calendar));
}

/// What the ledger was told of each month, on its second day after: what came to light since is not in it.
class Ledger {
public:
  Ledger(const Library& read, Language words) : library_(read), language_(words) {}

  std::string text() {
    result_ = say({"date,metric,segment,value,seen\n", "date;métrique;segment;valeur;vu\n"});
    each_month([&](int) { return count(library_.accounts); }, {"accounts", "comptes"});
    each_month([&](int) { return static_cast<std::int64_t>(lenders().size()); },
               {"active-schools", "écoles-actives"});
    each_month([&](int) { return books(); }, {"books", "livres"});
    each_month([&](int) { return count(library_.invitations); }, {"invitations", "invitations"});
    for (int month = first_month + 1; month <= known_month; ++month)
      add(month, {"returns", "retours"}, returns(month));
    add(known_month, {"schools", "écoles"}, std::to_string(schools_before));
    return result_;
  }

private:
  const Library& library_;
  const Language language_;
  std::string result_;
  Date until_{}; ///< the last day of the month that is told

  std::string_view say(Text text) const { return text.in(language_); }

  template <class Count>
  void each_month(Count count, Text metric) {
    for (int month = first_month; month <= known_month; ++month) {
      until_ = library_.last_day(month);
      add(month, metric, std::to_string(count(month)));
    }
  }
  void add(int month, Text metric, const std::string& value) {
    const Date day = library_.last_day(month);
    const char between = language_ == Language::french ? ';' : ',';
    result_ += fmt::format("{1}{0}{2}{0}{0}{3}{0}{4}\n", between, iso(day), say(metric), value,
                           iso(day + std::chrono::days{2}));
  }

  std::int64_t count(const std::vector<Date>& days) const {
    return std::count_if(days.begin(), days.end(), [&](Date day) { return day <= until_; });
  }
  std::set<int> lenders(Date from = {}) const {
    std::set<int> schools;
    for (const Loan& loan : library_.loans)
      if (!loan.is_late && loan.day >= from && loan.day <= until_)
        schools.insert(loan.school);
    return schools;
  }
  std::int64_t books() const {
    std::int64_t sum = 0;
    for (const Loan& loan : library_.loans)
      sum += !loan.is_late && loan.day <= until_ ? loan.books : 0;
    return sum;
  }
  /// Of the schools that had lent before a month, the share that lent again in it, in thousandths.
  std::string returns(int month) {
    until_ = library_.last_day(month - 1);
    const std::set<int> before = lenders();
    until_ = library_.last_day(month);
    const std::set<int> now = lenders(library_.first_day(month));
    const auto again =
        std::count_if(before.begin(), before.end(), [&](int one) { return now.contains(one); });
    const double share = static_cast<double>(again) / static_cast<double>(before.size());
    std::string words = fmt::format("{:.3f}", share);
    if (language_ == Language::french)
      words[1] = ',';
    return words;
  }
};
} // namespace

MeasuredExample measured_example(Language language, Date as_of) {
  const auto say = [&](Text text) { return std::string(text.in(language)); };
  const Library library(as_of);
  return {{say({"strategy.json", "strategie.json"}), example_strategy(measured_pattern, language, as_of)},
          {"sources.json", say({"{\n  \"product\": \"sqlite:product.db\"\n}\n",
                                "{\n  \"produit\": \"sqlite:produit.db\"\n}\n"})},
          {say({"active-schools.sql", "ecoles-actives.sql"}), say(query_file)},
          {say({"figures.csv", "chiffres.csv"}), Ledger(library, language).text()},
          {say({"product.db", "produit.db"}), script(library, language)}};
}

} // namespace deploy_plan
