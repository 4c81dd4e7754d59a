import Allocation
import JSON
import Scharnier

/// The members of a plan by flow.
struct FlowPlanBody {
    private let allocation: AllocationPlan
    private let plan: Plan
    private let instance: Instance
    private let needs: [String]
    private let offers: [String]

    init(_ allocation: AllocationPlan, _ plan: Plan, _ instance: Instance) {
        self.allocation = allocation
        self.plan = plan
        self.instance = instance
        needs = allocation.order.needs.map(\.id)
        offers = allocation.order.offers.map(\.id)
    }

    func write(to writer: inout JSONWriter) {
        writer.member("fairness", millionths: instance.fairness * 100)
        writer.member("kept_fairness", millionths: plan.keptFairness * 100)
        writeTotals(to: &writer)
        writeQuality(to: &writer)
        writer.memberArray("lines") { writer in for line in plan.lines { write(line, to: &writer) } }
        writer.memberArray("areas") { writer in
            for index in plan.groups.indices { writeArea(index, to: &writer) }
        }
        writer.memberArray("unserved") { writer in for entry in plan.unserved { write(entry, to: &writer) } }
        writer.memberArray("cuts") { writer in for cut in plan.cuts { write(cut, to: &writer) } }
        if let conflict = plan.conflict {
            write(conflict, to: &writer)
        } else {
            writer.member("infeasible", nil as String?)
        }
    }

    private func writeTotals(to writer: inout JSONWriter) {
        writer.memberObject("totals") { writer in
            writer.member("budget_cents", instance.funds.reduce(0) { $0 + $1.budget })
            writer.member("demand_cents", instance.claims.reduce(0) { $0 + $1.cap })
            writer.member("given_cents", plan.lines.reduce(0) { $0 + $1.amount })
            writer.member("needs", needs.count)
            writer.member("needs_served", needs.count - plan.unserved.count)
        }
    }

    /// Worths are told in cents: a cent to a need of middling burden with full fit and no urgency counts one.
    private func writeQuality(to writer: inout JSONWriter) {
        writer.member("welfare_cents", Int64(plan.worth / 10_000))
        writer.member("welfare_bound_cents", Int64(plan.worthBound / 10_000))
        writer.member("welfare_share", millionths: plan.worthShare)
        writer.member("worst_area_share", millionths: plan.worstShare)
        writer.member("worst_level_bound", millionths: plan.worstLevelBound.millionths)
        writer.memberArray("price_of_fairness") { writer in
            for price in plan.prices {
                writer.object { writer in
                    writer.member("fairness", millionths: price.fairness * 100)
                    writer.member("welfare_bound_cents", Int64(price.worth / 10_000))
                }
            }
        }
    }

    private func write(_ line: Plan.Line, to writer: inout JSONWriter) {
        let edge = instance.edges[line.edge]
        let pair = allocation.order.pairs[line.edge]
        writer.object { writer in
            writer.member("offer_id", offers[edge.fund])
            writer.member("need_id", needs[edge.claim])
            writer.member("amount_cents", line.amount)
            writer.member("fit", millionths: pair.fit * 100)
            writer.member("why", both: allocation.why(pair, of: allocation.order.needs[edge.claim]))
        }
    }

    private func writeArea(_ index: Int, to writer: inout JSONWriter) {
        let group = plan.groups[index]
        writer.object { writer in
            writer.member("area_id", allocation.areas[index])
            writer.member("demand_cents", group.demand)
            writer.member("given_cents", group.given)
            writer.member("floor_cents", group.floor)
            writer.member("coverage", millionths: group.share.millionths)
            writer.member("leximin_bound", millionths: group.level.millionths)
        }
    }

    private func write(_ entry: Plan.Unserved, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("need_id", needs[entry.claim])
            writer.member("reason", entry.reason.code)
            if case .groupCut(let cut) = entry.reason {
                writer.member("cut", cut)
            } else {
                writer.member("cut", nil as String?)
            }
            writer.member("text", both: AllocationPlan.sentence(entry.reason))
        }
    }

    private func write(_ cut: Cut, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("area_ids", cut.groups, of: allocation.areas)
            writer.member("level", millionths: cut.level.millionths)
            write(cut.barrier, to: &writer)
            writer.member("committed_cents", cut.committed)
            writer.member("text", both: allocation.sentence(cut))
        }
    }

    private func write(_ conflict: FloorConflict, to writer: inout JSONWriter) {
        writer.memberObject("infeasible") { writer in
            writer.member("code", "floor_unreachable")
            writer.member("area_ids", conflict.groups, of: allocation.areas)
            writer.member("wanted_cents", conflict.wanted)
            writer.member("reachable_cents", conflict.reachable)
            write(conflict.barrier, to: &writer)
            writer.member("text", both: allocation.sentence(conflict))
        }
    }

    private func write(_ barrier: Barrier, to writer: inout JSONWriter) {
        writer.member("exhausted_offer_ids", barrier.funds, of: offers)
        writer.memberArray("full_pairs") { writer in
            for edge in barrier.edges {
                writer.object { writer in
                    writer.member("offer_id", offers[instance.edges[edge].fund])
                    writer.member("need_id", needs[instance.edges[edge].claim])
                }
            }
        }
        writer.member("full_need_ids", barrier.claims, of: needs)
        writer.memberArray("full_carriers") { writer in
            for part in barrier.owners {
                writer.object { writer in
                    writer.member("carrier_id", allocation.carriers[part.owner])
                    writer.member("area_id", allocation.areas[part.group])
                    writer.member("limit_cents", part.limit)
                }
            }
        }
    }
}

extension UnservedReason {
    /// The stable code (matching.md §13).
    fileprivate var code: String {
        switch self {
        case .noEligibleFund: "no_eligible_offer"
        case .budgetsSpent: "budgets_spent"
        case .groupCut: "area_cut"
        case .belowLeastUseful: "below_min_useful"
        case .belowMinimumGrant: "below_min_grant"
        case .tooManyFunds: "too_many_funders"
        case .floorConflict: "floor_unreachable"
        case .ownerLimit: "carrier_cap"
        }
    }
}
