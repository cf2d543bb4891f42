/// Which of 64 bytes equal a given byte, or lie inside quotes, as the bits of one word.
///
/// Swift has no operation that turns a vector comparison into a bit mask. The caller guarantees that 64
/// bytes can be read.
#ifndef HOTSPOTS_BYTE_MASKS_H
#define HOTSPOTS_BYTE_MASKS_H

#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>

static inline uint64_t hotspots_match16(const uint8_t *bytes, uint8_t byte) {
  __m128i block = _mm_loadu_si128((const __m128i *)bytes);
  return (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(block, _mm_set1_epi8((char)byte)));
}

/// Bit *i* of the result is set when `bytes[i] == byte`.
static inline uint64_t hotspots_match64(const uint8_t *bytes, uint8_t byte) {
  return hotspots_match16(bytes, byte) | hotspots_match16(bytes + 16, byte) << 16 |
         hotspots_match16(bytes + 32, byte) << 32 | hotspots_match16(bytes + 48, byte) << 48;
}

#else

/// Bit *i* of the result is set when `bytes[i] == byte`.
static inline uint64_t hotspots_match64(const uint8_t *bytes, uint8_t byte) {
  const uint64_t low = 0x7f7f7f7f7f7f7f7fULL;
  uint64_t mask = 0;
  for (int word = 0; word < 8; word++) {
    uint64_t v;
    memcpy(&v, bytes + 8 * word, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    v = __builtin_bswap64(v);
#endif
    v ^= byte * 0x0101010101010101ULL;
    // The high bit of each byte that is zero, then the eight high bits gathered into one byte.
    v = ~(((v & low) + low) | v | low);
    mask |= ((v >> 7) * 0x0102040810204080ULL >> 56) << (8 * word);
  }
  return mask;
}

#endif

/// Bit *i* of the result is set when an odd number of the bits up to *i* are: where quotes are bits, the
/// bytes inside them (Langdale & Lemire 2019, https://doi.org/10.1007/s00778-019-00578-5).
static inline uint64_t hotspots_running_parity(uint64_t bits) {
  for (int step = 1; step < 64; step *= 2) bits ^= bits << step;
  return bits;
}

#endif
