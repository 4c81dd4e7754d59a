import JSON
import Scharnier

/// An order in the form that ``AllocationOrder/init(parsing:)`` reads: what a plan was made of, for whoever checks it.
struct AllocationOrderBody: JSONWritable {
    let order: AllocationOrder

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("method", order.method.rawValue)
            writer.memberArray("needs") { writer in
                for need in order.needs { writer.value(NeedPart(need: need)) }
            }
            if order.method == .flow {
                writeFlow(to: &writer)
            } else {
                writer.member("budget_cents", order.budgetCents)
                writer.member("step_cents", order.stepCents)
                writer.member("cap_bp", order.needCap)
            }
        }
    }

    private func writeFlow(to writer: inout JSONWriter) {
        writer.memberArray("offers") { writer in
            for offer in order.offers { writer.value(OfferPart(offer: offer)) }
        }
        writer.memberArray("pairs") { writer in
            for pair in order.pairs { writer.value(PairPart(pair: pair)) }
        }
        writer.memberArray("areas") { writer in
            for area in order.areas { writer.value(AreaPart(area: area)) }
        }
        writer.member("fairness", millionths: order.fairness * 100)
        writer.member("max_funders", order.maxFunders)
        writer.member("carrier_cap_percent", millionths: order.carrierCap * 10_000)
    }
}

private struct NeedPart: JSONWritable {
    let need: AllocationOrder.Need

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", need.id)
            writer.member("area_id", need.area)
            writer.member("carrier_id", need.carrier)
            writer.member("cap_cents", need.capCents)
            writer.member("min_useful_cents", need.minUsefulCents)
            writer.member("urgency", need.urgency)
            writer.member("weight", need.weight)
            writer.member("has_cents", need.hasCents)
        }
    }
}

private struct OfferPart: JSONWritable {
    let offer: AllocationOrder.Offer

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", offer.id)
            writer.member("budget_cents", offer.budgetCents)
            writer.member("min_grant_cents", offer.minGrantCents)
            writer.member("max_grant_cents", offer.maxGrantCents)
        }
    }
}

private struct PairPart: JSONWritable {
    let pair: AllocationOrder.Pair

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("offer_id", pair.offer)
            writer.member("need_id", pair.need)
            writer.member("fit", millionths: pair.fit * 100)
        }
    }
}

private struct AreaPart: JSONWritable {
    let area: AllocationOrder.Area

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", area.id)
            writer.member("deprivation", millionths: area.deprivation * 100)
            writer.member("floor", millionths: area.floor * 100)
            if let name = area.name { writer.member("name", name) }
        }
    }
}
