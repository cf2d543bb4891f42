import GeoPackages

/// What takes the batches of incidents; each worker has its own.
package protocol IncidentConsumer: SendableMetatype {
  /// What is left when all batches have been taken.
  associatedtype Result: Sendable

  /// Takes a batch. Batches of one worker come in the order of the file; the workers' batches
  /// interleave in any way, so what is kept must not depend on which worker had which.
  mutating func consume(_ table: inout IncidentTable)

  /// Whether more batches are wanted; asked after each. All workers stop when one wants no more.
  var wantsMore: Bool { get }

  /// Returns what was made of the batches.
  func finish() -> Result
}

extension IncidentConsumer {
  /// Always.
  package var wantsMore: Bool { true }
}

/// Reads incident files with several workers, each turning blocks of rows into batches.
package struct IncidentStream: Sendable {
  /// The files, in the order of the options.
  package let sources: [IncidentSource]
  /// What is needed of each incident.
  package let request: IncidentRequest
  /// How many workers read.
  package let threads: Int

  /// Most categories that can be counted by.
  package static let categoryLimit = 200

  /// Describes a reading.
  package init(sources: [IncidentSource], request: IncidentRequest, threads: Int) {
    self.sources = sources
    self.request = request
    self.threads = max(1, threads)
  }

  /// What one worker made of its batches.
  package struct Share<Result: Sendable>: Sendable {
    /// The consumer's result.
    package var result: Result
    /// The names of the worker's categories, by their numbers.
    package var categories: [String]
    /// The texts of each of the columns of labels, by the worker's numbers.
    package var labels: [[String]]

    /// Creates a share.
    package init(result: Result, categories: [String], labels: [[String]] = []) {
      self.result = result
      self.categories = categories
      self.labels = labels
    }
  }

  /// What became of all rows.
  package struct Outcome<Result: Sendable>: Sendable {
    /// The workers' results, in no meaningful order.
    package var shares: [Share<Result>]
    /// The rows by reason, over all files.
    package var tally: RowTally
    /// The rows of each file.
    package var rowsByFile: [Int]
    /// The first row of each reason that occurred, as `file:line: explanation`, in the order of
    /// ``RowReason``.
    package var examples: [RowExample]

    /// Describes what became of rows.
    package init(
      shares: [Share<Result>], tally: RowTally, rowsByFile: [Int], examples: [RowExample]
    ) {
      self.shares = shares
      self.tally = tally
      self.rowsByFile = rowsByFile
      self.examples = examples
    }
  }

  /// Reads all files.
  ///
  /// - Parameters:
  ///   - progress: Told now and then how many bytes have been read of the files so far.
  ///   - makeConsumer: Makes the consumer of a worker, on that worker.
  /// - Returns: The consumers and the counts.
  /// - Throws: ``IncidentError`` for columns that are read and share their name with others, quotes
  ///   without end, rows without end, reading failures and columns that cannot be categories;
  ///   ``DateOrderError`` for dates that do not fit the order of their column, where dates are
  ///   needed; ``CoordinateError`` for coordinates that contradict those before; what `makeConsumer`
  ///   throws.
  /// - Complexity: O(*n*) for *n* bytes, shared by the workers; memory does not grow with *n*.
  package func run<Consumer: IncidentConsumer>(
    progress: (@Sendable (Int) -> Void)? = nil,
    makeConsumer: @escaping @Sendable () throws -> Consumer
  ) async throws -> Outcome<Consumer.Result> {
    for (file, source) in sources.enumerated() {
      let parser = IncidentParser(source: source, file: file, request: request)
      try source.columns.requireUnique(parser.columnsRead, path: source.path)
    }
    let stop = StopFlag()
    let counter = BatchCounter()
    let register = request.uniqueColumns.isEmpty ? nil : KeyRegister()
    let results = try await withThrowingTaskGroup(
      of: IncidentWorkerResult<Consumer.Result>.self
    ) { group in
      for _ in 0..<threads {
        group.addTask {
          var worker = IncidentWorker(self, consumer: try makeConsumer())
          return worker.work(stop: stop, counter: counter, register: register, progress: progress)
        }
      }
      var results: [IncidentWorkerResult<Consumer.Result>] = []
      for try await result in group { results.append(result) }
      return results
    }
    var outcome = try merge(results)
    if let register { outcome.tally.samples.keys = (register.count, register.byteCount) }
    if let fault = outcome.tally.coordinateFault {
      throw sources[fault.place.file].error(for: fault)
    }
    if let fault = outcome.tally.orderFault { throw sources[fault.place.file].error(for: fault) }
    return outcome
  }

  /// Refuses columns of labels with too many values: those that one worker met, or all together, the
  /// same for any number of workers.
  private func checkLabels<Result>(
    _ results: [IncidentWorkerResult<Result>]
  ) throws(IncidentError) {
    for column in request.labelColumns.first?.indices ?? 0..<0 {
      let names = results.reduce(into: Set<[UInt8]>()) { names, result in
        for name in result.share.labels.dropFirst(column).first ?? [] {
          names.insert(Array(name.utf8))
        }
      }
      let isOverfull = results.contains {
        $0.overfullLabels.dropLast().dropFirst(column).first == true
      }
      guard isOverfull || names.count > IncidentRequest.labelLimit else { continue }
      throw .tooManyValues(
        path: sources[0].path, column: sources[0].columns.header[request.labelColumns[0][column]],
        limit: IncidentRequest.labelLimit)
    }
    if results.contains(where: { $0.overfullLabels.last == true }) {
      throw .tooManyValues(
        path: sources[0].path, column: sources[0].columns.header[request.areaColumns[0]],
        limit: IncidentTable.areaLimit)
    }
  }

  /// Adds up the workers' counts and words what stopped them.
  private func merge<Result>(
    _ results: [IncidentWorkerResult<Result>]
  ) throws(IncidentError) -> Outcome<Result> {
    var tally = RowTally()
    var rowsByFile = [Int](repeating: 0, count: sources.count)
    var lines: [[Int: Int]] = Array(repeating: [:], count: sources.count)
    for result in results {
      tally.merge(result.tally)
      for file in rowsByFile.indices { rowsByFile[file] += result.rowsByFile[file] }
      for block in result.blocks { lines[block.file][block.ordinal] = block.lines }
    }
    func line(_ place: RowTally.Place) -> Int {
      let before = lines[place.file].reduce(0) { $0 + ($1.key < place.block ? $1.value : 0) }
      return before + place.line + 1
    }
    // Either one worker met too many, or all together did: the same for any number of workers.
    let names = Set(results.lazy.flatMap(\.share.categories).map { Array($0.utf8) })
    if names.count > CategoryDictionary.limit || results.contains(where: \.isOverfull) {
      throw .tooManyCategories(
        path: sources[0].path, column: sources[0].columns.name(of: .category) ?? "",
        limit: Self.categoryLimit)
    }
    try checkLabels(results)
    if let place = tally.lineEndFault {
      let source = sources[place.file]
      throw .mixedLineEnds(
        path: source.path, line: source.headerLines + line(place),
        isReturn: source.dialect.newline != UInt8(ascii: "\r"))
    }
    if let place = tally.headerFault {
      let source = sources[place.file]
      throw .otherHeader(
        path: source.path,
        line: HeaderLine(source.headerLines + line(place), isRow: source.countsRows))
    }
    let faults = results.compactMap(\.fault)
    if let (file, _, fault) = faults.min(by: { ($0.file, $0.block) < ($1.file, $1.block) }) {
      switch fault {
      case .failure(let error): throw error
      case .geoPackage(let ordinal, let before, let error):
        throw .geoPackage(
          error.ofRow(line(RowTally.Place(file: file, block: ordinal, line: before))))
      case .row(let ordinal, let linesBefore, let isQuoted):
        let number =
          sources[file].headerLines
          + line(RowTally.Place(file: file, block: ordinal, line: linesBefore))
        let path = sources[file].path
        throw isQuoted
          ? .unclosedQuote(path: path, line: number)
          : .rowTooLong(path: path, line: number, limit: TextReader.longestRow)
      }
    }
    let examples = RowReason.allCases.compactMap { reason in
      tally.examples[reason.rawValue].map { place in
        let source = sources[place.file]
        let found = reason.explanation(inDegrees: source.columns.coordinateKind == .geographic)
        return RowExample(reason, message: "\(source.place(ofLine: line(place))): \(found)")
      }
    }
    return Outcome(
      shares: results.map(\.share), tally: tally, rowsByFile: rowsByFile, examples: examples)
  }
}
