import Testing

@testable import HotspotsKit

@Suite("What people call areas")
struct KnownAreaTests {
  @Test("the name, the larger area and the street, as far as they are known")
  func words() {
    let whole = KnownArea(
      name: "Westminster 013E", surrounding: "West End", street: "Oxford Street")
    #expect(whole.words == "Westminster 013E, West End, by Oxford Street")
    #expect(
      whole.forms == [
        "Westminster 013E, West End, by Oxford Street", "Westminster 013E, by Oxford Street",
        "Westminster 013E, West End", "Westminster 013E",
      ])
    #expect(KnownArea(name: "A", surrounding: "Town").forms == ["A, Town", "A"])
    #expect(KnownArea(name: "A", street: "High Street").forms == ["A, by High Street", "A"])
    #expect(KnownArea(name: "A").forms == ["A"])
  }

  @Test("a name that begins with the larger area's says it once")
  func repeated() {
    let area = KnownArea(name: "Candlemarket 001A", surrounding: "candlemarket")
    #expect(area.words == "Candlemarket 001A")
  }
}
