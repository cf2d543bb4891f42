/// Keeps the memory that a program frees for its next use, or gives it back.
///
/// Pages that are new to a process are cleared by the kernel, page by page.
#ifndef HOTSPOTS_FREED_MEMORY_H
#define HOTSPOTS_FREED_MEMORY_H

#include <malloc.h>

/// Keeps up to `bytes` at the end of each heap, and takes what is smaller than 32 MiB, the most that
/// the C library allows, from there.
static inline void hotspots_keep_freed_memory(int bytes) {
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, bytes);
}

/// Lets all threads allocate from one heap, so that what one stage frees is there for the next.
static inline void hotspots_use_one_heap(void) { mallopt(M_ARENA_MAX, 1); }

/// Gives freed memory back to the system, wherever in the heaps it lies.
static inline void hotspots_give_freed_memory_back(void) { malloc_trim(0); }

#endif
