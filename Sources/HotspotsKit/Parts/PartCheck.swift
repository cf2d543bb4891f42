import Boundaries
import Incidents
import Projections

extension PartFile {
  /// Whether categories are told by all files, as they must be where they are counted by; `nil` for a part
  /// of no files.
  fileprivate var hasCategories: Bool? {
    let sources = passes.flatMap(\.sources)
    return sources.isEmpty ? nil : sources.allSatisfy(\.hasCategories)
  }
}

/// Compares parts that are to be joined.
struct PartCheck {
  /// The first part.
  private(set) var first: PartFile?
  /// The files that parts were made of, each once.
  private(set) var sources: [SourceFacts] = []
  /// The digest of what was met, with the path of the part.
  private var met: [String: String] = [:]
  /// The files of parts with the same bytes, of some rows.
  private(set) var copies: [(path: String, other: String)] = []
  private var digests: [[UInt8]: String] = [:]

  /// Adds a part.
  ///
  /// - Throws: ``PartFileError`` if it does not join with those before.
  mutating func add(_ part: PartFile) throws(PartFileError) {
    guard part.header.version == Release.version else {
      throw .otherVersion(path: part.path, version: part.header.version)
    }
    if let other = met[part.path] { throw .repeated(path: part.path, other: other) }
    met[part.path] = part.path
    if let other = digests.updateValue(part.path, forKey: part.digest),
      part.passes.contains(where: { $0.tally.read > 0 })
    {
      copies.append((part.path, other))
    }
    for source in part.passes.flatMap(\.sources) where !sources.contains(source) {
      try check(source, of: part)
      sources.append(source)
    }
    guard let first else {
      first = part
      return
    }
    if let what = Self.difference(part, first) {
      throw .mismatch(path: part.path, other: first.path, what: what)
    }
  }

  /// Checks that dates mean the same in all files.
  private func check(_ source: SourceFacts, of part: PartFile) throws(PartFileError) {
    for other in sources {
      if let order = source.dateOrder, let known = other.dateOrder, order != known {
        throw .mismatch(
          path: part.path, other: first?.path ?? part.path,
          what: "the order of dates: \(order.rawValue) in one, \(known.rawValue) in the other")
      }
      if let format = source.timeFormat, let known = other.timeFormat, format != known {
        throw .mismatch(
          path: part.path, other: first?.path ?? part.path,
          what: "what whole numbers in the times mean: \(format.rawValue) in one, "
            + "\(known.rawValue) in the other")
      }
    }
  }

  /// Says in what two parts differ; `nil` if they join.
  private static func difference(_ part: PartFile, _ first: PartFile) -> String? {
    let (one, other) = (part.header, first.header)
    if one.command != other.command {
      return "the command: \(one.command) in one, \(other.command) in the other"
    }
    if one.options != other.options {
      let names = Set((one.options + other.options).map(\.name)).sorted()
      let name = names.first { name in
        one.options.first { $0.name == name } != other.options.first { $0.name == name }
      }
      return
        "the option '\(name ?? "")': \(words(one, name)) in one, \(words(other, name)) in the other"
    }
    for (file, known) in zip(one.files, other.files) where file != known {
      return "the file '\(file.path)'"
    }
    if one.files.count != other.files.count { return "the files that options name" }
    guard part.areas?.digest == first.areas?.digest else { return "the areas" }
    if part.areas?.crs != first.areas?.crs { return "the coordinate system of the analysis" }
    if part.areas?.incidentsCRS != first.areas?.incidentsCRS {
      return "the coordinate system of the incidents"
    }
    if part.areas?.projection != first.areas?.projection {
      return "how coordinates were converted: \(part.areas?.projection.line ?? "") in one, "
        + "\(first.areas?.projection.line ?? "") in the other"
    }
    let (known, met) = (first.hasCategories, part.hasCategories)
    if let known, let met, known != met {
      return "the categories, which only one has in all its files"
    }
    return part.passes.count == first.passes.count
      ? nil
      : "how often the rows were read: files can be read again, pipes cannot"
  }

  private static func words(_ header: PartHeader, _ name: String?) -> String {
    guard let option = header.options.first(where: { $0.name == name }) else { return "not given" }
    return option.values.isEmpty ? "given" : option.values.joined(separator: ", ")
  }
}
