import Scharnier

extension Labels {
    static let lint: [List] = [List("lint_code", LintFinding.Code.self)]
}

extension LintFinding.Code: Labelled {
    var label: Wording { wording }
}
