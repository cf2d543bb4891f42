import Cartography
package import Incidents
import Interchange

/// Similarities between the rows of a run: repeated references, and positions that many rows share.
package struct RowLikeness: Sendable {
  private let samples: RowSamples
  /// The names of the columns of references that were looked at.
  private let references: [String]
  /// The key that counts once, as typed, and the names of its columns.
  private let unique: (key: String, columns: [String])?
  /// Whether the positions of incidents were moved before publication.
  package let sourcePositions: SourcePositions?

  /// Whether the result rests on the rows: rows that are handed on are nobody's result yet.
  private let isResult: Bool

  /// Evaluates samples of the rows.
  package init(
    _ samples: RowSamples, of sources: [IncidentSource], _ options: StudyOptions,
    isResult: Bool = true
  ) {
    self.isResult = isResult
    self.samples = samples
    references = Self.names(sources.compactMap { $0.columns.name(of: .id) })
    let columns = try? options.incidents.uniqueColumns(of: sources)
    unique = options.incidents.uniqueKey.map { key in
      (key, Self.names(zip(sources, columns ?? []).map { $0.columns.header[$1] }))
    }
    sourcePositions = SourcePositions(samples.places, in: sources.map(\.columns))
  }

  /// What people should know before they read the result.
  package var findings: [Finding] {
    var findings: [Finding] = []
    let references = samples.references
    if references.repeated > 0 {
      findings.append(
        .repeatedReferences(
          .init(
            rows: references.repeated, isExact: references.isExact, columns: self.references,
            isMaterial: isResult && references.repeated * 100 >= references.count)))
    }
    if var sourcePositions {
      sourcePositions.isMaterial = isResult
      findings.append(.sourcePositions(sourcePositions))
    }
    return findings
  }

  /// A sentence about the key that counts once and the rows it excluded; `nil` if every row counts.
  ///
  /// - Parameter whose: Which rows are meant, if not those asked about.
  /// - Returns: The sentence.
  package func uniqueSentence(of whose: String = "") -> String? {
    guard let unique, let keys = samples.keys else { return nil }
    let megabytes = NumberWords.decimal(
      max(0.1, Double(keys.bytes) / 1e6), places: keys.bytes < 10_000_000 ? 1 : 0)
    return "unique: \(whose)each value of \(Self.list(unique.columns)) counts once; "
      + "\(NumberWords.grouped(keys.count)) values, about \(megabytes) MB"
  }

  /// A sentence about the key that counts once; `nil` if every row counts.
  package var uniqueWords: String? {
    unique.map {
      "rows with the same value of \(Self.list($0.columns)) count once, the first of them"
    }
  }

  /// What was found, for the manifest.
  package var choices: [Choice] {
    var members: [Choice] = []
    if let unique, let keys = samples.keys {
      members.append(
        Choice(
          "unique",
          .object([
            .init("key", .text(unique.key)),
            .init("columns", .array(unique.columns.map(JSONValue.text))),
            .init("values", .integer(keys.count)),
          ]),
          sentences: [uniqueSentence()].compactMap(\.self)))
    } else if samples.references.count > 0 {
      members.append(
        Choice(
          "repeated_references",
          .object([
            .init("rows", .integer(samples.references.count)),
            .init("repeated", .integer(samples.references.repeated)),
            .init("estimated", .boolean(!samples.references.isExact)),
          ])))
    }
    if samples.places.count > 0 {
      members.append(
        Choice(
          "distinct_places",
          .object([
            .init("rows", .integer(samples.places.count)),
            .init("places", .integer(samples.places.distinct)),
            .init("estimated", .boolean(!samples.places.isExact)),
            .init("moved", .boolean(sourcePositions != nil)),
          ])))
    }
    return members
  }

  private static func names(_ all: [String]) -> [String] {
    var names: [String] = []
    for name in all where !names.contains(name) { names.append(name) }
    return names
  }

  private static func list(_ names: [String]) -> String {
    names.map { "'\($0)'" }.joined(separator: ", ")
  }
}
