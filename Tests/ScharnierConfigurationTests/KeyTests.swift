import HTTPServer
import Scharnier
import ScharnierConfiguration
import Testing

/// Every key works the same in all places where it can be written.
@Suite struct KeyTests {
    /// A value that fits a key and is not its default.
    static func other(_ key: Key) -> TOMLValue {
        switch key.form {
        case .integer(let range):
            .integer(key.fallback == .integer(range.upperBound) ? range.lowerBound : range.upperBound)
        case .boolean: .boolean(key.fallback == .boolean(false))
        case .choice(let words): .text(words.first { .text($0) != key.fallback } ?? "")
        case .list where key.name == "cors_origins": .list(["https://a.example", "https://b.example:444"])
        case .list: .list(["10.0.0.0/8", "fd00::/8"])
        case .text: key.name.hasSuffix("listen") ? .text("127.0.0.2:81") : .text("/other")
        }
    }

    static func words(_ value: TOMLValue) -> String {
        switch value {
        case .text(let text): text
        case .integer(let number): "\(number)"
        case .boolean(let answer): "\(answer)"
        case .list(let elements): elements.joined(separator: ",")
        }
    }

    static func line(_ key: Key, _ value: TOMLValue) -> String {
        switch value {
        case .text(let text): "\(key.name) = '\(text)'"
        case .list(let elements): "\(key.name) = [\(elements.map { "'\($0)'" }.joined(separator: ", "))]"
        case .integer, .boolean: "\(key.name) = \(words(value))"
        }
    }

    static func layers(
        file: String? = nil, environment: [String: String] = [:], flags: [String] = []
    ) throws -> Layers {
        var layers = Layers()
        layers.file = file.map {
            ConfigurationFile(name: "c.toml", bytes: Array($0.utf8), isReadableByAll: false)
        }
        layers.environment = environment
        layers.flags = try Flags.read(flags)
        return layers
    }

    /// What makes a large value of one key sensible: some limits bound others.
    private static let room = [
        "connections = 100_000", "head_bytes = 262_144", "body_bytes = 33_554_432",
    ]

    private static func room(without key: Key) -> String {
        room.filter { !$0.hasPrefix(key.name + " ") }.joined(separator: "\n") + "\n"
    }

    @Test func `names are unique, in snake case, and every key has reasons in both languages`() {
        #expect(Set(Key.all.map(\.name)).count == Key.all.count)
        for key in Key.all {
            #expect(key.name.allSatisfy { $0.isLowercase || $0 == "_" }, "\(key.name)")
            #expect(key.reason.de.count > 10 && key.reason.en.count > 10 && key.reason.de != key.reason.en)
        }
    }

    @Test(arguments: Key.all)
    func `a key works in the file, in the environment and as a flag`(key: Key) throws {
        let other = Self.other(key)
        let room = Self.room(without: key)
        let inFile = try Loaded(Self.layers(file: room + Self.line(key, other)))
        #expect(key.value(in: inFile.configuration) == other)
        let line = room.split(separator: "\n").count + 1
        #expect(inFile.origin(of: key) == .file("c.toml", line: line))
        let words = Self.words(other)
        let inEnvironment = try Loaded(Self.layers(file: room, environment: [key.variable: words]))
        #expect(key.value(in: inEnvironment.configuration) == other)
        #expect(inEnvironment.origin(of: key) == .environment(key.variable))
        for flags in [[key.flag, words], ["\(key.flag)=\(words)"]] {
            let asFlag = try Loaded(Self.layers(file: room, flags: flags))
            #expect(key.value(in: asFlag.configuration) == other)
            #expect(asFlag.origin(of: key) == .flag(key.flag))
        }
    }

    @Test(arguments: Key.all)
    func `a flag goes before the environment, that before the file, that before the default`(key: Key) throws
    {
        let (other, usual) = (Self.other(key), key.fallback)
        let room = Self.room(without: key)
        let fileOnly = try Loaded(Self.layers(file: room + Self.line(key, other)))
        #expect(key.value(in: fileOnly.configuration) == other)
        let both = try Loaded(
            Self.layers(file: room + Self.line(key, other), environment: [key.variable: Self.words(usual)]))
        #expect(key.value(in: both.configuration) == usual)
        let all = try Loaded(
            Self.layers(
                file: room + Self.line(key, usual), environment: [key.variable: Self.words(usual)],
                flags: ["\(key.flag)=\(Self.words(other))"]))
        #expect(key.value(in: all.configuration) == other)
        #expect(key.value(in: try Loaded(Layers()).configuration) == usual)
    }

    @Test(arguments: Key.all)
    func `a key changes nothing but its own value`(key: Key) throws {
        let room = Self.room(without: key)
        let before = try Loaded(Self.layers(file: room))
        let after = try Loaded(Self.layers(file: room + Self.line(key, Self.other(key))))
        #expect(after.keys(differingFrom: before).map(\.name) == [key.name])
    }

    @Test(arguments: Key.all)
    func `bounds are in, and one past them is out`(key: Key) throws {
        guard case .integer(let range) = key.form else { return }
        for value in [range.lowerBound, range.upperBound] {
            let room = "connections_per_address = 1\ntarget_bytes = 1_024\njson_string_bytes = 16_384\n"
            let others = room.split(separator: "\n").filter { !$0.hasPrefix(key.name + " ") }
            let more = Self.room(without: key).split(separator: "\n")
            let file = (others + more).joined(separator: "\n") + "\n\(key.name) = \(value)"
            let loaded = try Loaded(Self.layers(file: file))
            #expect(key.value(in: loaded.configuration) == .integer(value))
        }
        for value in [range.lowerBound - 1, range.upperBound + 1] {
            #expect(throws: ConfigurationFault.self) {
                try Loaded(Self.layers(file: "\(key.name) = \(value)"))
            }
        }
    }

    @Test func `the defaults are those of the parts, and safe`() throws {
        let configuration = try Loaded(Layers()).configuration
        #expect(configuration.listen.description == "127.0.0.1:8080")
        #expect(configuration.server.connections == ServerConfiguration().connections)
        #expect(!configuration.allowsPlaintext)
    }
}

extension Key: CustomTestStringConvertible {
    package var testDescription: String { name }
}
