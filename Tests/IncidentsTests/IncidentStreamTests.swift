import Statistics
import TestSupport
import Testing

@testable import Incidents

/// Adds up what every batch holds, in ways that do not depend on their order.
private struct Adder: IncidentConsumer {
  struct Sums: Sendable, Equatable {
    var count = 0
    var x = 0
    var y = 0
    var byCategory: [Int] = []
    /// The most incidents that a batch had room for.
    var capacity = 0
  }

  private var sums = Sums()

  mutating func consume(_ table: inout IncidentTable) {
    sums.count += table.count
    for value in table.x { sums.x += Int(value) }
    for value in table.y { sums.y += Int(value) }
    for number in table.category.map(Int.init) {
      while sums.byCategory.count <= number { sums.byCategory.append(0) }
      sums.byCategory[number] += 1
    }
    sums.capacity = max(sums.capacity, table.x.capacity, table.y.capacity, table.category.capacity)
  }

  func finish() -> Sums { sums }
}

/// A generated file and what must be found in it.
private struct MadeFile {
  var text = "id,easting,northing,category,note\n"
  var read = 0
  var placed = 0
  var x = 0
  var counts: [RowReason: Int] = [:]
  /// The first line of each reason.
  var first: [RowReason: Int] = [:]
  var categories: [String: Int] = [:]
  private var line = 2

  mutating func append(_ row: String, lines: Int = 1, _ reason: RowReason? = nil) {
    text += row + "\n"
    if let reason {
      counts[reason, default: 0] += 1
      first[reason] = first[reason] ?? line
    }
    read += 1
    line += lines
  }

  /// Makes a file of rows good and bad; rarer reasons come first in some later block.
  init(seed: Int, rows: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    let names = ["Theft", "Robbery", "Arson"]
    for row in 0..<rows {
      let draw = Int(generator.next() % 10_000)
      switch draw {
      case 0..<8: append("\(row),x1,2,Theft,", .coordinateNotANumber)
      case 8..<20: append("\(row),,2,Theft,", .coordinatesEmpty)
      case 20..<25: append("\(row),0,0,Theft,", .coordinatesZero)
      case 25..<30: append("\(row),2e9,1,Theft,", .coordinateOutOfRange)
      case 30..<34: append("\(row),5", .tooFewFields)
      case 34..<40: append("\(row),5,6,Theft,,,x", .tooManyFields)
      case 40..<44: append("\(row),5,6,Theft,\"a\"b", .malformedQuotes)
      case 44..<60:
        text += "\r\n\n"
        line += 2
      default:
        // Beyond what could be degrees.
        let (x, name) = (draw + 100_000, names[draw % 3])
        placed += 1
        self.x += x
        categories[name, default: 0] += 1
        if draw % 50 == 0 {
          append("\(row),\(x),7,\(name),\"two\nlines, \"\"quoted\"\"\"\r", lines: 2)
        } else {
          append("\(row),\(x),7,\(name),x")
        }
      }
    }
  }
}

@Suite("Incident stream")
struct IncidentStreamTests {
  private let folder = TemporaryFolder()

  private func run(
    _ names: [String], threads: Int, request: IncidentRequest = IncidentRequest(category: true)
  ) async throws -> IncidentStream.Outcome<Adder.Sums> {
    let sources = try names.map { try IncidentSource(path: folder.path($0)) }
    return try await IncidentStream(sources: sources, request: request, threads: threads)
      .run { Adder() }
  }

  @Test("any number of threads finds the same rows, counts and first examples in several files")
  func threads() async throws {
    let files = [(1, 30_000), (2, 5), (3, 18_000)].map { MadeFile(seed: $0, rows: $1) }
    let names = files.indices.map { "file\($0).csv" }
    for (name, file) in zip(names, files) { try folder.write(file.text.utf8, to: name) }
    #expect(files[0].text.utf8.count > 2 * TextReader.blockSize)
    var counts: [RowReason: Int] = [:]
    for file in files { counts.merge(file.counts, uniquingKeysWith: +) }
    for threads in [1, 2, 5] {
      let outcome = try await run(names, threads: threads)
      #expect(outcome.tally.read == files.map(\.read).reduce(0, +))
      #expect(outcome.rowsByFile == files.map(\.read))
      for reason in RowReason.allCases {
        #expect(outcome.tally[reason] == counts[reason, default: 0], "\(reason)")
        let example = outcome.examples.first { $0.reason == reason }?.message
        let place = files.indices.first { files[$0].first[reason] != nil }
        let expected = place.flatMap { file in
          files[file].first[reason].map {
            "\(folder.path(names[file])):\($0): \(reason.explanation(inDegrees: false))"
          }
        }
        #expect(example == expected)
      }
      let sums = outcome.shares.map(\.result)
      #expect(sums.map(\.count).reduce(0, +) == files.map(\.placed).reduce(0, +))
      #expect(sums.map(\.x).reduce(0, +) == files.map(\.x).reduce(0, +))
      var categories: [String: Int] = [:]
      for share in outcome.shares {
        for (name, count) in zip(share.categories, share.result.byCategory) {
          categories[name, default: 0] += count
        }
      }
      var expected: [String: Int] = [:]
      for file in files { expected.merge(file.categories, uniquingKeysWith: +) }
      #expect(categories.filter { $0.value > 0 } == expected)
    }
  }

  @Test("storage does not grow with the number of rows")
  func memory() async throws {
    let rows = MadeFile(seed: 9, rows: 16_000).text
    let header = rows.prefix { $0 != "\n" }
    let body = rows.dropFirst(header.count + 1)
    try folder.write(rows.utf8, to: "one.csv")
    try folder.write(
      (header + "\n" + String(repeating: String(body), count: 8)).utf8, to: "eight.csv")
    let one = try await run(["one.csv"], threads: 1).shares[0].result
    let eight = try await run(["eight.csv"], threads: 1).shares[0].result
    #expect(eight.count == one.count * 8)
    // A block holds so many of the shortest rows: fields need two bytes at least.
    #expect(one.capacity > 0 && eight.capacity <= one.capacity * 2)
    #expect(eight.capacity < TextReader.blockSize / 4)
  }

  @Test("short rows are used where they hold the columns that are needed")
  func shortRows() async throws {
    try folder.write(
      Array("easting,northing,category,location\n1,2,Theft\n3,4\n5,6,,\n".utf8), to: "rows.csv")
    let all = try await run(["rows.csv"], threads: 1)
    #expect(all.tally[.tooFewFields] == 1 && all.shares[0].result.count == 2)
    let plain = try await run(["rows.csv"], threads: 1, request: IncidentRequest())
    #expect(plain.tally[.tooFewFields] == 0 && plain.shares[0].result.count == 3)
  }

  @Test("rejected comes before filtered, and filtered before without coordinates")
  func order() async throws {
    try folder.write(
      Array(
        """
        easting,northing,category
        x,1,Theft
        ,1,Theft
        0,0,Robbery
        ,,Robbery
        1e10,0,Theft
        1,,Robbery
        """.utf8), to: "rows.csv")
    var request = IncidentRequest(category: true)
    request.filter = IncidentFilter(excludedCategories: ["THEFT"])
    let tally = try await run(["rows.csv"], threads: 1, request: request).tally
    #expect(
      tally.reasons(.rejected) == ["coordinate_not_a_number": 1, "coordinate_out_of_range": 1])
    #expect(tally.reasons(.filtered) == ["category": 1])
    #expect(
      tally.reasons(.withoutCoordinates) == ["coordinates_empty": 2, "coordinates_zero": 1])
    #expect(tally.read == 6)
  }

  @Test("degrees beyond the sphere are out of range, half a degree within is not")
  func range() async throws {
    try folder.write(
      Array("lon,lat\n180,90\n-180,-90\n180.0001,0\n0,-90.5\n1,91\n\"0.5\",\" 1 \"\n".utf8),
      to: "rows.csv")
    let outcome = try await run(["rows.csv"], threads: 1, request: IncidentRequest())
    #expect(outcome.tally[.coordinateOutOfRange] == 3 && outcome.shares[0].result.count == 3)
  }

  @Test("delimiters, line ends, marks, sep= and gzip change nothing")
  func dialects() async throws {
    let rows = [
      ["id", "easting", "northing", "category"], ["1", "5", "7", "A"], ["2", "6", "8", "B"],
    ]
    var files: [[UInt8]] = []
    for (delimiter, end) in [(",", "\n"), (";", "\r\n"), ("\t", "\r"), ("|", "\n")] {
      let text = rows.map { $0.joined(separator: delimiter) }.joined(separator: end)
      files += [
        Array(text.utf8), Array("\u{feff}\(text)\(end)".utf8), GzipFile.member(Array(text.utf8)),
      ]
      files.append(Array("\u{feff}sep=\(delimiter)\(end)\(text)\(end)\(end)".utf8))
    }
    for (number, bytes) in files.enumerated() {
      try folder.write(bytes, to: "file")
      let outcome = try await run(["file"], threads: 2)
      let sums = outcome.shares.map(\.result)
      #expect(
        sums.map(\.x).reduce(0, +) == 11 && sums.map(\.y).reduce(0, +) == 15, "file \(number)")
      #expect(outcome.tally.read == 2)
    }
  }

  @Test("a file that cannot be followed is the same error for any number of threads")
  func faults() async throws {
    let good = MadeFile(seed: 5, rows: 20_000)
    try folder.write(good.text.utf8, to: "good.csv")
    let lines = good.text.utf8.count { $0 == 10 }
    // An even number of quotes after it would close it again.
    let rest = String(repeating: "1,2,3,x,y\n", count: 60_000)
    try folder.write((good.text + "1,2,3,\"open,\n" + rest).utf8, to: "open.csv")
    let cut = GzipFile.member(Array(good.text.utf8))
    try folder.write(cut.prefix(cut.count - 9), to: "cut.csv.gz")
    let many = "easting,northing,category\n" + (0..<1500).map { "1,2,c\($0)\n" }.joined()
    try folder.write(many.utf8, to: "many.csv")
    let errors: [(String, IncidentError)] = [
      ("open.csv", .unclosedQuote(path: folder.path("open.csv"), line: lines + 1)),
      (
        "cut.csv.gz",
        .damagedCompression(path: folder.path("cut.csv.gz"), reason: "it ends in the middle")
      ),
      (
        "many.csv",
        .tooManyCategories(path: folder.path("good.csv"), column: "category", limit: 200)
      ),
    ]
    for (name, error) in errors {
      for threads in [1, 2, 5] {
        await #expect(throws: error) { try await run(["good.csv", name], threads: threads) }
      }
    }
  }

  /// Files whose rows end in two ways, the line that is told, and whether a return is met among
  /// feeds.
  private static let mixtures: [(text: String, line: Int, isReturn: Bool)] = [
    ("easting,northing,note\n1,2,a\r3,4,b\r5,6,c\n7,8,d\n", 2, true),
    // Joined, two short rows have no more fields than the header.
    ("easting,northing,note,a,b\n1,2,x\n1,2,x\r3,4\n", 3, true),
    ("easting,northing,note\n1,2,\"a\"\r3,4,b\n", 2, true),
    ("easting,northing,note\r\n1,2,\"a\rb\"\r\n1,2,\"a\"\r3,4,b\r\n", 3, true),
    ("easting,northing,note\r1,2,a\r3,4,\"b\nc\"\r5,6,d\n7,8,e\r", 4, false),
  ]

  @Test(
    "rows that end in two ways are refused where the other way is met first", arguments: [1, 3])
  func mixedLineEnds(threads: Int) async throws {
    for (text, line, isReturn) in Self.mixtures {
      // Behind a block of rows, so that it is not the header's block that is looked at.
      for rows in [0, 30_000] {
        let end = text.contains("\r\n") ? "\r\n" : text.contains("note\r") ? "\r" : "\n"
        let header = text.prefix { $0 != "\n" && $0 != "\r" && $0 != "\r\n" }
        let more = String(repeating: "\(end)9,9,\"in \r\n quotes\"", count: rows)
        let path = try folder.file("rows.csv", header + more + text.dropFirst(header.count))
        // Lines are counted by what ends rows, within quotes too.
        let expected = line + rows * 2
        await #expect(
          throws: IncidentError.mixedLineEnds(path: path, line: expected, isReturn: isReturn)
        ) { try await run(["rows.csv"], threads: threads, request: IncidentRequest()) }
      }
    }
  }

  @Test("carriage returns in quotes, at the end of rows and in a text field are no line ends")
  func harmlessReturns() async throws {
    let text = "easting,northing,note\n1,2,\"a\rb\"\r\n3,4\r\n5,6,c\rd\n7,8,\"e\"\r\r\n"
    try folder.write(text.utf8, to: "rows.csv")
    let outcome = try await run(["rows.csv"], threads: 1, request: IncidentRequest())
    #expect(outcome.tally.read == 4 && outcome.shares.map(\.result.count).reduce(0, +) >= 3)
  }

  @Test("a column that two share is refused where it is read, and only there")
  func repeatedColumns() async throws {
    let text = "id,easting,northing,category,id,note,note\n1,2,3,Theft,4,5,6\n"
    let path = try folder.file("rows.csv", text)
    #expect(try await run(["rows.csv"], threads: 1).tally.read == 1)
    var request = IncidentRequest()
    request.textColumns = [[0]]
    await #expect(throws: IncidentError.repeatedColumn(path: path, name: "id")) {
      try await run(["rows.csv"], threads: 1, request: request)
    }
    try folder.write("easting,northing,category,category\n1,2,a,b\n".utf8, to: "rows.csv")
    await #expect(throws: IncidentError.repeatedColumn(path: path, name: "category")) {
      try await run(["rows.csv"], threads: 1)
    }
    let places = try await run(["rows.csv"], threads: 1, request: IncidentRequest())
    #expect(places.tally.read == 1)
  }

  @Test("a thousand spellings of few categories are no reason to stop", arguments: [1, 3])
  func spellings(threads: Int) async throws {
    let rows = (0..<1500).map { "1,2,\(String(repeating: " ", count: $0))Theft\n" }.joined()
    try folder.write("easting,northing,category\n\(rows)".utf8, to: "rows.csv")
    let outcome = try await run(["rows.csv"], threads: threads)
    #expect(Set(outcome.shares.flatMap(\.categories)) == ["Theft"])
  }

  @Test("bad rows cost no more than good ones: a block of nothing but malformed rows")
  func onlyMalformed() async throws {
    let text = "easting,northing\n" + String(repeating: "\"\"x\n", count: 150_000)
    try folder.write(text.utf8, to: "rows.csv")
    let outcome = try await run(["rows.csv"], threads: 1, request: IncidentRequest())
    #expect(outcome.tally.read == 150_000 && outcome.tally[.tooFewFields] == 150_000)
    let wide = "easting,northing\n" + String(repeating: "\"\"x,1\n", count: 60_000)
    try folder.write(wide.utf8, to: "rows.csv")
    let malformed = try await run(["rows.csv"], threads: 1, request: IncidentRequest())
    #expect(malformed.tally[.malformedQuotes] == 60_000)
  }

  @Test("header only, or a row too long, is told as such")
  func emptyAndLong() async throws {
    try folder.write(Array("easting,northing\n".utf8), to: "rows.csv")
    #expect(try await run(["rows.csv"], threads: 2).tally.read == 0)
    for text in ["", "\n", "\r\n\r\n", "\u{feff}"] {
      try folder.write(text.utf8, to: "rows.csv")
      #expect(throws: IncidentError.empty(path: folder.path("rows.csv"))) {
        try IncidentSource(path: folder.path("rows.csv"))
      }
    }
    let long = [UInt8](repeating: 48, count: TextReader.longestRow + 10)
    try folder.write(Array("easting,northing\n1,2\n".utf8) + long, to: "rows.csv")
    await #expect(
      throws: IncidentError.rowTooLong(
        path: folder.path("rows.csv"), line: 3, limit: TextReader.longestRow)
    ) { try await run(["rows.csv"], threads: 2, request: IncidentRequest()) }
  }
}
