import Boundaries
import Interchange
import Tables

extension Manifest {
  /// Creates a record of an index.
  ///
  /// - Parameters:
  ///   - index: The index.
  ///   - digests: The digests of the files, as ``InputWatch/seal()`` returns them.
  ///   - command: What was run.
  public init(
    of index: CompositeIndex.Result, digests: FileDigests = FileDigests(),
    command: String = "study"
  ) {
    self.init(
      command: command, options: [],
      incidents: [(index.method.path, index.reconciliation.read)],
      boundaries: index.boundaries?.files ?? [], digests: digests, chosen: index.choices.members,
      projection: nil, reconciliations: [index.reconciliation], outputs: [],
      warnings: index.findings.filter(\.isWarning).map(\.description))
  }
}

extension ResultWriter {
  /// Creates a writer of an index with boundaries.
  ///
  /// - Parameters:
  ///   - index: The index.
  ///   - crs: The coordinate system of the files; `nil` for that of the format.
  public init(_ index: CompositeIndex.Result, crs: String? = nil) {
    self.init(
      analysisCRS: index.boundaries?.crs ?? "", projection: nil, options: index.options,
      outputCRS: crs)
    members = [.init("reconciliation", index.reconciliation.json)]
  }
}
