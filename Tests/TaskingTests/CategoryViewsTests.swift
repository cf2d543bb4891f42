import Foundation
import Testing

@testable import Tasking

@Suite("The switch of categories")
struct CategoryViewsTests {
  private static let categories = ["Anti-social behaviour", "Burglary", "Drugs"]

  private static func views(_ counts: [[Int]], categories: [String] = categories) throws
    -> [CategoryViews.View]
  {
    let layer = try TestPack(categories: categories, counts: counts).layer()
    return CategoryViews(layer: layer, number: 1).views
  }

  @Test("crime comes first, then each category that occurs, the most frequent first")
  func order() throws {
    let views = try Self.views([[4, 1, 0], [2, 9, 0], [0, 3, 0]])
    #expect(views.map(\.name) == ["Crime", "Burglary", "Anti-social behaviour"])
    #expect(views[0].values == [1, 9, 3])
    #expect(views[2].values == [4, 2, 0])
  }

  @Test("every area has a class whose words hold its value, none is empty, and zero is grey")
  func classes() throws {
    let counts = (0..<40).map { [$0 % 3, $0 * $0 / 7, 1] }
    for view in try Self.views(counts) {
      #expect(view.classes.count == 40)
      #expect(Set(view.classes) == Set(view.legend.indices))
      for (value, place) in zip(view.values, view.classes) {
        let ends = view.legend[place].label.split(whereSeparator: { " –".contains($0) })
          .compactMap { Double($0.replacing(",", with: "")) }
        let (low, high) = (ends.first ?? .nan, ends.last ?? .nan)
        #expect(low <= value && value <= high, "\(value) in \(view.legend[place].label)")
        if value == 0 { #expect(view.legend[place].colour == "#e6e6e6") }
      }
    }
  }

  @Test("one category needs no switch, and thousands of areas get none")
  func none() throws {
    #expect(try Self.views([[4], [2]], categories: ["Drugs"]).isEmpty)
    #expect(try Self.views([[], []], categories: []).isEmpty)
    let many = [[Int]](repeating: [1, 2], count: CategoryViews.areaLimit + 1)
    #expect(try Self.views(many, categories: ["Drugs", "Theft"]).isEmpty)
  }

  @Test("the page carries them as JSON that a parser reads, whatever the names are")
  func json() throws {
    let hostile = "Dr\"ugs' & <b>\u{1}"
    let pack = TestPack(categories: ["Theft", hostile], counts: [[4, 1], [2, 9], [0, 0]])
    let reader = try #require(PageReader(PackPage(try pack.contents()).html()))
    let data = reader.all("div").filter { $0.attributes["class"] == "views" }
    #expect(data.compactMap { $0.attributes["data-number"] } == ["1", "2"])
    #expect(data.allSatisfy { $0.attributes["hidden"] != nil })
    let text = try #require(data.first?.attributes["data-views"])
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(object?["codes"] as? [String] == ["A1", "A2", "A3"])
    #expect(object?["shapes"] as? [String] == (1...3).map { "layer-1-area-A\($0)" })
    let views = try #require(object?["views"] as? [[String: Any]])
    #expect(views.map { $0["values"] as? [Double] } == [[1, 9, 0], [4, 2, 0]])
    #expect((views[0]["name"] as? String)?.hasPrefix("Dr\"ugs' & <b>") == true)
    let identifiers = Set(reader.elements.compactMap { $0.attributes["id"] })
    for name in object?["shapes"] as? [String] ?? [] { #expect(identifiers.contains(name)) }
    for part in ["heading", "legend", "busiest", "labels"] {
      #expect(identifiers.contains("layer-1-\(part)"))
    }
  }
}
