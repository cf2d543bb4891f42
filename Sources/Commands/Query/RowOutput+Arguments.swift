import CommandLineKit
import HotspotsKit
import Interchange

extension RowOutput {
  /// The decimals of coordinates.
  static let precision = Option<Int>(
    "precision", valueName: "DIGITS",
    help: """
      Decimals of coordinates in text (GeoJSON, KML); seven decimals of a degree are a centimetre
      """,
    section: "Output",
    default: 7, allowed: "a whole number from 0 to 7", where: { (0...7).contains($0) })

  /// Reads the options.
  ///
  /// - Parameter arguments: The command line.
  /// - Throws: ``UsageError`` for an extension or format that rows cannot have.
  init(_ arguments: Arguments) throws(UsageError) {
    let target = try arguments.requiredTarget(in: OutputFormat.ofRows)
    do throws(OutputError) {
      try self.init(target.path, format: target.format.ofRows)
    } catch {
      throw .invalid(error.description)
    }
    columns = try KeptColumns(arguments)
    crs = try arguments.value(of: SharedOptions.outputCRS)
    decimals = try arguments.value(of: Self.precision)
  }
}
