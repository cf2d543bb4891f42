import CommandLineKit
import HotspotsKit
import Interchange

extension ResultFormat {
  /// Checks, before anything is read, that a table can be written to a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - format: The format; `nil` for that of the extension.
  ///   - outputCRS: The system of `--output-crs`.
  /// - Throws: ``UsageError`` for an extension that tells no format, and for a system that the format
  ///   does not allow.
  static func check(
    _ path: String, as format: ResultFormat? = nil, outputCRS: String?
  ) throws(UsageError) {
    do throws(OutputError) {
      try check(path, as: format, crs: outputCRS)
    } catch {
      throw .invalid(error.description, help: error.help)
    }
  }
}
