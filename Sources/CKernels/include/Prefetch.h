/// A request to bring memory near before it is used; Swift has none.
#ifndef HOTSPOTS_PREFETCH_H
#define HOTSPOTS_PREFETCH_H

/// Asks for the cache line at an address, which need not be readable.
static inline void hotspots_prefetch(const void *address) { __builtin_prefetch(address); }

#endif
