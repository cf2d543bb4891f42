import Assignment
import Boundaries
package import Cartography
import Geometry
import Interchange
import Projections
import Tables

/// The map of a density with its hotspots, its method and its sources.
///
///     let density = try await study.run(KernelDensity(bandwidth: .metres(300)))
///     try DensityFigure(density)?.write(to: "density.svg")
///
/// Bands are coloured by their density, and hotspots are outlined, numbered and listed. Dark ground has
/// many incidents near by, which is not a high rate. The map states the period if another method of the
/// same pass reads it, such as ``AreaCounts/readsPeriod``.
public struct DensityFigure: Sendable {
  /// The density, which has bands.
  public let density: KernelDensity.Result
  /// The title; `nil` for one that describes the data.
  public var title: String?
  /// The protective marking, at the head and the foot of the sheet.
  public var marking: String?
  /// The page, and the backdrop below the bands.
  public var look = MapLook()
  /// What is outlined, numbered and listed.
  package var hotspots: HotspotMarks

  /// Creates a map with a default title on A4; `nil` for a density without
  /// ``KernelDensity/drawsBands``.
  public init?(_ density: KernelDensity.Result) {
    guard density.bands != nil else { return nil }
    self.density = density
    let label = density.reading.options.amountLabel
    hotspots =
      density.hotspotWords?.marks(valueLabel: label)
      ?? HotspotMarks(
        list: [], outlines: OutlineTable(), valueLabel: label, summary: "Hotspots: not asked for.")
  }

  /// Returns the map as an SVG document in UTF-8.
  ///
  /// - Returns: The bytes, the same for the same density.
  /// - Complexity: O(*n* log *n*) for *n* vertices of areas and bands.
  public func svg() -> [UInt8] { map().svg() }

  /// Writes the map to a file that appears when it is complete.
  ///
  /// - Parameter path: The file, or `-` for standard output.
  /// - Throws: ``Interchange/OutputError``.
  public func write(to path: String) throws(OutputError) { try OutputFile.write(svg(), to: path) }

  /// Draws the map.
  ///
  /// - Parameters:
  ///   - page: The page; that of the look if `nil`.
  ///   - identifierPrefix: A prefix for every identifier in the drawing.
  /// - Returns: The map.
  package func map(page: Page? = nil, identifierPrefix: String = "") -> IsoplethMap {
    let reading = density.reading
    let options = reading.options
    let amounts = options.amountWords
    // A legend begins with the name of the weight as the file has it, without quotes.
    let heading =
      options.weightName.map { "\($0) per km²" } ?? options.amountWords(per: "km²")
    var description = MapDescription(
      title: title ?? "Density of \(amounts)", subtitle: reading.subtitle(),
      value: MapValue(column: "per_km2", label: amounts, kind: .count))
    description.legendHeading = heading.prefix(1).uppercased() + heading.dropFirst()
    description.placeNoun = options.weightName ?? options.amountNoun
    description.marking = marking
    description.identifierPrefix = identifierPrefix
    guard case .areas(let bands) = density.requiredBands.geometry else {
      preconditionFailure("DensityFigure: bands without ground")
    }
    return IsoplethMap(
      bands: bands, numbers: density.bandNumbers, bandCount: density.breaks.count + 1,
      labels: density.bandLabels, counts: counts,
      areas: reading.requiredInput.boundaries.layers[0].outlines, hotspots: hotspots.list,
      hotspotOutlines: hotspots.outlines, summary: hotspots.summary,
      notes: notes(isAlone: description.standsAlone),
      description: look.applied(to: description), page: page ?? look.page)
  }

  /// Returns the notes; on a page, which says so itself, without where the data comes from.
  private func notes(isAlone: Bool) -> [String] {
    let reading = density.reading
    var notes = isAlone ? ["Source: \(look.source(reading.sourceNames))"] : []
    notes.append("Rows: \(ReconciliationWords.sentence(for: reading.reconciliations[0]))")
    if isAlone {
      notes.append("Projection: \(reading.requiredInput.plan.projection.summary.line)")
      if let moved = reading.likeness.sourcePositions { notes.append("Positions: \(moved.words).") }
    }
    notes += [
      "Method: \(density.methodWords), bandwidth \(density.bandwidth.description), cells of "
        + "\(NumberWords.length(density.area.grid.cellSize)) m.",
      density.scaleNote ?? "Classes: \(density.classWords).",
    ]
    if !density.volumeLines.isEmpty {
      notes.append("Volume: \(density.volumeLines.joined(separator: "; ")).")
    }
    if let weighing = reading.weighing, reading.options.usesWeights {
      notes.append("Weights: \(weighing.figureWords)")
    }
    if let sensitivity = density.sensitivity { notes.append("Sensitivity: \(sensitivity).") }
    return notes
  }

  /// The incidents of each band, or the sum of their weights.
  private var counts: [Int] {
    let bands = density.requiredBands
    let column = bands[column: density.reading.options.weightColumn] ?? bands[column: "incidents"]
    return (0..<bands.rowCount).map { row in
      Int((column?.values.number(at: row) ?? 0).rounded())
    }
  }
}

extension KernelDensity.Result {
  /// The bands as a style.
  package var style: QGISStyle {
    QGISStyle(
      bandsOf: "band", numbers: bandNumbers, bandCount: breaks.count + 1, labels: bandLabels)
  }

  fileprivate var bandNumbers: [Int] {
    let column = requiredBands[column: "band"]?.values
    return (0..<requiredBands.rowCount).map { Int(column?.number(at: $0) ?? 1) }
  }

  /// What the key says of each band, its limits in full.
  fileprivate var bandLabels: [String] {
    let (from, to) = (requiredBands[column: "from_per_km2"], requiredBands[column: "to_per_km2"])
    func text(_ value: Double) -> String { NumberWords.decimal(value, places: breakPlaces) }
    return (0..<requiredBands.rowCount).map { row in
      let (low, high) = (from?.values.number(at: row) ?? 0, to?.values.number(at: row))
      guard let high else { return "\(text(low)) and over" }
      return low > 0 ? "\(text(low)) to under \(text(high))" : "under \(text(high))"
    }
  }
}
