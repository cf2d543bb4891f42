import TestSupport
import Testing

@testable import Incidents

private let first = "-0.120969 51.508369"
private let second = "-0.106568 51.508137"
private let header = "Crime ID,Date,Crime type,Location,Longitude,Latitude"
private let rows = """
  1,03/02/2025 14:30,Burglary,Elm Row,-0.120969,51.508369
  2,15/02/2025 09:00,Robbery,Oak Lane,-0.106568,51.508137

  """
private let both = Found(read: 2, places: [first, second])

/// Tables' beginnings, and the line of the header behind them.
private let titles: [(text: String, line: Int)] = [
  ("", 1), ("\n\n", 3), ("Crime report extract\n", 2),
  ("Crime report extract\nGenerated: 01/03/2025 09:12\n\"Filter: Burglary, Robbery\"\n\n", 5),
  ("Crime report extract,,,,,\nGenerated,01/03/2025,,,,\n,,,,,\n", 4),
  ("Filters: type=Burglary, Robbery; from 01/02/2025\n", 2),
  ("Type,Date from,Date to\n", 2), ("Start,End\n", 2), ("Location,,,Offence,,\n", 2),
  ("\"Extract of\nMarch\"\n", 3), ("Place 6\" high\n", 2),
  ("From,01/02/2025,To,28/02/2025,By,AB\n", 2),
  (String(repeating: "A line of notes.\n", count: 40), 41),
]

/// Keeps the places of rows, and counts all others.
private struct Places: IncidentConsumer {
  var places: [String] = []

  mutating func consume(_ table: inout IncidentTable) {
    for (x, y) in zip(table.x, table.y) { places.append("\(x) \(y)") }
  }

  func finish() -> [String] { places }
}

/// What became of the rows of a table.
private struct Found: Equatable {
  var read: Int
  var places: [String]
  var rejected: [String: Int] = [:]
  var filtered: [String: Int] = [:]
  var without: [String: Int] = [:]
  var headers = 0
}

@Suite("Rows of tables as people have them")
struct TableRowsTests {
  private let folder = TemporaryFolder()

  private func source(
    _ text: [UInt8], named: [(key: ColumnKey, name: String)] = [], line: Int? = nil,
    name: String = "in.csv"
  ) throws -> IncidentSource {
    try folder.write(text, to: name)
    let part = try IncidentParts([folder.path(name)], headerLine: line).parts[0]
    return try IncidentSource(part: part, named: named)
  }

  private func read(
    _ source: IncidentSource, request: IncidentRequest = IncidentRequest(category: true)
  ) async throws -> Found {
    var found: Found?
    for _ in 0..<1 {
      let outcome = try await IncidentStream(sources: [source], request: request, threads: 1)
        .run { Places() }
      found = Found(
        read: outcome.tally.read, places: outcome.shares.flatMap(\.result),
        rejected: outcome.tally.reasons(.rejected), filtered: outcome.tally.reasons(.filtered),
        without: outcome.tally.reasons(.withoutCoordinates),
        headers: outcome.tally.repeatedHeaders)
    }
    return try #require(found)
  }

  private func read(_ text: String) async throws -> Found {
    try await read(source(Array(text.utf8)))
  }

  // MARK: - Titles

  @Test("the header is found below titles and notes", arguments: titles)
  func belowTitles(text: String, line: Int) async throws {
    let table = text + header + "\n" + rows
    let source = try source(Array(table.utf8))
    #expect(source.headerLine == HeaderLine(line))
    #expect(source.hasTitles == text.contains { !$0.isNewline })
    #expect(try await read(source) == both)
  }

  @Test(
    "so it is with other separators, line ends, encodings and in sheets",
    arguments: [",", ";", "\t", "|"])
  func otherForms(separator: String) async throws {
    // The title has commas, whatever separates the fields.
    let title = "Extract, of March, by AB, for CD, EF, GH, IJ, KL\nprivate\n"
    let table =
      title
      + (header + "\n" + rows).split(separator: ",", omittingEmptySubsequences: false)
      .joined(separator: separator)
    for end in ["\n", "\r\n", "\r"] {
      let text = table.split(separator: "\n", omittingEmptySubsequences: false).joined(
        separator: end)
      for bytes in [
        Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), text.wide(.little, marked: true),
        text.wide(.big, marked: false),
      ] {
        let source = try source(bytes)
        #expect(source.headerLine == HeaderLine(3))
        #expect(try await read(source) == both)
      }
    }
    let cells =
      [["Extract of March"], ["by", "AB"], []]
      + (header + "\n" + rows).split(separator: "\n").map {
        $0.split(separator: ",").map(String.init)
      }
    try folder.write(RawWorkbook(RawWorkbook.rows(cells)).bytes, to: "in.xlsx")
    let sheet = try IncidentSource(path: folder.path("in.xlsx"))
    #expect(sheet.headerLine == HeaderLine(4, isRow: true))
    #expect(try await read(sheet) == both)
  }

  @Test("the columns that the user named are those of the header")
  func named() async throws {
    let text = "Extract,of,March\nwhat,east,north\nArson,-0.120969,51.508369\n"
    let source = try source(
      Array(text.utf8), named: [(.longitude, "east"), (.latitude, "north")])
    #expect(source.headerLine == HeaderLine(2))
    #expect(try await read(source).places == [first])
  }

  @Test("what is like a header among the rows is none")
  func rowsLikeHeaders() async throws {
    // Values that are names of columns, below a header that serves less.
    let text = "Kind,Flag,Sex,Lon,Lat\nStreet,Y,X,-0.120969,51.508369\nPlace,N,Y,-0.1,51.5\n"
    let flags = try source(Array(text.utf8))
    #expect(flags.headerLine == HeaderLine(1))
    let dates = try source(Array("Date,Offence\n03/02/2025,Street\n04/02/2025,Type\n".utf8))
    #expect(dates.headerLine == HeaderLine(1) && dates.columns[.category] == 1)
    let unknown = try source(Array("p,q\nlocation,x\ntype,y\n".utf8))
    #expect(unknown.headerLine == HeaderLine(1))
    // Rows with more fields than the header has names.
    let wide = try source(Array("p,q\n1,2,3,4,5,6\n1,2,3,4,5,6\n".utf8))
    #expect(wide.headerLine == HeaderLine(1))
  }

  @Test("the line that the user names is the header, whatever stands above it")
  func headerLine() async throws {
    let text = "a \"title\nLongitude,Latitude,x\n" + header + "\n" + rows
    let source = try source(Array(text.utf8), line: 3)
    #expect(try await read(source) == both)
    for (line, error): (Int, (String) -> IncidentError) in [
      (9, { .noHeader(path: $0, line: HeaderLine(9), count: 5) }),
      (
        5,
        {
          .notAHeader(
            path: $0, line: HeaderLine(5),
            fields: ["2", "15/02/2025 09:00", "Robbery", "Oak Lane", "-0.106568", "51.508137"])
        }
      ),
    ] {
      #expect(throws: error(folder.path("in.csv"))) {
        try self.source(Array(text.utf8), line: line)
      }
    }
    #expect(
      throws: IncidentError.noHeader(path: folder.path("in.csv"), line: HeaderLine(2), count: 2)
    ) {
      try self.source(Array("a,b\n \t\n1,2\n".utf8), line: 2)
    }
    let feature = #"{"type":"Feature","geometry":{"type":"Point","coordinates":[0,51]}}"#
    #expect(throws: IncidentError.headerOfFeatures(path: folder.path("a.geojson"))) {
      try self.source(Array(feature.utf8), line: 1, name: "a.geojson")
    }
    let sheet = RawWorkbook(RawWorkbook.rows([["t"], ["x", "y"], ["530100", "180100"]])).bytes
    #expect(try self.source(sheet, line: 2, name: "b.xlsx").columns.header == ["x", "y"])
    #expect(
      throws: IncidentError.noHeader(
        path: folder.path("b.xlsx:Sheet1"), line: HeaderLine(7, isRow: true), count: 3)
    ) { try self.source(sheet, line: 7, name: "b.xlsx") }
  }

  @Test("messages count the lines of titles too")
  func linesOfMessages() async throws {
    for title in ["one\ntwo\n\n", "\"one\ntwo\"\n\n"] {
      let text = title + header + "\n" + rows + "3,,,,x,1\n"
      let source = try source(Array(text.utf8))
      let outcome = try await IncidentStream(
        sources: [source], request: IncidentRequest(), threads: 1
      ).run { Places() }
      #expect(
        outcome.examples.map(\.message)
          == ["\(folder.path("in.csv")):7: \(RowReason.coordinateNotANumber.explanation)"])
    }
  }

  // MARK: - Headers among the rows

  @Test(
    "the header once more is no row, also with a mark, quotes, other letters or a separator behind",
    arguments: [
      header, "\u{feff}" + header, header.lowercased(), header + ",",
      "\u{feff}\"Crime ID\",\"Date\",\"Crime type\",\"Location\",\"Longitude\",\"Latitude\"",
    ])
  func repeated(line: String) async throws {
    var expected = both
    expected.headers = 1
    #expect(
      try await read("\(header)\n1,,,,-0.120969,51.508369\n\(line)\n2,,,,-0.106568,51.508137\n")
        == expected)
  }

  @Test(
    "a header of other columns, or of the same in another order, is an error that names its line",
    arguments: [
      "Crime ID,Date,Crime type,Location,Latitude,Longitude", "Date,Longitude,Latitude",
      "\u{feff}Latitude,Longitude,Crime type,Crime ID,Location,Date",
      "Crime ID,Date,Crime type,Location,Longitude,Latitude,LSOA code,LSOA name",
    ])
  func otherHeader(line: String) async throws {
    let text = header + "\n" + rows + line + "\n1,,,,51.5,-0.1\n"
    await #expect(
      throws: IncidentError.otherHeader(path: folder.path("in.csv"), line: HeaderLine(4))
    ) { try await read(text) }
  }

  // MARK: - Totals, notes and empty rows

  @Test(
    "a row that adds up others is filtered",
    arguments: [
      "Total,,,,,3", "TOTAL:,,,,,", "Totals,2,,,,", ",,Grand Total,,,2", "Sub-total,,2,,,",
      "Subtotal,,,,,", "\"Total\",,\"2\",,,", "Total rows: 2,,,,,", "Total", "Total,2",
      "Total incidents,,,,2,2x", "Overall total,,,,0,0", "total of all records,,,,n/a,",
      " Sum ,,,,,103.02",
    ])
  func totals(line: String) async throws {
    let found = try await read(header + "\n" + rows + line + "\n")
    #expect(found == Found(read: 3, places: both.places, filtered: ["totals_row": 1]))
  }

  @Test("an incident that is called a total is an incident")
  func incidentsOfTotals() async throws {
    let placed = try await read(header + "\nTotal,,,,-0.120969,51.508369\n")
    #expect(placed == Found(read: 1, places: [first]))
    for line in [
      "Total,03/02/2025 14:30,,,,", "9,,Total,,,", "Total loss fire,,,,,", "Totaliser,,,,,",
      "Total Recall Ltd,,,,,", "Summer,,,,,", "Grand,,,,,",
    ] {
      let found = try await read("\(header)\n\(line)\n")
      #expect(found.filtered.isEmpty && found.without == ["coordinates_empty": 1], "\(line)")
    }
  }

  @Test("totals are told apart where neither coordinates nor dates are read")
  func totalsWithoutCoordinates() async throws {
    let source = try source(Array((header + "\n" + rows + "Total,,2,,,\n").utf8))
    let found = try await read(source, request: IncidentRequest(coordinates: false, category: true))
    #expect(found.read == 3 && found.filtered == ["totals_row": 1])
  }

  @Test(
    "a note below the table is filtered",
    arguments: [
      "(3 rows affected)", "(3 rows affected),,,,,", "3 rows selected.", "Source: data.police.uk",
      "Source: Police, extracted 1 March", "Note: figures are provisional,,,,,", "* provisional",
      "End of report", "Notes:", "Generated by AB on 01/03/2025", "Report date: 01/03/2025,,,,,",
      "-----", "© Crown copyright 2025",
    ])
  func notes(line: String) async throws {
    let found = try await read(header + "\n" + rows + line + "\n")
    #expect(found == Found(read: 3, places: both.places, filtered: ["note_row": 1]))
  }

  @Test(
    "rows that only begin like notes are rows",
    arguments: [
      "Source: x,,Burglary,,,", "Notebook,,,,,", "3,,,,,", "AB 1234,,,,,", "(x),,,,,",
      "Data 1,,,,,",
    ])
  func rowsLikeNotes(line: String) async throws {
    let found = try await read("\(header)\n\(line)\n")
    #expect(found == Found(read: 1, places: [], without: ["coordinates_empty": 1]))
  }

  @Test("a row that is cut short is rejected all the same")
  func shortRows() async throws {
    #expect(try await read("\(header)\n12,03/02/2025\n").rejected == ["too_few_fields": 1])
    #expect(try await read("\(header)\nLondon\n").rejected == ["too_few_fields": 1])
  }

  @Test("rows of nothing but separators are blank lines", arguments: ["\n", "\r\n", "\r"])
  func emptyRows(end: String) async throws {
    let text = header + "\n" + rows + ",,,,,\n\n,,,\n,\n,,,,,,,,\n"
    #expect(try await read(text.replacing("\n", with: end)) == both)
  }

  // MARK: - Separators behind the last field

  @Test(
    "an empty field behind the last is none, on rows, on the header or on both",
    arguments: [("", ","), (",", ","), (",", ""), ("", ",,,"), (",,", ","), (";", ";;")])
  func trailing(behindHeader: String, behindRows: String) async throws {
    for end in ["\n", "\r\n", "\r"] {
      let lines = (header + "\n" + rows).split(separator: "\n")
      var text = lines[0] + behindHeader + end
      for row in lines.dropFirst() { text += row + behindRows + end }
      if behindHeader == ";" { text.replace(",", with: ";") }
      #expect(try await read(String(text)) == both, "\(text.debugDescription)")
    }
  }

  @Test("a row with more fields than the header has names is rejected")
  func tooMany() async throws {
    let found = try await read(
      "\(header)\n1,,,,-0.120969,51.508369,x\n2,,,,-0.106568,51.508137,,x\n")
    #expect(found == Found(read: 2, places: [], rejected: ["too_many_fields": 2]))
  }
}
