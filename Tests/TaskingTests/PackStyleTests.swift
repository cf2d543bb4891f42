import Foundation
import Testing

@testable import Tasking

@Suite("The style of the page")
struct PackStyleTests {
  /// The colours of each `:root` in the order of the sheet: light, dark, print.
  static let schemes: [[String: String]] = PackStyle(marking: nil).text
    .components(separatedBy: ":root {").dropFirst().map { block in
      var colours: [String: String] = [:]
      for part in block.prefix(while: { $0 != "}" }).split(separator: ";") {
        let pair = part.split(separator: ":").map { $0.trimmingCharacters(in: .whitespaces) }
        if pair.count == 2, pair[0].contains("--"), pair[1].hasPrefix("#") {
          colours[String(pair[0].drop { $0 != "-" })] = pair[1]
        }
      }
      return colours
    }.filter { !$0.isEmpty }

  /// Returns the contrast of two colours after WCAG 2.2, section 1.4.3.
  static func contrast(_ first: String, _ second: String) -> Double {
    func luminance(_ text: String) -> Double {
      let digits = Int(text.dropFirst(), radix: 16) ?? 0
      let parts = [16, 8, 0].map { shift -> Double in
        let part = Double(digits >> shift & 255) / 255
        return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let (a, b) = (luminance(first), luminance(second))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test("text stands out from what it lies on, in light, in dark and in print")
  func contrast() throws {
    #expect(Self.schemes.count == 3)
    #expect(abs(Self.contrast("#000000", "#ffffff") - 21) < 1e-9)
    for scheme in Self.schemes {
      for text in ["--ink", "--quiet", "--accent"] {
        for ground in ["--paper", "--raised", "--lit"] {
          guard let above = scheme[text], let below = scheme[ground] else {
            #expect(ground == "--lit", "\(text) on \(ground)")
            continue
          }
          #expect(Self.contrast(above, below) >= 4.5, "\(text) on \(ground)")
        }
      }
    }
  }

  @Test("a marking cannot leave its string")
  func quoting() {
    #expect(PageStyle.quoted("OFFICIAL-SENSITIVE 1") == "\"OFFICIAL-SENSITIVE 1\"")
    #expect(PageStyle.quoted("a\"b\\é") == "\"a\\22 b\\5c \\e9 \"")
  }
}
