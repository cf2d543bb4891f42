package import HotspotAnalysis
import Statistics

/// Two datasets compared by area, by hour of the day, or by quarter of the week's days.
package struct DatasetPair: Sendable {
  /// What both are counted by.
  package enum Subject: String, Sendable, CaseIterable {
    /// The areas of the first layer.
    case areas
    /// The 24 hours of the day.
    case hours
    /// The 28 quarters of the week's days, six hours each: of single hours of the week most have too
    /// few incidents to speak of, and 168 are more than anybody reads.
    case week
  }

  /// The position of the first dataset.
  package let first: Int
  /// The position of the second, which is higher.
  package let second: Int
  /// What both are counted by.
  package let subject: Subject
  /// How far they agree; `nil` if one of them does not tell.
  package let agreement: RankAgreement?
  /// The p-value of the coefficient adjusted by Benjamini and Hochberg over all pairs and subjects;
  /// `nil` where there is none.
  package let adjusted: Double?

  /// Compares each pair of some datasets.
  ///
  /// - Parameter datasets: The datasets.
  /// - Returns: The pairs in the order of their positions, each by areas, hours and week.
  /// - Complexity: O(*d*² *n* log *n*) for *d* datasets and *n* areas.
  static func all(of datasets: [CountedDataset]) -> [DatasetPair] {
    var found: [(first: Int, second: Int, subject: Subject, agreement: RankAgreement?)] = []
    for first in datasets.indices {
      for second in datasets.indices.dropFirst(first + 1) {
        for subject in Subject.allCases {
          let counts = (
            datasets[first].counts(of: subject), datasets[second].counts(of: subject)
          )
          var agreement: RankAgreement?
          if let one = counts.0, let other = counts.1 { agreement = RankAgreement(one, other) }
          found.append((first, second, subject, agreement))
        }
      }
    }
    let adjusted = FalseDiscoveryRate.adjusted(found.map { $0.agreement?.p })
    return zip(found, adjusted).map { pair, adjusted in
      DatasetPair(
        first: pair.first, second: pair.second, subject: pair.subject, agreement: pair.agreement,
        adjusted: adjusted)
    }
  }
}

extension CountedDataset {
  /// The incidents by area, hour or quarter of a day; `nil` if they are not told.
  package func counts(of subject: DatasetPair.Subject) -> [Double]? {
    switch subject {
    case .areas: amounts
    case .hours: hoursOfDay
    case .week: quartersOfWeek
    }
  }
}
