// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "Examples",
  dependencies: [.package(name: "hotspots", path: "..")],
  targets: [
    .executableTarget(
      name: "counts", dependencies: [.product(name: "HotspotsKit", package: "hotspots")]),
    .executableTarget(
      name: "density", dependencies: [.product(name: "HotspotsKit", package: "hotspots")]),
    .executableTarget(
      name: "hours", dependencies: [.product(name: "HotspotsKit", package: "hotspots")]),
    .executableTarget(
      name: "pack", dependencies: [.product(name: "HotspotsKit", package: "hotspots")]),
    .executableTarget(
      name: "query", dependencies: [.product(name: "HotspotsKit", package: "hotspots")]),
  ],
  swiftLanguageModes: [.v6]
)
