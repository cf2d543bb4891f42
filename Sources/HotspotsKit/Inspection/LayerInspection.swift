import Boundaries
import Geometry
import Projections
import Topology

/// What is in a layer of areas, and whether it is fit to use.
public struct LayerInspection: Sendable {
  /// The layer, in the coordinate system of the study.
  let layer: BoundaryLayer
  /// The number of areas in the file, including those outside the study area.
  public let areasInFile: Int
  /// The name of the file's own coordinate system, and its code if it has one.
  let ownSystem: (name: String, code: String?)
  /// The system in which the layer was measured.
  let system: (name: String, code: String)
  /// Why nothing can be measured in it; `nil` if it can.
  let unfitness: BoundaryInput.Unfitness?
  /// The size of each area in square metres; empty if nothing can be measured.
  let squareMetres: [Double]
  /// Overlaps and gaps; `nil` if nothing can be measured.
  let topology: LayerTopology?

  /// Examines a layer.
  ///
  /// - Throws: ``TopologyError``, ``ProjectionError``.
  init(_ index: Int, of input: BoundaryInput, gridFolders: [String]) throws {
    layer = input.layers[index]
    areasInFile = input.areaCounts[index]
    let own = try CoordinateSystem(
      layer.projection, in: ProjectionContext(gridFolders: gridFolders))
    ownSystem = (own.name, own.authorityCode)
    system = (input.crsName, input.crs)
    unfitness = input.unfitness
    let outlines = layer.outlines
    let isMeasured = input.unfitness == nil
    squareMetres = isMeasured ? (0..<outlines.areaCount).map { outlines.area(of: $0) } : []
    topology = isMeasured ? try LayerTopology(of: outlines) : nil
  }

  /// The file as it was named.
  public var path: String { layer.path }
  /// The name of the layer.
  public var name: String { layer.name }
  /// The number of areas in the study area.
  public var areas: Int { layer.areaCount }
  /// The field with the areas' codes.
  public var codeField: String { layer.codeField }
  /// The field with the areas' names; `nil` if the codes stand for them.
  public var nameField: String? { layer.nameField }
  /// The codes of the areas whose outlines break a rule.
  public var invalidCodes: [String] { invalidAreas.map { layer.codes[$0.area] } }
  /// The ground of all areas in square kilometres; `nil` if it cannot be measured.
  public var squareKilometres: Double? {
    isMeasured ? squareMetres.reduce(0, +) / 1e6 : nil
  }
  /// The pairs of areas that overlap; `nil` if lengths cannot be measured.
  public var overlaps: Int? { topology?.overlaps.count }
  /// The gaps between areas; `nil` if lengths cannot be measured.
  public var gaps: Int? { topology?.gaps.count }

  /// What people should know who want to use the layer.
  public var remarks: [InspectionRemark] {
    var remarks = layer.fileWarnings.map(InspectionRemark.boundaryFile)
    if let unfitness {
      remarks.append(
        .notMeasurable(
          system: system.name, place: unfitness.place, fault: unfitness.fault,
          local: unfitness.local))
    }
    if !invalidAreas.isEmpty { remarks.append(.invalidOutlines) }
    if let topology, !topology.overlaps.isEmpty { remarks.append(.overlaps) }
    if let topology, !topology.gaps.isEmpty {
      remarks.append(.gaps(areNarrow: topology.openings.isEmpty))
    }
    return remarks
  }
}

extension LayerInspection {
  /// The areas whose outlines break a rule.
  var invalidAreas: [InvalidArea] { layer.invalidAreas }

  /// Whether lengths in the system are those on the ground, so that sizes mean something.
  var isMeasured: Bool { unfitness == nil }

  /// The number of areas of several parts.
  var multipartAreas: Int {
    (0..<layer.areaCount).count { layer.outlines.polygons(of: $0).count > 1 }
  }

  /// The holes of all areas.
  var holes: Int { layer.outlines.ringCount - layer.outlines.polygonCount }

  /// The smallest and the largest area; the first in code order among equals.
  var extremes: (smallest: Int, largest: Int)? {
    guard let smallest = squareMetres.indices.min(by: { squareMetres[$0] < squareMetres[$1] }),
      let largest = squareMetres.indices.max(by: { squareMetres[$0] < squareMetres[$1] })
    else { return nil }
    return (smallest, largest)
  }

  /// The year of the areas if the code field tells it: 2011 for `LSOA11CD`.
  var vintage: Int? {
    let name = layer.codeField.lowercased()
    guard name.hasSuffix("cd") else { return nil }
    let digits = name.dropLast(2).suffix(2)
    guard digits.count == 2, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      let year = Int(digits)
    else { return nil }
    return 2000 + year
  }

  /// The overlaps that share most ground first.
  var worstOverlaps: [LayerTopology.Overlap] {
    (topology?.overlaps ?? []).sorted {
      ($1.area, $0.first, $0.second) < ($0.area, $1.first, $1.second)
    }
  }
}
