import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("A table of weights weighs by category")
struct WeightsOptionTests {
  private static let text =
    "id,date,type,Easting,Northing,Harm\n"
    + "1,2025-02-10 10:00,Burglary,530500,180500,7\n2,2025-02-11 11:00,Theft,531500,180700,3\n"
    + "3,2025-02-11 11:00,Theft,531400,180700,3\n"

  private func world() throws -> GuardWorld {
    let world = try GuardWorld()
    _ = try world.folder.file("w.csv", "category,value\nBurglary,40\nTheft,2\nArson,5\n")
    return world
  }

  @Test("areas have weight, share and rank behind the counts, and the manifest the table")
  func areas() async throws {
    let world = try world()
    let run = try await world.run(
      "areas", Self.text,
      [
        "--weights", "@w.csv", "--weights-name", "harm", "--output", "@out.csv", "--map",
        "@out.svg",
        "--manifest", "@run.json",
      ])
    #expect(run.status == 0, "\(run.messages)")
    let rows = try world.folder.rows("out.csv")
    #expect(rows[0].suffix(3) == ["weight", "weight_share", "weight_rank"])
    #expect(rows[1].suffix(3) == ["40", "0.909090909", "1"])
    #expect(rows[2].suffix(3) == ["4", "0.0909090909", "2"])
    #expect(rows[3].suffix(3) == ["0", "0", "3"])
    #expect(
      run.messages.contains("Burglary is 33.3% of incidents and 90.9% of harm (1 of 3; 40 of 44)"))
    let manifest = try world.folder.object("run.json")
    let inputs = try #require(manifest["inputs"] as? [[String: Any]])
    let table = try #require(inputs.first { ($0["path"] as? String)?.hasSuffix("w.csv") == true })
    #expect(table["rows"] as? Int == 3 && table["sha256"] is String)
    let chosen = try #require(manifest["chosen"] as? [String: Any])
    let weights = try #require(chosen["weights"] as? [String: Any])
    #expect(weights["weight"] as? Double == 44 && weights["unused_rows"] as? Int == 1)
    let map = try world.folder.text("out.svg")
    #expect(map.contains("Harm by area") && map.contains("90.9% of harm"))
  }

  @Test("hours have what each hour weighs, and print it beside the counts")
  func hours() async throws {
    let world = try world()
    let words = ["--weights", "@w.csv", "--weights-name", "harm"]
    let run = try await world.run(
      "hours", Self.text, words + ["--output", "@out.csv", "--chart", "@out.svg"])
    #expect(run.status == 0, "\(run.messages)")
    let rows = try world.folder.rows("out.csv")
    #expect(rows[0].suffix(4) == ["Total", "weight", "weight_share", "weight_rank"])
    #expect(rows[11].suffix(4) == ["1", "40", "0.909090909", "1"])
    #expect(rows[12].suffix(4) == ["2", "4", "0.0909090909", "2"])
    #expect(rows[25].suffix(4) == ["3", "44", "1", ""])
    #expect(try world.folder.text("out.svg").contains("Harm by hour and weekday"))
    let printed = try await world.run("hours", Self.text, words)
    #expect(printed.output.contains("incidents\n") && printed.output.contains("harm\n"))
    let byArea = try await world.run("hours", Self.text, words + ["--by", "area"])
    #expect(byArea.status == 64 && byArea.messages.contains("--by area"))
  }

  @Test("clusters have the counts beside the weights")
  func clusters() async throws {
    let world = try world()
    let run = try await world.run(
      "clusters", Self.text, ["--weights", "@w.csv", "--output", "@out.csv"])
    #expect(run.status == 0, "\(run.messages)")
    let rows = try world.folder.rows("out.csv")
    #expect(rows[0].suffix(4) == ["incidents", "weight", "weight_share", "weight_rank"])
    #expect(rows[1].suffix(4) == ["1", "40", "0.909090909", "1"])
  }

  @Test("a pack has the weights beside the counts, on the page and as a map")
  func pack() async throws {
    let world = try world()
    let run = try await world.run(
      "tasking", Self.text,
      ["--weights", "@w.csv", "--weights-name", "harm", "--output", "@pack"])
    #expect(run.status == 0, "\(run.messages)")
    let page = try world.folder.text("pack/index.html")
    #expect(page.contains("Harm beside incidents"))
    #expect(page.contains("Burglary is 33.3% of incidents and 90.9% of harm (1 of 3; 40 of 44)."))
    // The first by harm is the second by count.
    #expect(page.contains("2 (up 1)") && page.contains("1 (down 1)"))
    #expect(try world.folder.text("pack/maps/areas-weight.svg").contains("Harm by"))
    #expect(
      try world.folder.rows("pack/areas.csv")[0].suffix(4)
        == ["weight", "weight_share", "weight_rank", "known_as"])
    let plain = try await world.run("tasking", Self.text, ["--output", "@plain"])
    #expect(plain.status == 0)
    #expect(
      !FileManager.default.fileExists(atPath: world.folder.path("plain/maps/areas-weight.svg")))
  }

  @Test("a weight of each row and of each category exclude each other")
  func both() async throws {
    let world = try world()
    let run = try await world.run(
      "density", Self.text,
      ["--weights", "@w.csv", "--columns", "weight=Harm", "--output", "@out.csv"])
    #expect(run.status == 64)
    #expect(run.messages.contains("cannot use '--columns weight=Harm' with --weights"))
    let values = try await world.run(
      "areas", Self.text, ["--weights-name", "harm", "--output", "@out.csv"])
    #expect(values.status == 64 && values.messages.contains("--weights"))
  }

  @Test("categories without a value are warned of, and refused if that is asked for")
  func strict() async throws {
    let world = try world()
    let path = try world.folder.file("few.csv", "category,value\nBurglary,40\n")
    let words = ["--weights", path, "--output", "@out.csv"]
    let run = try await world.run("areas", Self.text, words)
    #expect(run.status == 0)
    #expect(
      run.messages.contains(
        "warning: '\(path)' has no value for 'Theft' (2): 2 incidents weigh nothing"))
    let strict = try await world.run("areas", Self.text, words + ["--strict"])
    #expect(strict.status == 65)
    #expect(
      strict.messages.contains("cannot weigh all incidents: '\(path)' has no value for 'Theft'"))
  }

  @Test("a table that cannot be used is one line with what to do")
  func faults() async throws {
    let world = try world()
    let twice = try world.folder.file("t.csv", "category,value\nTheft,1\nTHEFT,2\n")
    let run = try await world.run(
      "areas", Self.text, ["--weights", twice, "--output", "@out.csv"])
    #expect(run.status == 65)
    #expect(run.messages.contains("'THEFT' has the value 1 in line 2 and 2 in line 3"))
    let missing = try await world.run(
      "areas", Self.text, ["--weights", "@none.csv", "--output", "@out.csv"])
    #expect(missing.status == 66)
  }
}
