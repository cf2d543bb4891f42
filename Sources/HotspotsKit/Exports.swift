// The public types of these modules come with the import of this one: keys of columns and hours,
// tables and outlines, the values of choices.
@_exported public import Geometry
@_exported public import HotspotAnalysis
@_exported public import Incidents
@_exported public import Interchange
@_exported public import Tables
