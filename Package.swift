// swift-tools-version: 6.2

import PackageDescription

/// One set of rules for every target: Swift 6 language mode, no warnings, no hidden imports.
let rules: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// The properties of Tests/Fuzz: ordinary tests over the kept corpus, or the program that looks for more of it.
///
/// The program needs libFuzzer, so that only deploy/fuzz.sh asks for it.
let isFuzzing = Context.environment["SCHARNIER_FUZZ"] != nil
let properties: [Target.Dependency] = ["HTTPWire", "JSON", "Scharnier", "ScharnierAPI"]
let fuzz: [Target] =
    isFuzzing
    ? [
        .systemLibrary(name: "CFuzzer", path: "Tests/Fuzz/CFuzzer"),
        .executableTarget(
            name: "Fuzz", dependencies: properties + ["CFuzzer"], path: "Tests/Fuzz",
            exclude: ["CFuzzer", "Corpus", "CorpusTests.swift"], swiftSettings: rules),
    ]
    : [
        .testTarget(
            name: "FuzzTests", dependencies: properties, path: "Tests/Fuzz",
            exclude: ["CFuzzer", "Corpus", "Driver"], swiftSettings: rules)
    ]

let package = Package(
    name: "scharnier",
    products: [.executable(name: "scharnier", targets: ["ScharnierCLI"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Systems: C libraries as Debian has them, and what Glibc's module lacks.
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CLinux", cSettings: [.define("_GNU_SOURCE")]),

        // Parts that know nothing of the city.
        .target(name: "JSON", swiftSettings: rules),
        .target(name: "Digest", dependencies: ["COpenSSL", "CZlib"], swiftSettings: rules),
        .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: rules),
        .target(name: "HTTPWire", swiftSettings: rules),
        .target(name: "HTTPServer", dependencies: ["HTTPWire", "CLinux"], swiftSettings: rules),

        // The product.
        .target(name: "Scharnier", swiftSettings: rules),
        .target(name: "ScharnierFiles", resources: [.embedInCode("Resources")], swiftSettings: rules),
        .target(
            name: "ScharnierStore",
            dependencies: ["Scharnier", "SQLite"],
            resources: [.embedInCode("Schema")],
            swiftSettings: rules
        ),
        .target(
            name: "ScharnierAPI",
            dependencies: ["Digest", "HTTPWire", "JSON", "Scharnier", "ScharnierFiles", logging],
            swiftSettings: rules
        ),
        .target(
            name: "ScharnierCity",
            dependencies: ["JSON", "Scharnier", "ScharnierAPI", "ScharnierFiles"],
            swiftSettings: rules
        ),
        .executableTarget(
            name: "ScharnierCLI",
            dependencies: [
                "CLinux", "Digest", "HTTPServer", "HTTPWire", "JSON", "Scharnier", "ScharnierAPI",
                "ScharnierCity",
                "ScharnierStore", "SQLite", arguments, logging,
            ],
            swiftSettings: rules
        ),

        // Tests.
        .target(
            name: "TestSupport",
            dependencies: [
                "Digest", "HTTPWire", "JSON", "SQLite", "Scharnier", "ScharnierAPI", "ScharnierCity",
                "ScharnierStore",
                logging,
            ],
            path: "Tests/TestSupport",
            swiftSettings: rules
        ),
        .testTarget(name: "JSONTests", dependencies: ["JSON"], swiftSettings: rules),
        .testTarget(name: "DigestTests", dependencies: ["Digest"], swiftSettings: rules),
        .testTarget(name: "SQLiteTests", dependencies: ["SQLite"], swiftSettings: rules),
        .testTarget(name: "HTTPWireTests", dependencies: ["HTTPWire"], swiftSettings: rules),
        .testTarget(
            name: "HTTPServerTests", dependencies: ["HTTPServer", "HTTPWire", "TestSupport"],
            swiftSettings: rules),
        .testTarget(name: "ScharnierTests", dependencies: ["Scharnier"], swiftSettings: rules),
        .testTarget(
            name: "ScharnierStoreTests",
            dependencies: ["CSQLite", "Scharnier", "ScharnierStore", "SQLite"],
            exclude: ["schema.sql"],
            swiftSettings: rules
        ),
        .testTarget(
            name: "ScharnierAPITests",
            dependencies: [
                "Digest", "HTTPWire", "JSON", "Scharnier", "ScharnierAPI", "ScharnierCity", "ScharnierStore",
                "TestSupport", "Yams",
            ],
            swiftSettings: rules
        ),
        .testTarget(
            name: "EndToEndTests", dependencies: ["JSON", "ScharnierCLI", "TestSupport"], swiftSettings: rules
        ),
    ] + fuzz
)
