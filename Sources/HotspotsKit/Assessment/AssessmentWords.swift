import Cartography
import HotspotAnalysis
import Tasking

extension String {
  /// The text of a choice as a sentence of a page: without what it is of, with a capital and a full stop.
  ///
  ///     "months: 3.2 incidents a day".pageSentence(of: "months")  // "3.2 incidents a day."
  func pageSentence(of key: String? = nil) -> String {
    let start = key.map { "\($0): " } ?? ""
    let text = hasPrefix(start) ? dropFirst(start.count) : self[...]
    return text.prefix(1).uppercased() + text.dropFirst() + (text.hasSuffix(".") ? "" : ".")
  }

  /// The text as a heading: with a capital.
  var pageHeading: String {
    (prefix(1).uppercased() + dropFirst()).replacing("_", with: " ")
  }

  /// The text as a part of the name of a file: letters and digits in lower case, with hyphens.
  var pathPart: String {
    lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }
}

extension HotspotWords {
  /// What hotspots hold together, and which is the first.
  ///
  ///     Two hotspots hold 30.6% of the incidents on 0.13 km²; the first is Copperwick Street, with 2,470
  var leading: String {
    guard let first = list.hotspots.first else { return summary }
    let share = NumberWords.percent(list.hotspots.reduce(0) { $0 + $1.share })
    let area = NumberWords.decimal(
      list.hotspots.reduce(0) { $0 + $1.squareKilometres }, places: 2)
    let count = list.hotspots.count
    return
      "\(CountWords.upper(count)) \(count == 1 ? "hotspot holds" : "hotspots hold") \(share) of the "
      + "\(noun) on \(area) km²; the first is \(name(of: first)), with "
      + "\(NumberWords.grouped(first.incidents)) (\(NumberWords.percent(first.share)))."
  }

  /// What the first hotspots are like, each in a sentence with its full stop.
  func sentences(first count: Int) -> [String] {
    list.hotspots.prefix(count).enumerated().map { place, hotspot in
      "Hotspot \(sentence(of: hotspot, number: place + 1).replacing(". ", with: ", ", maxReplacements: 1))."
    }
  }
}
