/// What one offence costs, made up: amounts that nobody estimated, of the order that such tables have.
enum CostTables {
  /// The columns of costs, with the group of each.
  private static let components = [
    ("Property", "Victims"), ("Harm", "Victims"), ("Health services", "Services"),
    ("Police", "Services"), ("Courts", "Services"),
  ]

  /// Pounds for each component, and in total: rounded otherwise than the sum, as published tables are.
  ///
  /// Anti-social behaviour has no cost, as in the usual tables, and blackmail has no incidents.
  private static let costs: [(category: String, components: [Int], total: Int)] = [
    ("Bicycle theft", [310, 150, 0, 60, 40], 560),
    ("Blackmail", [700, 5200, 300, 1500, 2600], 10300),
    ("Burglary", [1450, 1120, 210, 640, 830], 4250),
    ("Criminal damage and arson", [520, 300, 90, 170, 320], 1400),
    ("Drugs", [0, 0, 40, 410, 760], 1200),
    ("Other crime", [200, 180, 60, 220, 350], 1010),
    ("Other theft", [260, 120, 10, 70, 110], 570),
    ("Possession of weapons", [0, 240, 80, 360, 690], 1370),
    ("Public order", [30, 410, 120, 190, 240], 990),
    ("Robbery", [900, 3300, 710, 980, 3150], 9050),
    ("Shoplifting", [340, 0, 0, 60, 180], 580),
    ("Theft from the person", [190, 380, 30, 90, 160], 840),
    ("Vehicle crime", [1180, 260, 30, 240, 190], 1900),
    ("Violence and sexual offences", [40, 6900, 980, 870, 1650], 10440),
  ]

  /// The table of unit costs as text.
  static let unitCosts =
    lines(
      [["category"] + components.map(\.0) + ["total"]]
        + costs.map { cost in
          [cost.category] + cost.components.map(String.init) + [String(cost.total)]
        })

  /// The table of components and their groups as text.
  static let componentGroups = lines([["component", "group"]] + components.map { [$0.0, $0.1] })

  private static func lines(_ rows: [[String]]) -> String {
    rows.map { $0.joined(separator: ",") + "\n" }.joined()
  }
}
