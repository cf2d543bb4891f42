import HotspotAnalysis
package import Incidents

/// Gives each name a small number, in order of first occurrence.
package struct NameNumbers: Sendable {
  /// The names by number.
  package private(set) var names: [String] = []
  /// The numbers by the hash of the field; see ``Incidents/FieldHash`` for why that is enough.
  private var numbers: [UInt64: UInt32] = [:]

  /// Creates a list without names.
  package init() {}

  /// Returns the number of a field; ``IncidentDetails/noLocation`` for one that names nothing.
  package mutating func number(ofRow row: Int, in column: TextColumn) -> UInt32 {
    let hash = column.number(ofRow: row)
    if hash == FieldHash.blank { return IncidentDetails.noLocation }
    if let known = numbers[hash] { return known }
    let name = column.text(ofRow: row)
    var number = IncidentDetails.noLocation
    if !LocationName.saysNothing(name) {
      number = UInt32(names.count)
      names.append(name)
    }
    numbers[hash] = number
    return number
  }
}
