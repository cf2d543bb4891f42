import Testing

@testable import Incidents

@Suite("Words of incident errors")
struct IncidentErrorTests {
  static let example = RowExample(
    .coordinateNotANumber, message: "a.csv:2: a coordinate is not a number")

  @Test(
    "each error says what was found and what is allowed",
    arguments: [
      (
        IncidentError.noSuchFile(path: "a.csv"), "cannot read 'a.csv': there is no such file"
      ),
      (
        .cannotOpen(path: "a", reason: "it is a folder"), "cannot read 'a': it is a folder"
      ),
      (
        .unreadable(path: "a.csv", reason: "input/output error"),
        "cannot read 'a.csv': input/output error"
      ),
      (
        .damagedCompression(path: "a.gz", reason: "it ends in the middle"),
        "cannot read 'a.gz': the compressed data is damaged (it ends in the middle)"
      ),
      (.empty(path: "a.csv"), "cannot read 'a.csv': it has no rows of incidents"),
      (
        .wideCharacters(path: "a.csv"),
        "cannot read 'a.csv': it is text in UTF-32, and UTF-8, UTF-16 and Windows-1252 are read"
      ),
      (
        .noHeader(path: "a.csv", line: HeaderLine(9), count: 3),
        "cannot use 'a.csv': line 9 was to be the header, and there are 3"
      ),
      (
        .noHeader(path: "a.csv", line: HeaderLine(2), count: 2),
        "cannot use 'a.csv': line 2 was to be the header, and is blank"
      ),
      (
        .notAHeader(path: "a.csv", line: HeaderLine(2, isRow: true), fields: ["1", "x"]),
        "cannot use 'a.csv': row 2 was to be the header, and holds values in place of names: '1', 'x'"
      ),
      (
        .notDelimitedText(path: "a.pdf", kind: "a PDF document"),
        """
        cannot read 'a.pdf': it is a PDF document, and incidents are read from CSV, XLSX, GeoJSON, \
        GeoPackages and point Shapefiles
        """
      ),
      (
        .unclosedQuote(path: "a.csv", line: 17),
        "a.csv:17: a quote is opened here and never closed"
      ),
      (
        .rowTooLong(path: "a.csv", line: 3, limit: 4_194_304),
        "a.csv:3: the row is longer than 4 MiB, which no incident is"
      ),
      (
        .missingColumns(path: "a.csv", needed: "a date", header: ["x", "y"]),
        "cannot use 'a.csv': found the columns 'x', 'y', and a date is needed"
      ),
      (
        .unknownColumn(
          path: "a.csv", key: "start", name: "Begun", header: (1...22).map { "c\($0)" }),
        "cannot use column 'Begun' for 'start' in 'a.csv': its columns are "
          + (1...20).map { "'c\($0)'" }.joined(separator: ", ") + " and 2 more"
      ),
      (
        .headerTooLong(path: "a.csv", line: 1, limit: 262_144),
        "a.csv:1: the header goes on for more than 256 KiB, at most that is read"
      ),
      (
        .mixedLineEnds(path: "a.csv", line: 3, isReturn: true),
        """
        a.csv:3: found a carriage return alone outside quotes where rows end in line feeds, one kind \
        of line end is allowed
        """
      ),
      (
        .mixedLineEnds(path: "a.csv", line: 3, isReturn: false),
        """
        a.csv:3: found a line feed outside quotes where rows end in carriage returns alone, one kind \
        of line end is allowed
        """
      ),
      (
        .repeatedColumn(path: "a.csv", name: "x"),
        "cannot use column 'x' of 'a.csv': the header has it more than once"
      ),
      (
        .tooManyCategories(path: "a.csv", column: "type", limit: 200),
        "cannot count by column 'type' of 'a.csv': it has more than 200 different values"
      ),
      (
        .noUsableRow(path: "a.csv", read: 3, first: Self.example),
        "cannot use 'a.csv': none of its 3 rows can be used"
      ),
      (
        .rejectedRows(count: 2, first: Self.example),
        "a.csv:2: a coordinate is not a number; 2 rejected in all, and none may be"
      ),
    ])
  func words(error: IncidentError, text: String) { #expect(error.description == text) }

  @Test("only a file that is absent or cannot be opened is missing")
  func kinds() {
    #expect(IncidentError.noSuchFile(path: "a").isMissingFile)
    #expect(IncidentError.cannotOpen(path: "a", reason: "b").isMissingFile)
    #expect(!IncidentError.empty(path: "a").isMissingFile)
    #expect(IncidentError.unreadable(path: "a", reason: "b").isReadFailure)
    #expect(!IncidentError.empty(path: "a").isReadFailure)
  }
}
