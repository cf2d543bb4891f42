/// Which fields of the boundary files the results of areas keep.
public enum KeptFields: Sendable, Equatable {
  /// None: codes and names alone.
  case none
  /// All.
  case all
  /// Some by name in any letter case; of several layers each keeps those that it has.
  case named([String])
}
