import Scharnier
import Testing

@Suite struct RefusalTests {
    @Test func `the codes of violations are those of the contract`() {
        let codes = """
            required unknown_member read_only immutable wrong_type bad_format bad_characters too_short \
            too_long too_few too_many out_of_range not_in_enum not_unique reference_not_found \
            not_allowed_together personal_data_suspected
            """
        #expect(Violation.Code.allCases.map(\.rawValue) == codes.split(separator: " ").map(String.init))
    }
}
