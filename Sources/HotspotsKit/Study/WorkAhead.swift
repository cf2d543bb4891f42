import Cartography
import Tables

/// What a method is about to compute, and the memory that it takes, before it takes any.
public struct WorkAhead: Sendable, Equatable, CustomStringConvertible {
  /// What is computed, in a sentence without its full stop.
  public let description: String
  /// About how much memory it takes at most, in bytes, without incidents; 0 if it needs none.
  public let bytes: Int
  /// About how much memory each incident takes beside that, in bytes.
  public let bytesPerIncident: Int

  /// What people should know before the work begins; `nil` if nothing.
  public let finding: Finding?

  /// Describes work.
  package init(
    _ description: String, bytes: Int, bytesPerIncident: Int = 0, finding: Finding? = nil
  ) {
    self.description = description
    self.bytes = bytes
    self.bytesPerIncident = bytesPerIncident
    self.finding = finding
  }

  /// Describes work on the cells of a surface.
  init(cellsOf grid: SurfaceGrid, isChosen: Bool, bytes: Int, bytesPerIncident: Int) {
    self.init(
      "grid: \(NumberWords.grouped(grid.columns)) by \(NumberWords.grouped(grid.rows)) cells of "
        + "\(NumberWords.length(grid.cellSize)) m\(isChosen ? ", chosen for the extent" : ""), "
        + "\(NumberWords.grouped(grid.cellCount)) in all; about \(Self.megabytes(bytes)) MB, and "
        + "\(bytesPerIncident) bytes for each incident",
      bytes: bytes, bytesPerIncident: bytesPerIncident)
  }

  /// Returns a number of bytes in megabytes, one at least: `1,024`.
  package static func megabytes(_ bytes: Int) -> String {
    NumberWords.decimal(max(1, (Double(bytes) / 1e6).rounded(.up)), places: 0)
  }
}
