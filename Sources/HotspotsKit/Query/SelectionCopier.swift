import Incidents
import Interchange
import Projections
import Tables

/// Copies the rows of the selected incidents to a file, in the order of the input.
struct SelectionCopier<Encoder: RowEncoder>: SelectionSink {
  /// How many rows were handed on.
  struct Counts: Sendable {
    var rows = 0
    /// Rows without a position in the system of the file.
    var withoutPosition = 0
    /// Times of these rows that were not understood.
    var unreadable = UnreadableTimes()
  }

  private let copier: RowCopier
  private let encoder: Encoder
  private let delivery: OrderedDelivery<Encoder.Encoded>
  private var points: RoundedPoints?
  private var counts = Counts()

  /// Creates the copier of a worker.
  ///
  /// - Parameters:
  ///   - copier: Copies fields.
  ///   - points: Projects positions for the file; `nil` if the file has none.
  ///   - encoder: Turns rows into what the file takes.
  ///   - delivery: Writes them in order.
  init(
    copier: RowCopier, points: RoundedPoints?, encoder: Encoder,
    delivery: OrderedDelivery<Encoder.Encoded>
  ) {
    self.copier = copier
    self.points = points
    self.encoder = encoder
    self.delivery = delivery
  }

  var wantsMore: Bool { !delivery.hasFailed }

  mutating func consume(_ table: inout IncidentTable, selected: [Int32]) {
    var batch = copier.rows(selected, of: table, unreadable: &counts.unreadable)
    if points != nil {
      var (x, y) = (selected.map { table.x[Int($0)] }, selected.map { table.y[Int($0)] })
      points?.project(x: &x, y: &y)
      counts.withoutPosition += x.count(where: \.isNaN)
      batch.x = x
      batch.y = y
    }
    counts.rows += batch.rowCount
    delivery.bring(encoder.encode(batch), number: table.sequence, isLast: table.isLast)
  }

  func finish() -> Counts { counts }
}
