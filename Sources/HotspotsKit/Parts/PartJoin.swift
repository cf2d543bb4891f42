import Assignment
import Boundaries
import Incidents
import Parts
import Tables

/// Joins what parts hold of one pass.
struct PartJoin {
  private(set) var outcome: IncidentStream.Outcome<StudyReading.Counted<SinkList>>
  private let passes: [any StudyPass]
  private let opened: OpenedStudy

  init(_ passes: [any StudyPass], _ opened: OpenedStudy) {
    self.passes = passes
    self.opened = opened
    outcome = .init(
      shares: [], tally: RowTally(), rowsByFile: opened.sources.map { _ in 0 }, examples: [])
  }

  /// Adds the pass of a part.
  ///
  /// - Parameters:
  ///   - pass: The pass.
  ///   - files: The place of each of its files among the study's.
  /// - Throws: `PartError` for a pass that is not of this study.
  mutating func add(_ pass: PartPass, files: [Int]) throws(PartError) {
    guard pass.shares.count == passes.count, files.count == pass.rowsByFile.count,
      pass.placements.count == max(1, opened.input?.boundaries.layers.count ?? 1)
    else { throw .inconsistent("counts of other methods or layers") }
    for (file, rows) in zip(files, pass.rowsByFile) { outcome.rowsByFile[file] += rows }
    outcome.tally.merge(pass.tally)
    guard outcome.tally.read <= RowTally.largestCount else {
      throw .inconsistent("more rows than can be added up")
    }
    outcome.examples = Self.first(of: outcome.examples + pass.examples)
    var values: [any Sendable] = []
    let countsIncidents = opened.options.incidents.countColumn != nil
    let assigned = pass.placements.map { countsIncidents ? $0.incidents.assigned : $0.assigned }
    try pass.study.check(
      usesHours: opened.usesHours,
      categories: opened.weights == nil ? nil : pass.categories.count, assigned: assigned)
    for (method, bytes) in zip(passes, pass.shares) {
      values.append(
        try method.decoded(
          StudyShare(value: bytes, categories: pass.categories, labels: pass.labels), in: opened,
          assigned: assigned))
    }
    outcome.shares.append(
      .init(
        result: .init(
          sink: ValuePack(pass.study, values), tallies: pass.placements,
          whereabouts: Whereabouts(layers: pass.placements.count)),
        categories: pass.categories, labels: pass.labels))
  }

  /// Joins shares when there are many, so that memory does not grow with the parts.
  mutating func shorten() throws {
    guard outcome.shares.count >= Self.sharesAtOnce else { return }
    let pass = try PartPass(joining: outcome, of: passes, in: opened)
    outcome = .init(
      shares: [], tally: RowTally(), rowsByFile: outcome.rowsByFile.map { _ in 0 }, examples: [])
    try add(pass, files: Array(opened.sources.indices))
  }

  /// How many parts are held at a time.
  private static let sharesAtOnce = 32

  /// Keeps one row of each reason, whatever the order in which they come.
  private static func first(of examples: [RowExample]) -> [RowExample] {
    var kept: [RowReason: RowExample] = [:]
    for example in examples {
      if let other = kept[example.reason], other.message <= example.message { continue }
      kept[example.reason] = example
    }
    return RowReason.allCases.compactMap { kept[$0] }
  }
}

extension PartPass {
  /// Joins what workers, or parts, brought back.
  ///
  /// - Throws: ``PartFileError/needsIncidents(what:)`` for a method whose counts do not join.
  init(
    joining outcome: IncidentStream.Outcome<StudyReading.Counted<SinkList>>,
    of passes: [any StudyPass], in opened: OpenedStudy
  ) throws(PartFileError) {
    let shares = outcome.shares
    let study = StudyTally.Counts.joined(
      shares.map {
        StudyShare(value: $0.result.sink.values.0, categories: $0.categories, labels: $0.labels)
      }, usesHours: opened.usesHours, countsCategories: opened.weights != nil,
      layers: shares[0].result.tallies.count)
    var placements = shares[0].result.tallies.map { _ in PlacementTally() }
    for share in shares {
      for (layer, tally) in share.result.tallies.enumerated() { placements[layer].merge(tally) }
    }
    var encoded: [[UInt8]] = []
    for (number, pass) in passes.enumerated() {
      let joined = try pass.encoded(
        shares.map {
          StudyShare(
            value: $0.result.sink.values.1[number], categories: $0.categories, labels: $0.labels)
        })
      precondition(
        joined.categories == study.categories && joined.labels == study.labels,
        "PartPass: methods number categories or labels in different ways")
      encoded.append(joined.value)
    }
    self.init(
      sources: opened.sources.map(SourceFacts.init), rowsByFile: outcome.rowsByFile,
      tally: outcome.tally, examples: outcome.examples, placements: placements, study: study.value,
      categories: study.categories, labels: study.labels, shares: encoded)
    areas = opened.options.parts?.areas ?? opened.input.map(PartAreas.init)
    reconciliations = placements.indices.map { layer in
      Reconciliation(
        layer: opened.input?.boundaries.layers[layer].name, outcome.tally, placements[layer],
        distance: nil, countsIncidents: opened.options.incidents.countColumn != nil,
        expected: opened.usesHours && layer < study.value.expected.count
          ? study.value.expected[layer].expected : nil)
    }
  }
}
