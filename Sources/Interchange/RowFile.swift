package import Tables

/// Turns batches of rows into what a file takes; used by several workers at the same time.
package protocol RowEncoder: Sendable {
  /// What a batch becomes.
  associatedtype Encoded: Sendable

  /// Turns a batch into what the file takes.
  func encode(_ batch: RowBatch) -> Encoded
}

/// A file of rows that are written as they come, without ever holding all of them.
///
/// Workers encode batches in any order; what they make of them is written in the order of the
/// input, by one of them at a time.
package protocol RowFile: AnyObject {
  /// What turns batches into what the file takes.
  associatedtype Encoder: RowEncoder

  /// What turns batches into what this file takes.
  var encoder: Encoder { get }

  /// Writes what stands before the first row.
  ///
  /// - Throws: ``OutputError``, or what else the file's format does.
  func begin() throws

  /// Writes the rows of the next batch.
  ///
  /// - Throws: ``OutputError``, or what else the file's format does.
  func write(_ rows: Encoder.Encoded) throws

  /// Writes what stands behind the last row, and gives the file its name.
  ///
  /// - Parameter members: What else is to be said, where the format has a place for it.
  /// - Throws: ``OutputError``, or what else the file's format does.
  func finish(_ members: [JSONValue.Member]) throws
}
