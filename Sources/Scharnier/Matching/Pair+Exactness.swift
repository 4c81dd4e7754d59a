// Records have room for so many areas and codes; of a pair with more they tell what it can come to at most.

extension Pair {
    /// The factors that the records of the two only bound, by all areas and codes; hardly ever are there any.
    func exactFactors(_ rater: Rater) -> [Factor] {
        let (asked, given) = (line.profile, giving.profile)
        var factors: [Factor] = []
        if !asked.topics.isWhole || !given.topics.isWhole { factors.append(theme(rater)) }
        let skills = given.isWork ? asked.skills | given.skills : 0
        if !asked.targetGroups.isWhole || !given.targetGroups.isWhole || skills & CodeMask.others != 0 {
            factors.append(targetGroup(rater))
        }
        if !asked.areas.isWhole { factors.append(area(rater)) }
        return factors
    }

    private func theme(_ rater: Rater) -> Factor {
        let topics = tables.profiles.topics
        let (asked, given) = (topics.set(asking.content.topics), topics.set(giving.content.topics))
        return rater.overlap(.theme, asked.count, given.count, asked.halfHits(with: given))
    }

    private func targetGroup(_ rater: Rater) -> Factor {
        let profiles = tables.profiles
        let asked = profiles.targetGroups.set(asking.content.targetGroups)
        let given = profiles.targetGroups.set(giving.content.targetGroups)
        let isWork = giving.profile.isWork
        let askedSkills = profiles.skills.set(isWork ? line.content.skills : []).alone
        let givenSkills = profiles.skills.set(isWork ? giving.content.skills : []).alone
        return rater.overlap(
            .targetGroup, asked.count + askedSkills.count, given.count + givenSkills.count,
            asked.halfHits(with: given) + askedSkills.halfHits(with: givenSkills))
    }

    private func area(_ rater: Rater) -> Factor {
        let areas = tables.areas
        return rater.area(
            line.profile, giving.profile, isWithin: areas.lie(asking.areas, in: giving.areas),
            isNearby: areas.lie(asking.areas, in: giving.areas.compactMap(areas.district)))
    }
}
