import Statistics
import Tables
import Testing

@testable import Cartography

@Suite("Classes of a map")
struct MapClassesTests {
  private static func classes(
    _ values: [Double?], _ classification: Classification
  ) throws -> MapClasses {
    let table = townTable(columns: values.count, rows: 1, values: values)
    return try MapClasses(
      areas: MappedAreas(of: table, description: townDescription()),
      classification: classification)
  }

  // 100 in five parts, by hand: 50; 20; 10 and 10; 5 and 5. Two areas have none, one has no number.
  private static let skewed: [Double?] = [5, 10, 0, 50, nil, 20, 5, 10, 0]

  @Test("of equal shares the key says what each class holds, zero and areas without data apart")
  func shares() throws {
    let classes = try Self.classes(Self.skewed, .fitted(.equalShares, classes: 5))
    #expect(classes.shares == [0, 0.1, 0.2, 0.2, 0.5])
    #expect(
      classes.legendRows.map { [$0.label, "\($0.count)", $0.share ?? ""] } == [
        ["0", "2", "0.0%"], ["1 – 9", "2", "10.0%"], ["10 – 19", "2", "20.0%"],
        ["20 – 49", "1", "20.0%"], ["50", "1", "50.0%"], ["no data", "1", ""],
      ])
    #expect(
      classes.note
        == "Classes: about equal shares of the whole, rounded where no area changes class, zero by "
        + "itself. The darkest area holds 50.0% of the whole.")
  }

  @Test("other classes and zeros alone have no shares")
  func none() throws {
    let quantiles = try Self.classes(Self.skewed, .fitted(.quantiles, classes: 5))
    #expect(quantiles.shares == nil && quantiles.legendRows.allSatisfy { $0.share == nil })
    let zeros = try Self.classes([0, 0], .fitted(.equalShares, classes: 5))
    #expect(zeros.shares == nil && zeros.note.hasSuffix("zero by itself."))
  }
}
