import CommandLineKit
import HotspotsKit

extension RepeatTrigger: ExpressibleByArgument {
  /// Reads a rule as it is typed: `3/6months`.
  package init?(argument: String) { self.init(argument) }

  /// The rule as it is typed.
  package var defaultValueDescription: String { text }
}

extension RepeatUnits {
  private static let by = Option<String>(
    "by", valueName: "WHAT",
    help: "Count by location, or by the values of a column, such as persons or premises",
    default: "location", allowed: "location or the name of a column", where: { !$0.isEmpty })
  private static let both = Option<String?>(
    "and", valueName: "WHAT",
    help: "Count pairs: incidents of which this column says the same too",
    allowed: "location or the name of a column", where: { !$0.isEmpty })
  private static let distance = Option<Length?>(
    "within", valueName: "METRES",
    help: """
      Join locations: the busiest takes all within so many metres, then the busiest of those left
      """,
    rules: [
      .excludes(OptionUse("--by", except: "location"), because: "only locations are joined"),
      .excludes("--and", because: "pairs are not joined"),
    ],
    allowed: "a number of metres from 1 to 10000",
    where: { (1...10_000).contains($0.metres) })
  private static let bandText = Option<String>(
    "bands", valueName: "N,N-N,N+", help: "Bands of the table, from 1 on; the last is open",
    default: "1,2,3-5,6-9,10+")
  private static let rule = Option<RepeatTrigger?>(
    "trigger", valueName: "N/TIME",
    help: """
      Find those with N incidents within some days, weeks or months, such as 3/6months; a window \
      begins on the day of an incident
      """,
    allowed: "a number from 2, and some days, weeks or months, such as 3/6months or 2/28days")
  private static let list = Option<String?>(
    "worklist", valueName: "FILE",
    help: """
      Write all with two incidents or more, ranked, with dates and places: CSV, JSON, XLSX or text, or \
      as points GeoJSON, GPKG or KML
      """,
    section: "Output",
    role: .writes(["csv", "json", "xlsx", "txt", "geojson", "gpkg", "ndjson", "kml"]))
  private static let most = Option<Int?>(
    "top", valueName: "N", help: "List and draw the first N by rank. By default all",
    section: "Output",
    rules: [.needs("--worklist", "--map")], allowed: "a whole number from 1",
    where: { $0 >= 1 })
  private static let names = Flag(
    "show-units", help: "Write what columns say of each in the list; it may name persons",
    section: "Output", rules: [.needs("--worklist")])

  /// The options that are read here.
  static let specs = [
    by.spec, both.spec, distance.spec, bandText.spec, rule.spec, list.spec, most.spec,
    names.spec,
  ]

  /// Reads the options of a command that lists ``specs``.
  init(_ arguments: Arguments) throws(UsageError) {
    let text = try arguments.value(of: Self.bandText)
    let bands: RepeatBands
    do throws(RepeatBandsError) { bands = try RepeatBands(text) } catch {
      throw .invalid("--bands \(text): \(error.description)", help: error.help)
    }
    self.init(
      by: Self.unit(try arguments.value(of: Self.by)),
      and: try arguments.value(of: Self.both).map(Self.unit),
      within: try arguments.value(of: Self.distance)?.metres, bands: bands,
      trigger: try arguments.value(of: Self.rule))
    showsUnits = arguments.isSet(Self.names)
    top = try arguments.value(of: Self.most)
    if unit == partner {
      throw .invalid("cannot pair a thing with itself: --by and --and name two different things")
    }
  }

  /// Reads the file of the list, whose format must be known.
  static func worklist(_ arguments: Arguments) throws(UsageError) -> String? {
    guard let path = try arguments.value(of: Self.list) else { return nil }
    if (try? HourFormat(path: path)) == nil {
      do throws(OutputError) { try ResultFormat.check(path, crs: nil) } catch {
        let allowed = "\(ResultFormat.words), .txt"
        throw .invalid(OutputError.unknownFormat(path: path, allowed: allowed).description)
      }
    }
    return path
  }

  /// A column of that name stands in `backquotes`.
  private static func unit(_ text: String) -> Unit {
    if text == "location" { return .location }
    let isQuoted = text.count > 2 && text.hasPrefix("`") && text.hasSuffix("`")
    return .column(isQuoted ? String(text.dropFirst().dropLast()) : text)
  }
}
