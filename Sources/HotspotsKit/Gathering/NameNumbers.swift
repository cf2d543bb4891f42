import HotspotAnalysis
package import Incidents

/// Gives each name a small number, in order of first occurrence.
package struct NameNumbers: Sendable {
  /// The names by number.
  package private(set) var names: [String] = []
  /// The numbers by the hash of the field; see ``Incidents/FieldHash`` for why that is enough.
  ///
  /// Open addressing in a table half full at most, whose length is a power of two: hashes are spread
  /// already.
  private var slots = [Slot](repeating: Slot(), count: 64)
  private var taken = 0

  private struct Slot {
    /// ``Incidents/FieldHash/blank`` where the slot is free.
    var hash = FieldHash.blank
    var number = IncidentDetails.noLocation
  }

  /// Creates a list without names.
  package init() {}

  /// Returns the number of a field; ``IncidentDetails/noLocation`` for one that names nothing.
  package mutating func number(ofRow row: Int, in column: TextColumn) -> UInt32 {
    let hash = column.number(ofRow: row)
    if hash == FieldHash.blank { return IncidentDetails.noLocation }
    let place = place(of: hash)
    if slots[place].hash == hash { return slots[place].number }
    let name = column.text(ofRow: row)
    var slot = Slot(hash: hash)
    if !LocationName.saysNothing(name) {
      slot.number = UInt32(names.count)
      names.append(name)
    }
    slots[place] = slot
    taken += 1
    if taken * 2 > slots.count { grow() }
    return slot.number
  }

  /// Returns where a hash is, or the free slot where it belongs.
  private func place(of hash: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place].hash != hash && slots[place].hash != FieldHash.blank {
      place = (place + 1) & mask
    }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.hash != FieldHash.blank { slots[place(of: slot.hash)] = slot }
  }
}
