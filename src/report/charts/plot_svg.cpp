// A plot as shapes: curves named at their ends, or beneath where their names are too long for that.
#include "report/charts/labels.hpp"
#include "report/charts/plot.hpp"
#include "report/document/markup.hpp"
#include "text/terminal.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace deploy_plan::report {
namespace {

constexpr double gap = 8; ///< between an axis or an end and its words

struct Place {
  double x = 0, y = 0;
};
/// The words of a curve, and where they stand.
struct Label {
  std::size_t curve = 0;
  std::vector<std::string> lines;
  Place end;
  Box box = {};
};

class PlotSvg {
public:
  PlotSvg(const Plot& drawn, Language said_in, const Canvas& on)
      : plot_(drawn), language_(said_in), canvas_(on), frame_(drawn) {}

  Drawing draw() {
    lay_out();
    add_axes();
    add_uprights();
    for (const bool bands : {true, false}) // beneath whatever runs through them
      for (std::size_t i = 0; i < plot_.curves.size(); ++i)
        if ((plot_.curves[i].style == Plot::Style::band) == bands)
          shapes_ += drawn(plot_.curves[i], number_of(i), [&](const Plot::Point& point, double y) {
            return Place{x_of(point.x), y_of(y)};
          });
    for (const Label& label : labels_)
      add(label);
    double height = area_.top + area_.height + canvas_.line() * (names_x() ? 2.7 : 1.7);
    if (labels_.empty())
      height += canvas_.line() / 2;
    if (labels_.empty())
      for (std::size_t i = 0; i < plot_.curves.size(); ++i)
        height = add_to_legend(i, height);
    return {shapes_, height};
  }

private:
  const Plot& plot_;
  const Language language_;
  const Canvas& canvas_;
  const PlotFrame frame_;
  std::string shapes_;
  Box area_;
  std::vector<Label> labels_; ///< none where they stand beneath

  double x_of(double x) const { return area_.left + frame_.share_x(x) * area_.width; }
  double y_of(double y) const { return area_.top + (1 - frame_.share_y(y)) * area_.height; }
  bool names_x() const { return plot_.x.kind != AxisKind::date && !said(plot_.x.name).empty(); }
  bool names_y() const { return !said(plot_.y.name).empty(); }
  /// Where the words of uprights stand, beneath the name of the axis.
  double top_of_uprights() const { return names_y() ? canvas_.line() : 0; }
  std::string said(const Phrase& phrase) const { return text::visible(phrase.in(language_)); }
  double width_of(const std::vector<std::string>& lines) const {
    return canvas_.column() * static_cast<double>(widest(lines));
  }

  void words(double x, double y, std::string_view anchor, std::string_view kind, std::string_view what) {
    shapes_ += fmt::format("<text class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n",
                           kind, x, y, anchor, escaped_markup(what));
  }

  void lay_out() {
    std::size_t figures = 0;
    for (const double tick : frame_.ticks_y())
      figures = std::max(figures, text::width(frame_.said_y(tick, language_)));
    const double wide_sign = plot_.y.kind == AxisKind::share ? canvas_.letters / 2 : 0; // of per cent
    const double left = canvas_.column() * static_cast<double>(figures) + gap + wide_sign;
    const double top = canvas_.line() * ((plot_.uprights.empty() ? 0.6 : 1.6) + (names_y() ? 1 : 0));
    area_ = {left, top, canvas_.width - left - gap * 2, canvas_.plot_height};
    name_curves();
    if (labels_.empty())
      return;
    double right = gap * 2;
    for (const Label& label : labels_)
      if (is_at_the_right(label.curve))
        right = std::max(right, width_of(label.lines) + gap * 2);
    area_.width = canvas_.width - left - right;
    if (area_.width < canvas_.width * least_share || !place_labels())
      labels_.clear();
    if (labels_.empty())
      area_.width = canvas_.width - left - gap * 2;
  }
  static constexpr double least_share = 0.5; ///< of the width, for what is drawn

  static bool ends_anywhere(const Plot::Curve& curve) {
    return std::any_of(curve.points.begin(), curve.points.end(), [](const Plot::Point& point) {
      return std::isfinite(point.x) && std::isfinite(point.y);
    });
  }
  /// A band is told with the curve in its middle.
  bool is_told_by_another(std::size_t curve) const {
    const Plot::Curve& band = plot_.curves[curve];
    return band.style == Plot::Style::band && band.role != Role::plain &&
           std::any_of(plot_.curves.begin(), plot_.curves.end(), [&](const Plot::Curve& other) {
             return other.style != Plot::Style::band && other.role == band.role;
           });
  }
  void name_curves() {
    const std::size_t most_columns =
        static_cast<std::size_t>(canvas_.width * (1 - least_share) * 0.6 / canvas_.column());
    constexpr std::size_t most_lines = 3;
    for (std::size_t i = 0; i < plot_.curves.size(); ++i) {
      const Plot::Curve& curve = plot_.curves[i];
      if (!ends_anywhere(curve) || is_told_by_another(i))
        continue;
      const std::string label = said(curve.label);
      Label one{i, lines_of(label.empty() ? said(curve.name) : label, most_columns), {}};
      if (one.lines.size() > most_lines || widest(one.lines) > most_columns || !has_an_end(curve))
        return labels_.clear();
      labels_.push_back(std::move(one));
    }
  }
  /// Points strewn about are told by their marks, beneath.
  static bool has_an_end(const Plot::Curve& curve) {
    return curve.style != Plot::Style::dots || curve.role != Role::plain;
  }
  static const Plot::Point& end_of(const Plot::Curve& curve) {
    return *std::find_if(curve.points.rbegin(), curve.points.rend(), [](const Plot::Point& point) {
      return std::isfinite(point.x) && std::isfinite(point.y);
    });
  }
  /// A mark is named where it stands; the eye runs on along a line.
  bool is_at_the_right(std::size_t curve) const {
    const double near = plot_.curves[curve].style == Plot::Style::goal ? 0.97 : 0.85;
    return frame_.share_x(end_of(plot_.curves[curve]).x) >= near;
  }

  bool place_labels() {
    std::vector<Wanted> wanted;
    for (Label& label : labels_) {
      const Plot::Point& end = end_of(plot_.curves[label.curve]);
      label.end = {x_of(end.x), y_of(end.y)};
      label.box.width = width_of(label.lines);
      label.box.height = canvas_.line() * static_cast<double>(label.lines.size());
      if (is_at_the_right(label.curve))
        wanted.push_back({label.end.y, label.box.height});
    }
    const auto tops =
        spread(wanted, names_y() ? canvas_.line() * 1.2 : 0, area_.top + area_.height + canvas_.line() / 2);
    if (!tops)
      return false;
    std::size_t next = 0;
    for (Label& label : labels_)
      if (is_at_the_right(label.curve)) {
        label.box.left = area_.left + area_.width + gap * 1.5;
        label.box.top = (*tops)[next++];
      }
    const std::vector<Place> taken = samples();
    for (Label& label : labels_)
      if (!is_at_the_right(label.curve) && !place_within(label, taken))
        return false;
    return true;
  }

  /// Places that lines and marks run through.
  std::vector<Place> samples() const {
    constexpr int steps = 24;
    std::vector<Place> all;
    for (const Plot::Curve& curve : plot_.curves) {
      if (curve.style == Plot::Style::band)
        continue;
      for (std::size_t i = 0; i < curve.points.size(); ++i) {
        const Place from{x_of(curve.points[i].x), y_of(curve.points[i].y)};
        all.push_back(from);
        if (i + 1 == curve.points.size() || curve.style == Plot::Style::dots ||
            curve.style == Plot::Style::goal)
          continue;
        const Place to{x_of(curve.points[i + 1].x), y_of(curve.points[i + 1].y)};
        for (int step = 1; step < steps; ++step)
          all.push_back({from.x + (to.x - from.x) * step / steps, from.y + (to.y - from.y) * step / steps});
      }
    }
    return all;
  }

  /// About its end, where least is drawn.
  bool place_within(Label& label, const std::vector<Place>& taken) const {
    std::optional<Box> best;
    std::size_t least = 0;
    for (const double away : {gap, gap * 3, gap * 6, gap * 10})
      for (const double down : {-1.0, 1.0})
        for (const double along : {-1.0, 0.0, -0.5}) {
          const Box box{label.end.x + along * label.box.width,
                        down < 0 ? label.end.y - away - label.box.height : label.end.y + away,
                        label.box.width, label.box.height};
          const bool is_free =
              area_.holds(box) && std::none_of(labels_.begin(), labels_.end(), [&](const Label& other) {
                return &other != &label && other.box.meets(box);
              });
          if (!is_free)
            continue;
          const auto crossed =
              static_cast<std::size_t>(std::count_if(taken.begin(), taken.end(), [&](const Place& at) {
                return box.meets({at.x, at.y, 0.1, 0.1});
              }));
          if (!best || crossed < least) {
            best = box;
            least = crossed;
          }
        }
    if (best)
      label.box = *best;
    return best.has_value();
  }

  void add(const Label& label) {
    const Plot::Curve& curve = plot_.curves[label.curve];
    const double middle = label.box.top + label.box.height / 2;
    if (is_at_the_right(label.curve) && std::abs(middle - label.end.y) > canvas_.line() / 2)
      shapes_ += fmt::format("<path class=\"leader\" d=\"M{:.1f} {:.1f}L{:.1f} {:.1f}\"/>\n", label.end.x + 3,
                             label.end.y, label.box.left - 2, middle);
    double y = label.box.top + canvas_.letters;
    for (const std::string& line : label.lines) {
      words(label.box.left, y, "start", class_of(curve.role), line);
      y += canvas_.line();
    }
  }

  void add_axes() {
    for (const double tick : frame_.ticks_y()) {
      shapes_ += fmt::format("<path class=\"grid\" d=\"M{:.1f} {:.1f}H{:.1f}\"/>", area_.left, y_of(tick),
                             area_.left + area_.width);
      words(area_.left - gap / 2, y_of(tick) + canvas_.letters * 0.35, "end", "soft",
            frame_.said_y(tick, language_));
    }
    const double bottom = area_.top + area_.height + canvas_.line() * 1.25; // clear of the lowest figure of y
    double free_from = 0;
    constexpr double column_of_tick = 12;
    for (const double tick :
         frame_.ticks_x(static_cast<std::size_t>(area_.width / canvas_.column() / column_of_tick))) {
      const std::string figure = frame_.tick_x(tick, language_);
      const double half = canvas_.column() * static_cast<double>(text::width(figure)) / 2;
      const double x = std::clamp(x_of(tick), half, std::max(half, canvas_.width - half));
      if (x - half < free_from)
        continue;
      shapes_ +=
          fmt::format("<path class=\"grid\" d=\"M{:.1f} {:.1f}v5\"/>", x_of(tick), area_.top + area_.height);
      words(x, bottom, "middle", "soft", figure);
      free_from = x + half + canvas_.column();
    }
    if (names_x())
      name_x(bottom + canvas_.line());
    if (names_y())
      words(0, canvas_.letters, "start", "soft", cut(said(plot_.y.name), 0));
  }

  void name_x(double y) {
    const std::string name = cut(said(plot_.x.name), 0);
    const double half = canvas_.column() * static_cast<double>(text::width(name)) / 2;
    words(std::clamp(area_.left + area_.width / 2, half, std::max(half, canvas_.width - half)), y, "middle",
          "soft", name);
  }

  void add_uprights() {
    double free_from = 0;
    for (const Plot::Upright& one : plot_.uprights) {
      if (!std::isfinite(one.x) || one.x < frame_.low_x() || one.x > frame_.high_x())
        continue;
      shapes_ += fmt::format("<path class=\"axis dashed\" d=\"M{:.1f} {:.1f}V{:.1f}\"/>", x_of(one.x),
                             top_of_uprights() + canvas_.line() * 1.2, area_.top + area_.height);
      const std::string name = cut(said(one.name), 0);
      const double half = canvas_.column() * static_cast<double>(text::width(name)) / 2;
      const double x = std::clamp(x_of(one.x), half, canvas_.width - half);
      if (x - half < free_from)
        continue;
      words(x, top_of_uprights() + canvas_.letters, "middle", "soft", name);
      free_from = x + half + canvas_.column();
    }
  }

  /// What fits beside what is taken already.
  std::string cut(const std::string& name, double taken) const {
    const auto most = static_cast<std::size_t>((canvas_.width - taken) / canvas_.column());
    return text::width(name) <= most ? name : text::columns(name, 0, most - 1) + "…";
  }

  double add_to_legend(std::size_t number, double y) {
    const Plot::Curve& curve = plot_.curves[number];
    constexpr double sample = 30;
    Plot::Curve small{curve.name, curve.style, {{2, y}, {sample, y}}, curve.role};
    if (curve.style == Plot::Style::dots || curve.style == Plot::Style::goal)
      small.points = {{sample / 2, y}};
    if (curve.style == Plot::Style::band)
      for (Plot::Point& point : small.points) {
        point.low = y + 5;
        point.high = y - 5;
      }
    shapes_ += drawn(small, number_of(number), [](const Plot::Point& point, double at) {
      return Place{point.x, at};
    });
    words(sample + gap, y + canvas_.letters * 0.35, "start", class_of(curve.role),
          cut(said(curve.name), sample + gap));
    return y + canvas_.line() * 1.15;
  }

  template <class PlaceOf>
  static std::string drawn(const Plot::Curve& curve, std::size_t number, PlaceOf place_of) {
    std::vector<Plot::Point> points = curve.points;
    std::erase_if(
        points, [](const Plot::Point& point) { return !std::isfinite(point.x) || !std::isfinite(point.y); });
    if (points.empty())
      return {};
    std::string all;
    if (curve.style == Plot::Style::band) {
      std::string back;
      for (const Plot::Point& point : points) {
        const Place high = place_of(point, point.high.value_or(point.y));
        const Place low = place_of(point, point.low.value_or(point.y));
        all += fmt::format("{:.1f},{:.1f} ", high.x, high.y);
        back.insert(0, fmt::format("{:.1f},{:.1f} ", low.x, low.y));
      }
      return fmt::format("<polygon class=\"band {}\" points=\"{}{}\"/>\n", class_of(curve.role), all, back);
    }
    const bool is_joined = curve.style != Plot::Style::dots && curve.style != Plot::Style::goal;
    if (is_joined && points.size() > 1) {
      for (const Plot::Point& point : points) {
        const Place at = place_of(point, point.y);
        all += fmt::format("{:.1f},{:.1f} ", at.x, at.y);
      }
      return fmt::format("<polyline class=\"curve {} {}\" points=\"{}\"/>\n", stroke_of(curve, number),
                         class_of(curve.role), all);
    }
    for (const Plot::Point& point : points) {
      const Place at = place_of(point, point.y);
      if (point.low && point.high)
        all += fmt::format("<path class=\"curve {}\" d=\"M{:.1f} {:.1f}V{:.1f}\"/>", class_of(curve.role),
                           at.x, place_of(point, *point.low).y, place_of(point, *point.high).y);
      all += marker(curve, number, at);
    }
    return all + "\n";
  }

  /// Among the plain lines, of which the first is whole; of marks, the place among all.
  std::size_t number_of(std::size_t curve) const {
    const auto is_plain_line = [](const Plot::Curve& one) {
      return one.style == Plot::Style::line && one.role == Role::plain;
    };
    if (!is_plain_line(plot_.curves[curve]))
      return curve;
    return static_cast<std::size_t>(std::count_if(
        plot_.curves.begin(), plot_.curves.begin() + static_cast<std::ptrdiff_t>(curve), is_plain_line));
  }

  /// Plain curves differ by their dashes, which grey paper keeps; dashes last, as some are dashed by their
  /// style.
  static std::string_view stroke_of(const Plot::Curve& curve, std::size_t number) {
    if (curve.style == Plot::Style::dashed)
      return "dashed";
    if (curve.style == Plot::Style::dotted)
      return "dotted";
    constexpr std::string_view strokes[] = {"", "dotted", "mixed", "dashed"};
    return curve.role == Role::plain ? strokes[number % std::size(strokes)] : "";
  }

  /// A shape of its own for each, so that colour is not all that tells them apart.
  static std::string marker(const Plot::Curve& curve, std::size_t number, Place at) {
    if (curve.style == Plot::Style::goal)
      return fmt::format("<circle class=\"goal {}\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"6\"/>",
                         class_of(curve.role), at.x, at.y);
    const std::string kind = fmt::format("{} {}", number % 2 == 1 ? "hollow" : "dot", class_of(curve.role));
    if (curve.role == Role::plain && number % 4 > 1)
      return fmt::format("<rect class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"8\" height=\"8\"/>", kind,
                         at.x - 4, at.y - 4);
    return fmt::format("<circle class=\"{}\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\"/>",
                       curve.role == Role::plain ? kind : fmt::format("dot {}", class_of(curve.role)), at.x,
                       at.y, 4);
  }
};
} // namespace

Drawing plot_as_svg(const Plot& plot, Language language, const Canvas& canvas) {
  return PlotSvg(plot, language, canvas).draw();
}

} // namespace deploy_plan::report
