import Geometry
import Testing

@testable import Projections

/// A position and the scale there.
///
/// Found without this program: lines of 100 m through the place in every direction, by the geodesic
/// of the system's ellipsoid (GeographicLib), projected with PROJ 9.5.1 and measured in the plane.
private struct Measured: Sendable, CustomTestStringConvertible {
  var crs: String
  var x: Double
  var y: Double
  var smallest: Double
  var largest: Double

  var testDescription: String { crs }

  init(_ crs: String, _ x: Double, _ y: Double, _ smallest: Double, _ largest: Double) {
    (self.crs, self.x, self.y, self.smallest, self.largest) = (crs, x, y, smallest, largest)
  }
}

@Suite("Scale on the ground")
struct ScaleGaugeTests {
  private func gauge(_ crs: String) throws -> ScaleGauge? {
    ScaleGauge(of: try CoordinateSystem(crs, in: ProjectionContext()))
  }

  @Test(
    "the scale is that of geodesics, whatever comes first and in which unit",
    arguments: [
      // London, in the national grid and in three that call themselves metric and are not.
      Measured("EPSG:27700", 530_478.178, 179_625.061, 0.99981, 0.99981),
      Measured("EPSG:3857", -13_358.339, 6_710_219.083, 1.603091, 1.607278),
      Measured("EPSG:3395", -13_358.339, 6_676_757.754, 1.603091, 1.603091),
      Measured("ESRI:102100", -13_358.339, 6_710_219.083, 1.603091, 1.607278),
      Measured("EPSG:4087", 0, 5_732_953.776, 1.000554, 1.603091),
      Measured("EPSG:3035", 3_620_859.89, 3_203_011.792, 0.998495, 1.001507),
      // Systems whose northing comes first.
      Measured("EPSG:2180", 637_253.161, 461_197.243, 0.999531, 0.999531),
      Measured("EPSG:31467", 3_500_000, 5_540_279.542, 1, 1),
      Measured("EPSG:2193", 1_685_360.462, 5_571_763.935, 0.99969, 0.99969),
      // Feet; grads from Paris; axes to the west and south.
      Measured("EPSG:2263", 984_250, 194_305.339, 0.999998, 0.999998),
      Measured("EPSG:27572", 769_035.284, 2_424_863.963, 1.000493, 1.000493),
      Measured("EPSG:5514", -703_105.69, -1_058_219.601, 0.999909, 0.999909),
      // Memphis, in its zone, in one far away, and by Albers' equal areas.
      Measured("EPSG:32615", 782_582.625, 3_888_530.991, 1.000584, 1.000584),
      Measured("EPSG:32610", 3_568_449.126, 4_429_865.891, 1.117797, 1.117797),
      Measured("EPSG:5070", 542_036.306, 1_355_106.55, 0.991472, 1.008601),
      // A pole, and the antimeridian.
      Measured("EPSG:3995", 0, 0, 0.972769, 0.972769),
      Measured("EPSG:3832", 3_339_581.384, -2_024_351.426, 1.051126, 1.051126),
    ])
  private func scale(of place: Measured) throws {
    let gauge = try #require(try gauge(place.crs))
    let scale = try #require(gauge.scales(at: [Point(x: place.x, y: place.y)])[0])
    #expect(abs(scale.smallest - place.smallest) < 2e-6)
    #expect(abs(scale.largest - place.largest) < 2e-6)
  }

  @Test("degrees have no scale, and what is no place has none")
  func none() throws {
    #expect(try gauge("EPSG:4326") == nil)
    let grid = try #require(try gauge("EPSG:27700"))
    let scales = grid.scales(at: [
      Point(x: 530_000, y: 180_000), Point(x: 1e8, y: 180_000), Point(x: 1e308, y: -1e308),
      Point(x: .nan, y: 0), Point(x: .infinity, y: 0),
    ])
    #expect(scales.map { $0 == nil } == [false, true, true, true, true])
    #expect(grid.scales(at: []).isEmpty)
  }

  @Test("the worst of two scales is the one farther from 1")
  func worst() {
    let albers = GroundScale(smallest: 0.98, largest: 1.01)
    #expect(albers.worst == 0.98 && abs(albers.distortion - 0.02) < 1e-12)
    #expect(abs(albers.arealDistortion - 0.0102) < 1e-12)
    #expect(GroundScale(smallest: 1.6, largest: 1.61).worst == 1.61)
  }
}
