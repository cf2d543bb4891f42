import Boundaries
import Incidents

/// The lines of credit that the publishers of recognised files ask for.
///
/// They are suggested, and never printed as if somebody had given them: who recognises a file by its
/// fields does not know where it comes from.
package enum SuggestedCredits {
  /// The line of the Open Government Licence, version 3, for publishers without one of their own, such as
  /// data.police.uk.
  package static let openGovernmentLicence =
    "Contains public sector information licensed under the Open Government Licence v3.0."

  /// The lines that the Office for National Statistics asks for with its digital boundaries; the year is
  /// that of the copy.
  package static let boundaries = [
    "Source: Office for National Statistics licensed under the Open Government Licence v.3.0",
    "Contains OS data © Crown copyright and database right [year]",
  ]

  /// Returns the lines for what a study read; none if no file is recognised.
  package static func lines(of reading: StudyReading) -> [String] {
    let isPoliceData = reading.sources.contains(where: \.columns.areLikeDataPolice)
    let isStatistical = reading.input?.boundaries.layers.contains(where: \.hasStatisticalCodes)
    return (isPoliceData ? [openGovernmentLicence] : [])
      + (isStatistical ?? false ? boundaries : [])
  }
}

extension BoundaryLayer {
  /// Whether the codes are those of the Office for National Statistics: one of the letters E, K, N, S and
  /// W, and eight digits.
  fileprivate var hasStatisticalCodes: Bool {
    !codes.isEmpty
      && codes.allSatisfy { code in
        let characters = code.utf8
        return characters.count == 9 && "EKNSW".utf8.contains(characters.first ?? 0)
          && characters.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
      }
  }
}
