/// A polynomial of two variables with two values, computed with both values in one register.
///
/// Swift's own vectors of two doubles are multiplied and added one number at a time, which made
/// this three times slower (18 ns a point against 5): the reason these lines are C.
#ifndef HOTSPOTS_PATCH_POLYNOMIAL_H
#define HOTSPOTS_PATCH_POLYNOMIAL_H

#include <string.h>

typedef double hotspots_pair __attribute__((ext_vector_type(2)));

static inline hotspots_pair hotspots_coefficient(const double *c, int term) {
  hotspots_pair pair;
  memcpy(&pair, c + 2 * term, sizeof pair);
  return pair;
}

/// Returns the two sums of c[ij] u^i v^j over i + j <= 5.
///
/// The caller guarantees 21 pairs at `c`: the powers 0 to 5 of u without v, 0 to 4 with v, 0 to 3
/// with its square and so on to its fifth power alone. Products and sums are rounded one by one on
/// every processor, so that all compute the same bits.
static inline hotspots_pair hotspots_patch_polynomial(const double *c, double u, double v) {
#pragma STDC FP_CONTRACT OFF
#define C(term) hotspots_coefficient(c, term)
  hotspots_pair uu = {u, u};
  hotspots_pair vv = {v, v};
  hotspots_pair row0 = C(0) + uu * (C(1) + uu * (C(2) + uu * (C(3) + uu * (C(4) + uu * C(5)))));
  hotspots_pair row1 = C(6) + uu * (C(7) + uu * (C(8) + uu * (C(9) + uu * C(10))));
  hotspots_pair row2 = C(11) + uu * (C(12) + uu * (C(13) + uu * C(14)));
  hotspots_pair row3 = C(15) + uu * (C(16) + uu * C(17));
  hotspots_pair row4 = C(18) + uu * C(19);
  return row0 + vv * (row1 + vv * (row2 + vv * (row3 + vv * (row4 + vv * C(20)))));
#undef C
}

#endif
