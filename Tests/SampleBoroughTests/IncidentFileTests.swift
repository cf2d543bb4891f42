import SampleBorough
import Testing

@Suite struct IncidentFileTests {
  static let lines = IncidentFile.text(
    of: SharedSamples.folder.incidents, in: SharedSamples.folder.borough
  ).split(separator: "\n", omittingEmptySubsequences: false)

  @Test("the file has a header, a line for each incident and a final line feed")
  func shape() {
    let header: String =
      "Crime ID,Crime type,From,To,Easting,Northing,Location,LSOA code,Last outcome category,"
      + "Victim age,Flags"
    #expect(Self.lines.first.map(String.init) == header)
    #expect(Self.lines.count == 20_002)
    #expect(Self.lines.last == "")
    #expect(!Self.lines.contains { $0.contains("\r") })
  }

  @Test("each line has eleven fields, those with a comma or a quotation mark quoted")
  func fields() {
    for line in Self.lines.dropLast() {
      // Between pairs of quotation marks commas do not count.
      let outside = line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset.isMultiple(of: 2) }
      #expect(outside.count == 1 || line.count { $0 == "\"" }.isMultiple(of: 2))
      #expect(outside.reduce(0) { $0 + $1.element.count { $0 == "," } } == 10)
    }
    #expect(Self.lines.contains { $0.contains("\"On or near Ropewalk, north end\"") })
    #expect(Self.lines.contains { $0.contains("\"On or near The \"\"Old Wherry\"\" Steps\"") })
    #expect(Self.lines.contains { $0.contains("On or near Café Passage") })
  }

  @Test("what is not known is an empty field, or two zeros")
  func gaps() {
    #expect(Self.lines.contains { $0.contains(",,,No Location,,") })
    #expect(Self.lines.contains { $0.contains(",0,0,No Location,,") })
    #expect(Self.lines.contains { $0.contains(",,4") })
  }
}
