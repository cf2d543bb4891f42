/// Where fields and rows begin in text without quotes.
///
/// In C because one function can be compiled here for several kinds of processor: with the
/// instructions of 2013 (AVX2, BMI, POPCNT) or of 2019 (AVX-512 with VBMI2) a search takes less, and a
/// program built for any x86-64 may not use them unasked.
#ifndef HOTSPOTS_FIELD_INDEX_H
#define HOTSPOTS_FIELD_INDEX_H

#include <stdint.h>

/// How many more numbers than there are separators may be written.
enum { HOTSPOTS_FIELDS_BEYOND = 64 };

/// Notes where fields and rows begin, from the second on; returns how many rows end.
///
/// The caller guarantees that 64 bytes beyond `length` can be read, that `field_starts` has room for
/// one number more than there are bytes and for those beyond, and `row_starts` for two more than
/// there are bytes.
int64_t hotspots_index_fields(const uint8_t *bytes, int64_t length, uint8_t newline,
                              uint8_t delimiter, uint32_t *field_starts, uint32_t *row_starts);

/// Returns how many ways of doing it this processor has: 1, 2 or 3, the last the fastest.
int hotspots_field_index_kinds(void);

/// Does it in one of these ways, from 0; for tests.
int64_t hotspots_index_fields_by(int kind, const uint8_t *bytes, int64_t length, uint8_t newline,
                                 uint8_t delimiter, uint32_t *field_starts, uint32_t *row_starts);

#endif
