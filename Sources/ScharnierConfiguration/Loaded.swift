import Scharnier

/// A configuration that is known to be right, and where each of its values comes from.
package struct Loaded: Sendable {
    package private(set) var configuration = Configuration()
    private var origins: [String: Origin] = [:]

    /// Variables that begin like ours and are none: often mistyped, but some are set by container systems.
    package private(set) var unknownVariables: [String] = []

    /// Reads all layers: a flag goes before the environment, that before the file, that before the default.
    ///
    /// Everything is checked, also what another layer overrides: a mistake is told where it is.
    ///
    /// - Throws: ``ConfigurationFault`` for the first mistake.
    package init(_ layers: Layers) throws(ConfigurationFault) {
        if let file = layers.file { try read(file) }
        try read(layers.environment)
        for (name, words) in layers.flags {
            guard let key = Key.named(name) else { throw .unknownKey(name, at: "--" + name) }
            try set(key, key.form.value(of: words), .flag(key.flag))
        }
        try checkTogether()
    }

    /// Where the value of a key comes from.
    package func origin(of key: Key) -> Origin { origins[key.name] ?? .fallback }

    /// The keys whose values differ from those of another configuration.
    package func keys(differingFrom other: Loaded) -> [Key] {
        Key.all.filter { $0.value(in: configuration) != $0.value(in: other.configuration) }
    }

    private mutating func read(_ file: ConfigurationFile) throws(ConfigurationFault) {
        let entries: [TOMLEntry]
        do {
            entries = try TOMLReader.entries(of: file.bytes)
        } catch {
            throw ConfigurationFault("\(file.name):\(error.line)", error.reason.de, error.reason.en)
        }
        for entry in entries {
            let origin = Origin.file(file.name, line: entry.line)
            guard let key = Key.named(entry.key) else {
                throw .unknownKey(entry.key, at: origin.description)
            }
            try Secrets.refuse(in: entry, of: file, at: origin.description)
            try set(key, entry.value, origin)
        }
    }

    private mutating func read(_ environment: [String: String]) throws(ConfigurationFault) {
        let known = Dictionary(Key.all.map { ($0.variable, $0) }) { first, _ in first }
        let named = environment.keys.filter { $0.hasPrefix(Key.variablePrefix) }.sorted()
        for variable in named {
            guard let key = known[variable], let words = environment[variable] else {
                unknownVariables.append(variable)
                continue
            }
            try set(key, key.form.value(of: words), .environment(variable))
        }
    }

    private mutating func set(_ key: Key, _ value: TOMLValue?, _ origin: Origin) throws(ConfigurationFault) {
        guard let value, key.set(value, in: &configuration) else {
            throw .unfit(key, at: origin.description)
        }
        origins[key.name] = origin
    }
}
