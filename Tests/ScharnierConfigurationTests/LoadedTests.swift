import Scharnier
import ScharnierConfiguration
import Testing

/// A mistake is told where it is, with the way to mend it.
@Suite struct LoadedTests {
    private func fault(
        file: String? = nil, environment: [String: String] = [:], flags: [String] = [], exposed: Bool = false
    ) throws -> ConfigurationFault? {
        var layers = try KeyTests.layers(file: file, environment: environment, flags: flags)
        if let file {
            layers.file = ConfigurationFile(name: "c.toml", bytes: Array(file.utf8), isReadableByAll: exposed)
        }
        do throws(ConfigurationFault) {
            _ = try Loaded(layers)
            return nil
        } catch {
            return error
        }
    }

    @Test func `an unknown key is told with its line and the nearest name`() throws {
        let fault = try fault(file: "# talk\n\nlog_levl = \"info\"")
        #expect(fault?.place == "c.toml:3")
        #expect(fault?.reason.de.contains("`log_level`") == true)
        #expect(fault?.reason.en.contains("did you mean `log_level`") == true)
        #expect(try self.fault(file: "zzzzzzzzzzzz = 1")?.reason.en.contains("did you mean") == false)
    }

    @Test(arguments: [
        ("connections = \"many\"", "c.toml:1"), ("connections = 0", "c.toml:1"), ("db = 5", "c.toml:1"),
        ("\nhosts = \"a\"", "c.toml:2"), ("allow_plaintext = \"true\"", "c.toml:1"),
        ("log_level = \"loud\"", "c.toml:1"), ("listen = \"localhost:80\"", "c.toml:1"),
        ("listen = \"127.0.0.1:65536\"", "c.toml:1"), ("listen = \"127.0.0.256:1\"", "c.toml:1"),
        ("listen = \"\"", "c.toml:1"), ("listen = \"::1:80\"", "c.toml:1"),
        ("default_language = \"fr\"", "c.toml:1"),
    ])
    func `a value of another kind or out of range is told with its line`(file: String, place: String) throws {
        let fault = try fault(file: file)
        #expect(fault?.place == place)
        #expect(fault?.wording.en.contains("expected is") == true)
    }

    @Test func `a wrong value in the environment or a flag is told with its name`() throws {
        #expect(try fault(environment: ["SCHARNIER_CONNECTIONS": "x"])?.place == "SCHARNIER_CONNECTIONS")
        #expect(
            try fault(environment: ["SCHARNIER_ALLOW_PLAINTEXT": "1"])?.place == "SCHARNIER_ALLOW_PLAINTEXT")
        #expect(try fault(flags: ["--head-bytes", "1"])?.place == "--head-bytes")
    }

    @Test func `a mistake is told even where another layer overrides it`() throws {
        #expect(try fault(file: "connections = 0", flags: ["--connections", "100"])?.place == "c.toml:1")
    }

    @Test func `the control socket lies beside the database, unless told or too long`() throws {
        func path(_ file: String) throws -> String? {
            try Loaded(KeyTests.layers(file: file)).configuration.controlPath
        }
        #expect(try path("db = \"/srv/city.sqlite\"") == "/srv/city.sqlite.control.sock")
        #expect(try path("db = \"/srv/city.sqlite\"\ncontrol_socket = \"/run/c\"") == "/run/c")
        // 107 bytes are what sun_path holds before its zero; the name beside the database takes 13 of them.
        let longest = String(repeating: "d", count: 94)
        #expect(try path("db = \"\(longest)\"") == longest + ".control.sock")
        #expect(try path("db = \"\(longest)d\"") == nil)
        let named = String(repeating: "s", count: 107)
        #expect(try path("control_socket = \"\(named)\"") == named)
        #expect(try fault(file: "control_socket = \"\(named)s\"")?.place == "c.toml:1")
    }

    @Test func `a variable that sets nothing is noted, not refused`() throws {
        let loaded = try Loaded(
            KeyTests.layers(environment: [
                "SCHARNIER_PORT": "tcp://10.0.0.1:80", "HOME": "/", "SCHARNIER_DB": "x",
            ]))
        #expect(loaded.unknownVariables == ["SCHARNIER_PORT"])
    }

    @Test(arguments: ["--bogus", "-x", "word", "--connectoins", "--set", "--db=a"])
    func `what is no flag, or is there twice, is refused`(flag: String) {
        #expect(throws: FlagFault.self) { try Flags.read(["--db", "a", flag, "1"]) }
    }

    @Test func `a flag without a value is refused unless it is a yes or no`() throws {
        #expect(throws: FlagFault.self) { try Flags.read(["--db"]) }
        #expect(throws: FlagFault.self) { try Flags.read(["--db", "--allow-plaintext"]) }
        let flags = try Flags.read(["--allow-plaintext", "--hosts", "a, b"])
        #expect(flags.map(\.name) == ["allow_plaintext", "hosts"])
        #expect(flags.map(\.words) == ["true", "a, b"])
    }

    @Test func `an unknown flag is named with the nearest one, and not with its value`() {
        do throws(FlagFault) {
            _ = try Flags.read(["--log-levl=secret"])
            Issue.record("taken")
        } catch {
            #expect(error.wording.en.contains("--log-level"))
            #expect(!error.wording.en.contains("secret"))
        }
    }

    @Test(arguments: ["0.0.0.0:8080", "[::]:8080", "192.0.2.1:80", "128.0.0.1:80", "[::2]:80"])
    func `plain text leaves the machine only where somebody said so`(address: String) throws {
        for name in ["listen", "metrics_listen"] {
            #expect(try fault(file: "\n\(name) = \"\(address)\"")?.place == "c.toml:2")
            #expect(try fault(file: "\(name) = \"\(address)\"\nallow_plaintext = true") == nil)
        }
    }

    @Test func `an encrypted listener may be anywhere, the metrics stay`() throws {
        let pair = "tls_cert = \"a.crt\"\ntls_key = \"a.key\"\n"
        #expect(try fault(file: pair + "listen = \"0.0.0.0:443\"") == nil)
        #expect(try fault(file: "tls_cert = \"a.crt\"\nlisten = \"0.0.0.0:443\"")?.place == "c.toml:2")
        #expect(try fault(file: pair + "metrics_listen = \"0.0.0.0:9090\"")?.place == "c.toml:3")
    }

    @Test(arguments: ["127.0.0.1:0", "127.9.9.9:80", "[::1]:8080"])
    func `loopback needs no word`(address: String) throws {
        #expect(try fault(file: "listen = \"\(address)\"") == nil)
    }

    @Test(arguments: [
        "target_bytes = 20_000", "connections = 100", "json_string_bytes = 100_000\nbody_bytes = 50_000",
    ])
    func `limits that contradict each other are refused`(file: String) throws {
        #expect(try fault(file: file) != nil)
    }

    @Test(arguments: [false, true])
    func `a secret in the file is refused and not repeated`(exposed: Bool) throws {
        let token = "scht_" + String(repeating: "Q", count: 36)
        for file in [
            "db = \"\(token)\"", "hosts = [\"a\", \"\(token)\"]", "db = \"-----BEGIN PRIVATE KEY-----\"",
        ] {
            let fault = try fault(file: file, exposed: exposed)
            #expect(fault?.place == "c.toml:1")
            #expect(fault?.wording.en.contains("file of its own") == true)
            #expect(fault?.wording.en.contains("replace") == exposed)
            #expect(fault?.wording.de.contains(token) == false && fault?.wording.en.contains(token) == false)
        }
    }
}
