/// A file or sheet that lies where incidents are read and is not read itself.
public struct LeftOutFile: Sendable, Equatable {
  /// Why it is not read.
  public enum Reason: Sendable, Equatable, CaseIterable {
    /// Its extension is none that incidents have.
    case otherKind
    /// It lies beside the street-level crimes of data.police.uk, and tells of the same incidents or
    /// of other things.
    case besideStreetCrimes
    /// It is another sheet of a workbook of which no sheet was named.
    case otherSheet
  }

  /// The name, as it would be typed.
  public let path: String
  /// Why it is not read.
  public let reason: Reason
}
