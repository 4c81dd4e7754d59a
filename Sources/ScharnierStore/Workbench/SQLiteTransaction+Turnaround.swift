import SQLite
import Scharnier

extension SQLiteTransaction {
    func transitions(
        of subject: Subject, movedSince moment: Instant, in areas: Set<Identifier<Area>>?
    ) throws -> [Transition] {
        let moved: SQL =
            "SELECT subjectID FROM transition WHERE subject = \(subject) AND at >= \(moment)"
        var condition: SQL = "subject = \(subject) AND subjectID IN (\(moved))"
        if let areas, subject == .need {
            condition +=
                " AND subjectID IN (SELECT need FROM needArea WHERE area IN (\(.values(areas.sorted()))))"
        } else if let areas {
            condition += """
                 AND subjectID IN (SELECT introduction FROM introductionArea WHERE area IN (\(.values(areas.sorted()))))
                """
        }
        return try transitions(where: condition)
    }
}
