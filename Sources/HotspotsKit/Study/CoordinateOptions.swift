/// The coordinate system of a study, and how coordinates get there.
public struct CoordinateOptions: Sendable {
  /// The system of the study, projected and in metres, as PROJ takes it; `nil` for that of the
  /// first layer of areas.
  public var crs: String?
  /// Folders with more datum grids for PROJ.
  ///
  /// Nothing is ever fetched from the network.
  public var gridFolders: [String] = []
  /// Whether a conversion of unknown accuracy, which may be off by hundreds of metres, is accepted.
  public var allowsBallpark = false
  /// Whether every point is converted with PROJ itself, instead of an approximation proved to be
  /// within 0.01 mm of it; slower.
  public var isExact = false

  /// Takes the system of the areas and PROJ's own grids.
  public init() {}
}
