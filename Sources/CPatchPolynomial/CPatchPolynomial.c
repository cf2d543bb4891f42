#include "CPatchPolynomial.h"
