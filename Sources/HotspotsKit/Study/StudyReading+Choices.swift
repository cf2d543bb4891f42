import Boundaries
import Cartography
package import Incidents
package import Interchange
import Projections

extension StudyReading {
  /// What was chosen in reading, whatever the method.
  public var choices: [Choice] {
    inputChoices + placeChoices + likeness.choices + hourChoices + (weighing?.choices ?? [])
  }

  /// The hours asked for, and what was noticed about windows.
  var hourChoices: [Choice] {
    guard let hours = options.filter.hours else { return [] }
    return [
      Choice("time_zone", .text(options.filter.timeZone)), Choice("hours", .text(hours.words)),
      Choice("times", times.json, sentences: times.words(rules: .start).map { "times: \($0)" }),
    ]
  }

  /// How files and their dates were understood.
  package var inputChoices: [Choice] {
    [
      Choice(
        "header_rows", .array(sources.map(\.headerRow)),
        sentences: Self.sentences(sources) { $0.headerWords }),
      Choice(
        "encodings", .array(sources.map { .text($0.encoding) }),
        sentences: Self.sentences(sources) { $0.encodingWords }),
      Choice(
        "columns", Self.columns(of: sources),
        sentences: Self.sentences(sources) { [$0.columns.summary].filter { !$0.isEmpty } }),
    ] + partnerChoices + columnNotes + coordinateChoices + [
      Choice(
        "date_orders", .array(sources.map { .optional($0.dateOrder?.rawValue) }),
        sentences: Self.sentences(sources) { $0.dateWords }),
      Choice("time_formats", .array(sources.map { .optional($0.timeFormat?.rawValue) })),
      Choice("period", period.json),
    ] + systemChoices
  }

  /// For which registered systems those of incident files were taken; empty where that is plain.
  private var systemChoices: [Choice] {
    let identified = sources.compactMap { source in
      source.identifiedSystem(options).map {
        (source: source, settling: SystemSettling.identified($0))
      }
    }
    if identified.isEmpty { return [] }
    return [
      Choice(
        "incident_systems", .array(identified.map { $0.settling.json($0.source.path) }),
        sentences: Self.sentences(identified.map(\.source)) { source in
          source.identifiedSystem(options).map { ["the coordinate system is taken for \($0)"] }
            ?? []
        })
    ]
  }

  /// The columns that tell areas and counts, and the condition on columns; none that was not given.
  private var partnerChoices: [Choice] {
    let incidents = options.incidents
    let choices: [(String, String?, (String) -> String)] = [
      (
        "area_column", incidents.areaColumn,
        { "areas: rows without coordinates are in the area that '\($0)' names" }
      ),
      (
        "count_column", incidents.countColumn,
        { "counts: each row stands for as many incidents as '\($0)' says" }
      ),
      ("where", options.filter.condition.map { "\($0)" }, { "filter: rows where \($0)" }),
    ]
    return choices.compactMap { key, value, words in
      value.map { Choice(key, .text($0), sentences: [words($0)]) }
    }
  }

  /// Which columns were passed over that might have served.
  private var columnNotes: [Choice] {
    guard sources.contains(where: { !$0.columns.notes.isEmpty }) else { return [] }
    return [
      Choice(
        "column_notes",
        .array(sources.map { .array($0.columns.notes.map(JSONValue.text)) }),
        sentences: Self.sentences(sources) { $0.columns.notes })
    ]
  }

  /// How coordinates were understood that are not two columns of plain numbers.
  private var coordinateChoices: [Choice] {
    let readings = sources.map(\.coordinates)
    guard readings.contains(where: { !$0.isPlain }) else { return [] }
    return [
      Choice(
        "coordinate_forms", .array(readings.map(\.json)),
        sentences: Self.sentences(sources) { $0.coordinateWords })
    ]
  }

  /// Words something of each file; of many files, all that are alike at once.
  private static func sentences(
    _ sources: [IncidentSource], _ words: (IncidentSource) -> [String]
  ) -> [String] {
    let all = sources.flatMap { source in words(source).map { (path: source.path, words: $0) } }
    if sources.count <= filesWordedSingly { return all.map { "\($0.path): \($0.words)" } }
    let counts = Dictionary(all.map { ($0.words, 1) }, uniquingKeysWith: +)
    var met: Set<String> = []
    return all.filter { met.insert($0.words).inserted }.map { path, words in
      let others = (counts[words] ?? 1) - 1
      if others == 0 { return "\(path): \(words)" }
      return "\(path) and \(NumberWords.grouped(others)) more files: \(words)"
    }
  }

  /// The most files of which each has its own sentence.
  private static let filesWordedSingly = 6

  /// How areas were read and incidents were assigned to them.
  private var placeChoices: [Choice] {
    guard let input else { return [] }
    return input.boundaries.choices + [
      Choice("snap_m", .real(options.boundaries.snap)),
      Choice("within_accuracy_of_edge_m", .optional(input.accuracyDistance)),
    ]
  }

  /// The columns of each file by purpose.
  package static func columns(of sources: [IncidentSource]) -> JSONValue {
    .array(
      sources.map { source in
        .object(
          ColumnKey.allCases.compactMap { key in
            source.columns.name(of: key).map { .init(key.rawValue, .text($0)) }
          })
      })
  }
}

extension BoundaryInput {
  /// How the layers were read.
  var choices: [Choice] {
    [
      Choice("layers", .array(layers.map(\.chosen)), sentences: notes),
      Choice("crs", .text(crs)), Choice("crs_name", .text(crsName)),
    ] + systemChoices
  }

  /// What was decided about the systems of files; empty where that is plain.
  var systemChoices: [Choice] {
    if settledSystems.isEmpty { return [] }
    return [
      Choice("boundary_systems", .array(settledSystems.map { $0.settling.json($0.path) }))
    ]
  }
}

extension BoundaryLayer {
  /// What was chosen in reading the layer, for the manifest.
  package var chosen: JSONValue {
    .object(
      [
        .init("name", .text(name)), .init("code_field", .text(codeField)),
        .init("name_field", .optional(nameField)), .init("areas", .integer(areaCount)),
        .init("encoding", .text(encoding.encoding)),
      ] + (mergedCount.map { [.init("merged_areas", .integer($0))] } ?? []))
  }

  /// What the areas were merged into: `merged by LAD11CD into 33`; `nil` if they were not.
  package var mergingWords: String? {
    mergedCount.map { _ in "merged by \(codeField) into \(NumberWords.grouped(areaCount))" }
  }
}

extension IncidentSource {
  /// The number of the header's line or row, or null if nothing stands above it.
  var headerRow: JSONValue {
    guard hasTitles, let headerLine else { return .null }
    return .integer(headerLine.number)
  }

  /// Where the header stands, unless it is where headers do.
  var headerWords: [String] {
    guard hasTitles, let headerLine else { return [] }
    return ["header in \(headerLine), what stands above it is not read"]
  }

  /// How the text is encoded, unless it is as nearly all text is.
  var encodingWords: [String] {
    switch encoding {
    case "UTF-8": []
    case "Windows-1252": ["text is not UTF-8, and read as Windows-1252"]
    default: ["text is in \(encoding)"]
    }
  }

  /// How dates and times were understood that could be mistaken for others.
  package var dateWords: [String] { [dateOrder?.words].compactMap(\.self) + numberWords }

  /// What numbers in place of dates and times mean.
  package var numberWords: [String] {
    let numbers: String? =
      switch epoch {
      case .seconds: "dates are numbers of seconds since 1970, in UTC"
      case .milliseconds: "dates are numbers of milliseconds since 1970, in UTC"
      case nil: nil
      }
    return [numbers, timeFormat?.words].compactMap(\.self)
  }
}

extension TimeFormat {
  /// Its meaning.
  package var words: String {
    switch self {
    case .hhmm: "whole numbers in the times are hours and minutes, 257 is 02:57"
    case .hour: "whole numbers in the times are hours, each a window of one hour"
    }
  }
}

extension DateOrder {
  /// Its meaning; `nil` if it cannot be mistaken for another.
  package var words: String? {
    switch self {
    case .dayFirst: "dates have their day first, dd/mm/yyyy"
    case .monthFirst: "dates have their month first, mm/dd/yyyy"
    case .yearFirst: nil
    }
  }
}

extension SystemSettling {
  /// What was decided, for the manifest.
  func json(_ path: String) -> JSONValue {
    var members: [JSONValue.Member] = [.init("path", .text(path)), .init("crs", .text(crs))]
    if case .identified(let system) = self {
      members.append(.init("confidence", system.confidence.map(JSONValue.integer) ?? .null))
    }
    return .object(members)
  }
}
