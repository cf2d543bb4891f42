/// Tells totals and notes, which stand below tables, from rows by the text of their first field.
enum TableFooter {
  /// What a total may be of.
  private static let nouns: Set<Substring> = [
    "all", "calls", "cases", "count", "crime", "crimes", "events", "for", "incidents", "number",
    "of", "offences", "offenses", "period", "records", "recorded", "report", "rows", "the", "this",
  ]
  private static let totals: Set<Substring> = ["total", "totals"]
  private static let kinds: Set<Substring> = ["grand", "overall", "report", "sub"]

  /// Returns whether a text is that of a row which adds up others: `Total`, `TOTALS:`, `Grand total`,
  /// `Sub-total`, `Total rows: 3`, and not `Total loss fire`.
  static func isTotal(_ text: String) -> Bool {
    var words = words(of: text)[...]
    if let first = words.first, kinds.contains(first), words.count > 1 { words.removeFirst() }
    guard let first = words.first else { return false }
    guard totals.contains(first) || ["subtotal", "subtotals"].contains(first) else {
      return text.lowercased().trimmed == "sum"
    }
    return words.dropFirst().allSatisfy { word in
      nouns.contains(word) || word.allSatisfy(\.isNumber)
    }
  }

  /// Returns whether a text that has a row to itself is a note: it is in brackets, begins with a star
  /// or with a word such as `Source:` or `Note:`, or counts rows.
  static func isNote(_ text: String) -> Bool {
    let text = text.trimmed
    guard let first = text.first else { return false }
    let words = words(of: text)
    if first == "(" { return text.hasSuffix(")") && words.count > 1 }
    if first == "*" || first == "\u{a9}" || first == "\u{2020}" { return !words.isEmpty }
    guard let word = words.first else { return text.allSatisfy { "-=_".contains($0) } }
    if word.allSatisfy(\.isNumber) {
      return words.count > 1 && ["row", "rows", "record", "records"].contains(words[1])
    }
    // `Source: ...`, `Notes:`, `Produced by ...`, `End of report`.
    let opening = text.prefix { $0.isLetter || $0 == " " }
    if openings.contains(word) { return words.count > 1 || text.hasSuffix(":") }
    return opening.count < text.count && labels.contains(String(opening).trimmed.lowercased())
      && text.dropFirst(opening.count).first == ":"
  }

  /// Words with which sentences about a table begin.
  private static let openings: Set<Substring> = [
    "copyright", "disclaimer", "downloaded", "end", "exported", "extracted", "figures", "footnote",
    "footnotes", "generated", "nb", "note", "notes", "printed", "produced", "showing", "source",
    "sources",
  ]
  /// Words that label a line when a colon follows.
  private static let labels: Set<String> = [
    "contact", "created", "data", "data source", "date", "extract date", "filter", "filters",
    "last updated", "page", "prepared by", "query", "report", "report date", "run by", "run date",
    "updated", "user",
  ]

  private static func words(of text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }
  }
}
