import HTTPWire
import Scharnier

/// Where a key's value lies.
typealias Place<Value> = any WritableKeyPath<Configuration, Value> & Sendable

/// The kinds of keys; each knows its place in the configuration, which also holds the default.
extension Key {
    static func text(_ name: String, _ place: Place<String>, _ de: String, _ en: String) -> Key {
        Key(name, .text, de, en) { value, configuration in
            guard case .text(let text) = value else { return false }
            configuration[keyPath: place] = text
            return true
        } read: {
            .text($0[keyPath: place])
        }
    }

    static func integer(
        _ name: String, _ place: Place<Int>, _ range: ClosedRange<Int>, _ de: String, _ en: String
    ) -> Key {
        Key(name, .integer(range), de, en) { value, configuration in
            guard case .integer(let number) = value else { return false }
            configuration[keyPath: place] = number
            return true
        } read: {
            .integer($0[keyPath: place])
        }
    }

    /// A duration in whole `unit`s, which the name says.
    static func time(
        _ name: String, _ place: Place<Duration>, _ range: ClosedRange<Int>, unit: Duration = .seconds(1),
        _ de: String, _ en: String
    ) -> Key {
        Key(name, .integer(range), de, en) { value, configuration in
            guard case .integer(let number) = value else { return false }
            configuration[keyPath: place] = unit * number
            return true
        } read: {
            .integer(Int($0[keyPath: place] / unit))
        }
    }

    /// A number of bytes in whole MiB, which the name says.
    static func mebibytes(
        _ name: String, _ place: Place<Int>, _ range: ClosedRange<Int>, _ de: String, _ en: String
    ) -> Key {
        Key(name, .integer(range), de, en) { value, configuration in
            guard case .integer(let number) = value else { return false }
            configuration[keyPath: place] = number << 20
            return true
        } read: {
            .integer($0[keyPath: place] >> 20)
        }
    }

    static func boolean(_ name: String, _ place: Place<Bool>, _ de: String, _ en: String) -> Key {
        Key(name, .boolean, de, en) { value, configuration in
            guard case .boolean(let answer) = value else { return false }
            configuration[keyPath: place] = answer
            return true
        } read: {
            .boolean($0[keyPath: place])
        }
    }

    static func list(_ name: String, _ place: Place<[String]>, _ de: String, _ en: String) -> Key {
        Key(name, .list, de, en) { value, configuration in
            guard case .list(let elements) = value else { return false }
            configuration[keyPath: place] = elements
            return true
        } read: {
            .list($0[keyPath: place])
        }
    }

    static func choice<Value>(_ name: String, _ place: Place<Value>, _ de: String, _ en: String) -> Key
    where Value: RawRepresentable<String> & CaseIterable & Sendable {
        Key(name, .choice(Value.allCases.map(\.rawValue)), de, en) { value, configuration in
            guard case .text(let word) = value, let choice = Value(rawValue: word) else { return false }
            configuration[keyPath: place] = choice
            return true
        } read: {
            .text($0[keyPath: place].rawValue)
        }
    }
}

/// Addresses to listen at.
extension Key {
    private static let endpointWording = Wording(
        "ADRESSE:PORT mit einer Adresse in Zahlen, etwa 127.0.0.1:8080 oder [::1]:8080",
        "ADDRESS:PORT with a numeric address, as 127.0.0.1:8080 or [::1]:8080")

    static func endpoint(_ name: String, _ place: Place<Endpoint>, _ de: String, _ en: String) -> Key {
        Key(name, .text, detail: endpointWording, de, en) { value, configuration in
            guard case .text(let text) = value, let endpoint = Endpoint(text) else { return false }
            configuration[keyPath: place] = endpoint
            return true
        } read: {
            .text($0[keyPath: place].description)
        }
    }

    /// An address that may be missing: the empty text.
    static func endpoint(_ name: String, _ place: Place<Endpoint?>, _ de: String, _ en: String) -> Key {
        Key(name, .text, detail: endpointWording, de, en) { value, configuration in
            guard case .text(let text) = value else { return false }
            let endpoint = Endpoint(text)
            guard endpoint != nil || text.isEmpty else { return false }
            configuration[keyPath: place] = endpoint
            return true
        } read: {
            .text($0[keyPath: place]?.description ?? "")
        }
    }
}

/// Whose pages may call.
extension Key {
    static func origins(_ name: String, _ de: String, _ en: String) -> Key {
        let wording = Wording(
            "eine Liste von Ursprüngen wie https://portal.example.org, klein geschrieben und ohne Pfad, oder nur \"*\"",
            "a list of origins as https://portal.example.org, in small letters and without a path, or only \"*\""
        )
        return Key(name, .list, detail: wording, de, en) { value, configuration in
            guard case .list(let texts) = value else { return false }
            do {
                configuration.crossOrigin = try CrossOrigin(reading: texts)
            } catch {
                return false
            }
            configuration.crossOriginTexts = texts
            return true
        } read: {
            .list($0.crossOriginTexts)
        }
    }
}

/// Whose word is believed.
extension Key {
    static func proxies(_ name: String, _ de: String, _ en: String) -> Key {
        let wording = Wording(
            "eine Liste von Adressen und Netzen wie 10.0.0.0/8, dazu das Wort unix",
            "a list of addresses and networks as 10.0.0.0/8, and the word unix")
        return Key(name, .list, detail: wording, de, en) { value, configuration in
            guard case .list(let texts) = value else { return false }
            do {
                configuration.trustedProxies = try TrustedProxies(reading: texts)
            } catch {
                return false
            }
            configuration.trustedProxyTexts = texts
            return true
        } read: {
            .list($0.trustedProxyTexts)
        }
    }
}
