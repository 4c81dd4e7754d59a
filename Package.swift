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

/// The commit that is built, for `scharnier version`: deploy/run.sh and the container's recipe set it.
///
/// Not asked from git here: SwiftPM keeps what this file said last time, and a wrong commit is worse than none.
let commit = (Context.environment["SCHARNIER_COMMIT"] ?? "").filter(\.isHexDigit).prefix(40)
let build: [CSetting] = commit.isEmpty ? [] : [.define("SCHARNIER_COMMIT", to: "\"\(commit)\"")]

let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// The properties of Tests/Fuzz: ordinary tests over the kept corpus, or the program that looks for more of it.
///
/// The program needs libFuzzer, so that only deploy/fuzz.sh asks for it.
let isFuzzing = Context.environment["SCHARNIER_FUZZ"] != nil
let properties: [Target.Dependency] = ["CSV", "HTTPWire", "JSON", "Scharnier", "ScharnierAPI"]
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

/// The program, and what runs it: `deploy/sanitize.sh thread parts` has no use for them, and no time.
let isPartial = Context.environment["SCHARNIER_PARTS"] != nil
let whole: Set = ["ScharnierCLI", "ScharnierBench", "EndToEndTests"]

/// How the program is linked for release: 19.0 MB instead of 20.2, at no cost.
///
/// The same machine code is kept once, and the relocations of a position-independent program are packed (glibc 2.36,
/// as in Debian 12, and later). lld comes with the toolchain; gold, the default, can do neither as well.
let compact: [LinkerSetting] = [
    .unsafeFlags(
        ["-use-ld=lld", "-Xlinker", "--icf=safe", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"],
        .when(configuration: .release))
]

let package = Package(
    name: "scharnier",
    products: isPartial ? [] : [.executable(name: "scharnier", targets: ["ScharnierCLI"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: ([
        // Systems: C libraries as Debian has them, and what Glibc's module lacks.
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
        // libstemmer comes without a pkg-config file; its module names the library.
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CBuild", cSettings: build),
        .target(name: "CPageSum", dependencies: ["CSQLite"]),
        .target(name: "CWords", dependencies: ["CSQLite"]),
        .target(name: "CFiles"),
        .target(name: "CLinux", cSettings: [.define("_GNU_SOURCE")]),

        // Parts that know nothing of the city.
        .target(name: "JSON", swiftSettings: rules),
        .target(name: "YAML", dependencies: ["JSON"], swiftSettings: rules),
        .target(name: "HTML", swiftSettings: rules),
        .target(name: "CSV", swiftSettings: rules),
        .target(name: "Digest", dependencies: ["COpenSSL", "CZlib"], swiftSettings: rules),
        .target(name: "Gzip", dependencies: ["CZlib"], swiftSettings: rules),
        .target(name: "SQLite", dependencies: ["CPageSum", "CSQLite", "CWords"], swiftSettings: rules),
        .target(name: "TLS", dependencies: ["CLinux", "COpenSSL"], swiftSettings: rules),
        .target(name: "Metrics", swiftSettings: rules),
        .target(
            name: "TextRank", dependencies: ["CStemmer"], resources: [.embedInCode("Language")],
            swiftSettings: rules),
        .target(name: "HTTPWire", swiftSettings: rules),
        .target(name: "HTTPServer", dependencies: ["CLinux", "HTTPWire", "TLS"], swiftSettings: rules),

        .target(name: "Allocation", swiftSettings: rules),

        // The product.
        .target(name: "Scharnier", dependencies: ["Allocation", "TextRank"], swiftSettings: rules),
        .target(
            name: "ScharnierFiles", dependencies: ["CFiles"], exclude: ["Resources"], swiftSettings: rules),
        .target(
            name: "ScharnierStore",
            dependencies: ["Digest", "JSON", "Scharnier", "SQLite"],
            resources: [.embedInCode("Schema")],
            swiftSettings: rules
        ),
        .target(
            name: "ScharnierAPI",
            dependencies: [
                "Allocation", "CSV", "Digest", "Gzip", "HTML", "HTTPWire", "JSON", "Scharnier",
                "ScharnierFiles", "YAML", logging,
            ],
            swiftSettings: rules
        ),
        .target(
            name: "ScharnierCity",
            dependencies: ["JSON", "Scharnier", "ScharnierAPI", "ScharnierFiles"],
            swiftSettings: rules
        ),
        .target(
            name: "ScharnierConfiguration",
            dependencies: ["HTTPServer", "HTTPWire", "JSON", "Scharnier", "ScharnierStore", "TLS"],
            swiftSettings: rules
        ),
        .executableTarget(
            name: "ScharnierCLI",
            dependencies: [
                "CBuild", "CLinux", "Digest", "HTTPServer", "HTTPWire", "JSON", "Metrics", "Scharnier",
                "ScharnierAPI",
                "ScharnierCity", "ScharnierConfiguration",
                "ScharnierStore", "SQLite", "TLS", "TextRank", arguments, logging,
            ],
            swiftSettings: rules,
            linkerSettings: compact
        ),

        // Development only: what operations cost.
        .executableTarget(
            name: "ScharnierBench",
            dependencies: [
                "Allocation", "AllocationCases", "Digest", "HTTPWire", "JSON", "MatchingCases", "SQLite",
                "Scharnier", "ScharnierAPI", "ScharnierCity", "ScharnierStore", "TextRank", arguments,
                logging,
            ],
            swiftSettings: rules
        ),

        // Tests.
        .target(name: "CSpawn", path: "Tests/CSpawn"),
        .target(
            name: "ChildProcesses", dependencies: ["CSpawn"], path: "Tests/ChildProcesses",
            swiftSettings: rules),
        .target(
            name: "TestSupport",
            dependencies: [
                "ChildProcesses", "Digest", "HTTPWire", "JSON", "SQLite", "Scharnier", "ScharnierAPI",
                "ScharnierCity",
                "ScharnierStore", "TLS",
                logging,
            ],
            path: "Tests/TestSupport",
            swiftSettings: rules
        ),
        .target(
            name: "AllocationCases", dependencies: ["Allocation"], path: "Tests/AllocationCases",
            swiftSettings: rules),
        .testTarget(
            name: "AllocationTests", dependencies: ["Allocation", "AllocationCases"], swiftSettings: rules),
        .testTarget(name: "JSONTests", dependencies: ["JSON"], swiftSettings: rules),
        .testTarget(name: "CSVTests", dependencies: ["CSV"], swiftSettings: rules),
        .testTarget(name: "YAMLTests", dependencies: ["JSON", "YAML"], swiftSettings: rules),
        .testTarget(name: "HTMLTests", dependencies: ["HTML"], swiftSettings: rules),
        .testTarget(name: "DigestTests", dependencies: ["Digest"], swiftSettings: rules),
        .testTarget(
            name: "SQLiteTests", dependencies: ["ChildProcesses", "SQLite"], swiftSettings: rules),
        .testTarget(
            name: "TLSTests", dependencies: ["COpenSSL", "TLS", "TestSupport"], swiftSettings: rules),
        .testTarget(name: "MetricsTests", dependencies: ["Metrics", "TestSupport"], swiftSettings: rules),
        .testTarget(name: "TextRankTests", dependencies: ["TextRank"], swiftSettings: rules),
        .testTarget(name: "HTTPWireTests", dependencies: ["HTTPWire"], swiftSettings: rules),
        .executableTarget(
            name: "ServerProbe", dependencies: ["HTTPServer", "HTTPWire"], path: "Tests/ServerProbe",
            swiftSettings: rules),
        .testTarget(
            name: "HTTPServerTests",
            dependencies: [
                "ChildProcesses", "HTTPServer", "HTTPWire", "ServerProbe", "TLS", "TestSupport",
            ],
            swiftSettings: rules),
        .target(
            name: "MatchingCases", dependencies: ["Scharnier", "TextRank"], path: "Tests/MatchingCases",
            swiftSettings: rules),
        .testTarget(
            name: "ScharnierTests", dependencies: ["Allocation", "MatchingCases", "Scharnier", "TextRank"],
            swiftSettings: rules),
        .testTarget(
            name: "ScharnierStoreTests",
            dependencies: [
                "CSQLite", "ChildProcesses", "Digest", "JSON", "Scharnier", "ScharnierStore", "SQLite",
            ],
            exclude: ["schema.sql"],
            swiftSettings: rules
        ),
        .testTarget(
            name: "ScharnierAPITests",
            dependencies: [
                "CSV", "Digest", "HTTPWire", "JSON", "Scharnier", "ScharnierAPI", "ScharnierCity",
                "ScharnierStore",
                "TestSupport", "Yams",
            ],
            exclude: ["AllocationPlans/Golden", "Suggestions/Golden"],
            swiftSettings: rules
        ),
        .testTarget(
            name: "ScharnierConfigurationTests",
            dependencies: ["HTTPServer", "JSON", "Scharnier", "ScharnierConfiguration", "ScharnierStore"],
            swiftSettings: rules
        ),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "ChildProcesses", "JSON", "SQLite", "ScharnierCLI", "ScharnierStore", "TLS", "TestSupport",
            ],
            swiftSettings: rules
        ),
    ] + fuzz).filter { !isPartial || !whole.contains($0.name) }
)
