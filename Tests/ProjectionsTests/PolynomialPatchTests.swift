import Geometry
import Statistics
import Testing

@testable import Projections

@Suite("Polynomial patch")
struct PolynomialPatchTests {
  /// Returns c[ij] u^i v^j summed term by term, i + j <= 5.
  static func slowSum(_ terms: [[SIMD2<Double>]], u: Double, v: Double) -> SIMD2<Double> {
    var sum = SIMD2<Double>.zero
    var powerV = 1.0
    for row in terms {
      var powerU = 1.0
      for coefficient in row {
        sum += coefficient * (powerU * powerV)
        powerU *= u
      }
      powerV *= v
    }
    return sum
  }

  @Test("a polynomial of degree 5 is found again, term by term", arguments: 0..<20 as Range<UInt64>)
  func reproduces(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let terms = (0...5).map { row in
      (0...(5 - row)).map { _ in
        SIMD2(random.nextUnit() * 2 - 1, random.nextUnit() * 2 - 1)
      }
    }
    let nodes = PolynomialPatch.nodes
    var values: [SIMD2<Double>] = []
    for v in nodes {
      for u in nodes { values.append(Self.slowSum(terms, u: u, v: v)) }
    }
    let coefficients = PolynomialPatch.fit(values[...])
    #expect(coefficients.count == PolynomialPatch.termCount)
    for (found, given) in zip(coefficients, terms.flatMap { $0 }) {
      #expect(abs(found.x - given.x) < 1e-13 && abs(found.y - given.y) < 1e-13)
    }
    for _ in 0..<20 {
      let place = SIMD2(random.nextUnit() * 2 - 1, random.nextUnit() * 2 - 1)
      let fast = unsafe coefficients.withUnsafeBufferPointer { buffer -> SIMD2<Double> in
        guard let base = buffer.baseAddress else { return .zero }
        return unsafe PolynomialPatch.evaluate(base, at: place)
      }
      let slow = Self.slowSum(terms, u: place.x, v: place.y)
      #expect(abs(fast.x - slow.x) < 1e-13 && abs(fast.y - slow.y) < 1e-13)
    }
  }

  @Test("every position of a rectangle lies in the patch it is given to, edges included")
  func lattice() {
    let lattice = PatchLattice(
      box: Box(minX: -3, minY: 10, maxX: 4, maxY: 12), columns: 7, rows: 3)
    #expect(lattice.count == 21)
    #expect(lattice.someOfAll == [0, 3, 6, 7, 10, 13, 14, 17, 20])
    for patch in 0..<lattice.count {
      for (u, v) in [(-1.0, -1.0), (1, -1), (0, 0), (0.3, -0.7), (1, 1)] {
        let place = lattice.place(of: lattice.position(patch: patch, u: u, v: v), in: patch)
        #expect(abs(place.x - u) < 1e-12 && abs(place.y - v) < 1e-12)
      }
    }
    let first = lattice.place(of: SIMD2(-3, 10), in: 0)
    let last = lattice.place(of: SIMD2(4, 12), in: 20)
    #expect(first.x > -1 && first.y > -1 && last.x < 1 && last.y < 1)
  }
}
