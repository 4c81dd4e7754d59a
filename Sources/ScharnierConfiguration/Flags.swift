package import Scharnier

/// Keys on the command line: `--tls-min 1.3` or `--tls-min=1.3`.
package enum Flags {
    /// The keys that `arguments` set.
    ///
    /// A key that is true or false may stand alone, which means true.
    ///
    /// - Throws: ``FlagFault`` for what is no key.
    package static func read(_ arguments: [String]) throws(FlagFault) -> [(name: String, words: String)] {
        var rest = arguments[...]
        var flags: [(name: String, words: String)] = []
        while let argument = rest.popFirst() {
            let (flag, attached) = split(argument)
            guard let key = Key.all.first(where: { $0.flag == flag }) else { throw .unknown(argument) }
            guard !flags.contains(where: { $0.name == key.name }) else {
                throw FlagFault("\(flag) steht zweimal da.", "\(flag) is there twice.")
            }
            let words = if let attached { attached } else { try words(of: key, from: &rest) }
            flags.append((key.name, words))
        }
        return flags
    }

    private static func split(_ argument: String) -> (flag: String, words: String?) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 ? (String(parts[0]), String(parts[1])) : (argument, nil)
    }

    private static func words(of key: Key, from rest: inout ArraySlice<String>) throws(FlagFault) -> String {
        if let next = rest.first, !next.hasPrefix("--") {
            rest.removeFirst()
            return next
        }
        guard case .boolean = key.form else {
            throw FlagFault("\(key.flag) braucht einen Wert.", "\(key.flag) needs a value.")
        }
        return "true"
    }
}

/// What is wrong with the flags of a command line.
package struct FlagFault: Error, Hashable, Sendable {
    package let wording: Wording

    init(_ de: String, _ en: String) {
        wording = Wording(de, en)
    }

    static func unknown(_ argument: String) -> FlagFault {
        // What follows `=` may be a secret that was meant for elsewhere.
        let flag = argument.prefix { $0 != "=" }
        let nearest = NearestName.of(String(flag), among: Key.all.map(\.flag))
        return FlagFault(
            "\(flag) gibt es hier nicht" + (nearest.map { "; gemeint ist wohl \($0)." } ?? "."),
            "There is no \(flag) here" + (nearest.map { "; did you mean \($0)?" } ?? "."))
    }
}
