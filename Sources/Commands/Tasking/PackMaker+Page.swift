import Assignment
import Boundaries
import Cartography
import HotspotAnalysis
import HotspotsKit
import Incidents
import Projections
import Tables
import Tasking

// What the page of a pack says, in words.
extension PackMaker {
  func contents(
    _ layers: [PackLayer], warnings: [String]
  ) throws(AreaMapError) -> PackContents {
    PackContents(
      title: title ?? "Tasking pack", period: analysis.period.words, selection: selection,
      marking: marking, layers: layers, places: places.contents(figure: Self.figure),
      clusters: try clustersContents(), changes: changes.contents, hours: hours?.contents,
      rowReasons: Dictionary(
        uniqueKeysWithValues: RowReason.allCases.map { ($0.name, $0.explanation) }),
      rejectedExamples: analysis.reading.rejectedExamples,
      accuracyMetres: analysis.input.accuracyDistance,
      movedPositions: analysis.likeness.sharedPlaces?.words, choices: choices, warnings: warnings,
      files: files, absences: absences)
  }

  private func clustersContents() throws(AreaMapError) -> PackClusters? {
    guard let clusters else { return nil }
    return try clusters.contents(figure: Self.figure)
  }

  private var selection: String {
    (options.filter.hours.map { "\($0.words), weighed by the chance of lying in these hours; " }
      ?? "") + options.filter.categoryWords
  }

  private var choices: [PackChoice] {
    let input = analysis.input
    let projection = input.plan.projection.summary
    var choices: [PackChoice] = []
    for (source, rows) in zip(input.sources, analysis.reading.rowsByFile) {
      choices.append(
        PackChoice("Incidents", "\(source.path), \(NumberWords.grouped(rows)) rows"))
      choices.append(PackChoice("Columns", source.columns.summary))
      if let order = source.dateOrder?.words { choices.append(PackChoice("Dates", order)) }
    }
    for (layer, before) in zip(input.boundaries.layers, input.boundaries.areaCounts) {
      let fields = [layer.codeField, layer.nameField].compactMap(\.self).joined(separator: " and ")
      let kept =
        layer.areaCount == before
        ? "\(NumberWords.grouped(before)) areas"
        : "\(NumberWords.grouped(layer.areaCount)) of \(NumberWords.grouped(before)) areas"
      choices.append(
        PackChoice("Boundaries", "\(layer.path), \(kept), codes and names from \(fields)"))
    }
    if let area = options.boundaries.studyArea { choices.append(PackChoice("Study area", area)) }
    choices += [
      PackChoice("Coordinate system", input.boundaries.crsName),
      PackChoice("Projection", projection.line),
    ]
    if let approximation = input.plan.approximation {
      choices.append(PackChoice("Computed by", approximation.description))
    }
    if let advice = projection.advice { choices.append(PackChoice("Better conversion", advice)) }
    if let moved = analysis.likeness.sharedPlaces {
      choices.append(PackChoice("Positions", moved.words))
    }
    if let unique = analysis.likeness.uniqueWords { choices.append(PackChoice("Repeats", unique)) }
    choices.append(
      PackChoice(
        "Counting",
        "each incident in exactly one area of each layer; an edge belongs to one of its two areas"
          + (options.boundaries.snap > 0
            ? "; incidents up to \(NumberWords.decimal(options.boundaries.snap, places: 1)) m outside count in "
              + "the nearest area" : "")))
    choices += places.choices
    if let clusters {
      choices.append(
        PackChoice(
          "Local statistics",
          "\(clusters.clusters.methodWords); places: \(clusters.clusters.unitWords); "
            + "neighbours: \(clusters.clusters.neighbourWords)"
        ))
    }
    for change in findings.change.earlier {
      choices.append(
        PackChoice(
          "Compared with", "\(change.name), \(change.days.words), read from the same files"))
    }
    if let found = findings.hours {
      choices += [
        PackChoice(
          "Hours",
          HourFigure.method(
            timeZone: options.filter.timeZone,
            notes: found.timeNotes)),
        PackChoice(
          "Night and shifts",
          "night \(settings.hours.night.words); shifts of \(settings.hours.shift) hours; days begin "
            + "at \(HoursOfDay.label(settings.hours.dayStart))"),
      ]
    }
    if let kept = options.filter.hours {
      choices.append(
        PackChoice(
          "Hours kept",
          "\(kept.words): everywhere in this pack an incident counts with the part of its window "
            + "that lies in them"))
    }
    return choices
  }

  /// The files beside the page, as it lists them.
  private var files: [PackFile] {
    parts.files.filter { $0.part != .page }.map { file in
      PackFile(
        file.path,
        file.part.content(
          PackNouns(
            areas: noun(ofLayer: file.layer).plural, units: placeNoun.plural,
            sheet: look.sheetWords)))
    }
  }

  /// What the pack has not, and why.
  var absences: [PackAbsence] {
    parts.absences + findings.change.absences.map { PackAbsence("change", $0.words) }
  }
}
