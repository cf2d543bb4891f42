#include "FieldIndex.h"

#include "ByteMasks.h"

typedef uint64_t (*match64)(const uint8_t *bytes, uint8_t byte);

static inline __attribute__((always_inline)) int64_t index_fields(
    match64 match, const uint8_t *bytes, int64_t length, uint8_t newline, uint8_t delimiter,
    uint32_t *field_starts, uint32_t *row_starts) {
  int64_t field = 0;
  int64_t row = 0;
  for (int64_t base = 0; base < length; base += 64) {
    // Bound: 64 bytes beyond the length can be read; those beyond it are masked out.
    uint64_t newlines = match(bytes + base, newline);
    uint64_t separators = newlines | match(bytes + base, delimiter);
    if (length - base < 64) separators &= (UINT64_C(1) << (length - base)) - 1;
    // As many at once as 64 bytes usually have, wanted or not: a loop that ends here and there costs
    // more than the writing. Those that are not wanted are written over by the next.
    uint64_t rest = separators;
    int64_t place = field;
    for (int once = 0; once < HOTSPOTS_SEPARATORS_AT_ONCE; once++) {
      // Bound: there are at most `length` separators, and room for as many more as are written. Where
      // none is left the number is not wanted, whatever it is.
      uint32_t offset = (uint32_t)__builtin_ctzll(rest | UINT64_C(1) << 63);
      field_starts[++place] = (uint32_t)base + offset + 1;
      rest &= rest - 1;
    }
    while (rest != 0) {
      field_starts[++place] = (uint32_t)base + (uint32_t)__builtin_ctzll(rest) + 1;
      rest &= rest - 1;
    }
    for (uint64_t ends = newlines & separators; ends != 0; ends &= ends - 1) {
      uint64_t before = separators & (ends ^ (ends - 1));
      row_starts[++row] = (uint32_t)(field + __builtin_popcountll(before));
    }
    field += __builtin_popcountll(separators);
  }
  return row;
}

#if defined(__x86_64__)
#include <immintrin.h>

__attribute__((target("avx2"))) static inline uint64_t match64_avx2(const uint8_t *bytes,
                                                                    uint8_t byte) {
  __m256i wanted = _mm256_set1_epi8((char)byte);
  __m256i low = _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)bytes), wanted);
  __m256i high = _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)(bytes + 32)), wanted);
  uint64_t upper = (uint32_t)_mm256_movemask_epi8(high);
  return (uint32_t)_mm256_movemask_epi8(low) | upper << 32;
}

__attribute__((target("avx2,bmi,popcnt"))) static int64_t index_fields_avx2(
    const uint8_t *bytes, int64_t length, uint8_t newline, uint8_t delimiter,
    uint32_t *field_starts, uint32_t *row_starts) {
  return index_fields(match64_avx2, bytes, length, newline, delimiter, field_starts, row_starts);
}
#endif

int64_t hotspots_index_fields(const uint8_t *bytes, int64_t length, uint8_t newline,
                              uint8_t delimiter, uint32_t *field_starts, uint32_t *row_starts) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
      __builtin_cpu_supports("popcnt"))
    return index_fields_avx2(bytes, length, newline, delimiter, field_starts, row_starts);
#endif
  return index_fields(hotspots_match64, bytes, length, newline, delimiter, field_starts, row_starts);
}
