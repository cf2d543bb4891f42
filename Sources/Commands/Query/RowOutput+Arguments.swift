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
  /// - Parameters:
  ///   - arguments: The command line.
  ///   - named: What `--format` says.
  /// - Throws: ``UsageError`` for an extension or format that rows cannot have.
  init(_ arguments: Arguments, named: QueryFormat? = nil) throws(UsageError) {
    let path = try arguments.requiredValue(of: SharedOptions.output)
    let format = try QueryFormat.choose(
      path: path, named: named, allowed: QueryFormat.ofRows, usual: .geojson)
    do throws(OutputError) {
      try self.init(path, format: format.ofRows)
    } catch {
      throw .invalid(error.description)
    }
    columns = try KeptColumns(arguments)
    crs = try arguments.value(of: SharedOptions.outputCRS)
    decimals = try arguments.value(of: Self.precision)
  }
}
