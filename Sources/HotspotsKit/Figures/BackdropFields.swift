import Cartography
import Names

/// What the fields of a backdrop say of its features: their names and, of roads, their classes.
///
/// The fields are those of Ordnance Survey's OS Open Roads (`name1`, `roadNumber`, `class`, `function`
/// of its Shapefiles; `name_1`, `road_classification_number`, `road_classification`,
/// `road_function` of its GeoPackage), of OS OpenMap Local (`DISTNAME`, `ROADNUMBER`, `CLASSIFICA`)
/// and OS NGD (`name1_text`), and of OpenStreetMap (`name`, `ref`, `highway`, in Geofabrik's files
/// `fclass`), whatever the case of their letters. Others are passed over.
struct BackdropFields {
  /// What a field says, the better of several fields the lower its number.
  enum Role: Hashable {
    case name(Int)
    case number(Int)
    case roadClass
    /// Whether a road is a trunk road.
    case isTrunk
  }

  /// Returns what a field says; `nil` for one that is passed over.
  static func role(ofField field: String) -> Role? { roles[NamePattern.plain(field)] }

  private static let roles: [String: Role] = {
    var roles: [String: Role] = ["trunkroad": .isTrunk]
    let names = ["name1", "name1text", "name", "distname", "roadname", "streetname", "fullname"]
    for (place, name) in names.enumerated() { roles[name] = .name(place) }
    // Names of Shapefiles' fields end after ten characters.
    let numbers = ["roadnumber", "roadclassificationnumber", "roadclas1", "ref"]
    for (place, name) in numbers.enumerated() { roles[name] = .number(place) }
    for name in [
      "class", "roadclass", "roadclassification", "roadclassi", "classifica", "classification",
      "function", "roadfunction", "roadfuncti", "roadfunct", "highway", "fclass",
    ] { roles[name] = .roadClass }
    return roles
  }()

  // MARK: - One feature

  private var name: (rank: Int, text: String)?
  private var number: (rank: Int, text: String)?
  private var classes: [String] = []
  private var isTrunk = false

  /// Takes a value of a feature.
  mutating func add(_ value: String, as role: Role) {
    guard !value.isEmpty else { return }
    switch role {
    case .name(let rank): if rank < name?.rank ?? .max { name = (rank, value) }
    case .number(let rank): if rank < number?.rank ?? .max { number = (rank, value) }
    case .roadClass: classes.append(value.lowercased())
    case .isTrunk: isTrunk = ["true", "1", "yes", "t"].contains(value.lowercased())
    }
  }

  /// The name of a feature, of a road without one its number; `nil` without either, and for lines
  /// of a known class that is no road's.
  func name(of kind: BackdropLayer.Kind) -> String? {
    if kind == .line, roadClass == nil, !classes.isEmpty { return nil }
    return name?.text ?? (kind == .line ? number?.text : nil)
  }

  /// The class of a road; `nil` for other features and where no field tells.
  ///
  /// Two fields may tell together: a road that is unclassified by the one may be a restricted access
  /// by the other.
  var roadClass: BackdropLayer.RoadClass? {
    if isTrunk { return .trunk }
    let found = classes.compactMap(Self.roadClass)
    guard let highest = found.max() else { return nil }
    return highest > .minor ? highest : found.min()
  }

  private static func roadClass(_ value: String) -> BackdropLayer.RoadClass? {
    if value.contains("motorway") { return .trunk }
    if value.hasPrefix("a road") || value.hasPrefix("b road") || value == "primary road" {
      return .main
    }
    if value.hasPrefix("restricted") || value.hasPrefix("secondary access") { return .path }
    if value.hasSuffix(" road") || value.contains(" street") || value.hasPrefix("private road") {
      return .minor
    }
    return classOfTag[value.hasPrefix("track_") ? "track" : value]
  }

  /// The classes of what remains: OpenStreetMap's values of `highway`, and a few of Ordnance Survey's.
  private static let classOfTag: [String: BackdropLayer.RoadClass] = {
    let tags: [(BackdropLayer.RoadClass, [String])] = [
      (.trunk, ["trunk", "trunk_link"]),
      (.main, ["primary", "primary_link", "secondary", "secondary_link"]),
      (
        .minor,
        [
          "tertiary", "tertiary_link", "unclassified", "residential", "living_street", "pedestrian",
          "road", "busway", "unknown", "not classified", "classified unnumbered",
        ]
      ),
      (
        .path,
        ["service", "footway", "path", "cycleway", "bridleway", "steps", "track", "corridor"]
      ),
    ]
    return Dictionary(
      uniqueKeysWithValues: tags.flatMap { roadClass, tags in tags.map { ($0, roadClass) } })
  }()
}
