/// Where fields and rows begin in text without quotes.
///
/// In C because one function can be compiled here for two kinds of processor: with the instructions
/// of 2013 (AVX2, BMI, POPCNT) a search takes less, and a program built for any x86-64 may not use
/// them unasked.
#ifndef HOTSPOTS_FIELD_INDEX_H
#define HOTSPOTS_FIELD_INDEX_H

#include <stdint.h>

/// How many separators of 64 bytes are noted without counting them first.
enum { HOTSPOTS_SEPARATORS_AT_ONCE = 6 };

/// Notes where fields and rows begin, from the second on; returns how many rows end.
///
/// The caller guarantees that 64 bytes beyond `length` can be read, that `field_starts` has room for
/// one number more than there are bytes and for those noted at once, and `row_starts` for one more
/// than there are bytes.
int64_t hotspots_index_fields(const uint8_t *bytes, int64_t length, uint8_t newline,
                              uint8_t delimiter, uint32_t *field_starts, uint32_t *row_starts);

#endif
