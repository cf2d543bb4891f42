import Synchronization

/// What one worker of an ``IncidentStream`` brings back.
struct IncidentWorkerResult<Consumer: Sendable>: Sendable {
  var share: IncidentStream.Share<Consumer>
  var tally = RowTally()
  var rowsByFile: [Int]
  /// How many lines each block had that the worker read.
  var blocks: [(file: Int, ordinal: Int, lines: Int)] = []
  /// What kept a file from being read to its end.
  var fault: (file: Int, fault: TextFault)?
  /// The file in which the categories became too many.
  var overfullFile: Int?
}

/// Tells all workers to stop.
final class StopFlag: Sendable {
  private let flag = Atomic<Bool>(false)

  var isRaised: Bool { flag.load(ordering: .relaxed) }

  func raise() { flag.store(true, ordering: .relaxed) }
}

/// Takes blocks from the readers in turn, and feeds the batches to one consumer.
struct IncidentWorker<Consumer: IncidentConsumer & Sendable> {
  private let stream: IncidentStream
  private var dictionary = CategoryDictionary()
  private(set) var result: IncidentWorkerResult<Consumer>

  init(_ stream: IncidentStream, consumer: Consumer) {
    self.stream = stream
    result = IncidentWorkerResult(
      share: IncidentStream.Share(consumer: consumer, categories: []),
      rowsByFile: [Int](repeating: 0, count: stream.sources.count))
  }

  /// Works until no file has blocks left.
  mutating func work(stop: StopFlag, progress: (@Sendable (Int) -> Void)?) {
    let block = TextBlock(capacity: TextReader.blockSize)
    var table = IncidentTable()
    files: for (file, source) in stream.sources.enumerated() {
      var parser = IncidentParser(source: source, file: file, request: stream.request)
      while !stop.isRaised {
        do throws(TextFault) {
          let isFilled = try source.reader.withLock { (reader) throws(TextFault) in
            try reader.fill(block)
          }
          guard isFilled else { continue files }
        } catch {
          result.fault = (file, error)
          stop.raise()
          break files
        }
        block.index(dialect: source.dialect)
        let before = result.tally.read
        parser.parse(
          block, dialect: source.dialect, into: &table, dictionary: &dictionary,
          tally: &result.tally)
        if dictionary.isOverfull {
          result.overfullFile = file
          stop.raise()
          break files
        }
        result.rowsByFile[file] += result.tally.read - before
        result.blocks.append((file, block.ordinal, block.lineCount))
        result.share.consumer.consume(&table)
        if let progress, block.ordinal & 15 == 0 { progress(source.bytesRead) }
      }
    }
    result.share.categories = dictionary.names
  }
}
