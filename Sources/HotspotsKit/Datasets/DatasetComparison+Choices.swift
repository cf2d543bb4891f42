import Boundaries
import Cartography
import HotspotAnalysis
import Incidents
import Interchange
import Tables

extension DatasetComparison {
  /// What was read of each dataset, and how far they agree.
  ///
  /// Of the first dataset only its name and rows: all else stands among the choices of its own result.
  public var choices: [Choice] {
    [
      Choice(
        "datasets", .array(datasets.map(\.json)),
        sentences: datasets.enumerated().flatMap { place, dataset in
          dataset.sentences(isFirst: place == 0)
        })
    ] + (datasets.count > 1 ? [agreement] : [])
  }

  /// What people should know of the datasets beside the first, and of how they go together.
  public var findings: [Finding] {
    // What is found of areas, which all share, is found once.
    let known = datasets[0].areas.reading.findings
    return datasets.dropFirst().flatMap { dataset in
      dataset.areas.reading.findings.filter { !known.contains($0) }.map {
        Finding.ofDataset(dataset.name, $0)
      }
    } + otherPeriods
  }

  /// The files of the datasets beside the first, with the rows of each.
  package var otherFiles: [(path: String, rows: Int)] {
    datasets.dropFirst().flatMap(\.areas.reading.files)
  }

  /// Which datasets cover another period than the first, where none was asked for.
  private var otherPeriods: [Finding] {
    let filter = datasets[0].areas.reading.options.filter
    if filter.from != nil && filter.to != nil { return [] }
    guard let own = datasets[0].areas.period.period, let words = datasets[0].areas.period.words
    else { return [] }
    let others = datasets.dropFirst().filter { dataset in
      guard let other = dataset.areas.period.period else { return false }
      // The first and the last incident of a small dataset lie some days within its period.
      return [(own.first, other.first), (own.last, other.last)].contains { one, other in
        abs(one.dayNumber - other.dayNumber) > Self.daysAtEnds
      }
    }
    if others.isEmpty { return [] }
    return [
      .differentPeriods(
        "\(datasets[0].name) \(words)",
        others.map { "\($0.name) \($0.areas.period.words ?? "")" })
    ]
  }

  /// How many days periods may differ at either end: those of a month, which some files tell only.
  private static let daysAtEnds = 31

  private var agreement: Choice {
    let tests = pairs.count { $0.adjusted != nil }
    return Choice(
      "agreement", .array(pairs.map(json)),
      sentences: sentences.map { "agreement: \($0)" } + [
        "agreement: p-values take areas and hours for independent; neighbours are alike, which makes "
          + "them too small; they are adjusted for \(NumberWords.grouped(tests)) tests (Benjamini and "
          + "Hochberg)"
      ])
  }

  private func json(_ pair: DatasetPair) -> JSONValue {
    func names(_ places: [RankAgreement.Place]?) -> JSONValue {
      .array((places ?? []).prefix(5).map { .text(name(of: $0.item, pair.subject)) })
    }
    let agreement = pair.agreement
    return .object([
      .init("dataset_1", .text(datasets[pair.first].name)),
      .init("dataset_2", .text(datasets[pair.second].name)),
      .init("of", .text(pair.subject.rawValue)),
      .init("n", agreement.map { .integer($0.count) } ?? .null),
      .init("spearman", .optional(agreement?.spearman)), .init("p", .optional(agreement?.p)),
      .init("p_adjusted", .optional(pair.adjusted)),
      .init("first_in_both", names(agreement?.shared)),
      .init("furthest_apart", names(agreement?.apart)),
    ])
  }
}

extension CountedDataset {
  /// What was read of it, for the manifest.
  fileprivate var json: JSONValue {
    let reading = areas.reading
    return .object([
      .init("name", .text(name)),
      .init(
        "files",
        .array(
          reading.files.map {
            .object([.init("path", .text($0.path)), .init("rows", .integer($0.rows))])
          }
        )),
      .init("columns", StudyReading.columns(of: reading.sources)),
      .init("period", reading.period.json),
      .init("projection", .optional(reading.conversion?.line)),
      .init("reconciliation", reading.reconciliations[0].json),
      .init("hours", hourAbsence.map { .text("\($0)") } ?? .null),
    ])
  }

  /// What was read of it, in sentences without full stops.
  ///
  /// - Parameter isFirst: Whether all but its rows is said already.
  /// - Returns: The sentences, each after its name.
  fileprivate func sentences(isFirst: Bool) -> [String] {
    let reading = areas.reading
    let rows = reading.reconciliations[0]
    let reasons = rows.reasonWords
    let read =
      isFirst
      ? []
      : reading.inputChoices.flatMap(\.sentences)
        + (reading.conversion.map { ["projection: \($0.line)"] } ?? [])
    return
      (read + [ReconciliationWords.sentence(for: rows)]
      + (reasons.isEmpty || isFirst ? [] : ["of these \(reasons)"])
      + (hourAbsence.map { ["nothing is said of its hours: \($0)"] } ?? [])).map {
        "\(name): \($0)"
      }
  }
}
