public import Incidents

/// How the start and the end of an incident become the window in which it happened.
public struct WindowOptions: Sendable, Equatable {
  /// What is done where the end is before the start.
  public var reversed = ReversedWindowRule.start
  /// The longest window that is used, in hours; `nil` if each is.
  public var longest: Int?

  /// Uses the start where the end is before it, and windows of any length.
  public init() {}

  /// Returns what makes the windows.
  package func resolver(_ rules: TimeZoneRules) -> WindowResolver {
    WindowResolver(
      rules: rules, reversedRule: reversed, longest: longest.map { Int64($0) * 3600 })
  }
}
