/// The coordinate system of a study, and how coordinates are converted to it.
public struct CoordinateOptions: Sendable {
  /// The system of the study, projected and in metres, in any form that PROJ accepts; `nil` for
  /// that of the first layer.
  ///
  /// A layer that does not say what its coordinates mean, or says it in a way that PROJ cannot use, is
  /// taken for one in this system.
  public var crs: String?
  /// Whether the system of the study, where none is named, is a local one where that of the first
  /// layer cannot measure: the grid of the country, else a zone of the Universal Transverse Mercator
  /// grid.
  public var isLocal = false
  /// Additional folders with datum grids for PROJ.
  ///
  /// Nothing is ever fetched from the network.
  public var gridFolders: [String] = []
  /// Whether a conversion of unknown accuracy is accepted, which may be off by hundreds of metres.
  public var allowsBallpark = false
  /// Whether every point is converted with PROJ itself, which is slower, instead of an
  /// approximation that agrees to 0.01 mm.
  public var isExact = false

  /// Uses the system of the first layer and PROJ's own grids.
  public init() {}
}
