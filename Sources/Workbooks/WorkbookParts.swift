import Archives

/// Finds and reads the parts of a workbook in its archive.
struct WorkbookParts {
  /// That one part names another (ISO/IEC 29500-2, section 8.5).
  struct Relation: Equatable {
    var id: String
    var type: String
    /// The path of the part that is named, in the archive.
    var target: String

    /// Whether the other part is of a kind, in either of the two families of namespaces.
    func isOf(_ kind: String) -> Bool { type.hasSuffix("/\(kind)") }
  }

  private let archive: Archive

  init(_ archive: Archive) { self.archive = archive }

  /// Returns whether the archive has a part.
  func has(_ part: String) -> Bool { entry(part) != nil }

  /// Returns how many bytes of the archive hold a part; 0 where there is none.
  func compressedSize(of part: String) -> Int { entry(part)?.compressedSize ?? 0 }

  /// Opens a part.
  func open(_ part: String) throws(WorkbookError) -> ArchiveStream {
    guard let entry = entry(part) else {
      throw .damaged(path: archive.path, part: part, line: 0, reason: "the part is missing")
    }
    do throws(ArchiveError) {
      return try archive.open(entry)
    } catch {
      throw .archive(error)
    }
  }

  /// Hands all elements of a part to a handler.
  func read(_ part: String, _ handler: any XMLHandler) throws(WorkbookError) {
    try XMLReader(open(part), path: archive.path, part: part, handler: handler).readAll()
  }

  /// Returns the parts that a part names, those of the whole file for none.
  func relations(of part: String) throws(WorkbookError) -> [Relation] {
    let folder = part.split(separator: "/").dropLast().map(String.init)
    let name = part.split(separator: "/").last ?? ""
    let list = (folder + ["_rels", "\(name).rels"]).joined(separator: "/")
    guard has(list) else { return [] }
    let handler = Relations(folder: folder)
    try read(list, handler)
    return handler.relations
  }

  /// Names of parts ignore letter case; some programs write backslashes.
  private func entry(_ part: String) -> ArchiveEntry? {
    if let entry = archive.entries.first(where: { $0.name == part }) { return entry }
    let wanted = part.lowercased()
    return archive.entries.first {
      $0.name.lowercased().split(separator: "\\").joined(separator: "/") == wanted
    }
  }

  private final class Relations: XMLHandler {
    private(set) var relations: [Relation] = []
    private let folder: [String]

    init(folder: [String]) { self.folder = folder }

    func start(_ element: XMLElement, _ attributes: XMLAttributes) {
      guard element == .relationship, let id = attributes["Id"], let type = attributes["Type"],
        let target = attributes["Target"], attributes["TargetMode"] != "External"
      else { return }
      var path = target.hasPrefix("/") ? [] : folder
      for step in target.split(separator: "/") {
        switch step {
        case ".": break
        case "..": _ = path.popLast()
        default: path.append(String(step))
        }
      }
      relations.append(Relation(id: id, type: type, target: path.joined(separator: "/")))
    }

    func end(_ element: XMLElement, text: [UInt8]) {}
  }
}
