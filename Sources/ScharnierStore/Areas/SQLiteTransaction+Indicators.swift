import SQLite
import Scharnier

extension SQLiteTransaction {
    func indicators() throws -> [Indicator] {
        try connection.rows("SELECT \(Indicator.columns) FROM indicator ORDER BY code") { row in
            Indicator(
                code: try row.next(), name: Wording(try row.next(), try row.next()), unit: try row.next(),
                polarity: try row.next(), domain: try row.next(), method: try row.next())
        }
    }

    func insert(_ indicator: Indicator) throws {
        try insert(
            """
            INSERT INTO indicator (\(Indicator.columns))
            VALUES (\(indicator.code), \(indicator.name.de), \(indicator.name.en), \(indicator.unit),
                \(indicator.polarity), \(indicator.domain), \(indicator.method))
            """, unlessThere: indicator.code)
    }

    func indicatorValues(of area: Identifier<Area>?) throws -> [IndicatorValue] {
        let condition: SQL = area.map { "area = \($0)" } ?? "1 = 1"
        return try connection.rows(
            """
            SELECT \(IndicatorValue.columns) FROM indicatorValue WHERE \(condition)
            ORDER BY indicator, area, period
            """
        ) { row in
            IndicatorValue(
                indicator: try row.next(), area: try row.next(), period: try row.next(),
                value: try row.next(), source: try row.next(), isRounded: try row.next())
        }
    }

    func insert(_ value: IndicatorValue) throws {
        try insert(
            """
            INSERT INTO indicatorValue (\(IndicatorValue.columns))
            VALUES (\(value.indicator), \(value.area), \(value.period), \(value.value), \(value.source),
                \(value.isRounded))
            """, unlessThere: nil)
    }
}

extension Indicator {
    fileprivate static let columns: SQL = "code, nameDe, nameEn, unit, polarity, domain, method"
}

extension IndicatorValue {
    fileprivate static let columns: SQL = "indicator, area, period, value, source, isRounded"
}

extension Indicator.Polarity: ValueConvertible {}
