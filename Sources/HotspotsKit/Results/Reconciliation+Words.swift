import Cartography
package import Tables

extension Reconciliation {
  /// The reasons in words, with their counts: `12 coordinates empty, 3 outside areas`.
  package var reasonWords: String {
    [rejected, filtered, withoutCoordinates, outside, assignedNotes]
      .flatMap { $0.sorted { $0.key < $1.key } }
      .map {
        "\(NumberWords.grouped($0.value)) \($0.key.split(separator: "_").joined(separator: " "))"
      }
      .joined(separator: ", ")
  }
}
