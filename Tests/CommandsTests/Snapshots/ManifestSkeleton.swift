import Foundation

/// The structure of a manifest: the path of each key and the types of its values.
///
/// Read from the text, one member on each line, so that a key that an object has twice is seen.
struct ManifestSkeleton {
  /// The paths with their types, in the order of their first appearance.
  private(set) var lines: [String] = []
  /// The paths of keys that stand twice in one object.
  private(set) var repeated: [String] = []

  private var types: [String: [String]] = [:]
  private var paths: [String] = []
  /// The keys of the objects that are open, and the paths of these.
  private var open: [(path: String, keys: Set<Substring>)] = []

  /// Reads a manifest.
  init(json: String) {
    for line in json.split(separator: "\n") { read(line.trimmingPrefix { $0 == " " }) }
    lines = paths.map { "\($0): \(types[$0, default: []].joined(separator: " | "))" }
  }

  private mutating func read(_ line: Substring) {
    var value = line
    var path = open.last.map { $0.path } ?? ""
    if let key = line.prefixMatch(of: #/"([^"]+)": /#) {
      value = line[key.range.upperBound...]
      path += path.isEmpty ? key.1 : ".\(key.1)"
      if open.last?.keys.contains(key.1) == true { repeated.append(path) }
      if !open.isEmpty { open[open.count - 1].keys.insert(key.1) }
    }
    switch value.first {
    case "}", "]":
      open.removeLast()
      return
    case "{": note("object", at: path)
    case "[": note("list", at: path)
    case "\"": note("text", at: path)
    case "t", "f": note("boolean", at: path)
    case "n": note("null", at: path)
    default: note("number", at: path)
    }
    if value == "{" { open.append((path, [])) }
    if value == "[" { open.append((path + "[]", [])) }
  }

  private mutating func note(_ type: String, at path: String) {
    guard !path.isEmpty else { return }
    if types[path] == nil { paths.append(path) }
    if types[path]?.contains(type) != true { types[path, default: []].append(type) }
  }
}
