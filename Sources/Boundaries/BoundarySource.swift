import Archives
import GeoPackages
import Shapefiles

/// The file that a user named for shapes: one on disk, or one in a ZIP archive.
struct BoundarySource {
  /// The path that the user typed.
  let path: String
  /// The format.
  let format: BoundaryFormat
  /// The path that messages use for the file itself: `wards.zip:inside/wards.shp` in an archive.
  let shownPath: String
  /// Where the file lies if it was unpacked.
  let location: String?
  /// What keeps it there.
  private let files: UnpackedFiles?

  /// Finds a file, and unpacks it and what belongs to it where it lies in an archive.
  ///
  /// - Parameters:
  ///   - typed: The path that the user typed.
  ///   - unpacks: Whether the file will be read.
  /// - Throws: ``BoundaryError/unknownFormat(path:)``, ``BoundaryError/archive(_:)``,
  ///   ``BoundaryError/noLayer(path:name:files:)``, ``BoundaryError/severalLayers(path:layers:)``.
  init(_ typed: String, unpacks: Bool = true) throws(BoundaryError) {
    path = typed
    guard let address = ArchiveAddress(typed) else {
      format = try BoundaryFormat(path: typed)
      (shownPath, location, files) = (typed, nil, nil)
      return
    }
    let archive = try Self.attempt { () throws(ArchiveError) in try Archive(path: address.file) }
    let (entry, layer) = try Self.layer(of: archive, named: address.name)
    let shown = archive.path(of: entry)
    shownPath = shown
    let inner = try BoundaryFormat(path: layer.map { "\(shown):\($0)" } ?? shown)
    var location = entry.lastStep
    if unpacks {
      let wanted = inner == .shapefile ? archive.companions(of: entry) : [entry]
      let unpacked = try Self.attempt { () throws(ArchiveError) in
        try UnpackedFiles(wanted, of: archive)
      }
      location = unpacked.path(of: entry)
      files = unpacked
    } else {
      files = nil
    }
    self.location = location
    if case .geoPackage(let address) = inner {
      format = .geoPackage(GeoPackageAddress(address, at: location))
    } else {
      format = inner
    }
  }

  /// The name of the layer: that of the file without folders and extension, or that of the layer of
  /// a GeoPackage.
  var layerName: String { format.layerName(of: location ?? path) }

  /// Finds the file of shapes in an archive: the one that is named, or the only one.
  private static func layer(
    of archive: Archive, named name: String?
  ) throws(BoundaryError) -> (entry: ArchiveEntry, layer: String?) {
    let visible = archive.entries.filter { !$0.isHidden }
    if let name {
      if let entry = archive.entries.first(where: { $0.name == name }) { return (entry, nil) }
      if let address = GeoPackageAddress(name), let layer = address.layer,
        let entry = archive.entries.first(where: { $0.name == address.file })
      {
        return (entry, layer)
      }
      throw .noLayer(
        path: archive.path, name: name, files: paths(layers(among: visible), of: archive))
    }
    let found = layers(among: visible)
    switch found.count {
    case 1: return (found[0], nil)
    case 0: throw .noLayer(path: archive.path, name: nil, files: visible.map(\.name))
    default: throw .severalLayers(path: archive.path, layers: paths(found, of: archive))
    }
  }

  /// Returns the files of shapes, in the order of the bytes of their paths.
  ///
  /// Files of the extension `.json` hold many things, and are shapes where nothing else is.
  private static func layers(among entries: [ArchiveEntry]) -> [ArchiveEntry] {
    let sorted = entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let names = [".shp", ".gpkg", ".geojson", ".ndjson", ".geojsonl", ".geojsons"]
    let layers = sorted.filter { entry in names.contains { entry.name.lowercased().hasSuffix($0) } }
    return layers.isEmpty ? sorted.filter { $0.name.lowercased().hasSuffix(".json") } : layers
  }

  private static func paths(_ entries: [ArchiveEntry], of archive: Archive) -> [String] {
    entries.map { archive.path(of: $0) }
  }

  private static func attempt<Value>(
    _ work: () throws(ArchiveError) -> Value
  ) throws(BoundaryError) -> Value {
    do { return try work() } catch { throw .archive(error) }
  }
}
