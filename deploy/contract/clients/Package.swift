// swift-tools-version: 6.0
import PackageDescription

let package = Package(
    name: "Scenario",
    dependencies: [.package(path: "client")],
    targets: [
        .executableTarget(
            name: "Scenario", dependencies: [.product(name: "OpenAPIClient", package: "client")])
    ]
)
