import Assignment
import Boundaries
import Cartography
import Incidents
import Projections
import Tasking

extension PackWriter {
  private var studyOptions: StudyOptions { result.areas.reading.options }

  /// What was chosen and how, in the order in which the page shows it.
  var choices: [PackChoice] {
    inputChoices + creditChoices + rateChoices + systemChoices + places.choices
      + (closeUps?.choices ?? []) + statisticChoices
      + result.comparison.earlier.map { earlier in
        PackChoice(
          "Compared with", "\(earlier.name), \(earlier.days.words), read from the same files")
      } + hourChoices
  }

  private var inputChoices: [PackChoice] {
    let input = result.areas.input
    var choices: [PackChoice] = []
    let shown = 6
    for (source, rows) in zip(input.sources, result.areas.reading.rowsByFile).prefix(shown) {
      choices.append(
        PackChoice("Incidents", "\(source.path), \(NumberWords.grouped(rows)) rows"))
      choices.append(PackChoice("Columns", source.columns.summary))
      for words in source.columns.notes { choices.append(PackChoice("Columns", words)) }
      for words in source.coordinateWords { choices.append(PackChoice("Coordinates", words)) }
      for words in source.dateWords { choices.append(PackChoice("Dates", words)) }
    }
    let others = result.areas.reading.rowsByFile.dropFirst(shown)
    if !others.isEmpty {
      choices.append(
        PackChoice(
          "Incidents",
          "\(NumberWords.grouped(others.count)) more files, "
            + "\(NumberWords.grouped(others.reduce(0, +))) rows; manifest.json names them"))
    }
    for (layer, before) in zip(input.boundaries.layers, input.boundaries.areaCounts) {
      let fields = [layer.codeField, layer.nameField].compactMap(\.self).joined(separator: " and ")
      let used = layer.mergedCount ?? layer.areaCount
      let kept =
        used == before
        ? "\(NumberWords.grouped(before)) areas"
        : "\(NumberWords.grouped(used)) of \(NumberWords.grouped(before)) areas"
      let merged = layer.mergingWords.map { " \($0)" } ?? ""
      choices.append(
        PackChoice("Boundaries", "\(layer.path), \(kept)\(merged), codes and names from \(fields)"))
    }
    for area in studyOptions.boundaries.studyAreas {
      choices.append(PackChoice("Study area", area))
    }
    return choices
  }

  /// The credits that nobody gave, though files like these have them.
  private var creditChoices: [PackChoice] {
    let lines = result.suggestedCredits
    return lines.isEmpty
      ? []
      : [
        PackChoice(
          "Credit",
          "none is given; publishers of files like these ask for: \(lines.joined(separator: "; "))")
      ]
  }

  private var rateChoices: [PackChoice] {
    let areas = result.areas
    let choices = areas.rates?.choices(
      layers: areas.input.boundaries.layers, isEstimated: !areas.counts[0].expected.isEmpty)
    return (choices ?? []).flatMap(\.sentences).map { sentence in
      let parts = sentence.split(separator: ":", maxSplits: 1).map(String.init)
      return PackChoice(
        parts[0].prefix(1).uppercased() + parts[0].dropFirst(),
        parts.dropFirst().joined().trimmingPrefix(" ").description)
    }
  }

  private var systemChoices: [PackChoice] {
    let (input, likeness) = (result.areas.input, result.areas.likeness)
    let projection = input.plan.projection.summary
    var choices = [
      PackChoice("Coordinate system", input.boundaries.crsName),
      PackChoice("Projection", projection.line),
    ]
    if let approximation = input.plan.approximation {
      choices.append(PackChoice("Computed by", approximation.description))
    }
    if let better = BetterConversion(projection) {
      choices.append(
        PackChoice(
          "Better conversion", ([better.description] + better.addresses).joined(separator: ", ")))
    }
    if let moved = likeness.sourcePositions { choices.append(PackChoice("Positions", moved.words)) }
    if let unique = likeness.uniqueWords { choices.append(PackChoice("Repeats", unique)) }
    let snap = studyOptions.boundaries.snap
    choices.append(
      PackChoice(
        "Counting",
        "each incident in exactly one area of each layer; an edge belongs to one of its two areas"
          + (snap > 0
            ? "; incidents up to \(NumberWords.decimal(snap, places: 1)) m outside count in the "
              + "nearest area" : "")))
    return choices
  }

  private var statisticChoices: [PackChoice] {
    guard let statistics = result.statistics else { return [] }
    return [
      PackChoice(
        "Local statistics",
        "\(statistics.methodWords); units: \(statistics.unitWords); "
          + "neighbours: \(statistics.neighbourWords)")
    ]
  }

  private var hourChoices: [PackChoice] {
    var choices: [PackChoice] = []
    if let hours = result.hours {
      choices += [
        PackChoice(
          "Hours", HourFigure.method(timeZone: studyOptions.filter.timeZone, notes: hours.timeNotes)
        ),
        PackChoice(
          "Night and shifts",
          "night \(hours.method.night.words); shifts of \(hours.method.shift) hours; days begin at "
            + HoursOfDay.label(hours.method.dayStart)),
      ]
    }
    if let kept = studyOptions.filter.hours {
      choices.append(
        PackChoice(
          "Hours kept",
          "\(kept.words): everywhere in this pack an incident counts with the part of its window "
            + "that lies in them"))
    }
    return choices
  }
}
