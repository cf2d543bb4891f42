public import Incidents

/// How the start and the end of an incident make the window in which it happened.
public struct WindowOptions: Sendable, Equatable {
  /// What to do if the end precedes the start.
  public var reversed = ReversedWindowRule.start
  /// The longest window that is used, in hours; `nil` for no limit.
  public var longest: Int?

  /// Uses the start if the end precedes it, and windows of any length.
  public init() {}

  /// Returns the resolver that makes the windows.
  package func resolver(_ rules: TimeZoneRules) -> WindowResolver {
    WindowResolver(
      rules: rules, reversedRule: reversed, longest: longest.map { Int64($0) * 3600 })
  }
}
