/// A Home Office code of an offence: a class such as `8N`, perhaps with a number inside it, `1/0`.
///
/// Codes are written with and without leading zeros, and the two numbers in one (`00100`) or with
/// any mark between them.
struct OffenceCode: Sendable, Equatable {
  /// The class, without leading zeros and in lower case.
  let offenceClass: String
  /// The class and the number inside it, `1/0`; the class where there is no number.
  let text: String

  /// Whether it tells a class alone.
  var isOfClass: Bool { offenceClass == text }

  /// Reads a code, or the two columns of one; `nil` for what is none.
  init?(_ code: String, _ number: String? = nil) {
    let number = number.flatMap { AbsentText.isAbsent($0) ? nil : $0 }
    guard let parts = Self.parts(of: code + (number.map { "/\($0)" } ?? "")) else { return nil }
    offenceClass = parts[0]
    text = parts.joined(separator: "/")
  }

  /// Returns what a text can mean as a code, the likeliest first; nothing if it is none.
  static func readings(of text: String) -> [String] {
    guard let parts = parts(of: text) else { return [] }
    let plain = parts.joined(separator: "/")
    let digits = text.utf8.filter { $0 > 0x20 }
    guard digits.count == 5, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return [plain] }
    let whole = String(decoding: digits, as: UTF8.self)
    return [plain, "\(trimmed(whole.prefix(3)))/\(trimmed(whole.suffix(2)))"]
  }

  /// Returns the parts of a code: up to three groups of letters and digits that begin with a digit.
  private static func parts(of text: String) -> [String]? {
    let groups = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard (1...3).contains(groups.count),
      groups.allSatisfy({ ("0"..."9").contains($0.first ?? "-") && $0.utf8.count <= 6 })
    else { return nil }
    return groups.map(trimmed)
  }

  private static func trimmed(_ text: Substring) -> String {
    let rest = text.drop { $0 == "0" }
    return rest.first?.isNumber == true ? String(rest) : "0" + rest
  }
}
