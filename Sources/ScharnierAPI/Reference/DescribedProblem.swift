import HTTPWire
import Scharnier

/// A problem code with all that people are told about it.
struct DescribedProblem {
    let code: String
    let status: Int
    let title: Wording

    /// When it is answered.
    let cause: Wording

    /// What to do then.
    let remedy: Wording

    /// Every code there is, first those of requests that were read.
    static let all: [DescribedProblem] =
        ProblemCode.all.map { code in
            DescribedProblem(
                code: code.code, status: code.status, title: code.title, cause: code.cause,
                remedy: code.remedy ?? code.title)
        }
        + WireError.allCases.map { error in
            DescribedProblem(
                code: error.code, status: error.status,
                title: Wording(error.title.german, error.title.english),
                cause: Wording(error.detail.german, error.detail.english), remedy: error.remedy)
        }

    /// The problem of this code, if there is one.
    static func named(_ code: ArraySlice<UInt8>) -> DescribedProblem? {
        all.first { $0.code.utf8.elementsEqual(code) }
    }
}
