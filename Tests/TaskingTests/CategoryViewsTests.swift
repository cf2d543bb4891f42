import Cartography
import Foundation
import Testing

@testable import Tasking

@Suite("The switch of categories")
struct CategoryViewsTests {
  private static let categories = ["Anti-social behaviour", "Burglary", "Drugs"]

  private static func choices(_ counts: [[Int]], categories: [String] = categories) throws
    -> [CategoryChoice]
  {
    let table = try TestPack(categories: categories, counts: counts).table()
    return CategoryChoice.choices(of: table, categories: categories)
  }

  @Test("crime comes first, then each category that occurs, the most frequent first")
  func order() throws {
    let choices = try Self.choices([[4, 1, 0], [2, 9, 0], [0, 3, 0]])
    #expect(choices.map(\.name) == ["Crime", "Burglary", "Anti-social behaviour"])
    #expect(choices[0].values == [1, 9, 3])
    #expect(choices[2].values == [4, 2, 0])
  }

  @Test("one category needs no switch, and thousands of areas get none")
  func none() throws {
    #expect(try Self.choices([[4], [2]], categories: ["Drugs"]).isEmpty)
    #expect(try Self.choices([[], []], categories: []).isEmpty)
    let many = [[Int]](repeating: [1, 2], count: CategoryChoice.areaLimit + 1)
    #expect(try Self.choices(many, categories: ["Drugs", "Theft"]).isEmpty)
  }

  private struct Page {
    let reader: PageReader
    let views: [[String: Any]]
    let object: [String: Any]

    init(_ pack: TestPack) throws {
      reader = try #require(PageReader(PackPage(try pack.contents()).html()))
      let data = reader.all("div").filter { $0.attributes["class"] == "views" }
      #expect(data.compactMap { $0.attributes["data-number"] } == ["1", "2"])
      #expect(data.allSatisfy { $0.attributes["hidden"] != nil })
      let text = try #require(data.first?.attributes["data-views"])
      object = try #require(
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      views = try #require(object["views"] as? [[String: Any]])
    }

    /// The words of a layer of the map of the first layer.
    func words(_ name: String) -> [String] {
      reader.elements.first { $0.attributes["id"] == "layer-1-\(name)" }?.text
        .split(whereSeparator: \.isNewline).map(String.init) ?? []
    }
  }

  @Test("the page carries them as JSON that a parser reads, whatever the names are")
  func json() throws {
    let hostile = "Dr\"ugs' & <b>\u{1}"
    let page = try Page(
      TestPack(categories: ["Theft", hostile], counts: [[4, 1], [2, 9], [0, 0]]))
    #expect(page.object["codes"] as? [String] == ["A1", "A2", "A3"])
    #expect(page.object["shapes"] as? [String] == (1...3).map { "layer-1-area-A\($0)" })
    #expect(page.views.map { $0["values"] as? [Double] } == [[1, 9, 0], [4, 2, 0]])
    #expect((page.views[0]["name"] as? String)?.hasPrefix("Dr\"ugs' & <b>") == true)
    let identifiers = Set(page.reader.elements.compactMap { $0.attributes["id"] })
    for name in page.object["shapes"] as? [String] ?? [] { #expect(identifiers.contains(name)) }
    // Each view has its own of every layer that it replaces.
    let replaced = try #require(page.object["replaced"] as? [String])
    #expect(Set(replaced) == ["heading", "legend", "busiest", "notes"])
    for view in ["", "view-1-", "view-2-"] {
      for part in replaced { #expect(identifiers.contains("layer-1-\(view)\(part)")) }
    }
    #expect(page.views.map { $0["group"] as? String } == ["view-1", "view-2"])
  }

  @Test("heading, key, list and words of a view are those of its category")
  func furniture() throws {
    var pack = TestPack(
      categories: Self.categories, counts: (0..<60).map { [$0 % 3, $0 / 7, 70 - $0] })
    pack.notes = [:]
    let page = try Page(pack)
    let names = page.views.compactMap { $0["name"] as? String }
    #expect(names == ["Crime", "Drugs", "Burglary", "Anti-social behaviour"])
    // 0 to 59 each: a third, a seventh rounded down, and what is left of 70.
    let sums = [2430 + 228, 2430, 228, 60]
    for (place, view) in page.views.enumerated() {
      let name = names[place]
      let values = try #require(view["values"] as? [Double])
      #expect(Int(values.reduce(0, +)) == sums[place])
      #expect(page.words("view-\(place + 1)-heading").contains("Incidents: \(name)"))
      let list = page.words("view-\(place + 1)-busiest")
      #expect(list.contains { $0.contains("of \(NumberWords.grouped(sums[place])) incidents") })
      #expect(view["title"] as? String == "Incidents: \(name)")
      for part in ["figure", "busiest", "all", "region"] {
        #expect((view[part] as? String)?.contains(": \(name)") == true, "\(part)")
      }
      #expect(
        (view["said"] as? String)?.hasPrefix(
          "\(name): \(NumberWords.grouped(sums[place])) incidents.") == true)
      // The highest first, equal ones in the order of the areas, as many as the list has rows.
      let order = values.indices.sorted { (values[$1], $0) < (values[$0], $1) }
      let numbered = try #require(view["numbered"] as? [Int])
      #expect(numbered.count >= 5 && numbered == Array(order.prefix(numbered.count)))
      // The key has the number of areas of each class, and areas have the colours of their classes.
      let colours = try #require(view["colours"] as? [String])
      let counts = page.words("view-\(place + 1)-legend").compactMap { Int($0) }
      for colour in Set(colours) {
        #expect(counts.contains(colours.count { $0 == colour }))
      }
    }
    #expect(Set(page.object["replaced"] as? [String] ?? []).contains("labels"))
  }
}
