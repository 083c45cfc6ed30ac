#include "measure/engine.hpp"
#include "text/folding.hpp"
#include "text/spaces.hpp"
#include "text/terminal.hpp"
#include <algorithm>

namespace deploy_plan::measuring {
namespace {

/// What is said of a trouble, without and with the words that come with it, and how to mend it.
struct Said {
  Trouble trouble;
  Text bare;
  Text with_words; ///< {0}: the words
  Text help;       ///< likewise
};

constexpr Said sentences[] = {
    {Trouble::no_library,
     {"the engine's library cannot be opened", "la bibliothèque du moteur ne peut pas être ouverte"},
     {"the library {0} cannot be opened", "la bibliothèque {0} ne peut pas être ouverte"},
     {"install it: apt install {0}", "installez-la : apt install {0}"}},
    {Trouble::unsound_source,
     {"the engine does not take the source's address", "le moteur n'accepte pas l'adresse de la source"},
     {"the engine does not take the source's address: “{0}”",
      "le moteur n'accepte pas l'adresse de la source : « {0} »"},
     {"correct the address (in a URL, write @ as %40 and / as %2F in a password), and see that what it names "
      "is "
      "installed: data source, driver, service",
      "corrigez l'adresse (dans une URL, un mot de passe s'écrit avec %40 pour @ et %2F pour /), et vérifiez "
      "que "
      "ce qu'elle nomme est installé : source de données, pilote, service"}},
    {Trouble::no_host,
     {"nobody answers at the source's address", "personne ne répond à l'adresse de la source"},
     {"nobody answers at the source's address: “{0}”",
      "personne ne répond à l'adresse de la source : « {0} »"},
     {"check the host and the port, that the server runs, and that this machine may reach it",
      "vérifiez la machine et le port, que le serveur tourne, et que cette machine peut l'atteindre"}},
    {Trouble::refused,
     {"the database refuses access", "la base refuse l'accès"},
     {"the database refuses access: “{0}”", "la base refuse l'accès : « {0} »"},
     {"check the role, its password (${env:NAME} or ${file:PATH} in the address) and the name of the "
      "database, and "
      "that it may read what is asked: GRANT SELECT is enough",
      "vérifiez le rôle, son mot de passe (${env:NOM} ou ${file:CHEMIN} dans l'adresse) et le nom de la "
      "base, et "
      "que le rôle peut lire ce qui est demandé : GRANT SELECT suffit"}},
    {Trouble::no_trust,
     {"the server cannot be trusted: TLS is not offered, or its certificate is not what it must be",
      "le serveur n'est pas digne de confiance : TLS n'est pas proposé, ou son certificat n'est pas celui "
      "qu'il faut"},
     {"the server cannot be trusted: “{0}”", "le serveur n'est pas digne de confiance : « {0} »"},
     {"have it offer TLS under its own name with a certificate that this machine knows, or name the "
      "authority "
      "that signed it in the address",
      "faites-lui proposer TLS, à son nom, avec un certificat que cette machine connaît, ou nommez dans "
      "l'adresse "
      "l'autorité qui l'a signé"}},
    {Trouble::too_long_to_connect,
     {"the source did not answer in the time that it has to connect",
      "la source n'a pas répondu dans le temps accordé à la connexion"},
     {"the source did not answer in the time that it has to connect: “{0}”",
      "la source n'a pas répondu dans le temps accordé à la connexion : « {0} »"},
     {"check that this machine may reach it, or give it more time",
      "vérifiez que cette machine peut l'atteindre, ou accordez-lui plus de temps"}},
    {Trouble::no_file,
     {"the file of the database cannot be opened", "le fichier de la base ne peut pas être ouvert"},
     {"the file of the database cannot be opened: “{0}”",
      "le fichier de la base ne peut pas être ouvert : « {0} »"},
     {"check that it exists and may be read: its path begins at the strategy's folder",
      "vérifiez qu'il existe et qu'il peut être lu : son chemin part du dossier de la stratégie"}},
    {Trouble::no_database,
     {"the file is no database of this engine, is damaged or is encrypted",
      "le fichier n'est pas une base de ce moteur, est abîmé ou est chiffré"},
     {"the file is no database of this engine, is damaged or is encrypted: “{0}”",
      "le fichier n'est pas une base de ce moteur, est abîmé ou est chiffré : « {0} »"},
     {"name a whole database of this engine, or the engine that wrote it",
      "nommez une base entière de ce moteur, ou le moteur qui l'a écrite"}},
    {Trouble::outside,
     {"what would be read is outside the strategy's folder",
      "ce qui serait lu est hors du dossier de la stratégie"},
     {"what would be read is outside the strategy's folder: {0}",
      "ce qui serait lu est hors du dossier de la stratégie : {0}"},
     {"put the file itself, and no link to it, beside the strategy",
      "placez le fichier lui-même, et non un lien, à côté de la stratégie"}},
    {Trouble::in_use,
     {"the database is locked by who writes it", "la base est verrouillée par qui l'écrit"},
     {"the database is locked by who writes it: “{0}”", "la base est verrouillée par qui l'écrit : « {0} »"},
     {"measure again once it is written, or ask a copy of it",
      "mesurez de nouveau une fois l'écriture finie, ou interrogez une copie"}},
    {Trouble::several_statements,
     {"the query holds several statements", "la requête contient plusieurs instructions"},
     {"the query holds several statements: “{0}”", "la requête contient plusieurs instructions : « {0} »"},
     {"keep one: WITH gives names to what the others would have prepared",
      "n'en gardez qu'une : WITH nomme ce que les autres auraient préparé"}},
    {Trouble::unknown_parameter,
     {"the query has a parameter of a name that is not known", "la requête a un paramètre d'un nom inconnu"},
     {"the query has a parameter {0}, which is not known", "la requête a un paramètre {0}, qui est inconnu"},
     {"write :from, :until or :segment; a colon in a text stands between quotes",
      "écrivez :depuis, :jusqu_au ou :segment ; un deux-points dans un texte s'écrit entre apostrophes"}},
    {Trouble::writes,
     {"the query does more than read", "la requête ne fait pas que lire"},
     {"the query does more than read: “{0}”", "la requête ne fait pas que lire : « {0} »"},
     {"ask with one SELECT, or WITH … SELECT, that changes and locks nothing; a name that is a word of SQL "
      "stands between quotes",
      "posez un seul SELECT, ou WITH … SELECT, qui ne modifie ni ne verrouille rien ; un nom qui est un mot "
      "de SQL "
      "s'écrit entre guillemets"}},
    {Trouble::wrong_statement,
     {"the query is empty", "la requête est vide"},
     {"the engine refuses the query: “{0}”", "le moteur refuse la requête : « {0} »"},
     {"correct it: the engine's own client tells more, with days in place of :from and :until",
      "corrigez-la : le client du moteur en dit plus, avec des jours à la place de :depuis et :jusqu_au"}},
    {Trouble::unclosed_statement,
     {"something that opens in the query is not closed",
      "quelque chose s'ouvre dans la requête sans se fermer"},
     {"what {0} opens in the query is not closed", "ce que {0} ouvre dans la requête ne se ferme pas"},
     {"close it; an apostrophe within a text is written twice",
      "fermez-le ; une apostrophe dans un texte s'écrit deux fois"}},
    {Trouble::too_long,
     {"the query was stopped: it takes longer than it may",
      "la requête a été arrêtée : elle dure plus longtemps qu'elle ne le peut"},
     {"the query was stopped: it takes longer than it may: “{0}”",
      "la requête a été arrêtée : elle dure plus longtemps qu'elle ne le peut : « {0} »"},
     {"have the database count by period, with an index on the day, or give it more time",
      "faites compter la base par période, avec un index sur le jour, ou accordez-lui plus de temps"}},
    {Trouble::too_many_rows,
     {"the query gives more rows than are read", "la requête donne plus de lignes qu'il n'en est lu"},
     {"the query gives more rows than are read: “{0}”",
      "la requête donne plus de lignes qu'il n'en est lu : « {0} »"},
     {"have the database count: GROUP BY the period, and the segment",
      "faites compter la base : GROUP BY la période, et le segment"}},
    {Trouble::cut_short,
     {"the connection was lost before the answer's end",
      "la connexion s'est perdue avant la fin de la réponse"},
     {"the connection was lost before the answer's end: “{0}”",
      "la connexion s'est perdue avant la fin de la réponse : « {0} »"},
     {"measure again: what came is left out, and nothing is lost",
      "mesurez de nouveau : ce qui est venu est écarté, et rien n'est perdu"}},
    {Trouble::no_time_zone,
     {"the engine knows no time zones", "le moteur ne connaît aucun fuseau horaire"},
     {"the engine does not know the time zone {0}", "le moteur ne connaît pas le fuseau horaire {0}"},
     {"write one like Europe/Paris, and load the engine's table of time zones if it has one",
      "écrivez-le comme Europe/Paris, et chargez la table des fuseaux du moteur s'il en a une"}},
    {Trouble::too_large,
     {"what the query gives or needs is too large", "ce que la requête donne ou demande est trop grand"},
     {"what the query gives or needs is too large: “{0}”",
      "ce que la requête donne ou demande est trop grand : « {0} »"},
     {"have the database count, and give a segment, a day and a value in each row",
      "faites compter la base, et donnez un segment, un jour et une valeur par ligne"}},
    {Trouble::died,
     {"what asked the source ended before the answer",
      "ce qui interrogeait la source s'est arrêté avant la réponse"},
     {"what asked the source ended before the answer: “{0}”",
      "ce qui interrogeait la source s'est arrêté avant la réponse : « {0} »"},
     {"measure again; if it lasts, bring the engine's library up to date",
      "mesurez de nouveau ; si cela dure, mettez à jour la bibliothèque du moteur"}},
    {Trouble::warned,
     {"the engine warns of what it gives", "le moteur met en garde sur ce qu'il donne"},
     {"the engine warns of what it gives: “{0}”", "le moteur met en garde sur ce qu'il donne : « {0} »"},
     {"mend what it warns of: rows may be missing, and values changed",
      "corrigez ce dont il avertit : des lignes peuvent manquer, des valeurs avoir changé"}},
    {Trouble::secret,
     {"what would be read may hold secrets", "ce qui serait lu peut contenir des secrets"},
     {"what would be read may hold secrets: {0}", "ce qui serait lu peut contenir des secrets : {0}"},
     {"put data into files of another name, and secrets outside the strategy's folder",
      "mettez les données dans des fichiers d'un autre nom, et les secrets hors du dossier de la "
      "stratégie"}}};

constexpr Text no_statement_help = {"write a SELECT, or name a .sql file that holds one",
                                    "écrivez un SELECT, ou nommez un fichier .sql qui en contient un"};
/// No package of Debian's brings it.
constexpr Text duckdb_help = {
    "get {0} from duckdb.org, or from npm (@duckdb/node-bindings), and name the file in full in "
    "DEPLOY_PLAN_DUCKDB",
    "prenez {0} sur duckdb.org, ou par npm (@duckdb/node-bindings), et nommez le fichier par son chemin "
    "complet "
    "dans DEPLOY_PLAN_DUCKDB"};
/// Of an engine that has none, such as SQLite.
constexpr Text no_zones_help = {
    "leave the time zone out, and have the query give the day that is meant: a column of local days, or "
    "date(at, '+1 hour')",
    "omettez le fuseau horaire, et faites donner à la requête le jour voulu : une colonne de jours locaux, "
    "ou "
    "date(instant, '+1 hour')"};

const Said& sentence_of(Trouble trouble) {
  return *std::ranges::find(sentences, trouble, &Said::trouble); // each has one: the tests ask for all
}

/// On one line, without what a terminal would obey, and no longer than a reader wants it.
std::string fit_to_say(std::string_view words) {
  constexpr std::size_t longest = 300;
  if (words.size() > 2 * longest)
    words = words.substr(0, text::character_begin(words, 2 * longest));
  std::string line;
  for (const char letter : words) {
    const bool is_blank = static_cast<unsigned char>(letter) <= ' ' || letter == '\x7F';
    if (!is_blank || (!line.empty() && line.back() != ' '))
      line += is_blank ? ' ' : letter;
  }
  line = text::visible(line);
  if (line.size() > longest)
    line = line.substr(0, text::character_begin(line, longest)) + "…";
  return std::string(text::trimmed(line));
}

/// A parameter as the query writes it.
std::string written(const std::string& parameter) {
  const bool is_sign = parameter.empty() || parameter[0] == '?' || parameter[0] == '$';
  return (is_sign ? "" : ":") + parameter;
}

} // namespace

Phrase said(const Failure& failure) {
  const Said& sentence = sentence_of(failure.trouble);
  const std::string words =
      fit_to_say(failure.trouble == Trouble::unknown_parameter ? written(failure.words) : failure.words);
  Phrase what = words.empty() ? Phrase{sentence.bare} : Phrase{sentence.with_words, {words}};
  if (failure.position <= 0)
    return what;
  return {{"{0}, at its character {1}", "{0}, à son caractère {1}"}, {what.words(), failure.position}};
}

Phrase remedy(const Failure& failure) {
  const Phrase help{sentence_of(failure.trouble).help, {fit_to_say(failure.words)}};
  if (failure.trouble == Trouble::wrong_statement && failure.words.empty())
    return {no_statement_help};
  if (failure.trouble == Trouble::no_time_zone && failure.words.empty())
    return {no_zones_help};
  if (failure.trouble == Trouble::no_library && failure.words.starts_with("libduckdb"))
    return {duckdb_help, help.arguments};
  if (failure.trouble == Trouble::unknown_parameter) {
    static constexpr std::string_view names[] = {"from", "until", "segment", "depuis", "jusqu_au"};
    const std::string_view near = text::nearest(failure.words, names);
    return text::suggestion(near.empty() ? "" : written(std::string(near)), help);
  }
  return help;
}

} // namespace deploy_plan::measuring
