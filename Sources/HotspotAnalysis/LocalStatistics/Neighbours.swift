/// Which places are neighbours of which: symmetric, without a place being its own neighbour.
///
/// Held as compressed sparse rows: the neighbours of all places in one array, place after place,
/// each place's in rising order.
///
///     let neighbours = Neighbours.contiguity(of: outlines)
///     Array(neighbours[17])          // [3, 16, 18, 204]
package struct Neighbours: Sendable, Equatable {
  /// The first neighbour of each place in ``ids``, and the number of all at the end.
  package let starts: [Int]
  /// The neighbours, place after place, as positions in the order of the places.
  package let ids: [Int32]

  /// The number of places.
  package var count: Int { starts.count - 1 }

  /// The number of directed pairs: twice the number of pairs.
  package var pairCount: Int { ids.count }

  /// Returns the neighbours of a place, in rising order.
  package subscript(place: Int) -> ArraySlice<Int32> { ids[starts[place]..<starts[place + 1]] }

  /// Returns the number of neighbours of a place.
  package func degree(of place: Int) -> Int { starts[place + 1] - starts[place] }

  /// The number of neighbours of each place.
  package var degrees: [Int] { (0..<count).map { degree(of: $0) } }

  /// The places without a neighbour, in rising order.
  package var islands: [Int] { (0..<count).filter { degree(of: $0) == 0 } }

  /// Creates neighbours from each place's neighbours among the places before it.
  ///
  /// - Parameters:
  ///   - earlierStarts: The first entry of each place in `earlier`, and their number at the end.
  ///   - earlier: The neighbours before each place, each once and in rising order.
  /// - Complexity: O(*n* + *m*) for *n* places and *m* pairs.
  init(earlierStarts: [Int], earlier: [Int32]) {
    let count = earlierStarts.count - 1
    var starts = [Int](repeating: 0, count: count + 1)
    for place in 0..<count {
      starts[place + 1] += earlierStarts[place + 1] - earlierStarts[place]
    }
    for other in earlier { starts[Int(other) + 1] += 1 }
    for place in 0..<count { starts[place + 1] += starts[place] }
    // Going through the places in order, a place's earlier neighbours are written before any later
    // one reaches it, and later ones in their order: every row comes out in rising order.
    var next = starts
    var ids = [Int32](repeating: 0, count: 2 * earlier.count)
    for place in 0..<count {
      for entry in earlierStarts[place]..<earlierStarts[place + 1] {
        let other = Int(earlier[entry])
        ids[next[place]] = Int32(other)
        next[place] += 1
        ids[next[other]] = Int32(place)
        next[other] += 1
      }
    }
    self.starts = starts
    self.ids = ids
  }

  /// Creates neighbours from pairs, which may repeat and come in any order and direction.
  ///
  /// - Parameters:
  ///   - pairs: Pairs of different places.
  ///   - count: The number of places.
  /// - Complexity: O(*n* + *m* log *d*) for *n* places, *m* pairs and *d* pairs of a place at most.
  package init(pairs: some Sequence<(Int, Int)>, count: Int) {
    var rows = [[Int32]](repeating: [], count: count)
    for (a, b) in pairs {
      precondition(a != b, "Neighbours: a place that is its own neighbour")
      precondition(
        min(a, b) >= 0 && max(a, b) < count, "Neighbours: a pair names a place that is not there")
      rows[max(a, b)].append(Int32(min(a, b)))
    }
    var starts = [0]
    var earlier: [Int32] = []
    for row in rows {
      for other in row.sorted()
      where earlier.count == starts[starts.count - 1] || earlier.last != other {
        earlier.append(other)
      }
      starts.append(earlier.count)
    }
    self.init(earlierStarts: starts, earlier: earlier)
  }

  /// Returns the neighbours among some of the places, which are numbered anew in their order.
  ///
  /// - Parameter places: The places to keep, in rising order.
  /// - Returns: The neighbours, in the order of the places kept.
  /// - Complexity: O(*n* + *m*) for *n* places and *m* pairs.
  package func keeping(_ places: [Int]) -> Neighbours {
    guard places.count < count else { return self }
    var position = [Int32](repeating: -1, count: count)
    for (new, old) in places.enumerated() { position[old] = Int32(new) }
    var starts = [0]
    var earlier: [Int32] = []
    for place in places {
      for other in self[place] where other < place && position[Int(other)] >= 0 {
        earlier.append(position[Int(other)])
      }
      starts.append(earlier.count)
    }
    return Neighbours(earlierStarts: starts, earlier: earlier)
  }

  /// Returns for each place the sum of its neighbours' values, added in rising order of neighbours.
  package func sums(of values: [Double]) -> [Double] {
    (0..<count).map { place in
      var sum = 0.0
      for id in self[place] { sum += values[Int(id)] }
      return sum
    }
  }
}
