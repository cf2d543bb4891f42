// The few lines of C of the project: what Swift has no operation for, inlined from the headers.
#include "ByteMasks.h"
#include "PatchPolynomial.h"
#include "Prefetch.h"
