/// The order in which an all-numeric date gives its day, month and year.
///
/// Dates that begin with the year (`2017-03-31`, `20170331`) and dates that spell the month
/// (`31-Mar-2017`) need no order and are read under any.
public enum DateOrder: String, Sendable, CaseIterable {
  /// `31/03/2017`, as in Britain.
  case dayFirst = "dmy"
  /// `03/31/2017`, as in the United States.
  case monthFirst = "mdy"
  /// `2017-03-31` and nothing that puts day or month first.
  case yearFirst = "ymd"
}
