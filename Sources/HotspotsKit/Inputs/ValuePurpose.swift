/// What the values of a ready table are for.
public enum ValuePurpose: Sendable, Equatable {
  /// To be looked at themselves.
  case values
  /// To divide incidents by; none is below zero.
  case population
  /// To be compared with what areas have.
  case comparison
}
