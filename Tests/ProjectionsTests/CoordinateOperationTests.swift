import Geometry
import TestSupport
import Testing

@testable import Projections

@Suite("Coordinate operation")
struct CoordinateOperationTests {
  /// Soho, London.
  let soho = Point(x: -0.1365, y: 51.5130)

  @Test("London is where PROJ's own program puts it")
  func oracle() throws {
    // echo "51.5130 -0.1365" | cs2cs -f %.6f EPSG:4326 EPSG:27700, PROJ 9.1.1 without grids
    let operation = try ProjectionPlan.choose(from: "EPSG:4326", to: "EPSG:27700").makeOperation()
    var x = [soho.x]
    var y = [soho.y]
    #expect(operation.transform(x: &x, y: &y) == 0)
    #expect(abs(x[0] - 529409.152) < 0.0005)
    #expect(abs(y[0] - 180987.426) < 0.0005)
  }
}
