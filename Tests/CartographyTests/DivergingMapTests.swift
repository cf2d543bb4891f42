import Foundation
import Statistics
import Tables
import Testing

@testable import Cartography

@Suite("Maps of values below and above zero")
struct DivergingMapTests {
  private func map(_ values: [Double?], _ classification: Classification? = nil) throws -> AreaMap {
    var description = townDescription()
    description.value = MapValue(column: "incidents", label: "change", kind: .rate)
    let table = townTable(columns: 3, rows: 2, values: values)
    guard let classification else { return try AreaMap(of: table, description: description) }
    return try AreaMap(of: table, description: description, classification: classification)
  }

  @Test("classes end at zero, blue and hatched below it")
  func parted() throws {
    let map = try map([-30, -2, 0, 3, 40, nil])
    #expect(map.breaks.thresholds.contains(0))
    #expect(map.classCounts == [1, 1, 2, 1])
    let svg = String(decoding: map.svg(), as: UTF8.self)
    #expect(svg.contains("below zero blue and hatched, above red"))
    // The lowest and the highest of the palette, and the grey of zero nowhere.
    #expect(svg.contains("#2166AC") || svg.contains("#2166ac"))
    #expect(svg.contains("#B2182B") || svg.contains("#b2182b"))
  }

  @Test("breaks that cross zero, and values above it alone, run from low to high")
  func sequential() throws {
    let crossing = try map(
      [-30, -2, 0, 3, 40, nil], .given(ClassBreaks(thresholds: [-10, 10], separatesZero: false)))
    #expect(!String(decoding: crossing.svg(), as: UTF8.self).contains("below zero"))
    let above = try map([1, 2, 3, 4, 5, nil])
    #expect(!String(decoding: above.svg(), as: UTF8.self).contains("below zero"))
  }

  @Test("colours darken away from zero, on either side")
  func colours() {
    #expect(Palette.diverging(step: -3, of: 3) == Palette.diverging[0])
    #expect(Palette.diverging(step: -1, of: 3) == Palette.diverging[2])
    #expect(Palette.diverging(step: 1, of: 1) == Palette.diverging[5])
    #expect(Palette.diverging(step: 2, of: 2) == Palette.diverging[6])
    let between = Palette.diverging(step: 2, of: 4)
    #expect(between != Palette.diverging[4] && between != Palette.diverging[5])
  }

  @Test("small values keep three digits, and ranges of negative numbers have no dash")
  func words() throws {
    var description = townDescription()
    description.value = MapValue(column: "incidents", label: "share", kind: .rate)
    func text(_ values: [Double?], _ value: Double) throws -> String {
      try MappedAreas(
        of: townTable(columns: 2, rows: 1, values: values), description: description
      ).text(value)
    }
    #expect(try text([0.25, 0.043], 0.043) == "0.043")
    #expect(try text([0.025, nil], 0.025) == "0.0250")
    #expect(try text([2.5, nil], 2.5) == "2.5")
    #expect(try text([-0.5, 0.25], -0.5) == "−0.500")
    #expect(try text([0, nil], 0) == "0")
    let breaks = try ClassBreaks(
      thresholds: [-10, 0], separatesZero: false, range: -20 ... -1)
    #expect(
      LegendWords.labels(of: breaks, values: [-20, -1], isWhole: true).prefix(2) == [
        "−20 to −11", "−10 to −1",
      ])
  }
}
