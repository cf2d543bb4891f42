import Cartography
import CommandLineKit
import Incidents
import Interchange

/// What the rows of a run have in common with each other, and so may count twice or lie elsewhere.
struct RowLikeness: Sendable {
  private let samples: RowSamples
  /// The names of the columns of references that were looked at.
  private let references: [String]
  /// What counts once, as it was typed, and the names of its columns.
  private let unique: (key: String, columns: [String])?
  /// Whether the places of incidents are published ones.
  let sharedPlaces: SharedPlaces?

  /// Takes what was found.
  init(_ samples: RowSamples, of sources: [IncidentSource], _ options: InputOptions) {
    self.samples = samples
    references = Self.names(sources.compactMap { $0.columns.name(of: .id) })
    let columns = try? options.uniqueColumns(of: sources)
    unique = options.unique.map { key in
      (key, Self.names(zip(sources, columns ?? []).map { $0.columns.header[$1] }))
    }
    sharedPlaces = SharedPlaces(samples.places)
  }

  /// Says what people should know before they read the result.
  ///
  /// - Parameters:
  ///   - console: Where it is said.
  ///   - whose: Which rows are meant, where it is not those asked about.
  ///   - isResult: Whether the rows are counted or analysed, so that it is a warning; rows that are
  ///     handed on as they are are nobody's result yet.
  func say(in console: Console, of whose: String = "", isResult: Bool = true) {
    if let unique, let keys = samples.keys {
      let megabytes = NumberWords.decimal(
        max(0.1, Double(keys.bytes) / 1e6), places: keys.bytes < 10_000_000 ? 1 : 0)
      console.note(
        "unique: \(whose)each value of \(Self.list(unique.columns)) counts once; "
          + "\(NumberWords.grouped(keys.count)) values, about \(megabytes) MB")
    }
    if let repeatedWords {
      if isMaterial && isResult {
        console.warn(whose + repeatedWords)
      } else {
        console.note(whose + repeatedWords)
      }
    }
    if let sharedPlaces {
      let words = whose + sharedPlaces.words
      if isResult { console.warn(words) } else { console.note(words) }
    }
  }

  /// About how many rows repeat a reference, in words; absent where none does or each counts once.
  var repeatedWords: String? {
    let repeated = samples.references.repeated
    guard repeated > 0 else { return nil }
    let about = SharedPlaces.about(repeated, isExact: samples.references.isExact)
    return "\(about) \(repeated == 1 ? "row repeats" : "rows repeat") a reference in "
      + "\(Self.list(references)) and \(repeated == 1 ? "counts" : "count") again; --unique id counts "
      + "each reference once"
  }

  /// What counts once, in words; absent where every row does.
  var uniqueWords: String? {
    unique.map {
      "rows with the same value of \(Self.list($0.columns)) count once, the first of them"
    }
  }

  /// Whether so many rows repeat a reference that the result is another: one in a hundred.
  private var isMaterial: Bool {
    samples.references.repeated * 100 >= samples.references.count
  }

  /// What was found, for the manifest.
  var chosen: [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if let unique, let keys = samples.keys {
      members.append(
        .init(
          "unique",
          .object([
            .init("key", .text(unique.key)),
            .init("columns", .array(unique.columns.map(JSONValue.text))),
            .init("values", .integer(keys.count)),
          ])))
    } else if samples.references.count > 0 {
      members.append(
        .init(
          "repeated_references",
          .object([
            .init("rows", .integer(samples.references.count)),
            .init("repeated", .integer(samples.references.repeated)),
            .init("estimated", .boolean(!samples.references.isExact)),
          ])))
    }
    if samples.places.count > 0 {
      members.append(
        .init(
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
