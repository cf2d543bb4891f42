import Boundaries
import Cartography
import Geometry
import Topology

extension LayerInspection {
  /// Most faults of a kind that are listed one by one.
  private static let faultsShown = 5

  /// Adds the layer's section to a report, with remarks in the words given.
  func append(to report: inout ReportText, _ wording: (InspectionRemark) -> String) {
    let outlines = layer.outlines
    report.heading("Boundaries: \(layer.path)")
    report.row("areas", areaWords)
    report.row(
      "outlines",
      "\(NumberWords.grouped(outlines.polygonCount)) parts "
        + "(\(NumberWords.grouped(multipartAreas)) of the areas have several), "
        + "\(NumberWords.grouped(holes)) holes, "
        + "\(NumberWords.grouped(outlines.vertexCount)) vertices")
    report.row("codes", "'\(layer.codeField)'" + (vintage.map { ", areas of \($0)" } ?? ""))
    report.row("names", layer.nameField.map { "'\($0)'" } ?? "none found: the codes stand for them")
    report.row("other fields", ReportWords.list(otherFields))
    report.row("text", "\(layer.encoding.encoding), by \(layer.encoding.source)")
    report.row("coordinate system", systemWords)
    appendExtent(to: &report)
    report.row("invalid outlines", invalidWords)
    report.table(
      invalidAreas.prefix(Self.faultsShown).map { invalid in
        [
          "\(layer.codes[invalid.area]): \(invalid.fault)"
            + (invalid.location.map { " at \(words(for: $0))" } ?? "")
        ]
      })
    appendTopology(to: &report)
    report.list("worth knowing", remarks.map(wording))
  }

  /// The fields that are neither codes nor names.
  var otherFields: [String] {
    layer.fieldNames.filter { $0 != layer.codeField && $0 != layer.nameField }
  }

  private func appendExtent(to report: inout ReportText) {
    let box = layer.outlines.box
    report.row(
      "extent",
      "\(words(for: Point(x: box.minX, y: box.minY))) to "
        + words(for: Point(x: box.maxX, y: box.maxY)))
    guard let (smallest, largest) = extremes else { return }
    report.row("size", "\(squareKilometres(squareMetres.reduce(0, +))) in all")
    report.row(
      "smallest, largest",
      "\(layer.codes[smallest]) \(squareKilometres(squareMetres[smallest])), "
        + "\(layer.codes[largest]) \(squareKilometres(squareMetres[largest]))")
  }

  private func appendTopology(to report: inout ReportText) {
    guard let topology else {
      report.row("overlaps, gaps", "not looked for: lengths cannot be measured")
      return
    }
    let shared = topology.overlaps.reduce(0) { $0 + $1.area }
    report.row(
      "overlaps",
      topology.overlaps.isEmpty
        ? "none" : "\(pairs(topology.overlaps.count)) share \(squareMetreWords(shared))")
    report.table(
      worstOverlaps.prefix(Self.faultsShown).map { overlap in
        [
          "\(layer.codes[overlap.first]) and \(layer.codes[overlap.second])",
          squareMetreWords(overlap.area),
        ]
      })
    report.row(
      "gaps",
      topology.gaps.isEmpty
        ? "none"
        : "\(NumberWords.grouped(topology.slivers.count)) narrower than "
          + "\(ReportWords.metres(topology.sliverWidth)), "
          + "\(NumberWords.grouped(topology.openings.count)) wider; "
          + "\(squareMetreWords(topology.gapArea)) in all")
    report.table(
      topology.gaps.prefix(Self.faultsShown).map { gap in
        [
          "at \(words(for: gap.location)), by "
            + ReportWords.codes(gap.neighbours.map { layer.codes[$0] }),
          squareMetreWords(gap.area),
        ]
      })
  }
}

// MARK: - Words

extension LayerInspection {
  private var areaWords: String {
    let all =
      "\(NumberWords.grouped(areasInFile)) in \(NumberWords.grouped(layer.recordCount)) records"
    let used = layer.mergedCount ?? layer.areaCount
    let kept =
      used == areasInFile ? all : "\(NumberWords.grouped(used)) in the study area, of \(all)"
    return kept + (layer.mergingWords.map { ", \($0)" } ?? "")
  }

  private var systemWords: String {
    let own = ownSystem.code.map { "\(ownSystem.name) (\($0))" } ?? ownSystem.name
    let assumed = layer.isProjectionAssumed ? ", which the file does not say" : ""
    let measured =
      ownSystem.name == system.name ? "" : "; measured in \(system.name) (\(system.code))"
    return own + assumed + measured
  }

  private var invalidWords: String {
    invalidAreas.isEmpty ? "none" : "\(NumberWords.grouped(invalidAreas.count)) areas"
  }

  private func words(for point: Point) -> String {
    let places = unfitness?.fault == .notProjected ? 6 : 1
    return "\(NumberWords.decimal(point.x, places: places)) "
      + NumberWords.decimal(point.y, places: places)
  }

  private func squareKilometres(_ squareMetres: Double) -> String {
    "\(NumberWords.decimal(squareMetres / 1e6, places: 3)) km²"
  }

  private func pairs(_ count: Int) -> String {
    count == 1 ? "1 pair of areas" : "\(NumberWords.grouped(count)) pairs of areas"
  }

  private func squareMetreWords(_ area: Double) -> String {
    area < 0.1 ? "less than 0.1 m²" : "\(NumberWords.decimal(area, places: 1)) m²"
  }
}
