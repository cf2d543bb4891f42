import Assignment
import Boundaries
import Cartography
import Geometry
import HotspotAnalysis
import HotspotsKit
import Projections
import Statistics
import Tables

/// Draws the map of a density, with what a map must say of its making.
struct DensityMapMaker {
  let density: KernelDensity.Result
  /// What is outlined, numbered and listed.
  let hotspots: HotspotMarks
  /// The title that the user gave.
  let title: String?
  /// The protective marking.
  var marking: String?
  /// The page and the backdrops.
  var look = MapLook()

  /// Draws the map.
  ///
  /// - Parameters:
  ///   - page: The page; else that of the look.
  ///   - identifierPrefix: What stands before every identifier of the drawing.
  /// - Returns: The map.
  func map(page: Page? = nil, identifierPrefix: String = "") -> IsoplethMap {
    let words = density.reading
    let (options, input) = (words.options, words.requiredInput)
    var description = MapDescription(
      title: title ?? "Density of \(options.amountWords)", subtitle: words.subtitle(),
      value: MapValue(column: "per_km2", label: options.amountWords, kind: .count))
    let heading = options.incidents.weightName ?? options.amountWords
    description.legendHeading = "\(heading.prefix(1).uppercased())\(heading.dropFirst()) per km²"
    description.placeNoun = options.incidents.weightName ?? options.amountWords
    description.marking = marking
    description.identifierPrefix = identifierPrefix
    let reconciliation = ReconciliationWords.sentence(for: words.reconciliations[0])
    let notes =
      [
        "Source: \(look.source(words.sourceNames))", "Rows: \(reconciliation)",
        "Projection: \(input.plan.projection.summary.line)",
      ] + (words.likeness.sharedPlaces.map { ["Positions: \($0.words)."] } ?? []) + [
        "Method: \(density.methodWords), bandwidth \(density.bandwidth.description), cells of "
          + "\(NumberWords.length(density.area.grid.cellSize)) m.",
        classNote,
      ]
      + (density.volumeLines.isEmpty
        ? [] : ["Volume: \(density.volumeLines.joined(separator: "; "))."])
      + (density.sensitivity.map { ["Sensitivity: \($0)."] } ?? [])
    guard case .areas(let bands) = density.requiredBands.geometry else {
      preconditionFailure("DensityMapMaker: bands without ground")
    }
    return IsoplethMap(
      bands: bands, numbers: Self.numbers(of: density), bandCount: density.breaks.count + 1,
      labels: labels, counts: counts,
      areas: input.boundaries.layers[0].outlines, hotspots: hotspots.list,
      hotspotOutlines: hotspots.outlines, summary: hotspots.summary, notes: notes,
      description: look.applied(to: description), page: page ?? look.page)
  }

  private var counts: [Int] {
    let bands = density.requiredBands
    let column =
      (bands[column: density.reading.options.weightColumn] ?? bands[column: "incidents"])?.values
    return (0..<bands.rowCount).map { row in
      Int((column?.number(at: row) ?? 0).rounded())
    }
  }

  private var labels: [String] { Self.labels(of: density) }

  /// The bands of the map as a style.
  static func style(of density: KernelDensity.Result) -> QGISStyle {
    QGISStyle(
      bandsOf: "band", numbers: numbers(of: density), bandCount: density.breaks.count + 1,
      labels: labels(of: density))
  }

  private static func numbers(of density: KernelDensity.Result) -> [Int] {
    let column = density.requiredBands[column: "band"]?.values
    return (0..<density.requiredBands.rowCount).map { Int(column?.number(at: $0) ?? 1) }
  }

  /// What the key says of each band, its limits in full.
  private static func labels(of density: KernelDensity.Result) -> [String] {
    let (from, to) = (
      density.requiredBands[column: "from_per_km2"], density.requiredBands[column: "to_per_km2"]
    )
    func text(_ value: Double) -> String {
      NumberWords.decimal(value, places: density.breakPlaces)
    }
    return (0..<density.requiredBands.rowCount).map { row in
      let (low, high) = (from?.values.number(at: row) ?? 0, to?.values.number(at: row))
      guard let high else { return "\(text(low)) and over" }
      return low > 0 ? "\(text(low)) to under \(text(high))" : "under \(text(high))"
    }
  }

  private var classNote: String {
    if let note = density.scaleNote { return note }
    return "Classes: \(density.classWords)."
  }
}
