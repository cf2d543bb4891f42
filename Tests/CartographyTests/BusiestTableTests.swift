import Testing

@testable import Cartography

@Suite("The list beside a map")
struct BusiestTableTests {
  private static func names(_ longNames: [[String]], width: Double) -> [(String, Double)] {
    let rows = longNames.enumerated().map { place, names in
      BusiestTable.Row(
        number: "\(place + 1)", name: "Area \(place + 1)", code: "A\(place + 1)", longNames: names,
        value: "10", share: nil)
    }
    let block = BusiestTable(
      heading: "Busiest areas", valueLabel: "incidents", rows: rows, summary: "", hasBadges: false,
      scale: 1
    ).block(width: width)
    return block.marks.compactMap { mark in
      guard case .text(let text) = mark, text.text.hasPrefix("Area") || text.text.hasPrefix("A1")
      else { return nil }
      return (text.text, text.size)
    }
  }

  private static let long = [
    ["Area 1, Somewhere, by Some Street", "Area 1, by Some Street", "Area 1"],
    ["Area 2, Elsewhere in Town, by a Street of a Long Name", "Area 2, by a Street", "Area 2"],
  ]

  @Test("each row has the longest name for which there is room, all in one size")
  func room() {
    #expect(Self.names(Self.long, width: 500).map(\.0) == [Self.long[0][0], Self.long[1][0]])
    let narrow = Self.names(Self.long, width: 190)
    #expect(narrow.map(\.0) == [Self.long[0][0], Self.long[1][1]])
    #expect(Set(narrow.map(\.1)).count == 1)
    #expect(Self.names(Self.long, width: 80).map(\.0) == ["Area 1", "Area 2"])
  }

  @Test("without longer names codes stand where they did")
  func codes() {
    #expect(Self.names([["Area 1"]], width: 300).map(\.0) == ["Area 1", "A1"])
  }
}
