import Assignment
import Boundaries
import HotspotAnalysis
import Incidents

extension GatheredIncidents {
  /// How many incidents a batch has.
  private static let batchSize = 1 << 14

  /// Hands the incidents to sinks as a pass over the files would.
  ///
  /// Batches have places, categories by their positions among ``HotspotAnalysis/IncidentDetails/categoryNames``,
  /// and the days of starts; areas are those of the first layer.
  ///
  /// - Parameters:
  ///   - threads: How many sinks there are at most.
  ///   - makeSink: Makes a sink.
  /// - Returns: The results of the sinks.
  /// - Complexity: O(*n*) for *n* incidents.
  func handed<Sink: PlacementSink>(
    threads: Int, to makeSink: @escaping @Sendable () -> Sink
  ) async -> [StudyShare<Sink.Result>] {
    let share = max(1, (x.count + threads - 1) / threads)
    let starts = Array(stride(from: 0, to: max(1, x.count), by: share))
    return await OrderedWork.map(pieces: starts.count, threads: threads) { piece in
      var sink = makeSink()
      let end = min(x.count, starts[piece] + share)
      for first in stride(from: starts[piece], to: end, by: Self.batchSize) {
        let rows = first..<min(end, first + Self.batchSize)
        sink.consume(batch(of: rows), assignments: [AreaAssignment(areas: Array(areas[rows]))])
      }
      return StudyShare(value: sink.finish(), categories: details.categoryNames)
    }
  }

  private func batch(of rows: Range<Int>) -> IncidentTable {
    IncidentTable(
      x: Array(x[rows]), y: Array(y[rows]),
      category: details.categories.isEmpty ? [] : Array(details.categories[rows]),
      start: days[rows].map { day in
        day == Int32.min
          ? ParsedTime(.absent) : ParsedTime(.day, seconds: Int64(day) * CivilTime.secondsPerDay)
      })
  }
}
