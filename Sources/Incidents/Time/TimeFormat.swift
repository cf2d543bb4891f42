/// What the whole numbers of a column of times of day mean.
///
/// A number of three or four digits can only be hours and minutes; it is those from 1 to 23 that the
/// whole column must tell.
public enum TimeFormat: String, Sendable, CaseIterable {
  /// Hours and minutes without zeros before them: 257 is 02:57, 5 is 00:05.
  case hhmm
  /// Hours from 0 to 23, each of which is a window of one hour.
  case hour
}
