public import Boundaries
import Geometry
public import Incidents
package import Projections

/// What takes batches of incidents that have been projected and assigned.
public protocol PlacementSink: SendableMetatype {
  /// What is left when all batches have been taken.
  associatedtype Result: Sendable

  /// Takes a batch.
  ///
  /// - Parameters:
  ///   - table: The incidents, their coordinates in the system of the analysis; not-a-number for
  ///     those that have no place there.
  ///   - assignments: For each layer, the area of each incident.
  mutating func consume(_ table: IncidentTable, assignments: [AreaAssignment])

  /// Returns what was made of the batches.
  func finish() -> Result
}

/// Projects each batch once, assigns it once to every layer, and hands it on.
package struct AssignmentWorker<Sink: PlacementSink>: IncidentConsumer {
  /// What a worker brings back.
  package struct Result: Sendable {
    /// The sink's result.
    package var sink: Sink.Result
    /// How incidents were placed, for each layer.
    package var tallies: [PlacementTally]
    /// Where incidents lie, whether placed or not.
    package var whereabouts: Whereabouts

    /// Describes what a worker brings back.
    package init(sink: Sink.Result, tallies: [PlacementTally], whereabouts: Whereabouts) {
      self.sink = sink
      self.tallies = tallies
      self.whereabouts = whereabouts
    }
  }

  private let plan: AssignmentPlan
  private let operation: CoordinateOperation
  /// What takes the batches.
  package private(set) var sink: Sink
  private var tallies: [PlacementTally]
  private var whereabouts: Whereabouts
  private var assignments: [AreaAssignment]
  // Storage that is used again for each batch: the coordinates of the file, and points for PROJ.
  private var sourceX: [Double] = []
  private var sourceY: [Double] = []
  private var beyond: [Int] = []
  private var exactX: [Double] = []
  private var exactY: [Double] = []
  private var exact = AreaAssignment()
  /// The incidents of the batch whose area a column tells.
  private var coded: [Int] = []
  /// The area of each text of the column of areas, by the worker's numbers; -1 for none.
  private var areasOfNames: [Int32] = []

  /// Makes the worker of one task.
  ///
  /// - Throws: ``ProjectionError`` when PROJ cannot make the plan's operation.
  package init(_ plan: AssignmentPlan, sink: Sink) throws(ProjectionError) {
    self.plan = plan
    operation = try plan.projection.makeOperation()
    self.sink = sink
    tallies = [PlacementTally](repeating: PlacementTally(), count: plan.layers.count)
    whereabouts = Whereabouts(layers: plan.layers.count)
    assignments = [AreaAssignment](repeating: AreaAssignment(), count: plan.layers.count)
  }

  /// Projects, assigns and hands on a batch.
  package mutating func consume(_ table: inout IncidentTable) {
    whereabouts.keep(table)
    coded.removeAll(keepingCapacity: true)
    if plan.areaNames != nil { coded += table.x.indices.filter { table.x[$0].isNaN } }
    var beyondUse = project(&table)
    // PROJ counts them among what it cannot project.
    if !coded.isEmpty { beyondUse = table.x.count(where: \.isNaN) - coded.count }
    let tolerance = plan.approximation?.errorBound ?? 0
    for layer in plan.layers.indices {
      plan.layers[layer].assign(
        x: table.x, y: table.y, count: table.count, snap: plan.snap, tolerance: tolerance,
        into: &assignments[layer])
      settle(&table, layer: layer)
      if layer == 0 { assignByName(table) }
      count(table, layer: layer, beyondUse: beyondUse)
    }
    sink.consume(table, assignments: assignments)
  }

  /// Returns the sink's result and the tallies.
  package func finish() -> Result {
    Result(sink: sink.finish(), tallies: tallies, whereabouts: whereabouts)
  }

  /// Projects a batch; returns how many incidents have no place in the system of the analysis.
  ///
  /// Where the approximation is proved nothing more is asked. Elsewhere PROJ itself projects, and a
  /// position beyond the area of use must come back to where it was.
  private mutating func project(_ table: inout IncidentTable) -> Int {
    if plan.projection.isIdentity { return 0 }
    guard let approximation = plan.approximation else {
      return operation.transformUsable(x: &table.x, y: &table.y)
    }
    sourceX.removeAll(keepingCapacity: true)
    sourceY.removeAll(keepingCapacity: true)
    sourceX.append(contentsOf: table.x)
    sourceY.append(contentsOf: table.y)
    beyond.removeAll(keepingCapacity: true)
    approximation.transform(x: &table.x, y: &table.y, outside: &beyond)
    if beyond.isEmpty { return 0 }
    return operation.transformUsable(x: &table.x, y: &table.y, at: beyond)
  }

  /// Projects with PROJ the incidents so near to a border that the approximation could matter.
  private mutating func settle(_ table: inout IncidentTable, layer: Int) {
    let unsettled = assignments[layer].unsettled
    if unsettled.isEmpty { return }
    exactX.removeAll(keepingCapacity: true)
    exactY.removeAll(keepingCapacity: true)
    for incident in unsettled {
      exactX.append(sourceX[Int(incident)])
      exactY.append(sourceY[Int(incident)])
    }
    operation.transform(x: &exactX, y: &exactY)
    for (place, incident) in unsettled.enumerated() {
      table.x[Int(incident)] = exactX[place]
      table.y[Int(incident)] = exactY[place]
    }
    plan.layers[layer].assign(
      x: exactX, y: exactY, count: unsettled.count, snap: plan.snap, into: &exact)
    assignments[layer].settle(by: exact)
  }

  /// Assigns the incidents of the batch without coordinates to the areas of the first layer that
  /// their rows name.
  private mutating func assignByName(_ table: IncidentTable) {
    guard let names = plan.areaNames, !coded.isEmpty else { return }
    for name in table.areaLabels.names.dropFirst(areasOfNames.count) {
      areasOfNames.append(Int32(names.area(of: name) ?? -1))
    }
    for incident in coded {
      let area = areasOfNames[Int(table.areaLabels.numbers[incident])]
      assignments[0].areas[incident] = area
      if area >= 0 {
        tallies[0].assignedByCode += 1
      } else {
        tallies[0].codeUnknown += 1
      }
    }
  }

  /// Adds up the incidents that the rows of a batch stand for.
  private mutating func countIncidents(_ table: IncidentTable, layer: Int) {
    var incidents = PlacementTally.Incidents()
    for row in 0..<table.count {
      if assignments[layer].areas[row] >= 0 {
        incidents.assigned += table.multiplicity[row]
      } else {
        incidents.outside += table.multiplicity[row]
      }
    }
    if layer > 0 {
      for row in coded { incidents.unplaced += table.multiplicity[row] }
      incidents.outside -= incidents.unplaced
    }
    tallies[layer].incidents.assigned += incidents.assigned
    tallies[layer].incidents.outside += incidents.outside
    tallies[layer].incidents.unplaced += incidents.unplaced
  }

  private mutating func count(_ table: IncidentTable, layer: Int, beyondUse: Int) {
    let assignment = assignments[layer]
    var assigned = 0
    for incident in 0..<table.count where assignment.areas[incident] >= 0 { assigned += 1 }
    tallies[layer].assigned += assigned
    if tallies[layer].assigned == 0 {
      whereabouts.look(in: table, near: plan.layers[layer].extent, layer: layer)
    }
    tallies[layer].outsideAreaOfUse += beyondUse
    var elsewhere = table.count - assigned - beyondUse
    if layer > 0 {
      tallies[layer].unplaced += coded.count
      elsewhere -= coded.count
    } else if !coded.isEmpty {
      elsewhere -= coded.count { assignment.areas[$0] < 0 }
    }
    tallies[layer].outsideAreas += elsewhere
    if !table.multiplicity.isEmpty { countIncidents(table, layer: layer) }
    for noted in assignment.noted where assignment.areas[noted.position] >= 0 {
      if noted.notes.contains(.onEdge) { tallies[layer].onEdge += 1 }
      if noted.notes.contains(.ambiguous) { tallies[layer].ambiguous += 1 }
      if noted.notes.contains(.snapped) { tallies[layer].snapped += 1 }
    }
    guard let distance = plan.borderDistance else { return }
    // Held here, so that the index is not retained anew for each incident.
    let index = plan.layers[layer]
    var near = 0
    for incident in 0..<table.count
    where assignment.areas[incident] >= 0 && !table.x[incident].isNaN {
      let nearest = index.distanceToBorder(x: table.x[incident], y: table.y[incident])
      if nearest <= distance { near += 1 }
    }
    tallies[layer].nearBorder += near
  }
}
