package import Shapefiles

/// Why the samples cannot be written.
package enum SampleError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The system refuses a folder or a file.
  case unwritable(path: String, reason: String)
  /// A boundary file cannot be written.
  case boundaries(ShapefileError)

  /// The message.
  package var description: String {
    switch self {
    case .unwritable(let path, let reason): "cannot write '\(path)': \(reason)"
    case .boundaries(let error): error.description
    }
  }
}
