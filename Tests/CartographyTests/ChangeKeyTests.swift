import Geometry
import Tables
import Testing

@testable import Cartography

@Suite("Classes of a map of change")
struct ChangeKeyTests {
  // Sizes 0.1 twice, 1, 2, 2.1, 8: natural breaks part them between the widest gaps; the thresholds
  // are the roundest numbers between 0.1 and 1, 1 and 2, 2.1 and 8.
  @Test("differences are cut by size, alike on both sides")
  func classes() {
    let classes = ChangeClasses(differences: [0.1, -0.1, 1, -2, 2.1, -8, 0])
    #expect(classes.steps.count == 3)
    #expect(classes.classes == [0, 0, 1, -2, 2, -3, 0])
    #expect(classes.labels.map(\.level) == [-3, -2, -1, 0, 1, 2, 3])
    #expect(classes.labels[0].label.hasSuffix("and over fewer"))
    #expect(classes.labels[3].label.hasPrefix("under "))
  }

  @Test("one size of difference has the darkest colours, and none has none")
  func few() {
    #expect(ChangeClasses(differences: [0, 4, -4]).classes == [0, 3, -3])
    let none = ChangeClasses(differences: [0, 0])
    #expect(none.classes == [0, 0])
    #expect(none.labels.map(\.label) == ["fewer", "as many", "more"])
    #expect(ChangeClasses(differences: [0.25]).classes == [3])
  }

  @Test("areas with evidence have a hatched class of their own, which the list names")
  func evidence() {
    let classes = ChangeClasses(differences: [0.1, -0.1, 1, -2, 2.1, -8, 0])
    let key = ChangeKey(classes, evidence: [0, 0, 1, 0, 0, -1, 1])
    // Seven classes, and three with evidence: -3, 0 with more, 1.
    #expect(key.key.labels.count == 10)
    #expect(key.classOfArea.allSatisfy { $0 != nil })
    let places = key.classOfArea.compactMap(\.self)
    #expect(places.map { key.key.levels[$0] } == [0, 0, 1, 0, 0, -3, 1])
    #expect(
      places.map { key.key.listed.contains($0) } == [false, false, true, false, false, true, true])
    #expect(key.key.colours[places[5]] == Palette.diverging[0])
    // Longer ones are cut in the width of a key.
    #expect(key.key.labels[places[6]].wholeMatch(of: /under [\d.]+, evidence of more/) != nil)
  }
}
