import Assignment
import HotspotAnalysis

extension AreaProfiles.Result {
  /// The issues of an area: the datasets, if there are several, and the categories in which it is among
  /// the first three of all areas with ten incidents at least.
  ///
  /// - Parameter area: The position of the area.
  /// - Returns: Their names, datasets before categories.
  package func issues(ofArea area: Int) -> [String] {
    let names = categories
    return (datasets?.leading(inArea: area) ?? [])
      + mix.leadingPlaces(of: area).map { names[$0.category] }
  }

  /// The category that is the priority by volume in an area; `nil` where none has ten incidents.
  ///
  /// It is the largest, or the third where the same two are the largest of every area: what leads
  /// everywhere tells areas from one another no more. Areas with fewer than ten incidents decide nothing.
  ///
  /// - Parameter area: The position of the area.
  /// - Returns: The position of the category.
  package func volumePriority(ofArea area: Int) -> Int? {
    let common = commonLeaders
    let fewest = Double(SmallNumbers.fewest)
    let leading = mix.leading(in: area)
    return leading.first { !common.contains($0) && mix.amounts[$0][area] >= fewest }
  }

  /// The two categories that lead in every area, whichever of them is first; empty if others lead in any.
  package var commonLeaders: Set<Int> {
    let areas = mix.byArea.indices.filter { mix.byArea[$0] >= Double(SmallNumbers.fewest) }
    let pairs = Set(areas.map { Set(mix.leading(in: $0).prefix(2)) })
    guard areas.count > 1, pairs.count == 1, let pair = pairs.first, pair.count == 2 else {
      return []
    }
    return pair
  }
}
