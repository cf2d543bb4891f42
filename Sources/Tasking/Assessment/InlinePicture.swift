import Cartography

/// A picture in the middle of a page with others: its identifiers begin with the picture's own name, so that
/// no two are alike, and what refers to them follows.
struct InlinePicture {
  /// The picture as it stands in the page.
  let markup: [UInt8]

  /// Renames the identifiers of a picture.
  ///
  /// What refers to them are the attributes `href`, `aria-labelledby` and `aria-describedby`, `url(#...)` in any
  /// attribute, and the selectors of the picture's style sheet. Text between tags stays as it is.
  ///
  /// - Parameters:
  ///   - svg: The picture, as the house's maps and charts are written: `"` around attributes, `<` and `>`
  ///     inside them escaped. What stands before its first element is left out.
  ///   - prefix: What identifiers begin with, as ``XMLText/identifier(_:)`` would leave it.
  ///   - title: What the picture shows, for a picture drawn without a title.
  /// - Complexity: O(*n*) for *n* bytes.
  init(_ svg: [UInt8], prefix: String, title: String) {
    let text = String(decoding: svg, as: UTF8.self)
    var result = ""
    result.reserveCapacity(text.utf8.count + text.utf8.count / 16)
    var rest = text[(text.firstRange(of: "<svg")?.lowerBound ?? text.startIndex)...]
    while let start = rest.firstIndex(of: "<") {
      result +=
        Self.lacksTitle(result) ? Self.filled(rest[..<start], title) : String(rest[..<start])
      let end = rest[start...].firstIndex(of: ">") ?? rest.index(before: rest.endIndex)
      let tag = rest[start...end]
      result += tag.contains("\"") ? Self.renamed(tag, prefix) : String(tag)
      rest = rest[rest.index(after: end)...]
      guard tag == "<style>", let close = rest.firstRange(of: "</style>") else { continue }
      result += Self.renamedRules(rest[..<close.lowerBound], prefix)
      rest = rest[close.lowerBound...]
    }
    result += rest
    markup = Array(result.utf8)
  }

  /// Whether what was written ends with the beginning of the picture's own title.
  private static func lacksTitle(_ written: String) -> Bool {
    written.hasSuffix("map-title\">")
  }

  private static func filled(_ text: Substring, _ title: String) -> String {
    text.isEmpty ? XMLText.escaped(title) : String(text)
  }

  /// Renames in a tag.
  private static func renamed(_ tag: Substring, _ prefix: String) -> String {
    var result = ""
    // Names and values take turns between the quotation marks.
    var name: Substring = ""
    for (position, part) in tag.split(separator: "\"", omittingEmptySubsequences: false)
      .enumerated()
    {
      if position > 0 { result += "\"" }
      guard position % 2 == 1 else {
        name = part
        result += part
        continue
      }
      if name.hasSuffix(" id=") {
        result += "\(prefix)-\(part)"
      } else if name.hasSuffix(" aria-labelledby=") || name.hasSuffix(" aria-describedby=") {
        result += part.split(separator: " ").map { "\(prefix)-\($0)" }.joined(separator: " ")
      } else if name.hasSuffix("href="), part.hasPrefix("#") {
        result += "#\(prefix)-\(part.dropFirst())"
      } else {
        result += part.replacing("url(#", with: "url(#\(prefix)-")
      }
    }
    return result
  }

  /// Renames in a style sheet: whatever begins with a number sign and is no colour.
  private static func renamedRules(_ rules: Substring, _ prefix: String) -> String {
    var result = ""
    var isValue = false
    for character in rules {
      switch character {
      case "{": isValue = true
      case "}": isValue = false
      default: break
      }
      result.append(character)
      if character == "#", !isValue { result += "\(prefix)-" }
    }
    return result.replacing("url(#", with: "url(#\(prefix)-")
  }
}
