// Whoever imports this library sees the public types of these rooms too: keys of columns and hours,
// tables and their outlines, the values of choices.
@_exported public import Geometry
@_exported public import Incidents
@_exported public import Interchange
@_exported public import Tables
