// What Swift has no operation for, inlined from these headers.
#include "ByteMasks.h"
#include "PatchPolynomial.h"
#include "Prefetch.h"
