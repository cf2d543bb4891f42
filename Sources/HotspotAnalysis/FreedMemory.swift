import CKernels

/// Memory that was freed and is kept for what comes.
package enum FreedMemory {
  /// How many incidents take so much that it must be given back.
  private static let fewest = 1 << 20

  /// Gives it back, where it was that of many incidents: what comes next takes less, or takes it elsewhere.
  package static func giveBack(of incidents: Int) { if incidents >= fewest { giveBack() } }

  /// Gives it back.
  package static func giveBack() { hotspots_give_freed_memory_back() }
}
