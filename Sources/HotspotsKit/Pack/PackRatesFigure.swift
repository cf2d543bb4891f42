import Assignment
import Boundaries
import Cartography
import Tasking

/// Draws and describes the rates of a pack's first layer.
struct PackRatesFigure {
  private let result: BriefingPack.Result
  private let rates: AreaRates

  /// Takes what a pack says; `nil` without a population.
  init?(_ result: BriefingPack.Result) {
    guard let rates = result.areas.rates else { return nil }
    (self.result, self.rates) = (result, rates)
  }

  /// Makes the map.
  ///
  /// - Parameter isOnPage: Whether the map stands on the page, which has title and marking itself.
  /// - Returns: The map, its classes fitted.
  func figure(isOnPage: Bool) -> AreaFigure {
    let words = "incidents \(rates.unit) by \(result.noun(ofLayer: 0).singular)"
    let heading = words.prefix(1).uppercased() + words.dropFirst()
    var figure = AreaFigure(result.areas)
    figure.title = isOnPage ? heading : result.pack.sheetTitle(words)
    figure.marking = isOnPage ? nil : result.pack.marking
    figure.look = isOnPage ? result.pageLook : result.look
    figure.listNames = result.knownAreas[0].map(\.forms)
    return figure
  }

  /// Describes the rates for the page.
  ///
  /// - Parameter page: The size of a figure of the page.
  /// - Returns: What the page says.
  /// - Throws: ``AreaMapError``, ``MapScaleError``.
  func contents(page: Page) throws -> PackRates {
    let areas = result.areas
    let layer = areas.input.boundaries.layers[0]
    let amounts = areas.counts[0].amounts
    let isEstimate = areas.reading.options.filter.hours != nil
    return PackRates(
      noun: result.noun(ofLayer: 0), people: rates.noun, unit: rates.unit, per: rates.per,
      period: areas.period.words,
      areas: layer.codes.indices.map { area in
        PackRates.Area(
          code: layer.codes[area],
          name: result.knownAreas[0][area].words,
          incidents: amounts[area], population: rates.population.values[area],
          rate: rates.rates[area], limits: rates.limits[area].map { $0.low...$0.high },
          smoothed: rates.smoothed[area])
      },
      method: rates.choices(layers: areas.input.boundaries.layers, isEstimated: isEstimate)
        .flatMap(\.sentences),
      warnings: areas.rateFindings.map(\.description), isEstimate: isEstimate,
      map: try figure(isOnPage: true).map(ofLayer: 0, page: page, identifierPrefix: "rate"))
  }
}
