import Boundaries
import Cartography
import HotspotAnalysis
import Incidents
import Statistics
import Tasking

/// Draws and describes the months of a pack.
struct PackTrendFigure {
  private let result: BriefingPack.Result
  private let trend: PackTrend

  /// Takes what a pack says; `nil` if it has no months.
  init?(_ result: BriefingPack.Result) {
    guard let trend = result.trend else { return nil }
    (self.result, self.trend) = (result, trend)
  }

  /// The size of the charts on the page, of all incidents and of areas.
  private static let figure = Page(widthInMillimetres: 182, heightInMillimetres: 112, margin: 6)
  private static let areaFigure = Page(
    widthInMillimetres: 182, heightInMillimetres: 170, margin: 6)

  private var calendar: CoveredCalendar { trend.months.months }
  private var reading: StudyReading { trend.months.reading }

  /// The chart as a sheet: all incidents, and below them the areas that have a line of their own.
  var sheet: MonthChart {
    let words = "incidents a day by month"
    var description = reading.chartDescription(
      title: result.pack.sheetTitle(words),
      subtitle: subtitle)
    description.answers = sentences
    description.marking = result.pack.marking
    description.credits = result.pack.credits
    return chart(
      series, below: overall, description, page: series.isEmpty ? .a4Landscape : .a4Portrait)
  }

  /// What the page says.
  var contents: PackMonths {
    let layers = result.areas.input.boundaries.layers
    let last = calendar.firsts.count - 1
    let areas = zip(trend.lines?.areas ?? [], trend.series).map { area, series in
      let layer = layers[trend.lines?.layer ?? 0]
      let name = layer.names[area]
      return PackMonths.Area(
        code: layer.codes[area], name: name.isEmpty ? layer.codes[area] : name,
        average: series.averages[last],
        earlierAverage: last >= 12 ? series.averages[last - 12] : nil)
    }
    return PackMonths(
      sentences: sentences, chart: figure(overall, "Incidents a day by month"),
      areaChart: series.isEmpty ? nil : areaChart, layer: trend.lines?.layer ?? 0,
      lastMonth: calendar.firsts[last].monthWords, areas: areas)
  }

  // MARK: -

  private var subtitle: String {
    let filter = reading.options.filter
    return [
      calendar.period.words, filter.hours?.words, filter.categoryWords, filter.conditionWords,
    ].compactMap(\.self).joined(separator: "; ")
  }

  /// The months of all incidents.
  private var overall: MonthChart.Series {
    MonthChart.Series(
      trend.all, months: calendar, dispersion: CountDispersion(of: [trend.all], in: calendar))
  }

  /// The months of the areas, which are taken to vary alike: one has too few incidents to tell.
  private var series: [MonthChart.Series] {
    guard let lines = trend.lines else { return [] }
    let layer = result.areas.input.boundaries.layers[lines.layer]
    let dispersion = CountDispersion(of: trend.series, in: calendar)
    return zip(lines.areas, trend.series).map { area, series in
      let name = layer.names[area]
      return MonthChart.Series(
        series, name: name.isEmpty ? layer.codes[area] : name, months: calendar,
        dispersion: dispersion)
    }
  }

  private func figure(_ series: MonthChart.Series, _ title: String) -> MonthChart {
    var description = ChartDescription(title: title, subtitle: subtitle)
    description.identifierPrefix = "months"
    return chart([series], below: nil, description, page: Self.figure)
  }

  private var areaChart: MonthChart {
    let noun = result.noun(ofLayer: trend.lines?.layer ?? 0)
    var description = ChartDescription(
      title: "Incidents a day by month and \(noun.singular)", subtitle: subtitle)
    description.identifierPrefix = "area-months"
    return chart(series, below: nil, description, page: Self.areaFigure)
  }

  private func chart(
    _ series: [MonthChart.Series], below overall: MonthChart.Series?,
    _ description: ChartDescription, page: Page
  ) -> MonthChart {
    let first = calendar.firsts[0].parts
    let layer = trend.lines?.layer ?? 0
    return MonthChart(
      of: series, below: overall, from: (first.year, first.month),
      noun: result.noun(ofLayer: layer).plural, limit: PackTrend.mostLines,
      of: series.count > 1 || overall != nil
        ? result.areas.input.boundaries.layers[layer].areaCount : nil,
      description: description, page: page)
  }

  /// The average of twelve months beside that of a year before, and how the last whole month lies to
  /// what random variation would do.
  private var sentences: [String] {
    let words = trend.months.sentence.dropFirst("months: ".count)
    var sentences = ["\(words.prefix(1).uppercased())\(words.dropFirst())."]
    let overall = overall
    let places = calendar.firsts.indices.filter { overall.months[$0].partDays == nil }
    guard let place = places.last(where: { overall.months[$0].range != nil }),
      let perDay = overall.months[place].perDay, let range = overall.months[place].range
    else { return sentences }
    func text(_ value: Double) -> String { NumberWords.decimal(value, places: value >= 1 ? 1 : 2) }
    let side =
      !overall.months[place].isBeyond
      ? "within" : perDay > range.upperBound ? "above" : "below"
    let basis =
      overall.dispersion.map {
        "the \(text(range.lowerBound)) to \(text(range.upperBound)) that random variation around the "
          + "average explains, with \(NumberWords.decimal($0, places: 1)) times Poisson's variance, as "
          + "these months vary"
      }
      ?? "the \(text(range.lowerBound)) to \(text(range.upperBound)) that random variation around the "
      + "average explains, if incidents were independent"
    sentences.append(
      "\(calendar.firsts[place].monthWords) had \(text(perDay)) incidents a day, \(side) \(basis).")
    let tested = places.filter { overall.months[$0].range != nil }
    let beyond = tested.count { overall.months[$0].isBeyond }
    if tested.count > 1 {
      sentences.append(
        "Beyond it \(beyond == 1 ? "lies" : "lie") \(NumberWords.grouped(beyond)) of the "
          + "\(NumberWords.grouped(tested.count)) months that have such an average; of twenty one does "
          + "by chance.")
    }
    return sentences
  }
}
