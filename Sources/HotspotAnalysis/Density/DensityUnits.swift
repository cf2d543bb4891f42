/// The units in which the densities of incidents are added: whole multiples of powers of two, so that a
/// sum is the same for any order and any split of the incidents.
///
/// An incident's *top* is the highest density that its kernel can give, *w* *K*(0) / (*h*² *e*). Tops are in
/// levels of eight octaves, and what an incident gives to a cell is rounded to a multiple of its level's
/// unit, which is at most 2^-43 of its top and more than 2^-51 of it. The levels follow from kernel and
/// bandwidth alone: a kernel that weighs from 1/16 to 8 times as much as one incident is in the level 0.
///
/// # How far a sum is off
///
/// Rounding adds at most half a unit, 2^-44 of its top, for each incident within reach of a cell. Let *T* be
/// the sum of these tops, so that the cell's value is off by 2^-44 *T* at most. What the incidents give lies
/// within two reaches *r* of the cell; if each leaves a share *s* of its kernel's volume, 1 / (*e* *h*²) times
/// *w*, on cells there, then the mean of these cells, and so the peak, is at least
///
///     s T h² / (K(0) π (2 r + c / √2)²)
///
/// on cells of width *c*. With *r* = *h* ≥ *c* and *K*(0) ≤ 4/π that is *T* *s* / 29.4. Of the Gaussian 0.99
/// of the volume lies within 3 *h*; with 12 *h* + *c* in each direction for 2 *r*, and *K*(0) = 1 / 2π, it is
/// *T* *s* / 101. An incident at a right-angled corner of the ground has a quarter of its kernel on it, and the
/// sampling of a kernel as narrow as a cell takes less than a third of that: *s* ≥ 1/6. So with a bandwidth
/// of at least a cell a value is within 606 · 2^-44 < 4e-11 of the peak of the surface over the ground on
/// which incidents lie. A kernel narrower than a cell may reach cells with its rim alone, far below its top:
/// there 2^-44 *T* holds. The uniform correction divides the value and its error by *e* at the cell.
package struct DensityUnits: Sendable, Equatable {
  /// The octaves of tops that share a unit.
  private static let octaves = 8
  /// How many octaves a level's unit lies below its lowest top.
  private static let depth = 43
  /// Beyond these powers of two no unit is used: tops below count as in the lowest level.
  private static let exponents = -900...900

  /// The power of two of the lowest top of level 0.
  let lowest: Int

  /// Creates the units of a kernel.
  ///
  /// - Parameters:
  ///   - kernel: The kernel.
  ///   - metres: The bandwidth, of adaptive ones the common one.
  package init(kernel: DensityKernel, bandwidth metres: Double) {
    lowest =
      Self.exponent(of: kernel.scale(bandwidth: metres) * kernel.height(bandwidth: metres)) - 4
  }

  /// Creates the units of a power of two.
  init(lowest: Int) { self.lowest = lowest }

  /// Returns the level of an incident by its top.
  func level(ofTop top: Double) -> Int {
    // Divided downwards.
    (Self.exponent(of: top) - lowest + 1000 * Self.octaves) / Self.octaves - 1000
  }

  /// Returns the unit of a level.
  func unit(ofLevel level: Int) -> Double {
    Double(sign: .plus, exponent: lowest + level * Self.octaves - Self.depth, significand: 1)
  }

  /// Returns whether densities up to a top can be added.
  static func covers(top: Double) -> Bool {
    top.isFinite && top.exponent < exponents.upperBound
  }

  private static func exponent(of top: Double) -> Int {
    min(max(Int(top.exponent), exponents.lowerBound), exponents.upperBound)
  }
}
