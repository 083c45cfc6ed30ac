// Passwords and keys in sentences, and sentences that speak of passwords.
#include "catch.hpp"
#include "text/secrets.hpp"

using deploy_plan::text::tells_secret;

TEST_CASE("a secret that is announced is told") {
  for (const char* words : {"mot de passe : x",
                            "Mot de passe\u00a0: soleil",
                            "mot de passe : « soleil »",
                            "Mot de passe = soleil",
                            "mdp: hunter2",
                            "MDP : Soleil2026!, à changer",
                            "mdp → soleil",
                            "password: hunter2",
                            "Password : 1234",
                            "login : marie / mot de passe : marie",
                            "mot de passe : soleil, login : marie",
                            "(mdp : soleil)",
                            "mot de passe du compte de test : hunter2",
                            "le mot de passe est P@ssw0rd",
                            "password is hunter2",
                            "mot de passe Soleil2026!",
                            "code PIN : 4821",
                            "code d’accès : 4821",
                            "password=hunter2",
                            "db_password: hunter2",
                            "adminPassword: hunter2",
                            "\"password\": \"hunter2\"",
                            "token: x8f2kq",
                            "token x8f2kq93lm",
                            "jeton : x8f2kq93",
                            "API_KEY: 0f3a9b",
                            "clé d'API : 0f3a9b77",
                            "api-key => zorglub",
                            "secret : 0f3a9b77",
                            "identifiants : marie/Soleil26",
                            "compté avec le mot de passe : soleil.",
                            "Mot de passe admin123!",
                            "pass: hunter2",
                            "mot de passe – soleil42",
                            "mot de passe — soleil42",
                            "mot de passe - soleil42",
                            "mot de passe « soleil42 »",
                            "mot de passe «\u202fsoleil42\u202f»",
                            "mot de passe \"soleil42\"",
                            "mot de passe “soleil”",
                            "mot de passe, soleil42",
                            "mot de passe\nsoleil42",
                            "mot de passe： soleil",
                            "mdp – soleil42",
                            "mdp \"soleil\"",
                            "mdp – « soleil »",
                            "Passphrase : correct horse",
                            "passphrase « correct horse »",
                            "phrase de passe : cheval agrafe",
                            "passcode: 4821",
                            "identifiants : jean / soleil42",
                            "identifiants : jean, soleil42",
                            "identifiants : jean - soleil42",
                            "identifiants (jean / soleil42)",
                            "mdp / soleil42",
                            "mot de passe (soleil42)",
                            "mdp; soleil42",
                            "clé : « 9f8e7d6c5b4a39281706 »",
                            "key: 9f8e…",
                            "credentials: jean | soleil42",
                            "login : jean / soleil42",
                            "clé : 9f8e7d6c5b4a39281706",
                            "key: 9f8e7d6c5b4a39281706",
                            "clé wifi : soleil"}) {
    INFO(words);
    CHECK(tells_secret(words));
  }
}

TEST_CASE("a key shows by its look what it is") {
  for (const char* words : {"ghp_16C7e42F292c6912E7710c838347Ae178B4a",
                            "voir glpat-AbCdEfGhIjKlMnOpQrSt",
                            "AKIAIOSFODNN7EXAMPLE",
                            "github_pat_11ABCDEFG0abcdef",
                            "xoxb-123456789012-abc",
                            "Bearer eyJhbGciOiJIUzI1NiJ9.e30.abc",
                            "Authorization: Basic dXNlcjpwYXNz",
                            "eyJhbGciOiJIUzI1NiJ9.e30.abc",
                            "sk_live_4eC39HqLyjWDarjtT1",
                            "-----BEGIN RSA PRIVATE KEY-----\nMIIE",
                            "-----BEGIN OPENSSH PRIVATE KEY-----",
                            "https://marie:soleil@example.org/x",
                            "clé : 9f8e7d6c5b4a39281706f5e4d3c2b1a0",
                            "key: 9f8e7d6c5b4a39281706f5e4d3c2b1a0",
                            "9f8e7d6c5b4a39281706f5e4d3c2b1a0",
                            "voir 9F8E7D6C5B4A39281706F5E4D3C2B1A0FF, merci",
                            "hf_AbCdEfGhIjKlMnOpQrStUvWxYz",
                            "dckr_pat_AbCdEfGhIjKlMnOp",
                            "DefaultEndpointsProtocol=https;AccountName=x;AccountKey=c29sZWls",
                            "https://x.example.org/t.csv?sig=c29sZWlsc29sZWls",
                            "https://x.example.org/t?sv=1&sig=c29sZWls%2Bls",
                            "https://x.example.org/t?X-Amz-Signature=c29sZWlsc29sZWls",
                            "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXX"}) {
    INFO(words);
    CHECK(tells_secret(words));
  }
}

TEST_CASE("sentences about passwords tell none") {
  for (const char* words : {"le mot de passe est changé tous les 90 jours",
                            "Mot de passe : changé tous les 90 jours",
                            "mot de passe : 12 caractères au moins",
                            "mot de passe : oublié, changé ou expiré",
                            "mot de passe : aucun",
                            "password: ****",
                            "password: [to be asked for]",
                            "mot de passe : <à demander>",
                            "password: ${SECRET}",
                            "password reset by e-mail, 2026-01-31",
                            "the password is asked for twice",
                            "nombre de mots de passe : 120 000",
                            "mots de passe : nombre de changements",
                            "tokens : 12000 par jour",
                            "jetons de présence : 40 €",
                            "vote à bulletin secret : 12 communes",
                            "secret : le nombre de votants",
                            "secrétariat : Paris2024",
                            "the bearer of good news",
                            "Eyjafjallajökull, volcan d’Islande",
                            "asiatiques et européens",
                            "token de session : https://example.org/doc",
                            "mot de passe (voir https://example.org/aide)",
                            "jeton : 3 par personne",
                            "clé d'API : demandée à l'équipe",
                            "passwordless : 3 parcours",
                            "pass Culture : 300 €",
                            "Jeton : voir la DSI",
                            "Part des comptes dont le mot de passe a été renouvelé (T1-2026)",
                            "authentification par mot de passe ou FranceConnect",
                            "Mot de passe – renouvelé tous les 90 jours",
                            "Mot de passe – parcours simplifié",
                            "mot de passe, code par SMS ou FranceConnect",
                            "parcours « mot de passe », « inscription » et « connexion »",
                            "parcours \"mot de passe\", \"inscription\"",
                            "Passphrase : 12 caractères au moins",
                            "identifiants : SIREN / SIRET",
                            "identifiant : code INSEE / 75056",
                            "login : https://example.org/connexion/2026",
                            "chiffre clé : 120k€",
                            "mot-clé : recensement2026",
                            "clé : indicateur_2026_t1",
                            "article : deux communes",
                            "key figures: 12 towns",
                            "jeu de données 5de8f397634f4164071119c5",
                            "https://example.org/r/0f3a9b77-52a1-4c3e-9d51-7a1b2c3d4e5f?design=simple",
                            "",
                            ":",
                            "password",
                            "password:",
                            "mdp :  "}) {
    INFO(words);
    CHECK_FALSE(tells_secret(words));
  }
}

TEST_CASE("long texts are searched in one pass") {
  for (const char* part :
       {"password ", "password: \"", "mdp : x, ", "ghp_", "-----begin ", "token a b c d e f", "secret: (",
        "identifiants : x /", "passphrase: a ", "0123456789abcde ", "?sig=", "clé - "}) {
    std::string all;
    while (all.size() < 200000)
      all += part;
    (void)tells_secret(all);
  }
  SUCCEED();
}
