import Synchronization

/// What one worker of an ``IncidentStream`` brings back.
struct IncidentWorkerResult<Result: Sendable>: Sendable {
  var share: IncidentStream.Share<Result>
  var tally: RowTally
  var rowsByFile: [Int]
  /// How many lines each block had that the worker read.
  var blocks: [(file: Int, ordinal: Int, lines: Int)]
  /// What kept a file from being read to its end, and in which block; behind all of them where it
  /// was met while the next was cut.
  var fault: (file: Int, block: Int, fault: TextFault)?
  /// Whether the worker met too many categories.
  var isOverfull: Bool
  /// Whether each column of labels, and at the end that of areas, had too many values.
  var overfullLabels: [Bool]
}

/// Tells all workers to stop.
final class StopFlag: Sendable {
  private let flag = Atomic<Bool>(false)

  var isRaised: Bool { flag.load(ordering: .relaxed) }

  func raise() { flag.store(true, ordering: .relaxed) }
}

/// Numbers the batches of all files, in the order in which they are read.
final class BatchCounter: Sendable {
  private let count = Atomic<Int>(0)

  /// Returns the next number.
  func next() -> Int { count.wrappingAdd(1, ordering: .relaxed).oldValue }
}

/// Takes blocks from the readers in turn, and feeds the batches to one consumer.
struct IncidentWorker<Consumer: IncidentConsumer> {
  private let stream: IncidentStream
  private var consumer: Consumer
  private var dictionary = CategoryDictionary()

  init(_ stream: IncidentStream, consumer: Consumer) {
    self.stream = stream
    self.consumer = consumer
  }

  /// Works until no file has blocks left.
  ///
  /// The register has the keys of all workers, where each key counts once.
  mutating func work(
    stop: StopFlag, counter: BatchCounter, register: KeyRegister?,
    progress: (@Sendable (Int) -> Void)?
  ) -> IncidentWorkerResult<Consumer.Result> {
    var tally = RowTally()
    var rowsByFile = [Int](repeating: 0, count: stream.sources.count)
    var blocks: [(file: Int, ordinal: Int, lines: Int)] = []
    var fault: (file: Int, block: Int, fault: TextFault)?
    let block = TextBlock(capacity: TextReader.blockSize)
    var table = IncidentTable()
    files: for (file, source) in stream.sources.enumerated() {
      var parser = IncidentParser(source: source, file: file, request: stream.request)
      // What has been handed out is read to its end: it may hold the first fault of all.
      while block.hasMoreFeatures || !stop.isRaised {
        do throws(TextFault) {
          if !block.hasMoreFeatures {
            let isFilled = try source.reader.withLock { (reader) throws(TextFault) in
              guard try source.fill(block, &reader) else { return false }
              // Under the reader's lock: a file's blocks are numbered before the next file's.
              table.sequence = counter.next()
              return true
            }
            guard isFilled else { continue files }
            table.isLast = false
          }
          try block.prepare(source.dialect, parser.wantedColumns)
        } catch {
          fault = (file, table.isLast ? .max : block.ordinal, error)
          leave(&table, stop, register)
          break files
        }
        table.isLast = !block.hasMoreFeatures
        if !block.unlistedNames.isEmpty {
          source.reader.withLock {
            $0.unlistedProperties.note(block.unlistedNames, ofBlock: block.ordinal)
          }
        }
        let before = tally.read
        parser.parse(
          block, dialect: source.dialect, into: &table, dictionary: &dictionary,
          tally: &tally)
        if let register {
          parser.setRepeatedAside(
            from: &table, of: block, by: register, dialect: source.dialect, tally: &tally)
        }
        rowsByFile[file] += tally.read - before
        let lines = source.countsRows ? block.rowCount : block.lineCount
        blocks.append((file, block.ordinal, lines))
        // Also what is to be refused: consumers may wait for each number.
        consumer.consume(&table)
        if dictionary.isOverfull || table.hasOverfullLabels || !consumer.wantsMore {
          leave(&table, stop, register)
          break files
        }
        if let progress, blocks.count & 15 == 1 { progress(source.bytesRead) }
      }
    }
    return IncidentWorkerResult(
      share: IncidentStream.Share(
        result: consumer.finish(), categories: dictionary.names, labels: table.labels.map(\.names)),
      tally: tally, rowsByFile: rowsByFile, blocks: blocks, fault: fault,
      isOverfull: dictionary.isOverfull,
      overfullLabels: table.labels.map(\.isOverfull) + [table.areaLabels.isOverfull])
  }

  /// Stops all workers, and lets nobody wait for what this one leaves undone.
  private mutating func leave(
    _ table: inout IncidentTable, _ stop: StopFlag, _ register: KeyRegister?
  ) {
    stop.raise()
    register?.abandon()
    if table.isLast { return }
    table.removeAll()
    table.isLast = true
    consumer.consume(&table)
  }
}
