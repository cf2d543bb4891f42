import Boundaries
import Geometry
import HotspotsKit
import Projections
import Topology

/// What is in a layer of areas.
struct BoundaryFacts: Sendable {
  /// The layer, in the coordinate system of the analysis.
  var layer: BoundaryLayer
  /// How many areas the file has, those outside the study area included.
  var areasInFile: Int
  /// The name of the file's own coordinate system, and its code where there is one.
  var ownSystem: (name: String, code: String?)
  /// The system in which the layer was measured.
  var system: (name: String, code: String)
  /// Why nothing can be measured in it; absent where it can.
  var unfitness: BoundaryInput.Unfitness?
  /// The size of each area in squared metres.
  var squareMetres: [Double]
  /// Overlaps and gaps; absent where nothing can be measured.
  var topology: LayerTopology?

  /// Looks at a layer.
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

  /// The areas whose outlines break a rule.
  var invalidAreas: [InvalidArea] { layer.invalidAreas }

  /// Whether lengths in the system are those on the ground, so that sizes mean something.
  var isMeasured: Bool { unfitness == nil }

  /// The areas of several parts.
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

  /// The year of the areas, where the code field tells it: 2011 for `LSOA11CD`.
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
