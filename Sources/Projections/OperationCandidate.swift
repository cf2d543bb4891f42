/// One way from a coordinate system to another, as PROJ describes it before making it.
package struct OperationCandidate: Sendable, Equatable {
  /// A grid of datum shifts that the operation uses.
  package struct Grid: Sendable, Hashable {
    /// The file's name in PROJ's collection.
    package let fileName: String
    /// Where the file lies on this machine; empty when it is not there.
    package let path: String
    /// Where PROJ's collection offers it; empty when it does not.
    package let address: String
    /// Whether the file is on this machine.
    package let isAvailable: Bool
  }

  /// PROJ's name: `Inverse of OSGB36 to WGS 84 (6) + British National Grid`.
  package let name: String
  /// How far a result may be off, in metres; `nil` if nobody said.
  package let accuracyMetres: Double?
  /// Whether the operation leaves out the change of datum.
  package let isBallpark: Bool
  /// Whether PROJ can run it here: every grid is there.
  package let isInstantiable: Bool
  /// The grids it uses.
  package let grids: [Grid]
  /// Where it may be used; `nil` if nobody said.
  package let areaOfUse: AreaOfUse?
}
