import Scharnier
import TestSupport

/// A column of the role matrix: somebody who calls.
struct MatrixCaller: Sendable {
    /// A name of ``Application/City/secrets``; without one the public.
    let name: String?
    let role: Role

    /// The columns, in their order.
    ///
    /// The carrier is whose records are asked for, the stranger is another one; the
    /// officer is in charge of the Nordmarkt.
    static let all = [
        MatrixCaller(name: nil, role: .public), MatrixCaller(name: "carrier", role: .carrier),
        MatrixCaller(name: "stranger", role: .carrier), MatrixCaller(name: "foundation", role: .foundation),
        MatrixCaller(name: "company", role: .company), MatrixCaller(name: "network", role: .network),
        MatrixCaller(name: "portal", role: .portal), MatrixCaller(name: "officer", role: .areaOfficer),
        MatrixCaller(name: "city", role: .cityAdmin), MatrixCaller(name: "reader", role: .cityReader),
        MatrixCaller(name: "monitor", role: .monitor),
    ]
}
