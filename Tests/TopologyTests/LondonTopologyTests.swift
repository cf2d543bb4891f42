import Geometry
import Shapefiles
import TestSupport
import Testing

@testable import Topology

/// What shapely 2.2.0 (GEOS 3.14.1) found.
///
///     g = numpy.asarray(geopandas.read_file(f).geometry.values)
///     tree = shapely.STRtree(g); a, b = tree.query(g); a, b = a[a < b], b[a < b]
///     shared = shapely.area(shapely.intersection(g[a], g[b]))
///     union = shapely.union_all(g)
///     filled = shapely.union_all([shapely.Polygon(p.exterior) for p in shapely.get_parts(union)])
///     invalid, (shared > 0.01).sum(), union.area, shapely.difference(filled, union).area
@Suite("Topology of London", .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct LondonTopologyTests {
  @Test("London's LSOAs are valid, do not overlap, and leave one gap the size of a coin")
  func lowerSuperOutputAreas() throws {
    let outlines = try outlines(of: "london-lsoa-2011")
    #expect(outlines.areaCount == 4835)
    let topology = try LayerTopology(of: outlines)
    #expect(topology.invalidAreas.isEmpty)
    #expect(topology.overlaps.isEmpty)
    #expect(abs(topology.unionArea - 1_573_503_769.555_165_5) < 1e-3)
    #expect(topology.gaps.count == 1)
    #expect(abs(topology.gapArea - 0.001_118_165) < 1e-6)
    #expect(topology.slivers == topology.gaps)
    #expect(topology.gaps.allSatisfy { $0.neighbours.count > 1 })
  }

  @Test("two of London's wards cross themselves, and nothing overlaps")
  func wards() throws {
    let topology = try LayerTopology(of: outlines(of: "london-wards-2014"))
    #expect(topology.invalidAreas.map(\.area) == [468, 477])
    #expect(topology.invalidAreas.allSatisfy { $0.fault == .edgesCross })
    // The edges cross twice within a few decimetres; which crossing comes first is GEOS's choice.
    for invalid in topology.invalidAreas {
      let place = try #require(invalid.location)
      #expect(abs(place.x - 524_859.1) < 1 && abs(place.y - 180_764.2) < 1)
    }
    #expect(topology.overlaps.isEmpty)
    #expect(topology.gaps.isEmpty)
    #expect(abs(topology.unionArea - 1_594_697_013.599_999) < 1e-3)
  }

  @Test("an area in another's hole leaves no gap at full resolution")
  func fullResolution() throws {
    let outlines = try outlines(of: "westminster-lsoa-2021-full")
    #expect(outlines.ringCount == outlines.polygonCount + 1)
    let topology = try LayerTopology(of: outlines)
    #expect(topology.invalidAreas.isEmpty && topology.overlaps.isEmpty && topology.gaps.isEmpty)
    #expect(abs(topology.unionArea - 22_027_993.253_897_797) < 1e-6)
  }

  /// Reads a layer whose holes follow their outer ring, as in these files.
  private func outlines(of name: String) throws -> OutlineTable {
    let rings = try Shapefile(reading: SharedData.path("realdata/boundaries/\(name).shp")).rings
    var outlines = OutlineTable()
    for record in 0..<rings.recordCount {
      var polygons: [[[Point]]] = []
      for ring in rings.rings(ofRecord: record) {
        let points = rings.vertices(ofRing: ring).map { Point(x: rings.x[$0], y: rings.y[$0]) }
        // Shapefiles turn outer rings clockwise.
        if signedRingArea(points) > 0, let last = polygons.indices.last {
          polygons[last].append(points)
        } else {
          polygons.append([points])
        }
      }
      outlines.appendArea(polygons)
    }
    return outlines
  }
}
