/// What an assignment says of one point besides its area.
package struct AssignmentNotes: OptionSet, Sendable {
  /// The notes as bits.
  package let rawValue: UInt8

  /// Makes notes of bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The point lies exactly on a border.
  package static let onEdge = AssignmentNotes(rawValue: 1)
  /// More than one area holds the point; the lowest code was taken.
  package static let ambiguous = AssignmentNotes(rawValue: 2)
  /// No area holds the point; the nearest within the snapping distance was taken.
  package static let snapped = AssignmentNotes(rawValue: 4)
}

/// A point of a batch about which there is more to say than its area.
package struct NotedPoint: Sendable, Equatable {
  /// The point's position in the batch.
  package var position: Int
  /// What there is to say.
  package var notes: AssignmentNotes
}

/// The areas of a batch of points.
public struct AreaAssignment: Sendable {
  /// The position of each point's area in the layer, or -1 for a point in none.
  public package(set) var areas: [Int32] = []
  /// The points on borders, in several areas, or snapped.
  package internal(set) var noted: [NotedPoint] = []
  /// Storage for the points whose cells hold borders.
  var pending: [Int32] = []
  /// The points so near to a border that their tolerance could change their area, in order.
  package internal(set) var unsettled: [Int32] = []

  /// Creates an empty assignment, to be filled and refilled.
  package init() {}

  /// Creates an assignment that was found otherwise than by an index, such as to the cells of a grid.
  ///
  /// - Parameter areas: The number of each point's area, or -1.
  package init(areas: [Int32]) { self.areas = areas }

  /// Replaces what is known of the unsettled points.
  ///
  /// - Parameter exact: The assignment of these points, in their order, at their true coordinates.
  /// - Complexity: O(*n*) for *n* points unsettled or noted.
  package mutating func settle(by exact: AreaAssignment) {
    precondition(
      exact.areas.count >= unsettled.count, "AreaAssignment.settle: fewer points than unsettled")
    // Both lists are in the order of the points.
    var place = 0
    noted.removeAll { point in
      while place < unsettled.count && Int(unsettled[place]) < point.position { place += 1 }
      return place < unsettled.count && Int(unsettled[place]) == point.position
    }
    for (place, point) in unsettled.enumerated() { areas[Int(point)] = exact.areas[place] }
    for point in exact.noted {
      noted.append(NotedPoint(position: Int(unsettled[point.position]), notes: point.notes))
    }
  }
}
