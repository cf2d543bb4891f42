/// A file and perhaps one of its layers, as a user types them: `wards.gpkg` or `all.gpkg:wards`.
package struct GeoPackageAddress: Sendable, Equatable {
  /// The path of the file.
  package let file: String
  /// The layer after the colon; `nil` if none is named.
  package let layer: String?
  /// Where the file lies; elsewhere than at its path where it was unpacked.
  package let location: String

  /// Names a file, whatever its extension, that has one layer.
  package init(file: String) {
    self.file = file
    layer = nil
    location = file
  }

  /// Names a file that lies elsewhere.
  package init(_ address: GeoPackageAddress, at location: String) {
    (file, layer) = (address.file, address.layer)
    self.location = location
  }

  /// Reads what a user typed; nil for a name that is no GeoPackage's.
  package init?(_ typed: String) {
    let lowered = typed.lowercased()
    if lowered.hasSuffix(".gpkg") {
      file = typed
      layer = nil
      location = file
      return
    }
    guard let colon = typed.lastIndex(of: ":"),
      typed[..<colon].lowercased().hasSuffix(".gpkg"), typed.index(after: colon) < typed.endIndex
    else { return nil }
    file = String(typed[..<colon])
    layer = String(typed[typed.index(after: colon)...])
    location = file
  }

  /// The name of the file without folders and extension.
  package var name: String {
    let last = location.split(separator: "/").last.map(String.init) ?? location
    return String(last.dropLast(5))
  }
}
