import Glibc
import HTTPServer
import Scharnier
import ScharnierConfiguration

/// Where this process's configuration comes from; can be read again at any time.
struct ConfigurationSource: Sendable {
    let file: String?
    let flags: [(name: String, words: String)]
    let language: Language

    /// Reads and checks it.
    ///
    /// - Throws: ``CommandFault`` (78) with the place and the remedy.
    func load() throws(CommandFault) -> Loaded {
        var layers = Layers()
        layers.flags = flags
        layers.environment = try environment()
        do {
            layers.file = try file.map(configurationFile)
        } catch {
            throw CommandFault(.configuration, "\(error)", "\(error)", in: language)
        }
        do {
            return try Loaded(layers)
        } catch {
            throw CommandFault(.configuration, error.wording, in: language)
        }
    }

    /// The environment of the process.
    ///
    /// - Throws: ``CommandFault`` (78) where the kernel does not tell it.
    func environment() throws(CommandFault) -> [String: String] {
        do {
            return try Environment.all()
        } catch {
            throw CommandFault(.configuration, "\(error)", "\(error)", in: language)
        }
    }

    /// The sockets that the supervisor hands over, if it does.
    ///
    /// - Throws: ``CommandFault`` (78) when it says so in a form that nobody can read.
    func activation() throws(CommandFault) -> SocketActivation {
        let environment = try environment()
        do {
            return try SocketActivation(process: getpid()) { environment[$0] }
        } catch {
            throw CommandFault(
                .configuration, "LISTEN_FDS ist unverständlich (\(error)).",
                "LISTEN_FDS is unreadable (\(error)).",
                in: language)
        }
    }

    private func configurationFile(_ path: String) throws(FileFault) -> ConfigurationFile {
        let file = try FileReading.read(path, atMost: TOMLReader.largestFile + 1)
        return ConfigurationFile(name: path, bytes: file.bytes, isReadableByAll: file.isReadableByAll)
    }
}
