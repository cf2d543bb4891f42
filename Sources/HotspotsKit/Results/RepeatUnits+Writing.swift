import Interchange

extension RepeatUnits.Result {
  /// Writes the list of units in the format of a file's extension: as a table, or where it holds
  /// geometry as points.
  ///
  /// - Parameter path: The file; `-` is standard output as CSV.
  /// - Throws: ``Interchange/OutputError``; for points what ``ResultWriter/write(_:to:as:)`` throws.
  public func writeWorklist(to path: String) throws {
    if let format = try? HourFormat(path: path) {
      return try TableWriter(worklist).write(to: path, as: format)
    }
    var writer = ResultWriter(reading)
    if let crs { writer.analysisCRS = crs }
    try writer.write(worklist, to: path)
  }
}
