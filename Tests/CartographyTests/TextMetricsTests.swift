import Testing

@testable import Cartography

@Suite("Text metrics")
struct TextMetricsTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let text: String
    let regular: Double
    let bold: Double
    var testDescription: String { text }
  }

  // The larger of the widths in Liberation Sans and DejaVu Sans, in thousandths of the type size:
  // sum of fontTools' TTFont(path)["hmtx"][cmap[ord(c)]][0] * 1000 / unitsPerEm, fontTools 4.
  static let samples: [Sample] = [
    Sample(text: "Marylebone High Street", regular: 11862, bold: 13458),
    Sample(text: "E01033595", regular: 5722, bold: 6250),
    Sample(text: "25 – 1,499", regular: 5271, bold: 5751),
    Sample(text: "Łódź Śródmieście", regular: 8775, bold: 9863),
    Sample(text: "Αθήνα Κέντρο", regular: 7069, bold: 7943),
    Sample(text: "Ynys Môn & Côte d'Ivoire", regular: 12547, bold: 14166),
    Sample(text: "Incidents per km²", regular: 8804, bold: 9927),
    Sample(text: "iiillljjjttt.,;:!|", regular: 5724, bold: 6900),
    Sample(text: "WWWMMM@@@", regular: 8555, bold: 9294),
  ]

  @Test("widths are at least those of the widest font, and not much more", arguments: samples)
  func width(_ sample: Sample) {
    for (isBold, actual) in [(false, sample.regular), (true, sample.bold)] {
      let estimate = TextMetrics.width(of: sample.text, size: 1000, isBold: isBold)
      #expect(estimate >= actual * 0.97)
      #expect(estimate <= actual * 1.3)
    }
  }

  @Test("combining marks add nothing and full-width letters a whole size")
  func other() {
    #expect(TextMetrics.width(of: "e\u{301}", size: 10) == TextMetrics.width(of: "e", size: 10))
    #expect(TextMetrics.width(of: "東京", size: 10) == 20)
  }

  @Test("lines break at spaces and lose no word", arguments: [30.0, 60, 120, 500])
  func lines(_ width: Double) {
    let text = "Source: the  council's own records, kept since 2016"
    let lines = TextMetrics.lines(of: text, within: width, size: 7)
    #expect(lines.allSatisfy { TextMetrics.width(of: $0, size: 7) <= width })
    if width >= 60 {
      #expect(lines.joined(separator: " ").split(separator: " ") == text.split(separator: " "))
    }
  }

  @Test("what does not fit ends in an ellipsis")
  func cut() {
    let name = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
    let lines = TextMetrics.lines(of: "\(name) yma \(name)", within: 80, size: 9, limit: 2)
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.hasSuffix("…") && TextMetrics.width(of: $0, size: 9) <= 80 })
    #expect(TextMetrics.cut("Short", within: 80, size: 9) == "Short")
    #expect(TextMetrics.lines(of: "  ", within: 80, size: 9) == [])
    #expect(TextMetrics.cut("wide", within: 1, size: 9) == "…")
  }
}
