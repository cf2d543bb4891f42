/// The invented names of the borough's wards.
enum BoroughNames {
  /// The ward of the dense centre.
  static let centre = "Candlemarket"
  /// The second ward that lives at night; its name has an accent, as real ones do.
  static let secondCentre = "St Éloi's"
  /// The wards farthest south, on the river, from west to east.
  private static let riverside = ["Osierbank", "Eelstaithe", "Wherryside"]
  /// All others, from north to south.
  private static let inland = [
    "Harrowell Heath", "Larkhanger", "Thistledown", "Dunnock Hill", "Old Tannery",
    "Pargeter's Cross", "Withy Park", "Quillgate", "Hallowfield", "Mossop's Green", "Tenter Field",
    "Lantern Row", "Fulling Mill", "Bellfounders", "Ropewalk", "Coldharrow",
  ]

  /// Returns a code and a name for each ward.
  ///
  /// - Parameters:
  ///   - middles: The middle of each ward, from north to south.
  ///   - southernmost: For each ward how far south its southernmost area's middle lies.
  /// - Returns: The wards, in the order of their middles.
  static func wards(middles: [GridPosition], southernmost: [Int]) -> [Borough.Ward] {
    let byDistance = middles.indices.sorted {
      middles[$0].squaredDistance(to: BoroughShape.centre)
        < middles[$1].squaredDistance(to: BoroughShape.centre)
    }
    var names = [String](repeating: "", count: middles.count)
    names[byDistance[0]] = centre
    names[byDistance[1]] = secondCentre
    let free = middles.indices.filter { names[$0].isEmpty }
    let southern = free.sorted { southernmost[$0] < southernmost[$1] }.prefix(riverside.count)
    let fromWest = southern.sorted { middles[$0].x < middles[$1].x }
    for (ward, name) in zip(fromWest, riverside) { names[ward] = name }
    let others = free.filter { names[$0].isEmpty }
    for (ward, name) in zip(others, inland) { names[ward] = name }
    return names.enumerated().map { index, name in
      Borough.Ward(code: "E05999" + Borough.padded(index + 1), name: name)
    }
  }
}
