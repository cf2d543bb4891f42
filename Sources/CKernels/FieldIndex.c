#include "FieldIndex.h"

#include "ByteMasks.h"

typedef uint64_t (*match64)(const uint8_t *bytes, uint8_t byte);

/// Returns which of the 64 bytes from a base on belong to the text.
static inline __attribute__((always_inline)) uint64_t valid_bytes(int64_t base, int64_t length) {
  return length - base < 64 ? (UINT64_C(1) << (length - base)) - 1 : ~UINT64_C(0);
}

/// Notes which fields begin rows, after the line ends of 64 bytes; returns how many rows end there.
static inline __attribute__((always_inline)) int64_t note_rows(
    uint64_t newlines, uint64_t separators, int64_t field, uint32_t *row_starts) {
  // The first, wanted or not: whether a row ends within 64 bytes is anyone's guess, and guessing wrong
  // costs more than the writing. One that is not wanted is written over by the next.
  uint64_t upTo = separators & (newlines ^ (newlines - 1));
  row_starts[1] = (uint32_t)(field + __builtin_popcountll(upTo));
  int64_t rows = newlines != 0;
  for (uint64_t ends = newlines & (newlines - 1); ends != 0; ends &= ends - 1) {
    upTo = separators & (ends ^ (ends - 1));
    row_starts[++rows] = (uint32_t)(field + __builtin_popcountll(upTo));
  }
  return rows;
}

static inline __attribute__((always_inline)) int64_t index_fields(
    match64 match, const uint8_t *bytes, int64_t length, uint8_t newline, uint8_t delimiter,
    uint32_t *field_starts, uint32_t *row_starts) {
  // As many separators as 64 bytes usually have.
  enum { AT_ONCE = 6 };
  int64_t field = 0;
  int64_t row = 0;
  for (int64_t base = 0; base < length; base += 64) {
    // Bound: 64 bytes beyond the length can be read; those beyond it are masked out.
    uint64_t valid = valid_bytes(base, length);
    uint64_t newlines = match(bytes + base, newline) & valid;
    uint64_t separators = newlines | (match(bytes + base, delimiter) & valid);
    // So many at once, wanted or not: a loop that ends here and there costs more than the writing.
    uint64_t rest = separators;
    int64_t place = field;
    for (int once = 0; once < AT_ONCE; once++) {
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
    row += note_rows(newlines, separators, field, row_starts + row);
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

#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vbmi2,bmi,popcnt")))

/// Notes sixteen places of separators behind a base, which stand in bytes.
AVX512 static inline void note_fields(__m128i places, __m512i base, uint32_t *field_starts) {
  _mm512_storeu_si512(field_starts, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(places)));
}

/// Moves the places of a mask's bits together, instead of taking one bit after the other.
AVX512 static int64_t index_fields_avx512(
    const uint8_t *bytes, int64_t length, uint8_t newline, uint8_t delimiter,
    uint32_t *field_starts, uint32_t *row_starts) {
  // Behind each byte: 1 to 64.
  uint8_t behind[64];
  for (int byte = 0; byte < 64; byte++) behind[byte] = (uint8_t)(byte + 1);
  const __m512i all = _mm512_loadu_si512(behind);
  const __m512i all_newlines = _mm512_set1_epi8((char)newline);
  const __m512i all_delimiters = _mm512_set1_epi8((char)delimiter);
  int64_t field = 0;
  int64_t row = 0;
  for (int64_t base = 0; base < length; base += 64) {
    // Bound: as in `index_fields`; up to 64 numbers are written behind those of the separators.
    uint64_t valid = valid_bytes(base, length);
    __m512i text = _mm512_loadu_si512(bytes + base);
    uint64_t newlines = _mm512_cmpeq_epi8_mask(text, all_newlines) & valid;
    uint64_t separators = newlines | (_mm512_cmpeq_epi8_mask(text, all_delimiters) & valid);
    int64_t count = __builtin_popcountll(separators);
    __m512i places = _mm512_maskz_compress_epi8(separators, all);
    __m512i start = _mm512_set1_epi32((int)base);
    note_fields(_mm512_castsi512_si128(places), start, field_starts + field + 1);
    if (count > 16) {
      note_fields(_mm512_extracti32x4_epi32(places, 1), start, field_starts + field + 17);
      note_fields(_mm512_extracti32x4_epi32(places, 2), start, field_starts + field + 33);
      note_fields(_mm512_extracti32x4_epi32(places, 3), start, field_starts + field + 49);
    }
    row += note_rows(newlines, separators, field, row_starts + row);
    field += count;
  }
  return row;
}
#endif

int hotspots_field_index_kinds(void) {
#if defined(__x86_64__)
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("bmi") ||
      !__builtin_cpu_supports("popcnt"))
    return 1;
  return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi2") ? 3 : 2;
#else
  return 1;
#endif
}

int64_t hotspots_index_fields_by(int kind, const uint8_t *bytes, int64_t length, uint8_t newline,
                                 uint8_t delimiter, uint32_t *field_starts, uint32_t *row_starts) {
#if defined(__x86_64__)
  if (kind == 2)
    return index_fields_avx512(bytes, length, newline, delimiter, field_starts, row_starts);
  if (kind == 1)
    return index_fields_avx2(bytes, length, newline, delimiter, field_starts, row_starts);
#endif
  return index_fields(hotspots_match64, bytes, length, newline, delimiter, field_starts, row_starts);
}

int64_t hotspots_index_fields(const uint8_t *bytes, int64_t length, uint8_t newline,
                              uint8_t delimiter, uint32_t *field_starts, uint32_t *row_starts) {
  return hotspots_index_fields_by(hotspots_field_index_kinds() - 1, bytes, length, newline, delimiter,
                                  field_starts, row_starts);
}
