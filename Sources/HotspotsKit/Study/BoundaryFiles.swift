/// The boundary files, one for each layer, and the areas that count.
///
///     var areas: BoundaryFiles = ["lsoa.shp", "wards.shp"]
///     areas.studyAreas = ["LAD22CD=E09000033"]
public struct BoundaryFiles: Sendable, ExpressibleByArrayLiteral {
  /// The files: polygon Shapefiles, GeoJSON or GeoPackages, or ZIP archives of one, as
  /// `FILE.zip:inside/wards.shp` if they hold several.
  public var paths: [String]
  /// The field with the areas' codes; detected if `nil`.
  public var codeField: String?
  /// The field with the areas' names; detected if `nil`.
  public var nameField: String?
  /// The areas that count: each `FIELD=VALUE`, or a file of polygons that contain them; all areas if
  /// empty.
  ///
  /// The text after the first `=` is one value. Of several, areas that any of them names count.
  public var studyAreas: [String] = []
  /// The field by whose values areas are merged before anything is counted, LSOAs to districts say;
  /// `nil` to leave them as they are.
  ///
  /// The value becomes the code of the merged area. The study area is chosen before. Layers without the
  /// field stay as they are.
  public var groupField: String?
  /// The maximum distance, in metres, at which an incident outside all areas is assigned to the
  /// nearest.
  public var snap = 0.0

  /// The fields of the files that results of areas keep beside codes and names; none by default.
  public var keptFields = KeptFields.none

  /// Whether a record that is no area is an error, instead of being left out with a warning.
  public var isStrict = false
  /// Whether the index of a Shapefile (`.shx`) that is missing or damaged is made again from the
  /// `.shp`, in memory.
  public var rebuildsIndex = false

  /// Creates a list of files whose fields are detected and whose areas all count.
  public init(_ paths: [String] = []) { self.paths = paths }

  /// Creates a list of files whose fields are detected and whose areas all count.
  public init(arrayLiteral paths: String...) { self.init(paths) }

  /// The study areas in words; `nil` if all areas count.
  var studyAreaWords: String? {
    studyAreas.isEmpty ? nil : studyAreas.joined(separator: " or ")
  }

  /// Requires exactly one layer.
  ///
  /// - Throws: ``InputError/noBoundaries``, ``InputError/severalLayers(_:)``.
  func requireOneLayer() throws(InputError) {
    if paths.isEmpty { throw .noBoundaries }
    if paths.count > 1 { throw .severalLayers(paths) }
  }
}
