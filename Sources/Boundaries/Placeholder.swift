// Boundaries
