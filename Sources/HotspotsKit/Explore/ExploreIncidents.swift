import HotspotAnalysis
import Incidents
import Interchange

/// The incidents of a map to explore, by their places, without anything that tells which row one was.
///
/// Places are in the order of their coordinates, and the incidents of a place in that of their
/// categories and times, so that nothing is left of the order of the files.
struct ExploreIncidents: ExploreColumns {
  /// A place with the area of each layer that it lies in.
  private struct Place: Hashable {
    var x: Double
    var y: Double
  }

  /// Names of places that fewer incidents of the period carry are left out.
  static let fewestNamed = 5

  private let sets: [ExploreGatherer.Rows]
  /// The places in order.
  private var places: [Place] = []
  private var areas: [[Int32]] = []
  /// The number of each row's place, for each set.
  private var placeOfRow: [[Int]] = []
  /// The rows of each set in order.
  private var orders: [[Int]] = []
  /// The names of the categories of all sets.
  private(set) var categories: [String] = []
  private var categoryNumbers: [[Int]] = []
  /// The names of streets, and which of them only say what kind of place it is.
  private(set) var streets: [(name: String, isKind: Bool)] = []
  private var streetNumbers: [[Int]] = []
  private let hasTimes: Bool

  /// Puts incidents in order.
  ///
  /// - Parameters:
  ///   - now: The incidents of the period.
  ///   - earlier: Those of the period before; `nil` if there is none.
  ///   - hasTimes: Whether they have times of day.
  /// - Complexity: O(*n* log *n*).
  init(_ now: ExploreGatherer.Rows, earlier: ExploreGatherer.Rows?, hasTimes: Bool) {
    sets = [now] + [earlier].compactMap(\.self)
    self.hasTimes = hasTimes
    numberPlaces()
    numberCategories()
    numberStreets()
    orders = sets.indices.map { order(ofSet: $0) }
  }

  private mutating func numberPlaces() {
    var numbers: [Place: Int] = [:]
    var found: [(place: Place, set: Int, row: Int)] = []
    placeOfRow = sets.enumerated().map { number, set in
      set.x.indices.map { row in
        let place = Place(x: set.x[row], y: set.y[row])
        if let known = numbers[place] { return known }
        numbers[place] = found.count
        found.append((place, number, row))
        return found.count - 1
      }
    }
    let order = found.indices.sorted {
      (found[$0].place.x, found[$0].place.y) < (found[$1].place.x, found[$1].place.y)
    }
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, number) in order.enumerated() { ranks[number] = rank }
    placeOfRow = placeOfRow.map { $0.map { ranks[$0] } }
    places = order.map { found[$0].place }
    let layers = sets.map(\.areas.count).max() ?? 0
    areas = (0..<layers).map { layer in
      order.map { sets[found[$0].set].areas[layer][found[$0].row] }
    }
  }

  private mutating func numberCategories() {
    for set in sets {
      for name in set.categoryNames where !categories.contains(name) { categories.append(name) }
    }
    categoryNumbers = sets.map { set in
      set.categoryNames.map { categories.firstIndex(of: $0) ?? 0 }
    }
  }

  private mutating func numberStreets() {
    let now = sets[0]
    var counts: [String: (count: Int, isKind: Bool)] = [:]
    let spoken = sets.map { $0.streetNames.map(LocationName.spoken) }
    for street in now.streets where street != IncidentDetails.noLocation {
      let name = spoken[0][Int(street)]
      let isKind = LocationName.isKindOfPlace(now.streetNames[Int(street)])
      counts[name, default: (0, isKind)].count += 1
    }
    let named = counts.filter { $0.value.count >= Self.fewestNamed }.keys.sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(named, 1...named.count + 1))
    streets = named.map { ($0, counts[$0]?.isKind ?? false) }
    streetNumbers = spoken.map { $0.map { numbers[$0] ?? 0 } }
  }

  private func order(ofSet number: Int) -> [Int] {
    let (set, place) = (sets[number], placeOfRow[number])
    func key(_ row: Int) -> (Int, UInt16, Int64, Int64, UInt32, Int32) {
      (
        place[row], set.categories.isEmpty ? 0 : set.categories[row],
        set.starts.isEmpty ? 0 : set.starts[row], set.ends.isEmpty ? 0 : set.ends[row],
        set.streets.isEmpty ? 0 : set.streets[row], set.months.isEmpty ? 0 : set.months[row]
      )
    }
    return set.x.indices.sorted { key($0) < key($1) }
  }

  // MARK: - For the script

  /// The earliest start, from which the others are counted.
  var epoch: Int64 {
    sets.flatMap(\.starts).lazy.filter { $0 != IncidentDetails.noTime }.min() ?? 0
  }

  /// The latest end.
  var latest: Int64 {
    sets.flatMap(\.ends).lazy.filter { $0 != IncidentDetails.noTime }.max() ?? 0
  }

  /// The first month of the period with incidents, counted from the year 0, and how many months it has.
  var months: (first: Int, count: Int) { Self.months(of: sets[0]) }

  private static func months(of set: ExploreGatherer.Rows) -> (first: Int, count: Int) {
    let known = set.months.filter { $0 >= 0 }
    guard let first = known.min(), let last = known.max() else { return (0, 0) }
    return (Int(first), Int(last - first) + 1)
  }

  /// The first month of the period before with incidents.
  var earlierFirstMonth: Int { sets.count > 1 ? Self.months(of: sets[1]).first : 0 }

  /// The places: coordinates as they are tested, and one more than the area of each layer.
  var placesJSON: JSONValue {
    .object([
      .init("xy", ExploreNumbers.column(places.flatMap { [$0.x, $0.y] })),
      .init("areas", .array(areas.map { ExploreNumbers.column($0.map { Int($0) + 1 }) })),
    ])
  }

  /// Returns the incidents of a set, the period's first.
  func json(ofSet number: Int) -> JSONValue? {
    guard sets.indices.contains(number) else { return nil }
    let (set, order) = (sets[number], orders[number])
    var perPlace = [Int](repeating: 0, count: places.count)
    for place in placeOfRow[number] { perPlace[place] += 1 }
    var members: [JSONValue.Member] = [
      .init("count", .integer(set.count)), .init("perPlace", ExploreNumbers.column(perPlace)),
    ]
    func add(_ name: String, _ isThere: Bool, _ value: () -> JSONValue) {
      if isThere { members.append(.init(name, value())) }
    }
    add("category", !set.categories.isEmpty) {
      ExploreNumbers.column(order.map { categoryNumbers[number][Int(set.categories[$0])] })
    }
    let first = Self.months(of: set).first
    add("month", !set.months.isEmpty) {
      ExploreNumbers.column(
        order.map { set.months[$0] < 0 ? 0 : Int(set.months[$0]) - first + 1 })
    }
    add("street", !streets.isEmpty && !set.streets.isEmpty) {
      ExploreNumbers.column(
        order.map { row in
          set.streets[row] == IncidentDetails.noLocation
            ? 0 : streetNumbers[number][Int(set.streets[row])]
        })
    }
    let epoch = epoch
    add("start", hasTimes && !set.starts.isEmpty) {
      ExploreNumbers.signed(
        order.map {
          set.starts[$0] == IncidentDetails.noTime ? Int(Int32.min) : Int(set.starts[$0] - epoch)
        })
    }
    add("length", hasTimes && !set.starts.isEmpty) {
      ExploreNumbers.column(
        order.map {
          set.starts[$0] == IncidentDetails.noTime ? 0 : Int(set.ends[$0] - set.starts[$0])
        })
    }
    return .object(members)
  }
}
