package import Scharnier

/// One thing that can be set: declared once, usable as a flag, in the environment and in the file.
package struct Key: Sendable {
    /// As in the file: `tls_min`.
    package let name: String

    /// What values look like.
    package let form: Form

    /// What it is for, and why its default is what it is.
    package let reason: Wording

    /// What else is said about values that fit the form: `ADDRESS:PORT`.
    let detail: Wording?

    /// Whether SIGHUP applies a new value; else it takes a restart.
    package private(set) var isReloadable = false

    /// Whether it names a file with a secret, which `--print-config` does not show.
    package private(set) var isSecretFile = false

    private let assign: @Sendable (TOMLValue, inout Configuration) -> Bool
    private let read: @Sendable (Configuration) -> TOMLValue

    init(
        _ name: String, _ form: Form, detail: Wording? = nil, _ de: String, _ en: String,
        assign: @escaping @Sendable (TOMLValue, inout Configuration) -> Bool,
        read: @escaping @Sendable (Configuration) -> TOMLValue
    ) {
        self.name = name
        self.form = form
        self.detail = detail
        reason = Wording(de, en)
        self.assign = assign
        self.read = read
    }

    /// As on the command line: `--tls-min`.
    package var flag: String { "--" + name.replacing("_", with: "-") }

    /// As in the environment: `SCHARNIER_TLS_MIN`.
    package var variable: String { Self.variablePrefix + name.uppercased() }

    /// What the names of all variables begin with.
    package static let variablePrefix = "SCHARNIER_"

    /// What a configuration has for it.
    package func value(in configuration: Configuration) -> TOMLValue { read(configuration) }

    /// Its value where nobody sets one.
    package var fallback: TOMLValue { read(Configuration()) }

    /// Sets it; `false` when the value does not fit, which then changes nothing.
    func set(_ value: TOMLValue, in configuration: inout Configuration) -> Bool {
        form.accepts(value) && assign(value, &configuration)
    }

    /// What a value has to be.
    var expectation: Wording { detail ?? form.wording }

    /// The same, applied by SIGHUP.
    var reloadable: Key {
        var key = self
        key.isReloadable = true
        return key
    }

    /// The same, naming a file with a secret.
    var secretFile: Key {
        var key = self
        key.isSecretFile = true
        return key
    }

    /// The key of this name.
    package static func named(_ name: String) -> Key? { all.first { $0.name == name } }
}

extension String {
    fileprivate func replacing(_ old: Character, with new: Character) -> String {
        String(map { $0 == old ? new : $0 })
    }
}
