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
        try insert(Indicator.insertion, unlessThere: indicator.code) { indicator.write(to: &$0) }
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
        try insert(IndicatorValue.insertion, unlessThere: nil) { value.write(to: &$0) }
    }

    func update(_ value: IndicatorValue) throws {
        try connection.run(
            """
            UPDATE indicatorValue SET (value, source, isRounded)
                = (\(value.value), \(value.source), \(value.isRounded))
            WHERE indicator = \(value.indicator) AND area = \(value.area) AND period = \(value.period)
            """)
    }
}

extension Indicator {
    fileprivate static let columns: SQL = "code, nameDe, nameEn, unit, polarity, domain, method"
    fileprivate static let insertion = RowCommand.insert(into: "indicator", columns)

    fileprivate func write(to row: inout RowWriter) {
        row.add(code)
        row.add(name.de)
        row.add(name.en)
        row.add(unit)
        row.add(polarity)
        row.add(domain)
        row.add(method)
    }
}

extension IndicatorValue {
    fileprivate static let columns: SQL = "indicator, area, period, value, source, isRounded"
    fileprivate static let insertion = RowCommand.insert(into: "indicatorValue", columns)

    fileprivate func write(to row: inout RowWriter) {
        row.add(indicator)
        row.add(area)
        row.add(period)
        row.add(value)
        row.add(source)
        row.add(isRounded)
    }
}

extension Indicator.Polarity: ValueConvertible {}
