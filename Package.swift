// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "opx",
  products: [
    .executable(name: "opx", targets: ["opx"]),
    .library(name: "OpenPayments", targets: ["OpenPayments"]),
    .library(name: "OpenPaymentsSandbox", targets: ["OpenPaymentsSandbox"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", .upToNextMinor(from: "1.8.2")),
    .package(url: "https://github.com/apple/swift-crypto", .upToNextMinor(from: "4.5.2")),
    .package(url: "https://github.com/apple/swift-http-types", .upToNextMinor(from: "1.8.0"), traits: []),
    .package(url: "https://github.com/apple/swift-log", .upToNextMinor(from: "1.16.2")),
    .package(url: "https://github.com/apple/swift-nio", .upToNextMinor(from: "2.101.2")),
    .package(url: "https://github.com/apple/swift-nio-ssl", .upToNextMinor(from: "2.37.6")),
    .package(url: "https://github.com/groue/GRDB.swift", .upToNextMinor(from: "7.10.0")),
    .package(url: "https://github.com/hummingbird-project/hummingbird", .upToNextMinor(from: "2.28.1"), traits: []),
    .package(url: "https://github.com/jpsim/Yams", .upToNextMinor(from: "6.2.2")),
    .package(url: "https://github.com/swift-server/async-http-client", .upToNextMinor(from: "1.37.0")),
  ],
  targets: [
    .target(name: "JSONText", swiftSettings: strict),
    .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),
    .target(name: "CMalloc"),
    .target(name: "ChildPrograms", swiftSettings: strict),
    .target(
      name: "OpenPayments",
      dependencies: [
        "JSONText", "CZlib", crypto, cryptoExtras, logging, httpTypes, asyncHTTPClient, nioCore, nioHTTP1, nioPosix,
        nioSSL,
      ],
      swiftSettings: strict),
    .target(name: "PortalRules", swiftSettings: strict),
    .target(
      name: "PortalClient", dependencies: ["OpenPayments", "JSONText", crypto, httpTypes], swiftSettings: strict),
    .target(
      name: "OpenPaymentsSandbox",
      dependencies: [
        "JSONText", "PortalRules", httpTypes, hummingbirdCore, crypto, cryptoExtras, logging, nioCore, nioPosix,
      ],
      swiftSettings: strict),
    .target(
      name: "ExplorerStorage",
      dependencies: ["OpenPayments", "JSONText", "ChildPrograms", crypto, grdb, httpTypes, yams],
      swiftSettings: strict),
    .target(
      name: "ViewModels",
      dependencies: ["OpenPayments", "JSONText", "ExplorerStorage", "PortalClient", "PortalRules", httpTypes],
      swiftSettings: strict),
    .target(
      name: "ShippedThemes", path: "Themes",
      resources: [
        .embedInCode("dark.yaml"),
        .embedInCode("light.yaml"),
        .embedInCode("high-contrast.yaml"),
        .embedInCode("high-contrast-light.yaml"),
        .embedInCode("color-blind.yaml"),
        .embedInCode("color-blind-light.yaml"),
        .embedInCode("gruvbox-dark.yaml"),
        .embedInCode("gruvbox-light.yaml"),
        .embedInCode("nord.yaml"),
        .embedInCode("solarized-dark.yaml"),
        .embedInCode("solarized-light.yaml"),
        .embedInCode("terminal.yaml"),
        .embedInCode("monochrome.yaml"),
        .embedInCode("base16.yaml"),
      ],
      swiftSettings: strict),
    .target(name: "Terminal", swiftSettings: strict),
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CursesTerminal", dependencies: ["Terminal", "CNcurses", "ChildPrograms"], swiftSettings: strict),
    .target(
      name: "Screens",
      dependencies: ["ViewModels", "Terminal", "OpenPayments", "ExplorerStorage", "PortalClient", httpTypes],
      swiftSettings: strict),
    .executableTarget(
      name: "opx",
      dependencies: [
        "OpenPayments", "OpenPaymentsSandbox", "PortalClient", "JSONText", "ExplorerStorage", "ViewModels", "Screens",
        "ShippedThemes", "Terminal", "CursesTerminal", "ChildPrograms", "CMalloc", argumentParser,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["JSONText", "OpenPayments", "OpenPaymentsSandbox", "ExplorerStorage", argumentParser, httpTypes],
      swiftSettings: strict),
    .testTarget(
      name: "OpenPaymentsSandboxTests", dependencies: ["OpenPaymentsSandbox", "PortalRules", httpTypes, crypto],
      swiftSettings: strict),
    .testTarget(
      name: "PortalClientTests",
      dependencies: ["PortalClient", "OpenPayments", "JSONText", "OpenPaymentsSandbox", httpTypes],
      swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    .testTarget(name: "ChildProgramsTests", dependencies: ["ChildPrograms"], swiftSettings: strict),
    .testTarget(name: "JSONTextTests", dependencies: ["JSONText", "TestRandomness"], swiftSettings: strict),
    .testTarget(
      name: "OpenPaymentsTests",
      dependencies: [
        "OpenPayments", "OpenPaymentsSandbox", "JSONText", "CZlib", "TestRandomness", crypto, cryptoExtras, httpTypes,
        logging, nioCore, nioPosix, nioSSL,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ExplorerStorageTests",
      dependencies: ["ExplorerStorage", "OpenPayments", "OpenPaymentsSandbox", "TestRandomness", grdb, httpTypes],
      swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "opx", "OpenPayments", "OpenPaymentsSandbox", "ExplorerStorage", "ChildPrograms", "JSONText", "Screens",
        "TestRandomness", "ViewModels", argumentParser, httpTypes, nioCore, nioPosix, nioSSL,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "CursesTerminal", "TestRandomness"], swiftSettings: strict),
    .testTarget(
      name: "ViewModelsTests",
      dependencies: [
        "ViewModels", "OpenPayments", "ExplorerStorage", "JSONText", "PortalClient", "OpenPaymentsSandbox", httpTypes,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ScreensTests",
      dependencies: [
        "Screens", "ShippedThemes", "ViewModels", "Terminal", "OpenPayments", "ExplorerStorage", "PortalClient",
        "OpenPaymentsSandbox", crypto, httpTypes,
      ],
      exclude: ["Pages", "Routes", "Surroundings"], swiftSettings: strict),
    .target(name: "TestRandomness", path: "Tests/TestRandomness", swiftSettings: strict),
    .target(name: "TestThreads", path: "Tests/TestThreads", swiftSettings: strict),
    .target(
      name: "CTestTerminal", path: "Tests/CTestTerminal",
      linkerSettings: [.linkedLibrary("vterm"), .linkedLibrary("util")]),
    .target(
      name: "EndToEndSupport", dependencies: ["CTestTerminal"], path: "Tests/EndToEndSupport", swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["EndToEndSupport", "TestThreads", "opx", nioCore, nioPosix],
      swiftSettings: strict),
  ]
)
