// swift-tools-version: 6.2

import PackageDescription

let swiftSettings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// Describes a C library of the system, reached through pkg-config.
func systemLibrary(_ name: String, pkgConfig: String, package: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

/// Describes a room of the program: a module whose sources lie in `Sources/<name>`.
func room(_ name: String, uses dependencies: [String] = []) -> Target {
  .target(
    name: name, dependencies: dependencies.map { .byName(name: $0) }, swiftSettings: swiftSettings)
}

/// Describes the tests of one room, in `Tests/<room>Tests`.
func tests(of name: String, uses dependencies: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: ([name, "TestSupport"] + dependencies).map { .byName(name: $0) },
    swiftSettings: swiftSettings)
}

/// Describes a program whose sources lie in `Sources/<name>`.
func program(
  _ name: String, uses dependencies: [String], linkerSettings: [LinkerSetting] = []
) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies.map { .byName(name: $0) }, swiftSettings: swiftSettings,
    linkerSettings: linkerSettings)
}

/// Puts the Swift libraries into the released program, which then starts in less time; the reasons are
/// in `docs/decisions/17-linked-swift.md`.
///
/// For a toolchain without static libraries or LLD, set HOTSPOTS_SWIFT_LIBRARIES to `shared`.
let linkedSwift: [LinkerSetting] =
  Context.environment["HOTSPOTS_SWIFT_LIBRARIES"] == "shared"
  ? []
  : [
    .unsafeFlags(
      // Only modules that are compiled for static libraries name the last two themselves.
      ["-static-stdlib", "-use-ld=lld", "-l_FoundationCShims", "-l_FoundationCollections"],
      .when(platforms: [.linux], configuration: .release))
  ]

let package = Package(
  name: "hotspots",
  products: [
    .library(name: "HotspotsKit", targets: ["HotspotsKit"]),
    .executable(name: "hotspots", targets: ["hotspots"]),
    .executable(name: "hotspots-bench", targets: ["hotspots-bench"]),
    .executable(name: "make-samples", targets: ["make-samples"]),
  ],
  targets: [
    // C libraries; each has one owner module.
    systemLibrary("CShapelib", pkgConfig: "shapelib", package: "libshp-dev"),
    systemLibrary("CPROJ", pkgConfig: "proj", package: "libproj-dev"),
    systemLibrary("CGEOS", pkgConfig: "geos", package: "libgeos-dev"),
    systemLibrary("CSQLite", pkgConfig: "sqlite3", package: "libsqlite3-dev"),
    systemLibrary("CZlib", pkgConfig: "zlib", package: "zlib1g-dev"),
    systemLibrary("CZip", pkgConfig: "libzip", package: "libzip-dev"),
    systemLibrary("CExpat", pkgConfig: "expat", package: "libexpat1-dev"),
    systemLibrary("CXLSXWriter", pkgConfig: "xlsxwriter", package: "libxlsxwriter-dev"),
    systemLibrary("CCrypto", pkgConfig: "libcrypto", package: "libssl-dev"),
    .target(name: "CKernels"),

    // Rooms; the arrows go one way, and are drawn in Sources/README.md.
    .target(
      name: "Geometry", swiftSettings: swiftSettings,
      // The exact orientation test uses the fused multiply-add of the C mathematics library.
      linkerSettings: [.linkedLibrary("m")]),
    room("Names"),
    room("Parts"),
    room("Statistics"),
    room("CommandLineKit", uses: ["Names"]),
    room("Shapefiles", uses: ["CShapelib", "Geometry"]),
    room("Projections", uses: ["CPROJ", "CKernels", "Parts", "Geometry"]),
    room("Topology", uses: ["CGEOS", "Geometry"]),
    room("Tables", uses: ["Geometry"]),
    room("GeoJSON", uses: ["CKernels"]),
    room("Archives", uses: ["CZip", "Names"]),
    room("Workbooks", uses: ["CExpat", "Archives", "Names"]),
    room("GeoPackages", uses: ["CSQLite", "Tables", "Names", "Geometry"]),
    room(
      "Boundaries",
      uses: [
        "CKernels", "Archives", "Shapefiles", "GeoJSON", "GeoPackages", "Topology", "Names",
        "Parts", "Geometry",
      ]),
    room(
      "Incidents",
      uses: [
        "CZlib", "CKernels", "Archives", "Workbooks", "GeoJSON", "GeoPackages", "Shapefiles",
        "Tables", "Names", "Parts", "Geometry",
      ]),
    room(
      "Assignment",
      uses: ["Incidents", "Boundaries", "Projections", "Tables", "Parts", "Geometry"]),
    room(
      "HotspotAnalysis",
      uses: ["CKernels", "Incidents", "Statistics", "Tables", "Parts", "Geometry"]),
    room("Cartography", uses: ["Tables", "Statistics", "Geometry"]),
    room("Interchange", uses: ["CCrypto", "Tables", "Geometry"]),
    room("WorkbookWriting", uses: ["CXLSXWriter", "Interchange", "Tables"]),
    room("Tasking", uses: ["Cartography", "Interchange", "Tables"]),
    room(
      "HotspotsKit",
      uses: [
        "Tasking", "Assignment", "HotspotAnalysis", "Cartography", "Interchange", "Boundaries",
        "Incidents", "GeoPackages", "GeoJSON", "Shapefiles", "Projections", "Statistics",
        "Tables", "Names", "Parts", "Geometry", "Topology", "WorkbookWriting",
      ]),
    room("SampleBorough", uses: ["Shapefiles", "Statistics", "Geometry"]),
    room(
      "Commands",
      uses: [
        "CommandLineKit", "HotspotsKit", "Tasking", "Cartography", "Interchange", "Incidents",
        "Boundaries", "Archives", "Workbooks", "Shapefiles", "GeoPackages", "Tables", "Names",
      ]),

    program(
      "hotspots", uses: ["CKernels", "Commands", "CommandLineKit"], linkerSettings: linkedSwift),
    program(
      "hotspots-bench",
      uses: [
        "HotspotsKit", "Assignment", "Incidents", "Boundaries", "Shapefiles", "Projections",
        "Interchange", "Tables", "Geometry", "HotspotAnalysis", "Statistics",
      ]),
    program("make-samples", uses: ["SampleBorough"]),

    .target(
      name: "TestSupport", dependencies: ["Geometry", "Statistics"], path: "Tests/TestSupport",
      swiftSettings: swiftSettings),
    .testTarget(
      name: "TestSupportTests", dependencies: ["TestSupport"], swiftSettings: swiftSettings),
    tests(of: "CKernels", uses: ["Statistics"]),
    tests(of: "Geometry", uses: ["Statistics"]),
    tests(of: "Names"),
    tests(of: "Parts", uses: ["Statistics"]),
    tests(of: "Statistics"),
    tests(of: "CommandLineKit"),
    tests(of: "Shapefiles", uses: ["Geometry", "Statistics"]),
    tests(of: "Projections", uses: ["CPROJ", "Statistics", "Geometry"]),
    tests(of: "Topology", uses: ["Shapefiles", "Statistics", "Geometry"]),
    tests(of: "GeoJSON", uses: ["Statistics"]),
    tests(of: "Archives"),
    tests(of: "Workbooks", uses: ["Archives"]),
    tests(of: "Tables", uses: ["Geometry"]),
    tests(
      of: "Boundaries",
      uses: ["GeoPackages", "Shapefiles", "Topology", "Names", "Statistics", "Tables", "Geometry"]),
    tests(
      of: "Incidents",
      uses: [
        "Archives", "Workbooks", "GeoJSON", "GeoPackages", "Names", "Parts", "Statistics", "Tables",
        "Geometry",
      ]),
    tests(
      of: "Assignment",
      uses: [
        "Incidents", "Boundaries", "Projections", "Topology", "Statistics", "Tables",
        "Geometry",
      ]),
    tests(
      of: "HotspotAnalysis",
      uses: ["Incidents", "Boundaries", "Topology", "Parts", "Tables", "Statistics", "Geometry"]),
    tests(of: "Cartography", uses: ["Boundaries", "Tables", "Statistics", "Geometry"]),
    tests(of: "Interchange", uses: ["Statistics", "Tables", "Geometry"]),
    tests(of: "WorkbookWriting", uses: ["Archives", "Workbooks", "Interchange", "Tables"]),
    tests(of: "GeoPackages", uses: ["Tables", "Statistics", "Geometry"]),
    tests(of: "Tasking", uses: ["Cartography", "Tables", "Geometry"]),
    tests(
      of: "HotspotsKit",
      uses: [
        "Tasking", "Cartography", "Interchange", "Assignment", "Boundaries", "GeoPackages",
        "HotspotAnalysis", "Incidents", "Parts", "Projections", "Statistics", "Tables", "Geometry",
      ]),
    tests(of: "SampleBorough", uses: ["Shapefiles", "Statistics", "Geometry"]),
    tests(
      of: "Commands",
      uses: [
        "CommandLineKit", "HotspotsKit", "Tasking", "Boundaries", "Cartography", "GeoPackages",
        "Incidents", "Interchange", "Archives", "Workbooks", "Shapefiles", "Tables", "Statistics",
        "Geometry",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
