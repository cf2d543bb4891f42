import Assignment
import Boundaries
import Incidents

/// Keeps where incidents lie, and nothing else of them.
struct PlaceGatherer: PlacementSink {
  /// The places of one batch.
  struct Batch: Sendable {
    /// Where the batch stands among all batches.
    var file: Int
    var block: Int
    /// The incidents of the study area.
    var inside = GatheredPlaces()
    /// The others, where they are wanted.
    var outside = GatheredPlaces()
  }

  private let keepsOutside: Bool
  private let usesHours: Bool
  private var batches: [Batch] = []

  /// Makes the sink of one task.
  ///
  /// - Parameters:
  ///   - keepsOutside: Whether incidents outside the study area are wanted too.
  ///   - usesHours: Whether incidents weigh their chance of lying in the hours asked for.
  init(keepsOutside: Bool, usesHours: Bool) {
    self.keepsOutside = keepsOutside
    self.usesHours = usesHours
  }

  /// Keeps the places of a batch.
  mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment]) {
    var batch = Batch(file: table.file, block: table.block)
    let areas = assignments[0].areas
    for incident in 0..<table.count {
      let isInside = areas[incident] >= 0
      guard isInside || (keepsOutside && table.x[incident].isFinite) else { continue }
      let chance = usesHours ? table.share[incident].chance : nil
      if isInside {
        batch.inside.append(x: table.x[incident], y: table.y[incident], weight: chance)
      } else {
        batch.outside.append(x: table.x[incident], y: table.y[incident], weight: chance)
      }
    }
    batches.append(batch)
  }

  /// Returns the places, batch by batch.
  func finish() -> [Batch] { batches }
}

/// Places in an order that depends on the files alone, whoever read them.
struct GatheredPlaces: Sendable, Equatable {
  var x: [Double] = []
  var y: [Double] = []
  /// What each counts for; empty where each counts for one.
  var weights: [Double] = []

  mutating func append(x newX: Double, y newY: Double, weight: Double?) {
    x.append(newX)
    y.append(newY)
    if let weight { weights.append(weight) }
  }

  mutating func append(_ other: GatheredPlaces) {
    x.append(contentsOf: other.x)
    y.append(contentsOf: other.y)
    weights.append(contentsOf: other.weights)
  }

  /// The weights, absent where each counts for one.
  var optionalWeights: [Double]? { weights.isEmpty ? nil : weights }

  /// Puts the batches of all workers in the order of the files: sums of floating-point numbers
  /// depend on the order.
  static func joined(
    _ shares: [[PlaceGatherer.Batch]]
  ) -> (inside: GatheredPlaces, outside: GatheredPlaces) {
    let batches = shares.joined().sorted { ($0.file, $0.block) < ($1.file, $1.block) }
    var (inside, outside) = (GatheredPlaces(), GatheredPlaces())
    for batch in batches {
      inside.append(batch.inside)
      outside.append(batch.outside)
    }
    return (inside, outside)
  }
}
