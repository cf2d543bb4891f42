/// A registered system that a text seems to mean.
public struct IdentifiedSystem: Sendable, Equatable {
  /// The authority's code, such as `EPSG:27700`.
  package let code: String
  /// The registered name.
  package let name: String
  /// How sure PROJ is, in per cent (the function `proj_identify`); `nil` if only the name tells.
  package let confidence: Int?

  /// Describes a system.
  package init(code: String, name: String, confidence: Int?) {
    self.code = code
    self.name = name
    self.confidence = confidence
  }
}

extension IdentifiedSystem: CustomStringConvertible {
  /// The code, the name and the confidence.
  public var description: String {
    "\(code) (\(name)), " + (confidence.map { "by \($0) % confidence" } ?? "by its name")
  }
}
