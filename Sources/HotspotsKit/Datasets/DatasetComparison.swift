import HotspotAnalysis

/// What several datasets have in each area and hour, and how far they agree.
///
///     let comparison = try await datasets.compare()
///     comparison.agreementTable   // a row for each pair of datasets, for areas and for hours
///     comparison.sentences
///
/// See <doc:ComparingDatasets>.
public struct DatasetComparison: Sendable {
  /// The datasets, the first of the options first.
  package let datasets: [CountedDataset]
  /// How far each pair of them agrees.
  package let pairs: [DatasetPair]

  /// Compares datasets of the same areas.
  package init(_ datasets: [CountedDataset]) {
    self.datasets = datasets
    pairs = DatasetPair.all(of: datasets)
  }

  /// The names of the datasets.
  public var names: [String] { datasets.map(\.name) }

  /// Returns the datasets in which an area of the first layer ranks in the first three, in their order.
  ///
  /// Equal counts share a rank; of fewer than ten incidents no rank is told.
  ///
  /// - Parameter area: The position of the area.
  /// - Returns: Their names.
  package func leading(inArea area: Int) -> [String] {
    datasets.filter { dataset in
      let amount = dataset.amounts[area]
      return amount >= Double(SmallNumbers.fewest)
        && dataset.amounts.count { $0 > amount } < Self.leadingRanks
    }.map(\.name)
  }

  /// The ranks that make an issue of an area's.
  package static let leadingRanks = 3
}
