import CommandLineKit
import HotspotsKit

extension ExitStatus {
  /// The status that the program ends with after a fault.
  init(_ fault: Fault) {
    self =
      switch fault {
      case .request: .usage
      case .data: .badData
      case .missingInput: .noInput
      case .readingOrWriting: .readOrWriteFailed
      case .output: .cannotWrite
      case .closedOutput: .done
      case .library: .ourFault
      }
  }
}
