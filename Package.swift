// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
]

let package = Package(
  name: "courant",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Briefing", targets: ["Briefing"]),
    .executable(name: "courant", targets: ["courant"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .target(name: "Briefing", swiftSettings: strict),
    .target(name: "Canvas", swiftSettings: strict),
    .target(name: "Formats", dependencies: ["Briefing"], swiftSettings: strict),
    .target(name: "System", dependencies: ["CSystem"], swiftSettings: strict),
    .target(
      name: "Newsdesk", dependencies: ["Briefing", "CCurl", "Catalog", "Formats", "System"], swiftSettings: strict),
    .target(
      name: "Catalog",
      dependencies: [
        "Briefing", "CQueue", "System", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(name: "Reader", dependencies: ["Briefing", "Canvas"], swiftSettings: strict),
    .systemLibrary(name: "CNcurses"),
    // Loads libcurl when it is first needed, so that it is not linked.
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(name: "CQueue"),
    .target(name: "CSystem"),
    // Leaves ICU's data out of a program that is linked statically.
    .target(name: "CNoLocales"),
    // Says the commit that it was built from, which the Makefile passes on.
    .target(
      name: "CVersion",
      cSettings: Context.environment["COURANT_COMMIT"].map { [.define("COURANT_COMMIT", to: "\"\($0)\"")] } ?? []),
    .target(
      name: "Terminal", dependencies: ["Canvas", "CNcurses", "System"], swiftSettings: strict,
      // Not in the module map, because the library has another name on macOS.
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("tinfo", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),
    .executableTarget(
      name: "courant",
      dependencies: [
        "Briefing", "CNoLocales", "CVersion", "Canvas", "Catalog", "Formats", "Newsdesk", "Reader", "System",
        "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "train-boundary", path: "Tools/TrainBoundary",
      exclude: ["briefings.tsv", "briefings-latin.tsv", "briefings-other-scripts.tsv", "lexicon.tsv"],
      swiftSettings: strict),
    .executableTarget(
      name: "bench-parser", dependencies: ["Briefing"], path: "Tools/BenchParser", swiftSettings: strict),
    .executableTarget(
      name: "format-cases", dependencies: ["Briefing", "Formats"], path: "Tools/FormatCases", swiftSettings: strict),
    .executableTarget(
      name: "bench-catalog", dependencies: ["Briefing", "Catalog"], path: "Tools/BenchCatalog", swiftSettings: strict),
    .executableTarget(
      name: "catalog-hand", dependencies: ["Briefing", "Catalog", .product(name: "GRDB", package: "GRDB.swift")],
      path: "Tools/CatalogHand", swiftSettings: strict),
    .executableTarget(
      name: "bench-reader", dependencies: ["Briefing", "Canvas", "Reader"], path: "Tools/BenchReader",
      swiftSettings: strict),
    .executableTarget(
      name: "bench-text", dependencies: ["Canvas"], path: "Tools/BenchText", swiftSettings: strict),
    .target(name: "Samples", dependencies: ["Briefing"], path: "Tests/Samples", swiftSettings: strict),
    .testTarget(
      name: "BriefingTests", dependencies: ["Briefing", "Samples"], exclude: ["Corpus", "Boundary/briefings.tsv"],
      swiftSettings: strict),
    .testTarget(
      name: "CanvasTests", dependencies: ["Canvas", "Samples"], exclude: ["BreakCases.txt"], swiftSettings: strict),
    .testTarget(
      name: "CatalogTests",
      dependencies: ["Catalog", "Briefing", "Samples", "System", .product(name: "GRDB", package: "GRDB.swift")],
      exclude: ["Forms"],
      swiftSettings: strict),
    .testTarget(
      name: "FormatsTests", dependencies: ["Formats", "Briefing", "Samples"], exclude: ["FirstForm"],
      swiftSettings: strict),
    .testTarget(
      name: "NewsdeskTests",
      dependencies: ["Newsdesk", "Briefing", "Catalog", "Formats", "Samples", "SiteSupport", "System"],
      exclude: ["Server"], swiftSettings: strict),
    .testTarget(name: "SystemTests", dependencies: ["System"], swiftSettings: strict),
    .target(
      name: "Scenes", dependencies: ["Reader", "Briefing", "Canvas", "Samples"], path: "Tests/Scenes",
      swiftSettings: strict),
    .testTarget(
      name: "ReaderTests", dependencies: ["Reader", "Briefing", "Canvas", "Scenes", "Samples"], exclude: ["Golden"],
      swiftSettings: strict),
    .target(
      name: "SiteSupport", dependencies: ["CSystem"], path: "Tests/SiteSupport", exclude: ["site.py"],
      swiftSettings: strict),
    .target(
      name: "AccountServer", dependencies: ["SiteSupport"], path: "Tests/AccountServer",
      exclude: ["greader.py", "shelf.py", "deviations.py", "faults.py"], swiftSettings: strict),
    .target(
      name: "TmuxSupport", dependencies: ["CSystem"], path: "Tests/TmuxSupport", exclude: ["starve.c"],
      swiftSettings: strict),
    .executableTarget(
      name: "scene-painter", dependencies: ["Terminal", "Canvas", "Scenes", "System"], path: "Tests/ScenePainter",
      swiftSettings: strict),
    .testTarget(
      name: "TerminalTests",
      dependencies: [
        "Terminal", "Canvas", "Reader", "Briefing", "Scenes", "System", "TmuxSupport", "CNcurses", "CSystem",
        "scene-painter", "courant",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CourantTests",
      dependencies: [
        "AccountServer", "courant", "catalog-hand", "Briefing", "Catalog", "Formats", "Newsdesk", "Reader", "Samples",
        "Scenes", "SiteSupport", "System", "TmuxSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "FuzzTests",
      dependencies: ["Briefing", "Canvas", "Catalog", "Formats", "Reader", "System", "Terminal", "courant"],
      exclude: [
        "README.md", "Corpus", "Driver", "story.dict", "keys.dict", "address.dict", "config.dict", "json.dict",
        "page.dict",
      ],
      swiftSettings: strict),
    .testTarget(name: "ProjectTests", swiftSettings: strict),
  ]
)
