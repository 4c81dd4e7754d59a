// The main scenario in TypeScript, with nothing but the client that is generated from the contract.
//
// Usage: node scenario.js BASE CARRIER_TOKEN COMPANY_TOKEN OFFICER_TOKEN
declare const process: { argv: string[]; exit(code: number): never };

import {
    AreasApi, ChangesApi, Configuration, IntroductionEvent, IntroductionsApi, NeedEvent, NeedsApi, OffersApi,
    OptionalHorizon, ResourceKind, SuggestionsApi, TokensApi,
} from "./client";

const [base, carrierToken, companyToken, officerToken] = process.argv.slice(2);

function caller(token?: string): Configuration {
    return new Configuration({ basePath: base, accessToken: token });
}

function demand(holds: boolean, text: string): void {
    if (!holds) throw new Error(text);
}

/** Create need → publish → read suggestions → introduce → both accept → see it in the feed. */
async function play(): Promise<void> {
    const [carrier, company, officer] = [caller(carrierToken), caller(companyToken), caller(officerToken)];
    const start = (await new ChangesApi(carrier).listChanges({ after: "latest" })).nextAfter;
    const areas = await new AreasApi(caller()).listAreas({ code: ["ar-nordmarkt"] });
    const need = await new NeedsApi(carrier).createNeed({
        needDraft: {
            title: "Schulranzen für Erstklässler",
            text: "Fünf Kinder kommen im Sommer in die Schule und haben keinen Ranzen.",
            horizon: OptionalHorizon.Temporary,
            neededByOn: new Date(Date.now() + 45 * 86_400_000),
            beneficiaryAreaIds: new Set([areas.items[0].id]),
            topics: new Set(["education"]),
            noPublicFunding: true,
            items: [{ kind: ResourceKind.Goods, title: "Schulranzen", category: "school_bags", quantity: 5, unit: "piece" }],
        },
    });
    await new NeedsApi(carrier).transitionNeed({ id: need.id, needTransitionDraft: { event: NeedEvent.Submit } });
    await new NeedsApi(officer).transitionNeed({ id: need.id, needTransitionDraft: { event: NeedEvent.Publish } });

    const own = (await new TokensApi(company).getMe()).organization.id;
    const offers = (await new OffersApi(company).listOffers({ organizationId: [own], limit: 200 })).items;
    const suggested = await new SuggestionsApi(carrier).listNeedSuggestions({ id: need.id, limit: 50 });
    const found = suggested.items.find((item) => offers.some((offer) => offer.id === item.offerId));
    demand(found !== undefined, "nothing of the company was suggested for the need");

    const introduction = await new IntroductionsApi(company).createIntroduction({
        introductionDraft: {
            needId: need.id, offerId: found!.offerId, lines: [{ needItemId: need.items[0].id, quantity: 5 }],
        },
    });
    const connected = await new IntroductionsApi(carrier).transitionIntroduction({
        id: introduction.id, introductionTransitionDraft: { event: IntroductionEvent.Accept },
    });
    demand(connected.item.status === "connected", `both accepted, and it is ${connected.item.status}`);
    demand(connected.item.contacts.length > 0, "connected, and no contact is shown");

    const feed = await new ChangesApi(carrier).listChanges({ after: String(start) });
    for (const id of [need.id, introduction.id]) {
        demand(feed.items.some((entry) => entry.id === id), `the feed does not have ${id}`);
    }
    console.log("generated TypeScript client: compiled, and it plays the main scenario");
}

play().catch(async (error) => {
    console.log(error.response ? `${error.response.status} ${await error.response.text()}` : error);
    process.exit(1);
});
