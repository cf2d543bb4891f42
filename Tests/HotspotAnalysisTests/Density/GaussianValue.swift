import Glibc

/// The functions of the C library that oracles need.
enum GaussianValue {
  static func exponential(_ value: Double) -> Double { exp(value) }
  static func logarithm(_ value: Double) -> Double { log(value) }
}
