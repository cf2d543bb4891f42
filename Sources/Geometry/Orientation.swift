/// Returns on which side of a directed line a point lies, exactly.
///
/// Positive when the point is to the left of the line from `a` to `b`, negative to the right, zero
/// when the three lie on one line. The floating-point answer is used where its error bound proves
/// the sign; otherwise the determinant is computed without rounding.
///
/// After Shewchuk (1997), https://doi.org/10.1007/PL00009321
///
/// - Parameters:
///   - ax: The line's first point, x.
///   - ay: The line's first point, y.
///   - bx: The line's second point, x.
///   - by: The line's second point, y.
///   - px: The point asked about, x.
///   - py: The point asked about, y.
/// - Returns: A number whose sign is the side; its size approximates twice the triangle's area.
/// - Complexity: O(1).
@inlinable
public func orientation(
  ax: Double, ay: Double, bx: Double, by: Double, px: Double, py: Double
) -> Double {
  let left = (bx - ax) * (py - ay)
  let right = (by - ay) * (px - ax)
  let determinant = left - right
  // The bound of Shewchuk's filter A, (3 + 16 u) u with u = 2^-53.
  let bound = 3.330_669_073_875_471_6e-16 * (abs(left) + abs(right))
  if determinant > bound || -determinant > bound { return determinant }
  return exactOrientation(ax: ax, ay: ay, bx: bx, by: by, px: px, py: py)
}

/// Returns the orientation determinant's sign from an expansion that holds it without rounding.
@usableFromInline
@inline(never)
func exactOrientation(
  ax: Double, ay: Double, bx: Double, by: Double, px: Double, py: Double
) -> Double {
  // ax(by - py) + bx(py - ay) + px(ay - by), as six products, each exact in two terms.
  var expansion: [Double] = []
  expansion.reserveCapacity(12)
  for (u, v) in [(ax, by), (-ax, py), (bx, py), (-bx, ay), (px, ay), (-px, by)] {
    let product = u * v
    let error = (-product).addingProduct(u, v)
    grow(&expansion, by: error)
    grow(&expansion, by: product)
  }
  // The terms do not overlap and grow in size, so the last that is not zero has the sum's sign.
  return expansion.last { $0 != 0 } ?? 0
}

/// Adds one number to an expansion without rounding (Shewchuk's Grow-Expansion).
func grow(_ expansion: inout [Double], by term: Double) {
  var carried = term
  for index in expansion.indices {
    let component = expansion[index]
    let sum = carried + component
    let virtual = sum - carried
    expansion[index] = (carried - (sum - virtual)) + (component - virtual)
    carried = sum
  }
  expansion.append(carried)
}
