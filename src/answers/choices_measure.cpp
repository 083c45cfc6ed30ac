// The words of what was measured.
#include "deploy_plan/measure.hpp"
#include "model/description.hpp"

namespace deploy_plan::model {

template <>
std::span<const Choice> choices<Transport>() {
  static constexpr Choice all[] = {
      {0, {"file", "fichier"}, {"a file of this machine", "un fichier de cette machine"}},
      {1, {"socket", "socket"}, {"a socket of this machine", "une socket de cette machine"}},
      {2,
       {"encrypted", "chiffré"},
       {"over the network, by TLS", "par le réseau, avec TLS"},
       {"encrypted (TLS)", "chiffré (TLS)"},
       Tone::good},
      {3,
       {"plain", "clair"},
       {"over the network, for all to read", "par le réseau, lisible de tous"},
       {"not encrypted", "non chiffré"},
       Tone::warning},
      {4,
       {"unknown", "inconnu"},
       {"the driver does not tell", "le pilote ne le dit pas"},
       {"unknown", "inconnu"}},
  };
  return all;
}
template <>
std::span<const Choice> choices<FigureChange>() {
  static constexpr Choice all[] = {
      {0,
       {"new", "nouveau"},
       {"of a day that the ledger did not have", "d'un jour que le registre n'avait pas"},
       {"new", "nouveau"},
       Tone::good},
      {1,
       {"revised", "révisé"},
       {"another than the one that the ledger had", "autre que celui que le registre avait"},
       {"revised", "révisé"},
       Tone::warning},
      {2,
       {"unchanged", "inchangé"},
       {"the one that the ledger has", "celui que le registre a"},
       {"unchanged", "inchangé"}},
      {3,
       {"withdrawn", "retiré"},
       {"the ledger has one, and the source none any more; it is kept",
        "le registre en a un, et la source plus aucun ; il est gardé"},
       {"withdrawn", "retiré"},
       Tone::warning},
  };
  return all;
}
template <>
std::span<const Choice> choices<QueryOutcome>() {
  static constexpr Choice all[] = {
      {0,
       {"changed", "changé"},
       {"it gave figures that are new or revised", "elle a donné des chiffres nouveaux ou révisés"},
       {"measured", "mesuré"},
       Tone::good},
      {1,
       {"unchanged", "inchangé"},
       {"all that it gave was known", "tout ce qu'elle a donné était connu"},
       {"unchanged", "inchangé"}},
      {2,
       {"failed", "échec"},
       {"it gave no figures", "elle n'a donné aucun chiffre"},
       {"failed", "échec"},
       Tone::bad},
  };
  return all;
}

} // namespace deploy_plan::model
