import Geometry
import Testing

@testable import Cartography

@Suite("Close-ups of hotspots")
struct CloseUpSheetTests {
  @Test(
    "sheets are legible and well formed, from the smallest to the largest",
    arguments: CloseUpCase.all)
  func sheets(one: CloseUpCase) {
    let sheet = one.sheet
    expectLegible(sheet.drawing, textsAbove: 5)
    expectWellFormed(sheet.svg())
    #expect(sheet.svg().count < 400_000)
    expectLegible(
      CloseUpSheet(one.contents, map: one.map, page: .a3Portrait).drawing, textsAbove: 5)
  }

  @Test("figures are legible, well formed and small", arguments: CloseUpCase.all)
  func figures(one: CloseUpCase) {
    let figure = one.figure()
    expectLegible(figure.drawing, textsAbove: 3)
    expectWellFormed(figure.svg())
    #expect(figure.svg().count < 150_000)
    #expect(String(decoding: figure.svg(), as: UTF8.self).contains("id=\"close-up-1-map\""))
  }

  @Test(
    "the map shows the hotspot and 200 m around it at a round scale", arguments: CloseUpCase.all)
  func scale(one: CloseUpCase) throws {
    let sheet = one.sheet
    let denominator = try #require(sheet.denominator)
    let frame = try #require(Self.frame(of: sheet.drawing))
    // Points of 1/72 inch to metres on the ground.
    let metres = Double(denominator) * 0.0254 / 72
    #expect(frame.width * metres >= one.map.outline.box.width + 400)
    #expect(frame.height * metres >= one.map.outline.box.height + 400)
    #expect(
      Self.words(of: sheet.drawing).contains("1:\(NumberWords.grouped(denominator))"))
    let ground = CloseUpMap.ground(around: one.map.outline.box)
    #expect(frame.height * metres <= ground.height)
  }

  @Test("all that is known is said")
  func said() {
    let texts = Self.words(of: CloseUpCase.usual.sheet.drawing)
    for text in [
      "Hotspot 3: Mallowfold Place, Candlemarket", "1,234 incidents, 6.2% of all", "Persistent",
      "High Quillmere Road", "310 (25.0%)", "31.0% (12.0%)", "Jan", "00:00", "hotspot 3",
      "other hotspots", "Grid reference: SP 5550 4550.",
    ] { #expect(texts.contains(text), "\(text)") }
    #expect(texts.contains { $0.hasPrefix("Dark: the ground held at least twice") })
  }

  @Test("where all of the study area has one category, it is not compared with itself")
  func oneCategory() {
    var one = CloseUpCase.usual
    one.contents.categories = [.init(name: "Robbery", share: 1, studyAreaShare: 1)]
    #expect(!Self.words(of: one.sheet.drawing).contains("Robbery"))
    one.contents.categories = [.init(name: "Robbery", share: 1, studyAreaShare: 0.25)]
    #expect(Self.words(of: one.sheet.drawing).contains("100.0% (25.0%)"))
  }

  @Test("what is not known leaves no heading behind")
  func unknown() {
    let texts = Self.words(of: CloseUpCase.smallest.sheet.drawing)
    #expect(texts.contains("1 incident, 100.0% of all"))
    for heading in ["Hours by day", "Leading streets", "Categories", "Months", "Change"] {
      #expect(!texts.contains(heading))
    }
  }

  @Test("source positions are circles whose areas are as their incidents, and there is no surface")
  func symbols() throws {
    let drawing = CloseUpCase.stacked.sheet.drawing
    #expect(!drawing.layers.contains { $0.name == "surface" })
    let layer = try #require(drawing.layers.first { $0.name == "symbols" })
    var seen: [(incidents: Double, area: Double)] = []
    for case .titled(let title, let marks) in layer.marks {
      let number = title.split(separator: ":").last?.split(separator: " ").first.map(String.init)
      guard case .circle(_, let radius, _) = marks[0], let number, let incidents = Double(number)
      else { continue }
      seen.append((incidents, radius * radius))
    }
    #expect(seen.count > 20)
    let ratio = seen[0].area / seen[0].incidents
    for symbol in seen { #expect(abs(symbol.area / symbol.incidents - ratio) < 1e-9 * ratio) }
    let texts = Self.words(of: drawing)
    #expect(texts.contains("Incidents at a source position"))
    #expect(texts.contains { $0.hasPrefix("Incidents are published at source positions") })
    // The largest is 400; the key shows a round number, a quarter and a twentieth of it.
    for amount in ["200", "50", "10"] { #expect(texts.contains(amount)) }
  }

  @Test("a month that held twice its share is dark, others are pale")
  func months() throws {
    let layer = try #require(
      CloseUpCase.usual.sheet.drawing.layers.first { $0.name == "facts" })
    var fills: [Colour?] = []
    for case .titled(let title, let marks) in layer.marks where title.contains("2025: ") {
      if case .rectangle(_, let paint) = marks[0] { fills.append(paint.fill) }
    }
    #expect(fills.count == 12)
    #expect(fills.indices.filter { fills[$0] != fills[0] } == [4])
    #expect(abs((fills[0]?.lightness ?? 0) - (fills[4]?.lightness ?? 0)) > 30)
  }

  @Test("the leading streets are named on the map, and so are many others")
  func names() throws {
    let layer = try #require(
      CloseUpCase.usual.sheet.drawing.layers.first { $0.name == "labels" })
    let names = texts(layer.marks).map(\.text)
    for street in CloseUpCase.usual.contents.streets {
      #expect(names.contains { street.name.hasSuffix($0) }, "\(street.name)")
    }
    #expect(Set(names).count > 15)
  }

  @Test("backdrops of a million vertices cost what lies near the hotspot")
  func large() {
    var layer = BackdropLayer(name: "roads")
    for line in 0..<10_000 {
      for vertex in 0..<100 {
        layer.x.append(CloseUpCase.centre.x + Double(vertex) * 10 + Double(line % 100) * 900)
        layer.y.append(CloseUpCase.centre.y + Double(line / 100) * 900)
      }
      layer.endPart(.line, name: "Road \(line)", roadClass: .minor)
    }
    layer.measureParts()
    var one = CloseUpCase.usual
    one.map.backdrop = [layer]
    let duration = ContinuousClock().measure { #expect(one.sheet.svg().count < 200_000) }
    // A debug build takes a tenth of it.
    #expect(duration < .seconds(20))
  }

  // MARK: -

  private static func words(of drawing: Drawing) -> [String] {
    drawing.layers.flatMap { texts($0.marks) }.map(\.text)
  }

  private static func frame(of drawing: Drawing) -> Box? {
    // The last; those before are paper beyond it.
    let layer = drawing.layers.first { $0.name == "frame" }
    if case .rectangle(let box, _)? = layer?.marks.last { return box }
    return nil
  }
}
