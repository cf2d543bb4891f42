import CommandLineKit
import Incidents

/// A column that is named for one of several datasets: `fire:start=DateOfCall`.
struct DatasetColumn {
  /// The dataset.
  let dataset: String
  /// The purpose of the column.
  let key: ColumnKey
  /// Its name; empty for none.
  let name: String

  /// Reads a pair; `nil` if it names no dataset.
  init?(_ pair: KeyedValue) {
    guard let colon = pair.key.lastIndex(of: ":"),
      let key = ColumnKey(rawValue: Self.key(of: pair.key))
    else { return nil }
    dataset = String(pair.key[..<colon])
    self.key = key
    name = pair.value
  }

  /// Returns a key without the dataset that may stand before it.
  static func key(of text: String) -> String {
    // Names may hold a colon, keys do not.
    text.lastIndex(of: ":").map { String(text[text.index(after: $0)...]) } ?? text
  }
}
