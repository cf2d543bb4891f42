import TestSupport
import Testing

@testable import Commands

@Suite("How many rows must be of use")
struct AssignmentBoundsTests {
  /// A file of which some rows are assigned, some outside, some rejected.
  private static func text(assigned: Int, outside: Int, rejected: Int) -> String {
    GuardWorld.rows(
      "Easting,Northing",
      Array(repeating: "530500,180500", count: assigned)
        + Array(repeating: "540000,180500", count: outside)
        + Array(repeating: "west,180500", count: rejected))
  }

  @Test(
    "shares at the bound pass, and those beyond it end with 65",
    arguments: [
      // assigned, outside, rejected, words, status
      (5, 0, 5, [], 0),
      (5, 0, 6, [], 65),
      (5, 0, 6, ["--max-rejected", "60"], 0),
      (5, 0, 0, ["--max-rejected", "0"], 0),
      (99, 0, 1, ["--max-rejected", "0"], 65),
      (99, 0, 1, ["--max-rejected", "1"], 0),
      (1, 99, 0, [], 0),
      (1, 99, 0, ["--min-assigned", "1"], 0),
      (1, 99, 0, ["--min-assigned", "1.5"], 65),
      // Rejected rows are no part of what assigned is a share of.
      (2, 2, 4, ["--min-assigned", "50"], 0),
      (0, 3, 0, ["--min-assigned", "0"], 0),
      (0, 3, 0, [], 65),
      (0, 0, 3, ["--min-assigned", "0", "--max-rejected", "100"], 0),
      (0, 0, 3, ["--min-assigned", "0"], 65),
    ] as [(Int, Int, Int, [String], Int32)])
  func shares(
    assigned: Int, outside: Int, rejected: Int, words: [String], status: Int32
  ) async throws {
    let world = try GuardWorld()
    let run = try await world.run(
      "areas", Self.text(assigned: assigned, outside: outside, rejected: rejected),
      words + ["--output", "@out.csv"])
    #expect(run.status == status, "\(run.messages)")
    #expect(try world.names.contains("out.csv") == (status == 0))
  }

  @Test("what is beyond a bound is said with both numbers")
  func words() async throws {
    let world = try GuardWorld()
    let few = try await world.run(
      "areas", Self.text(assigned: 1, outside: 9, rejected: 0),
      ["--min-assigned", "30", "--output", "@out.csv"])
    #expect(
      few.messages.contains(
        "only 1 of 10 incidents lie in an area of 'areas', and at least 30% are asked for"),
      "\(few.messages)")
    let many = try await world.run(
      "areas", Self.text(assigned: 4, outside: 0, rejected: 6), ["--output", "@out.csv"])
    #expect(
      many.messages.contains("6 of 10 rows are rejected, and at most 50% may be"),
      "\(many.messages)")
    #expect(many.messages.contains("rows.csv:6: a coordinate is not a number"))
  }

  @Test("too many rejected rows of metres called degrees have help that names the columns")
  func rejectedMetres() async throws {
    let world = try GuardWorld()
    let rows =
      Array(repeating: "530500,180500", count: 6) + Array(repeating: "-0.12,51.5", count: 4)
    let run = try await world.run(
      "areas", GuardWorld.rows("Longitude,Latitude", rows), ["--output", "@out.csv"])
    #expect(run.status == 65)
    #expect(run.messages.contains("6 of 10 rows are rejected"), "\(run.messages)")
    #expect(
      run.messages.contains("(longitude -180 to 180, latitude -90 to 90)"), "\(run.messages)")
    #expect(
      run.messages.contains(
        "help: name the columns as what they are, as in --columns "
          + "easting=Longitude,northing=Latitude; --max-rejected PERCENT allows more"),
      "\(run.messages)")
  }

  @Test("the range of metres is not one of degrees")
  func rangeOfMetres() async throws {
    let world = try GuardWorld()
    let rows = Array(repeating: "5305000000,180500", count: 6) + ["530500,180500"]
    let run = try await world.run(
      "areas", GuardWorld.rows("Easting,Northing", rows), ["--output", "@out.csv"])
    #expect(run.status == 65)
    #expect(
      run.messages.contains(
        "a coordinate is out of range (easting and northing -1,000,000,000 to 1,000,000,000)"),
      "\(run.messages)")
    #expect(!run.messages.contains("longitude"), "\(run.messages)")
  }

  @Test("an empty result that is allowed says why it is empty")
  func empty() async throws {
    let world = try GuardWorld()
    let run = try await world.run(
      "areas", Self.text(assigned: 2, outside: 0, rejected: 0),
      ["--from", "2030", "--min-assigned", "0", "--output", "@out.csv"])
    #expect(run.status == 64)
    let month = try await world.run(
      "areas", Self.text(assigned: 2, outside: 0, rejected: 0),
      ["--from", "2030-01", "--min-assigned", "0", "--output", "@out.csv"])
    #expect(month.status == 0, "\(month.messages)")
    #expect(month.messages.contains("warning: none of 2 rows is left to count: the files' dates"))
    #expect(try world.folder.rows("out.csv").dropFirst().allSatisfy { $0[2] == "0" })
  }

  @Test("shares are numbers from 0 to 100", arguments: ["-1", "101", "half"])
  func refused(value: String) async throws {
    let world = try GuardWorld()
    for option in ["--min-assigned", "--max-rejected"] {
      let run = try await world.run(
        "areas", Self.text(assigned: 1, outside: 0, rejected: 0),
        ["\(option)=\(value)", "--output", "@out.csv"])
      #expect(run.status == 64, "\(run.messages)")
    }
  }

  @Test("commands for which none is an answer have no such bounds", arguments: ["query", "export"])
  func unbounded(command: String) async throws {
    let world = try GuardWorld()
    let text = Self.text(assigned: 1, outside: 0, rejected: 9)
    let words = command == "query" ? ["--where", "id = 0"] : []
    let run = try await world.run(command, text, words + ["--output", "@out.geojson"])
    #expect(run.status == 0, "\(run.messages)")
    let bound = try await world.run(
      command, text, words + ["--min-assigned", "5", "--output", "@out.geojson"])
    #expect(bound.status == 64)
  }
}
