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
  let analysis: DensityAnalysis
  let options: StudyOptions
  let report: DensityReport
  /// What is outlined, numbered and listed.
  let hotspots: HotspotMarks
  /// How much the hotspots depend on the bandwidth, where it was asked for.
  var sensitivity: String?
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
    let incidents = analysis.incidents
    let words = incidents.reading
    var description = MapDescription(
      title: title ?? "Density of \(options.amountWords)", subtitle: words.subtitle(),
      value: MapValue(column: "per_km2", label: options.amountWords, kind: .count))
    let heading = options.incidents.weightName ?? options.amountWords
    description.legendHeading = "\(heading.prefix(1).uppercased())\(heading.dropFirst()) per km²"
    description.placeNoun = options.incidents.weightName ?? options.amountWords
    description.marking = marking
    description.identifierPrefix = identifierPrefix
    let reconciliation = ReconciliationWords.sentence(for: incidents.reconciliations[0])
    let notes =
      [
        "Source: \(look.source(words.sourceNames))", "Rows: \(reconciliation)",
        "Projection: \(incidents.input.plan.projection.summary.line)",
      ] + (incidents.likeness.sharedPlaces.map { ["Positions: \($0.words)."] } ?? []) + [
        "Method: \(report.methodWords), bandwidth \(analysis.bandwidth.description), cells of "
          + "\(DensityReport.length(analysis.area.grid.cellSize)) m.",
        classNote,
      ]
      + (report.volumeLines.isEmpty
        ? [] : ["Volume: \(report.volumeLines.joined(separator: "; "))."])
      + (sensitivity.map { ["Sensitivity: \($0)."] } ?? [])
    guard case .areas(let bands) = analysis.bands.geometry else {
      preconditionFailure("DensityMapMaker: bands without ground")
    }
    return IsoplethMap(
      bands: bands, numbers: Self.numbers(of: analysis), bandCount: analysis.breaks.count + 1,
      labels: labels, counts: counts,
      areas: incidents.input.boundaries.layers[0].outlines, hotspots: hotspots.list,
      hotspotOutlines: hotspots.outlines, summary: hotspots.summary, notes: notes,
      description: look.applied(to: description), page: page ?? look.page)
  }

  private var counts: [Int] {
    let bands = analysis.bands
    let column = (bands[column: analysis.weightColumn] ?? bands[column: "incidents"])?.values
    return (0..<analysis.bands.rowCount).map { row in
      Int((column?.number(at: row) ?? 0).rounded())
    }
  }

  private var labels: [String] { Self.labels(of: analysis) }

  /// The bands of the map as a style.
  static func style(of analysis: DensityAnalysis) -> QGISStyle {
    QGISStyle(
      bandsOf: "band", numbers: numbers(of: analysis), bandCount: analysis.breaks.count + 1,
      labels: labels(of: analysis))
  }

  private static func numbers(of analysis: DensityAnalysis) -> [Int] {
    let column = analysis.bands[column: "band"]?.values
    return (0..<analysis.bands.rowCount).map { Int(column?.number(at: $0) ?? 1) }
  }

  /// What the key says of each band, its limits in full.
  private static func labels(of analysis: DensityAnalysis) -> [String] {
    let (from, to) = (analysis.bands[column: "from_per_km2"], analysis.bands[column: "to_per_km2"])
    func text(_ value: Double) -> String {
      NumberWords.decimal(value, places: analysis.breakPlaces)
    }
    return (0..<analysis.bands.rowCount).map { row in
      let (low, high) = (from?.values.number(at: row) ?? 0, to?.values.number(at: row))
      guard let high else { return "\(text(low)) and over" }
      return low > 0 ? "\(text(low)) to under \(text(high))" : "under \(text(high))"
    }
  }

  private var classNote: String {
    if let note = analysis.scaleNote { return note }
    return "Classes: \(report.classWords)."
  }
}
