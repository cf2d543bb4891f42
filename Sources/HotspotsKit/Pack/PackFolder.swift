import FoundationEssentials
import Glibc
import Interchange
import Synchronization

/// A folder that appears under its name only when it is complete.
///
/// Its files are made in a hidden folder beside it, which takes the name at the end, and is removed
/// when anything fails before. A folder that stands in its place is replaced only where it is empty
/// or an earlier pack with nothing of anybody else in it.
package final class PackFolder: Sendable {
  /// The name that was typed.
  package let path: String

  private let place: String
  private let partPath: String
  private let isCommitted = Mutex(false)

  /// Makes the hidden folder.
  ///
  /// - Parameter path: The folder that the pack will be.
  /// - Throws: ``PackFolderError`` if the folder cannot be made or must not be replaced.
  package init(path: String) throws(PackFolderError) {
    self.path = path
    var place = path
    while place.count > 1 && place.hasSuffix("/") { place.removeLast() }
    self.place = place
    partPath = Self.hidden(place, "part")
    try Self.checkReplaceable(place, typed: path)
    try? FileManager.default.removeItem(atPath: partPath)
    do {
      try FileManager.default.createDirectory(atPath: partPath, withIntermediateDirectories: false)
    } catch {
      throw .cannotCreate(path: path, reason: Self.words(for: error))
    }
  }

  deinit {
    if !isCommitted.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: partPath) }
  }

  /// Returns where a file of the pack, named as in `maps/lsoa.svg`, is written before the folder has
  /// its name.
  package func working(_ name: String) -> String { "\(partPath)/\(name)" }

  /// Returns the path of a file when the folder has its name, as the manifest gives it.
  package func final(_ name: String) -> String { place == "/" ? "/\(name)" : "\(place)/\(name)" }

  /// Makes a folder inside the pack.
  ///
  /// - Throws: ``PackFolderError/cannotCreate(path:reason:)``.
  package func makeFolder(_ name: String) throws(PackFolderError) {
    do {
      try FileManager.default.createDirectory(
        atPath: working(name), withIntermediateDirectories: false)
    } catch {
      throw .cannotCreate(path: final(name), reason: Self.words(for: error))
    }
  }

  /// Gives the complete folder its name.
  ///
  /// - Throws: ``PackFolderError`` if another folder has taken the place meanwhile, or the system
  ///   refuses.
  package func commit() throws(PackFolderError) {
    try Self.checkReplaceable(place, typed: path)
    let files = FileManager.default
    let old = Self.hidden(place, "old")
    try? files.removeItem(atPath: old)
    let hasOld = files.fileExists(atPath: place)
    do {
      if hasOld { try files.moveItem(atPath: place, toPath: old) }
      do {
        try files.moveItem(atPath: partPath, toPath: place)
      } catch {
        if hasOld { try? files.moveItem(atPath: old, toPath: place) }
        throw error
      }
    } catch {
      throw .cannotRename(path: path, reason: Self.words(for: error))
    }
    isCommitted.withLock { $0 = true }
    if hasOld { try? files.removeItem(atPath: old) }
  }

  // MARK: - What may be replaced

  /// Checks that a pack may take a folder's name, and changes nothing.
  ///
  /// - Throws: ``PackFolderError`` if the folder must not be replaced, or the one around it is not
  ///   there or may not be changed.
  package static func check(_ path: String) throws(PackFolderError) {
    var place = path
    while place.count > 1 && place.hasSuffix("/") { place.removeLast() }
    try checkReplaceable(place, typed: path)
    let around = place.lastIndex(of: "/").map { String(place[...$0]) } ?? "."
    guard FileManager.default.fileExists(atPath: around) else {
      throw .cannotCreate(path: path, reason: "the folder around it does not exist")
    }
    guard FileManager.default.isWritableFile(atPath: around) else {
      throw .cannotCreate(path: path, reason: "permission is denied")
    }
  }

  private static func checkReplaceable(_ place: String, typed: String) throws(PackFolderError) {
    let files = FileManager.default
    // The attributes are those of a link itself, so that a link to nowhere is found too.
    guard let attributes = try? files.attributesOfItem(atPath: place) else { return }
    guard attributes[.type] as? FileAttributeType == .typeDirectory else {
      throw .notAFolder(path: typed)
    }
    guard let names = (try? files.subpathsOfDirectory(atPath: place))?.sorted() else {
      throw .cannotCreate(path: typed, reason: "permission is denied")
    }
    guard !names.isEmpty else { return }
    let manifest = files.contents(atPath: "\(place)/manifest.json")
      .map { String(decoding: $0, as: UTF8.self) }
    guard let manifest, manifest.hasPrefix("{\n  \"tool\": \"hotspots\",") else {
      throw .holdsOtherThings(path: typed)
    }
    let prefix = prefix(of: manifest)
    for name in names where !isOurs(name, prefix: prefix, in: manifest) {
      throw .holdsOtherFile(path: typed, name: name)
    }
  }

  /// Returns what stands before the names of a pack's files in its manifest: the folder as it was
  /// typed then, from the quotation mark to the slash.
  private static func prefix(of manifest: String) -> String {
    guard let page = manifest.firstRange(of: "/index.html\"") else { return "\"" }
    let before = manifest[..<page.lowerBound]
    return "\(before[(before.lastIndex(of: "\"") ?? before.startIndex)...])/"
  }

  /// Returns whether the manifest names a file among its outputs, or a folder of one.
  private static func isOurs(_ name: String, prefix: String, in manifest: String) -> Bool {
    if name == "manifest.json" { return true }
    var quoted = ByteBuffer()
    quoted.append(json: name)
    let text = String(decoding: quoted.bytes, as: UTF8.self).dropFirst().dropLast()
    return manifest.contains("\(prefix)\(text)\"") || manifest.contains("\(prefix)\(text)/")
  }

  private static func hidden(_ place: String, _ ending: String) -> String {
    let cut = place.lastIndex(of: "/").map { place.index(after: $0) } ?? place.startIndex
    return "\(place[..<cut]).\(place[cut...]).\(getpid()).\(ending)"
  }

  private static func words(for error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileNoSuchFile, .fileReadNoSuchFile: "the folder around it does not exist"
    case .fileWriteNoPermission, .fileReadNoPermission, .fileWriteVolumeReadOnly:
      "permission is denied"
    case .fileWriteOutOfSpace: "no space is left"
    default: "the system refuses"
    }
  }
}
