/// Returns the names most like a mistyped one, the nearest first, at most three.
///
/// Names that differ in letter case only are nearest; others may differ by a third of their
/// letters.
///
/// - Parameters:
///   - typed: What was typed.
///   - names: What exists.
/// - Returns: Names without repetition; equally near ones in byte order.
/// - Complexity: O(*n* *k*²) for *n* names of *k* letters.
package func nearestNames(to typed: String, among names: some Sequence<String>) -> [String] {
  let wanted = Array(typed.lowercased().utf8)
  let most = max(1, wanted.count / 3)
  let near = Set(names).compactMap { name -> (distance: Int, name: String)? in
    let letters = Array(name.lowercased().utf8)
    guard abs(letters.count - wanted.count) <= most else { return nil }
    let distance = editDistance(wanted, letters)
    return distance <= most ? (distance, name) : nil
  }
  return near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
}

/// Returns how many letters must be put in, taken out or replaced to turn one word into another.
///
/// After Wagner & Fischer (1974), https://doi.org/10.1145/321796.321811
private func editDistance(_ first: [UInt8], _ second: [UInt8]) -> Int {
  var row = Array(0...second.count)
  for (line, letter) in first.enumerated() {
    var diagonal = row[0]
    row[0] = line + 1
    for (column, other) in second.enumerated() {
      let replaced = diagonal + (letter == other ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
    }
  }
  return row[second.count]
}
