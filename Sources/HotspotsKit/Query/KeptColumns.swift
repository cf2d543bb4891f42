/// The columns of the input that rows of a query keep.
public enum KeptColumns: Sendable, Equatable {
  /// Those with a meaning: reference, times, category and location name.
  case meaningful
  /// These, and all others under their own names.
  case all
  /// These, and others by name in any letter case.
  case named([String])
}
