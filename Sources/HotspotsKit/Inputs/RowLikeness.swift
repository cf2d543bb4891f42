import Cartography
package import Incidents
import Interchange

/// What the rows of a run have in common with each other, and so may count twice or lie elsewhere.
package struct RowLikeness: Sendable {
  private let samples: RowSamples
  /// The names of the columns of references that were looked at.
  private let references: [String]
  /// What counts once, as it was typed, and the names of its columns.
  private let unique: (key: String, columns: [String])?
  /// Whether the places of incidents are published ones.
  package let sharedPlaces: SharedPlaces?

  /// Takes what was found.
  package init(_ samples: RowSamples, of sources: [IncidentSource], _ options: StudyOptions) {
    self.samples = samples
    references = Self.names(sources.compactMap { $0.columns.name(of: .id) })
    let columns = try? options.incidents.uniqueColumns(of: sources)
    unique = options.incidents.uniqueKey.map { key in
      (key, Self.names(zip(sources, columns ?? []).map { $0.columns.header[$1] }))
    }
    sharedPlaces = SharedPlaces(samples.places)
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
            isMaterial: references.repeated * 100 >= references.count)))
    }
    if let sharedPlaces { findings.append(.sharedPlaces(sharedPlaces)) }
    return findings
  }

  /// What counts once and what it took, in words; absent where every row does.
  ///
  /// - Parameter whose: Which rows are meant, where it is not those asked about.
  /// - Returns: The sentence.
  package func uniqueSentence(of whose: String = "") -> String? {
    guard let unique, let keys = samples.keys else { return nil }
    let megabytes = NumberWords.decimal(
      max(0.1, Double(keys.bytes) / 1e6), places: keys.bytes < 10_000_000 ? 1 : 0)
    return "unique: \(whose)each value of \(Self.list(unique.columns)) counts once; "
      + "\(NumberWords.grouped(keys.count)) values, about \(megabytes) MB"
  }

  /// What counts once, in words; absent where every row does.
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
            .init("moved", .boolean(sharedPlaces != nil)),
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
