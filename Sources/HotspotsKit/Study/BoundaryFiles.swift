/// The files of areas, one for each layer, and which of the areas count.
///
///     var areas: BoundaryFiles = ["lsoa.shp", "wards.shp"]
///     areas.studyArea = "LAD22CD=E09000033"
public struct BoundaryFiles: Sendable, ExpressibleByArrayLiteral {
  /// The files: polygon Shapefiles, GeoJSON or GeoPackages.
  public var paths: [String]
  /// The field with the areas' codes; detected where it is `nil`.
  public var codeField: String?
  /// The field with the areas' names; detected where it is `nil`.
  public var nameField: String?
  /// The areas that count: `FIELD=VALUE`, or a file of polygons that they lie in; all if `nil`.
  public var studyArea: String?
  /// How far outside all areas an incident may lie and still be given to the nearest, in metres.
  public var snap = 0.0

  /// Names files whose fields are detected and whose areas all count.
  public init(_ paths: [String] = []) { self.paths = paths }

  /// Names files whose fields are detected and whose areas all count.
  public init(arrayLiteral paths: String...) { self.init(paths) }
}
