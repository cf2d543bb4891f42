import Foundation
import Testing

@testable import HotspotsKit

@Suite("The chart of what is over-represented")
struct ProfileFigureTests {
  @Test("it shows each over-represented pair once, the highest quotient first")
  func rows() async throws {
    let rows = AreaProfilesTests.rows([
      ("Theft", 0, 40), ("Drugs", 0, 20), ("Theft", 1, 20), ("Robbery", 1, 10), ("Theft", 2, 10),
    ])
    let result = try await SquareWorld().study(rows).run(AreaProfiles())
    var figure = ProfileFigure(result)
    figure.marking = "OFFICIAL"
    let text = String(decoding: figure.svg(), as: UTF8.self)
    let names = ["Area B: Robbery", "Area A: Drugs", "Area C: Theft"]
    let places = names.compactMap { text.range(of: ">\($0)<")?.lowerBound }
    #expect(places.count == 3 && places == places.sorted())
    // Worked by hand: (10/30)/(10/100), (20/60)/(20/100), 1/(70/100).
    for words in ["3.33 (", "1.67 (", "1.43 (1.26 to 1.62)"] { #expect(text.contains(">\(words)")) }
    #expect(text.contains("OFFICIAL"))
  }
}
