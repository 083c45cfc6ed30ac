// PILOTE's import (DITP): `identifiant_indic;zone_id;date_valeur;type_valeur;valeur`, a row a figure.
#pragma once
#include "deploy_plan/pilote.hpp"
#include <span>

namespace deploy_plan::report {

/// The first line. Lines end with CR LF, as those of the file that DITP gives to be filled in.
[[nodiscard]] std::string pilote_header();
/// Days are written 2026-12-31, numbers with every digit and a decimal point, rates in percent.
[[nodiscard]] std::string pilote_rows(std::span<const IndicatorFigure> figures);

} // namespace deploy_plan::report
