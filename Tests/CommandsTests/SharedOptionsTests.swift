import CommandLineKit
import Incidents
import Testing

@testable import Commands

@Suite("Shared options")
struct SharedOptionsTests {
  private let all =
    SharedOptions.incidentInput + SharedOptions.repeats + SharedOptions.boundaryInput
    + SharedOptions.projection
    + SharedOptions.filters + SharedOptions.hourFilters + SharedOptions.areaValues
    + SharedOptions.partnerTables
    + [
      SharedOptions.snap.spec, SharedOptions.outputCRS.spec, SharedOptions.dayStart.spec,
      SharedOptions.output.spec, SharedOptions.map.spec, SharedOptions.chart.spec,
      SharedOptions.title.spec, SharedOptions.manifest.spec, SharedOptions.seed.spec,
      SharedOptions.threads.spec,
    ]

  @Test("the options have the names that documents and other programs rely on")
  func names() {
    let names = (all + StandardOptions.all).map(\.name)
    #expect(
      Set(names) == [
        "incidents", "columns", "header-row", "unique", "allow-repeats", "date-format",
        "time-format",
        "incidents-crs", "strict",
        "boundaries",
        "code-field", "name-field",
        "study-area", "group-field", "rebuild-index", "snap", "crs", "output-crs", "grids",
        "allow-ballpark",
        "exact-projection",
        "area-column", "count-column", "from", "to", "category", "exclude-category", "where",
        "hours", "days", "day-start", "time-zone",
        "values", "value-field", "values-code-field", "output", "map", "chart", "title", "manifest",
        "seed", "threads", "config", "quiet", "verbose", "version", "help",
      ])
    #expect(Set(names).count == names.count)
  }

  @Test("help is a sentence without a full stop, and short enough to be read")
  func help() {
    for option in all {
      #expect(option.help.first?.isUppercase == true, "\(option.name)")
      #expect(!option.help.hasSuffix("."), "\(option.name)")
      #expect(option.help.count < 240, "\(option.name)")
    }
  }

  @Test("no result depends on the number of threads, so no record has it")
  func record() throws {
    let arguments = try Arguments(parsing: ["--threads", "2", "--seed", "7"], for: all)
    #expect(arguments.recordedOptions.map(\.name) == ["seed"])
  }

  @Test("columns are pairs with known keys, each once")
  func columns() throws {
    func read(_ text: String) throws -> [KeyedValue]? {
      try Arguments(parsing: ["--columns", text], for: all).value(of: SharedOptions.columns)?
        .elements
    }
    #expect(
      try read("start=From,end=To") == [
        KeyedValue(key: "start", value: "From"), KeyedValue(key: "end", value: "To"),
      ])
    for text in ["start", "begin=From", "start=a,start=b", ""] {
      #expect(throws: UsageError.self) { try read(text) }
    }
  }

  @Test("numbers outside their range are refused")
  func ranges() throws {
    for words in [
      ["--snap", "-1"], ["--snap", "1e9"], ["--snap", "1e-300"], ["--threads", "0"],
      ["--threads", "1025"], ["--seed", "-1"],
    ] {
      let arguments = try Arguments(parsing: words + ["--boundaries", "b"], for: all)
      #expect(throws: UsageError.self, "\(words)") {
        _ = try arguments.value(of: SharedOptions.snap)
        _ = try arguments.value(of: SharedOptions.threads)
        _ = try arguments.value(of: SharedOptions.seed)
      }
    }
    let arguments = try Arguments(
      parsing: ["--snap", "0.5", "--boundaries", "b", "--threads", "4"], for: all)
    #expect(try arguments.value(of: SharedOptions.snap) == 0.5)
    #expect(try arguments.value(of: SharedOptions.threads) == 4)
    #expect(try arguments.value(of: SharedOptions.seed) == 1)
    #expect(try arguments.value(of: SharedOptions.timeZone) == "Europe/London")
  }

  @Test("the order of dates is one of three words")
  func dateFormat() throws {
    let arguments = try Arguments(parsing: ["--date-format", "mdy"], for: all)
    #expect(try arguments.value(of: SharedOptions.dateFormat)?.defaultValueDescription == "mdy")
    let wrong = try Arguments(parsing: ["--date-format", "dd/mm/yyyy"], for: all)
    #expect(throws: UsageError.self) { try wrong.value(of: SharedOptions.dateFormat) }
  }
}
