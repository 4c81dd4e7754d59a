CREATE TABLE accessToken (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    organization BLOB NOT NULL REFERENCES organization (id),
    role TEXT NOT NULL CHECK (role = 'city_admin' OR role = 'city_reader' OR role = 'area_officer' OR
        role = 'carrier' OR role = 'foundation' OR role = 'company' OR role = 'network' OR role = 'portal' OR
        role = 'monitor'),
    scopes TEXT NOT NULL,
    label TEXT NOT NULL CHECK (length(CAST(label AS BLOB)) BETWEEN 1 AND 240),
    digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    createdAt INTEGER NOT NULL,
    expiresAt INTEGER NOT NULL,
    revokedAt INTEGER,
    lastUsedAt INTEGER,
    successor BLOB REFERENCES accessToken (id)
) STRICT;

CREATE TABLE allocationLine (
    record BLOB NOT NULL REFERENCES allocationPlan (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    offer BLOB CHECK (length(offer) = 16),
    need BLOB NOT NULL CHECK (length(need) = 16),
    cents INTEGER NOT NULL CHECK (cents BETWEEN 1 AND 1000000000000),
    introduction BLOB REFERENCES introduction (id),
    PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE allocationPlan (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    version INTEGER NOT NULL,
    openness INTEGER NOT NULL CHECK (openness BETWEEN 0 AND 3),
    members BLOB NOT NULL CHECK (length(members) % 36 = 0),
    organization BLOB NOT NULL REFERENCES organization (id),
    method TEXT NOT NULL CHECK (method = 'flow' OR method = 'weighted_fair' OR method = 'gap_proportional' OR
        method = 'lowest_ratio'),
    programme BLOB REFERENCES programme (id),
    -- Where the feed stood when its inputs were read.
    position INTEGER NOT NULL CHECK (position >= 0),
    ruleVersion TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status = 'queued' OR status = 'running' OR status = 'done' OR status = 'failed' OR
        status = 'cancelled'),
    failure TEXT CHECK (failure = 'too_many_pairs' OR failure = 'interrupted' OR failure = 'defect'),
    -- As it was told when it was made.
    document BLOB NOT NULL,
    dueAt INTEGER,
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    createdBy BLOB REFERENCES accessToken (id),
    CHECK ((status = 'failed') = (failure IS NOT NULL))
) STRICT;

CREATE TABLE area (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    version INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind = 'city' OR kind = 'district' OR kind = 'social_space' OR
        kind = 'subdistrict' OR kind = 'action_area' OR kind = 'action_quarter' OR kind = 'fund_area' OR
        kind = 'custom'),
    code TEXT NOT NULL CHECK (length(CAST(code AS BLOB)) BETWEEN 1 AND 240),
    name TEXT NOT NULL CHECK (length(CAST(name AS BLOB)) BETWEEN 1 AND 800),
    parent BLOB REFERENCES area (id),
    validFrom INTEGER,
    validTo INTEGER,
    decidedOn INTEGER,
    decisionText TEXT,
    population INTEGER CHECK (population >= 0),
    hectares TEXT,
    supervisingUnit TEXT,
    geometryStatus TEXT NOT NULL CHECK (geometryStatus = 'official' OR geometryStatus = 'illustrative' OR
        geometryStatus = 'none'),
    geometry TEXT,
    latitude TEXT,
    longitude TEXT,
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    CHECK (validFrom IS NULL OR validTo IS NULL OR validFrom <= validTo),
    CHECK ((latitude IS NULL) = (longitude IS NULL))
) STRICT;

CREATE TABLE areaAlias (
    area BLOB NOT NULL REFERENCES area (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    alias TEXT NOT NULL,
    PRIMARY KEY (area, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE areaAssignment (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    version INTEGER NOT NULL,
    organization BLOB NOT NULL REFERENCES organization (id),
    area BLOB NOT NULL REFERENCES area (id),
    validFrom INTEGER,
    validTo INTEGER,
    contact BLOB REFERENCES contact (id),
    handoverNote TEXT CHECK (length(CAST(handoverNote AS BLOB)) <= 8000),
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    CHECK (validFrom IS NULL OR validTo IS NULL OR validFrom <= validTo)
) STRICT;

CREATE TABLE areaRelation (
    fromArea BLOB NOT NULL REFERENCES area (id),
    toArea BLOB NOT NULL REFERENCES area (id),
    kind TEXT NOT NULL CHECK (kind = 'successor' OR kind = 'contains' OR kind = 'overlaps'),
    shareBasisPoints INTEGER CHECK (shareBasisPoints BETWEEN 0 AND 10000),
    PRIMARY KEY (fromArea, toArea, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
    position INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    action TEXT NOT NULL,
    objectType TEXT NOT NULL,
    objectID BLOB NOT NULL CHECK (length(objectID) = 16),
    fields TEXT NOT NULL,
    organization BLOB CHECK (length(organization) = 16),
    role TEXT CHECK (role = 'city_admin' OR role = 'city_reader' OR role = 'area_officer' OR role = 'carrier' OR
        role = 'foundation' OR role = 'company' OR role = 'network' OR role = 'portal' OR role = 'monitor' OR
        role = 'public' OR role = 'operator'),
    token BLOB CHECK (length(token) = 16),
    -- The system's user who acted as operator; nobody else has one.
    operatorUser INTEGER CHECK (operatorUser BETWEEN 0 AND 4294967295),
    requestID TEXT NOT NULL,
    -- Over this entry and the hash of the one before it.
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    CHECK ((operatorUser IS NOT NULL) = (coalesce(role, '') = 'operator'))
) STRICT;

CREATE TABLE change (
    sequence INTEGER PRIMARY KEY CHECK (sequence >= 1),
    subject TEXT NOT NULL CHECK (subject = 'organization' OR subject = 'contact' OR subject = 'need' OR
        subject = 'offer' OR subject = 'introduction' OR subject = 'membership' OR subject = 'area' OR
        subject = 'taxonomy_term' OR subject = 'area_assignment' OR subject = 'responsibility' OR
        subject = 'commitment' OR subject = 'programme' OR subject = 'idea' OR subject = 'privacy_request' OR
        subject = 'allocation_plan'),
    objectID BLOB NOT NULL CHECK (length(objectID) = 16),
    isDeletion INTEGER NOT NULL CHECK (isDeletion IN (0, 1)),
    -- Whether copies of how it was before must be erased.
    isErasure INTEGER NOT NULL DEFAULT 0 CHECK (isErasure IN (0, 1)),
    beforeOpenness INTEGER NOT NULL CHECK (beforeOpenness BETWEEN 0 AND 3),
    beforeMembers BLOB NOT NULL CHECK (length(beforeMembers) % 16 = 0),
    afterOpenness INTEGER NOT NULL CHECK (afterOpenness BETWEEN 0 AND 3),
    afterMembers BLOB NOT NULL CHECK (length(afterMembers) % 16 = 0),
    origin BLOB CHECK (length(origin) = 16),
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE commitment (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    version INTEGER NOT NULL,
    openness INTEGER NOT NULL CHECK (openness BETWEEN 0 AND 3),
    members BLOB NOT NULL CHECK (length(members) % 36 = 0),
    -- Counts what is signed.
    revision INTEGER NOT NULL CHECK (revision >= 1),
    introduction BLOB NOT NULL REFERENCES introduction (id),
    need BLOB NOT NULL REFERENCES need (id),
    offer BLOB REFERENCES offer (id),
    carrier BLOB NOT NULL REFERENCES organization (id),
    supplier BLOB NOT NULL REFERENCES organization (id),
    host BLOB REFERENCES organization (id),
    broker BLOB REFERENCES organization (id),
    status TEXT NOT NULL CHECK (status = 'drafted' OR status = 'confirmed' OR status = 'in_delivery' OR
        status = 'delivered' OR status = 'acknowledged' OR status = 'evaluated' OR status = 'closed' OR
        status = 'disputed' OR status = 'cancelled' OR status = 'discarded'),
    legalNature TEXT NOT NULL CHECK (legalNature = 'donation' OR legalNature = 'in_kind_donation' OR
        legalNature = 'sponsorship' OR legalNature = 'grant' OR legalNature = 'pro_bono' OR
        legalNature = 'corporate_volunteering' OR legalNature = 'loan_of_use' OR legalNature = 'purchase' OR
        legalNature = 'other'),
    payee BLOB REFERENCES organization (id),
    hasCounterpart INTEGER NOT NULL CHECK (hasCounterpart IN (0, 1)),
    counterpartText TEXT CHECK (length(CAST(counterpartText AS BLOB)) <= 4000),
    isCounterpartValued INTEGER NOT NULL CHECK (isCounterpartValued IN (0, 1)),
    counterpartCents INTEGER CHECK (counterpartCents BETWEEN 0 AND 1000000000000),
    startsOn INTEGER,
    endsOn INTEGER,
    deliveryDueOn INTEGER,
    attributionArea BLOB REFERENCES area (id),
    purpose TEXT CHECK (length(CAST(purpose AS BLOB)) <= 1200),
    termsTextVersion TEXT CHECK (length(CAST(termsTextVersion AS BLOB)) <= 160),
    safeguarding TEXT CHECK (safeguarding = 'none' OR safeguarding = 'supervised_only' OR
        safeguarding = 'certificate_available'),
    asksForReceipt INTEGER NOT NULL CHECK (asksForReceipt IN (0, 1)),
    -- When its quantities passed from what was reserved, or was free.
    takenAt INTEGER,
    acknowledgedAt INTEGER,
    acknowledgementNote TEXT CHECK (length(CAST(acknowledgementNote AS BLOB)) <= 8000),
    waitsUntil INTEGER,
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    dueAt INTEGER,
    CHECK (startsOn IS NULL OR endsOn IS NULL OR startsOn <= endsOn),
    CHECK (hasCounterpart = 1 OR (counterpartText IS NULL AND isCounterpartValued = 0 AND counterpartCents IS NULL)),
    CHECK (acknowledgedAt IS NOT NULL OR acknowledgementNote IS NULL),
    CHECK (takenAt IS NOT NULL OR status = 'drafted' OR status = 'discarded' OR status = 'cancelled')
) STRICT;

CREATE TABLE commitmentDelivery (
    commitment BLOB NOT NULL REFERENCES commitment (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    item BLOB NOT NULL CHECK (length(item) = 16),
    quantity INTEGER NOT NULL CHECK (quantity >= 1),
    note TEXT CHECK (length(CAST(note AS BLOB)) <= 8000),
    at INTEGER NOT NULL,
    PRIMARY KEY (commitment, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE commitmentLine (
    commitment BLOB NOT NULL REFERENCES commitment (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    item BLOB NOT NULL CHECK (length(item) = 16),
    kind TEXT NOT NULL CHECK (kind = 'money' OR kind = 'goods' OR kind = 'service' OR kind = 'logistics' OR
        kind = 'room' OR kind = 'volunteering' OR kind = 'expertise' OR kind = 'contacts'),
    unit TEXT CHECK (unit = 'piece' OR unit = 'set' OR unit = 'person' OR unit = 'hour' OR unit = 'day' OR
        unit = 'seat' OR unit = 'm2' OR unit = 'km' OR unit = 'lesson'),
    quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 1000000000000),
    delivered INTEGER NOT NULL CHECK (delivered BETWEEN 0 AND quantity),
    acknowledged INTEGER NOT NULL CHECK (acknowledged BETWEEN 0 AND delivered),
    valuationMethod TEXT CHECK (valuationMethod = 'market_price' OR valuationMethod = 'book_value' OR
        valuationMethod = 'going_concern_value' OR valuationMethod = 'hourly_rate' OR valuationMethod = 'none'),
    valuationCents INTEGER CHECK (valuationCents BETWEEN 0 AND 1000000000000),
    vatCents INTEGER CHECK (vatCents BETWEEN 0 AND 1000000000000),
    valuedBy TEXT CHECK (valuedBy = 'supplier' OR valuedBy = 'carrier' OR valuedBy = 'office'),
    basis TEXT CHECK (length(CAST(basis AS BLOB)) <= 800),
    PRIMARY KEY (commitment, position),
    CHECK ((valuationMethod IS NULL) = (valuedBy IS NULL)),
    CHECK (valuationMethod IS NOT NULL OR (valuationCents IS NULL AND vatCents IS NULL AND basis IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE commitmentSignature (
    commitment BLOB NOT NULL REFERENCES commitment (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    side TEXT NOT NULL CHECK (side = 'carrier' OR side = 'supplier' OR side = 'host'),
    organization BLOB NOT NULL REFERENCES organization (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    at INTEGER NOT NULL,
    PRIMARY KEY (commitment, position),
    UNIQUE (commitment, side)
) STRICT, WITHOUT ROWID;

CREATE TABLE confirmLink (
    subject TEXT NOT NULL CHECK (subject IN ('need', 'offer')),
    objectID BLOB NOT NULL CHECK (length(objectID) = 16),
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    createdAt INTEGER NOT NULL,
    expiresAt INTEGER NOT NULL,
    PRIMARY KEY (subject, objectID)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    version INTEGER NOT NULL,
    organization BLOB NOT NULL REFERENCES organization (id),
    displayName TEXT NOT NULL CHECK (length(CAST(displayName AS BLOB)) BETWEEN 1 AND 480),
    isFunctionAddress INTEGER NOT NULL CHECK (isFunctionAddress IN (0, 1)),
    function TEXT CHECK (length(CAST(function AS BLOB)) <= 480),
    email TEXT CHECK (length(CAST(email AS BLOB)) BETWEEN 3 AND 1016),
    phone TEXT CHECK (length(CAST(phone AS BLOB)) BETWEEN 3 AND 160),
    languages TEXT NOT NULL,
    purpose TEXT NOT NULL CHECK (purpose = 'introduction' OR purpose = 'administration' OR purpose = 'event' OR
        purpose = 'newsletter'),
    lawfulBasis TEXT NOT NULL CHECK (lawfulBasis = 'art6_1_a' OR lawfulBasis = 'art6_1_b' OR
        lawfulBasis = 'art6_1_e' OR lawfulBasis = 'art6_1_f'),
    infoTextVersion TEXT NOT NULL CHECK (length(CAST(infoTextVersion AS BLOB)) BETWEEN 1 AND 160),
    release TEXT NOT NULL CHECK (release = 'none' OR release = 'introduced' OR release = 'portal' OR
        release = 'public_function'),
    retainUntilOn INTEGER,
    -- Kept, and used for nothing, since then.
    restrictedAt INTEGER,
    -- Nothing is left of the person since then.
    erasedAt INTEGER,
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    CHECK (erasedAt IS NULL OR (function IS NULL AND email IS NULL AND phone IS NULL))
) STRICT;

CREATE TABLE cutOff (
    first INTEGER PRIMARY KEY CHECK (first >= 1),
    last INTEGER NOT NULL CHECK (last >= first)
) STRICT, WITHOUT ROWID;

CREATE TABLE disclosure (
    position INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    contact BLOB NOT NULL REFERENCES contact (id),
    organization BLOB NOT NULL REFERENCES organization (id),
    toOrganization BLOB NOT NULL REFERENCES organization (id),
    introduction BLOB NOT NULL REFERENCES introduction (id),
    fields TEXT NOT NULL,
    infoTextVersion TEXT NOT NULL,
    at INTEGER NOT NULL,
    -- What became of the contact since, of which the recipient is told until it says that it acted on it.
    notice TEXT CHECK (notice = 'rectified' OR notice = 'restricted' OR notice = 'erased'),
    noticedAt INTEGER,
    acknowledgedAt INTEGER,
    CHECK ((notice IS NULL) = (noticedAt IS NULL)),
    CHECK (notice IS NOT NULL OR acknowledgedAt IS NULL)
) STRICT;

CREATE TABLE endorsement (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    version INTEGER NOT NULL,
    need BLOB NOT NULL REFERENCES need (id),
    network BLOB NOT NULL REFERENCES organization (id),
    statement TEXT CHECK (length(CAST(statement AS BLOB)) <= 2000),
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE externalReference (
    organization BLOB NOT NULL REFERENCES organization (id),
    source TEXT NOT NULL CHECK (length(CAST(source AS BLOB)) BETWEEN 1 AND 64),
    kind TEXT NOT NULL CHECK (kind = 'needs' OR kind = 'offers' OR kind = 'organizations'),
    externalID TEXT NOT NULL CHECK (length(CAST(externalID AS BLOB)) BETWEEN 1 AND 800),
    -- In the table that the kind says.
    record BLOB NOT NULL CHECK (length(record) = 16),
    sourceURL TEXT CHECK (length(CAST(sourceURL AS BLOB)) BETWEEN 8 AND 2000),
    sourceUpdatedAt INTEGER,
    firstSeenAt INTEGER NOT NULL,
    lastSeenAt INTEGER NOT NULL,
    -- Hashes of the members that were sent last, and of what was kept of them.
    members BLOB NOT NULL,
    PRIMARY KEY (organization, source, kind, externalID)
) STRICT, WITHOUT ROWID;

CREATE TABLE hold (
    introduction BLOB NOT NULL REFERENCES introduction (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    item BLOB NOT NULL CHECK (length(item) = 16),
    quantity INTEGER NOT NULL CHECK (quantity >= 1),
    placedAt INTEGER NOT NULL,
    expiresAt INTEGER NOT NULL,
    extensions INTEGER NOT NULL CHECK (extensions >= 0),
    releasedAt INTEGER,
    releaseReason TEXT CHECK (releaseReason = 'agreed' OR releaseReason = 'withdrawn' OR
        releaseReason = 'expired' OR releaseReason = 'cancelled'),
    PRIMARY KEY (introduction, position),
    CHECK (releasedAt IS NOT NULL OR releaseReason IS NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE idea (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    version INTEGER NOT NULL,
    openness INTEGER NOT NULL CHECK (openness BETWEEN 0 AND 3),
    members BLOB NOT NULL CHECK (length(members) % 36 = 0),
    organization BLOB NOT NULL REFERENCES organization (id),
    status TEXT NOT NULL CHECK (status = 'submitted' OR status = 'published' OR status = 'adopted' OR
        status = 'dropped'),
    title TEXT NOT NULL CHECK (length(CAST(title AS BLOB)) BETWEEN 3 AND 480),
    titleKey TEXT NOT NULL CHECK (length(CAST(titleKey AS BLOB)) <= 240),
    words INTEGER NOT NULL,
    text TEXT CHECK (length(CAST(text AS BLOB)) <= 8000),
    -- Who made it a need, and which; the draft may be deleted again: no reference.
    carrier BLOB REFERENCES organization (id),
    need BLOB CHECK (length(need) = 16),
    recordedForArea BLOB REFERENCES area (id),
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    createdBy BLOB REFERENCES accessToken (id),
    CHECK ((carrier IS NULL) = (need IS NULL)),
    CHECK ((need IS NOT NULL) = (status = 'adopted'))
) STRICT;

CREATE TABLE ideaArea (
    idea BLOB NOT NULL REFERENCES idea (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    area BLOB NOT NULL REFERENCES area (id),
    PRIMARY KEY (idea, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE ideaTerm (
    idea BLOB NOT NULL REFERENCES idea (id),
    scheme TEXT NOT NULL CHECK (scheme = 'topic'),
    position INTEGER NOT NULL CHECK (position >= 0),
    code TEXT NOT NULL,
    PRIMARY KEY (idea, scheme, position),
    FOREIGN KEY (scheme, code) REFERENCES taxonomyTerm (scheme, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE importReport (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    organization BLOB NOT NULL REFERENCES organization (id),
    document BLOB NOT NULL,
    createdAt INTEGER NOT NULL
) STRICT;

CREATE TABLE indicator (
    code TEXT PRIMARY KEY CHECK (length(CAST(code AS BLOB)) BETWEEN 1 AND 240),
    nameDe TEXT NOT NULL,
    nameEn TEXT NOT NULL,
    unit TEXT NOT NULL,
    polarity TEXT NOT NULL CHECK (polarity = 'burden' OR polarity = 'relief' OR polarity = 'neutral'),
    domain TEXT NOT NULL,
    method TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE indicatorValue (
    indicator TEXT NOT NULL REFERENCES indicator (code),
    area BLOB NOT NULL REFERENCES area (id),
    period TEXT NOT NULL CHECK (length(period) IN (4, 7)),
    value TEXT NOT NULL,
    source TEXT NOT NULL,
    isRounded INTEGER NOT NULL CHECK (isRounded IN (0, 1)),
    PRIMARY KEY (indicator, area, period)
) STRICT, WITHOUT ROWID;

CREATE TABLE intakeLink (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    area BLOB NOT NULL REFERENCES area (id),
    organization BLOB REFERENCES organization (id),
    organizationName TEXT CHECK (length(CAST(organizationName AS BLOB)) BETWEEN 2 AND 800),
    digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    maximumUses INTEGER NOT NULL CHECK (maximumUses >= 1),
    createdAt INTEGER NOT NULL,
    expiresAt INTEGER NOT NULL,
    revokedAt INTEGER,
    createdBy BLOB REFERENCES accessToken (id),
    CHECK (organization IS NOT NULL OR organizationName IS NOT NULL)
) STRICT;

CREATE TABLE intakeNeed (
    link BLOB NOT NULL REFERENCES intakeLink (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    need BLOB NOT NULL CHECK (length(need) = 16),
    PRIMARY KEY (link, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE introduction (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    version INTEGER NOT NULL,
    openness INTEGER NOT NULL CHECK (openness BETWEEN 0 AND 3),
    members BLOB NOT NULL CHECK (length(members) % 36 = 0),
    need BLOB NOT NULL REFERENCES need (id),
    offer BLOB REFERENCES offer (id),
    supplier BLOB NOT NULL REFERENCES organization (id),
    carrier BLOB NOT NULL REFERENCES organization (id),
    host BLOB REFERENCES organization (id),
    broker BLOB REFERENCES organization (id),
    brokerRole TEXT CHECK (brokerRole = 'city_admin' OR brokerRole = 'city_reader' OR
        brokerRole = 'area_officer' OR brokerRole = 'carrier' OR brokerRole = 'foundation' OR
        brokerRole = 'company' OR brokerRole = 'network' OR brokerRole = 'portal' OR brokerRole = 'monitor' OR
        brokerRole = 'public'),
    proposer BLOB REFERENCES organization (id),
    channel TEXT NOT NULL CHECK (channel = 'suggestion' OR channel = 'officer' OR channel = 'direct' OR
        channel = 'portal'),
    message TEXT CHECK (length(CAST(message AS BLOB)) <= 8000),
    overrideReason TEXT CHECK (length(CAST(overrideReason AS BLOB)) <= 2000),
    points INTEGER,
    ruleVersion TEXT,
    status TEXT NOT NULL CHECK (status = 'proposed' OR status = 'accepted_by_one' OR status = 'connected' OR
        status = 'in_talks' OR status = 'agreed' OR status = 'declined' OR status = 'lapsed' OR
        status = 'withdrawn' OR status = 'failed'),
    carrierAcceptedAt INTEGER,
    supplierAcceptedAt INTEGER,
    answerDueAt INTEGER NOT NULL,
    declineSide TEXT CHECK (declineSide = 'carrier' OR declineSide = 'supplier'),
    declineReason TEXT,
    declineNote TEXT CHECK (length(CAST(declineNote AS BLOB)) <= 8000),
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    dueAt INTEGER,
    CHECK ((broker IS NULL) = (brokerRole IS NULL)),
    CHECK ((points IS NULL) = (ruleVersion IS NULL)),
    CHECK ((declineSide IS NULL) = (declineReason IS NULL)),
    CHECK (declineSide IS NOT NULL OR declineNote IS NULL)
) STRICT;

CREATE TABLE introductionArea (
    introduction BLOB NOT NULL REFERENCES introduction (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    area BLOB NOT NULL REFERENCES area (id),
    PRIMARY KEY (introduction, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE introductionLine (
    introduction BLOB NOT NULL REFERENCES introduction (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    item BLOB NOT NULL CHECK (length(item) = 16),
    quantity INTEGER NOT NULL CHECK (quantity >= 1),
    PRIMARY KEY (introduction, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE keptAnswer (
    organization BLOB NOT NULL CHECK (length(organization) = 16),
    key TEXT NOT NULL CHECK (length(CAST(key AS BLOB)) BETWEEN 1 AND 255),
    fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 32),
    status INTEGER NOT NULL CHECK (status BETWEEN 200 AND 299),
    location TEXT,
    contentLocation TEXT,
    tag TEXT,
    -- Nothing: it held what had to be erased.
    body BLOB,
    keptAt INTEGER NOT NULL,
    -- The record that the answer is about, if it is about one.
    record BLOB CHECK (length(record) = 16),
    PRIMARY KEY (organization, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE membership (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    version INTEGER NOT NULL,
    openness INTEGER NOT NULL CHECK (openness BETWEEN 0 AND 3),
    members BLOB NOT NULL CHECK (length(members) % 36 = 0),
    network BLOB NOT NULL REFERENCES organization (id),
    organization BLOB NOT NULL REFERENCES organization (id),
    kind TEXT NOT NULL CHECK (kind = 'full' OR kind = 'associate' OR kind = 'observer' OR kind = 'individual'),
    contributions TEXT NOT NULL,
    validFrom INTEGER,
    validTo INTEGER,
    status TEXT NOT NULL CHECK (status = 'requested' OR status = 'active' OR status = 'refused' OR
        status = 'ended'),
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    CHECK (network <> organization),
    CHECK (validFrom IS NULL OR validTo IS NULL OR validFrom <= validTo)
) STRICT;

CREATE TABLE meta (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    createdAt INTEGER NOT NULL,
    -- Random bytes of this instance, from which keys are derived.
    instanceKey BLOB NOT NULL CHECK (length(instanceKey) = 32),
    -- The feed is complete behind this position.
    oldestPosition INTEGER NOT NULL CHECK (oldestPosition >= 0),
    -- How often something was erased, and up to which of these no byte of it is left in the files.
    erasures INTEGER NOT NULL DEFAULT 0 CHECK (erasures >= 0),
    scrubbed INTEGER NOT NULL DEFAULT 0 CHECK (scrubbed BETWEEN 0 AND erasures),
    -- The form of need.publicRow and offer.publicRow.
    publicRowForm TEXT NOT NULL,
    -- The form of wordList.words, and of the keys by which texts are sorted.
    textForm INTEGER NOT NULL,
    -- Another one whenever areas or terms change, never one that was there before.
    referenceStamp BLOB NOT NULL CHECK (length(referenceStamp) = 16)
) STRICT;

CREATE TABLE need (
    members BLOB NOT NULL CHECK (length(members) % 36 = 0),
    -- How everyone sees it, encoded; early in the row, so that lists read it without the rest.
    publicRow BLOB,
    openness INTEGER NOT NULL CHECK (openness BETWEEN 0 AND 3),
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    createdAt INTEGER NOT NULL,
    version INTEGER NOT NULL,
    revision INTEGER NOT NULL CHECK (revision >= 1),
    carrier BLOB NOT NULL REFERENCES organization (id),
    status TEXT NOT NULL CHECK (status = 'draft' OR status = 'submitted' OR status = 'returned' OR
        status = 'rejected' OR status = 'published' OR status = 'partially_met' OR status = 'met' OR
        status = 'paused' OR status = 'stale' OR status = 'expired' OR status = 'closed'),
    needsReview INTEGER NOT NULL CHECK (needsReview IN (0, 1)),
    verificationRole TEXT CHECK (verificationRole = 'city_admin' OR verificationRole = 'city_reader' OR
        verificationRole = 'area_officer' OR verificationRole = 'carrier' OR verificationRole = 'foundation' OR
        verificationRole = 'company' OR verificationRole = 'network' OR verificationRole = 'portal' OR
        verificationRole = 'monitor' OR verificationRole = 'public'),
    verifiedAt INTEGER,
    verifiedRevision INTEGER,
    confirmedAt INTEGER,
    staleAt INTEGER,
    publishedAt INTEGER,
    outcome TEXT CHECK (outcome = 'fulfilled' OR outcome = 'partly' OR outcome = 'failed' OR
        outcome = 'irrelevant' OR outcome = 'withdrawn'),
    closingReason TEXT,
    closingNote TEXT,
    recordedForArea BLOB REFERENCES area (id),
    updatedAt INTEGER NOT NULL,
    createdBy BLOB REFERENCES accessToken (id),
    host BLOB REFERENCES organization (id),
    title TEXT CHECK (length(CAST(title AS BLOB)) BETWEEN 3 AND 480),
    -- The title as it is sorted (DIN 5007-1).
    titleKey TEXT CHECK (length(CAST(titleKey AS BLOB)) <= 240),
    -- Where its words stand in wordList.
    words INTEGER NOT NULL,
    text TEXT CHECK (length(CAST(text AS BLOB)) BETWEEN 20 AND 16000),
    plainSummary TEXT CHECK (length(CAST(plainSummary AS BLOB)) <= 2400),
    horizon TEXT CHECK (horizon = 'acute' OR horizon = 'temporary' OR horizon = 'permanent'),
    neededByOn INTEGER,
    hasPeriod INTEGER NOT NULL CHECK (hasPeriod IN (0, 1)),
    periodFrom INTEGER,
    periodTo INTEGER,
    reviewOn INTEGER,
    isCityWide INTEGER NOT NULL CHECK (isCityWide IN (0, 1)),
    hasSite INTEGER NOT NULL CHECK (hasSite IN (0, 1)),
    siteName TEXT CHECK (length(CAST(siteName AS BLOB)) <= 480),
    siteAddress TEXT CHECK (length(CAST(siteAddress AS BLOB)) <= 1200),
    siteArea BLOB REFERENCES area (id),
    actionFields TEXT NOT NULL,
    beneficiaryCount TEXT NOT NULL CHECK (beneficiaryCount = 'unknown' OR beneficiaryCount = '1_19' OR
        beneficiaryCount = '20_49' OR beneficiaryCount = '50_99' OR beneficiaryCount = '100_499' OR
        beneficiaryCount = '500_plus'),
    participation TEXT CHECK (length(CAST(participation AS BLOB)) <= 4000),
    ownSteps TEXT CHECK (length(CAST(ownSteps AS BLOB)) <= 4000),
    otherwiseUnavailable TEXT CHECK (length(CAST(otherwiseUnavailable AS BLOB)) <= 4000),
    selfHelp TEXT CHECK (length(CAST(selfHelp AS BLOB)) <= 4000),
    counterpart TEXT CHECK (length(CAST(counterpart AS BLOB)) <= 4000),
    compulsoryPublicTask TEXT NOT NULL CHECK (compulsoryPublicTask = 'no' OR compulsoryPublicTask = 'yes' OR
        compulsoryPublicTask = 'unclear'),
    startedOn INTEGER,
    hasNoPublicFunding INTEGER CHECK (hasNoPublicFunding IN (0, 1)),
    welcomesAlternatives INTEGER NOT NULL CHECK (welcomesAlternatives IN (0, 1)),
    visibility TEXT NOT NULL CHECK (visibility = 'public' OR visibility = 'registered' OR
        visibility = 'brokered'),
    contact BLOB REFERENCES contact (id),
    -- When the clock does something to it next, computed by the domain.
    dueAt INTEGER,
    CHECK ((publicRow IS NOT NULL) = (openness >= 2)),
    CHECK ((title IS NULL) = (titleKey IS NULL)),
    CHECK ((verificationRole IS NULL) = (verifiedAt IS NULL)),
    CHECK ((verificationRole IS NULL) = (verifiedRevision IS NULL)),
    CHECK ((confirmedAt IS NULL) = (staleAt IS NULL)),
    CHECK (outcome IS NOT NULL OR (closingReason IS NULL AND closingNote IS NULL)),
    CHECK (hasPeriod = 1 OR (periodFrom IS NULL AND periodTo IS NULL)),
    CHECK (hasSite = 1 OR (siteName IS NULL AND siteAddress IS NULL AND siteArea IS NULL))
) STRICT;

CREATE TABLE needArea (
    need BLOB NOT NULL REFERENCES need (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    area BLOB NOT NULL REFERENCES area (id),
    PRIMARY KEY (need, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE needIntroduced (
    need BLOB NOT NULL REFERENCES need (id),
    organization BLOB NOT NULL REFERENCES organization (id),
    PRIMARY KEY (need, organization)
) STRICT, WITHOUT ROWID;

CREATE TABLE needItem (
    -- Found by the need alone, so that a tree of its own would be for nothing.
    id BLOB NOT NULL CHECK (length(id) = 16),
    need BLOB NOT NULL REFERENCES need (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    committed INTEGER NOT NULL CHECK (committed >= 0),
    held INTEGER NOT NULL CHECK (held >= 0),
    fulfilled INTEGER NOT NULL CHECK (fulfilled >= 0),
    isWithdrawn INTEGER NOT NULL CHECK (isWithdrawn IN (0, 1)),
    kind TEXT NOT NULL CHECK (kind = 'money' OR kind = 'goods' OR kind = 'service' OR kind = 'logistics' OR
        kind = 'room' OR kind = 'volunteering' OR kind = 'expertise' OR kind = 'contacts'),
    title TEXT NOT NULL CHECK (length(CAST(title AS BLOB)) BETWEEN 3 AND 480),
    category TEXT,
    description TEXT CHECK (length(CAST(description AS BLOB)) <= 4000),
    quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 1000000000000),
    unit TEXT CHECK (unit = 'piece' OR unit = 'set' OR unit = 'person' OR unit = 'hour' OR unit = 'day' OR
        unit = 'seat' OR unit = 'm2' OR unit = 'km' OR unit = 'lesson'),
    minimum INTEGER NOT NULL CHECK (minimum >= 1),
    costType TEXT CHECK (costType = 'staff' OR costType = 'material' OR costType = 'investment' OR
        costType = 'training' OR costType = 'rent' OR costType = 'running' OR costType = 'other'),
    costLayer TEXT CHECK (costLayer = 'project' OR costLayer = 'overhead' OR costLayer = 'structural'),
    condition TEXT NOT NULL CHECK (condition = 'any' OR condition = 'good' OR condition = 'new'),
    schedule TEXT NOT NULL CHECK (schedule = 'shift' OR schedule = 'frame' OR schedule = 'open'),
    startsAt INTEGER,
    endsAt INTEGER,
    daysFrom INTEGER,
    daysTo INTEGER,
    hoursPerWeek INTEGER CHECK (hoursPerWeek BETWEEN 1 AND 168),
    isRemoteOK INTEGER NOT NULL CHECK (isRemoteOK IN (0, 1)),
    skills TEXT NOT NULL,
    areSkillsMandatory INTEGER NOT NULL CHECK (areSkillsMandatory IN (0, 1)),
    languages TEXT NOT NULL,
    accessibility TEXT NOT NULL,
    safeguarding TEXT NOT NULL CHECK (safeguarding = 'none' OR safeguarding = 'supervised_only' OR
        safeguarding = 'extended_certificate'),
    engagementForm TEXT,
    PRIMARY KEY (need, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE needTerm (
    need BLOB NOT NULL REFERENCES need (id),
    scheme TEXT NOT NULL CHECK (scheme IN ('topic', 'target_group')),
    position INTEGER NOT NULL CHECK (position >= 0),
    code TEXT NOT NULL,
    PRIMARY KEY (need, scheme, position),
    FOREIGN KEY (scheme, code) REFERENCES taxonomyTerm (scheme, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE offer (
    members BLOB NOT NULL CHECK (length(members) % 36 = 0),
    publicRow BLOB,
    openness INTEGER NOT NULL CHECK (openness BETWEEN 0 AND 3),
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    createdAt INTEGER NOT NULL,
    version INTEGER NOT NULL,
    revision INTEGER NOT NULL CHECK (revision >= 1),
    organization BLOB NOT NULL REFERENCES organization (id),
    supplierKind TEXT NOT NULL CHECK (supplierKind = 'carrier' OR supplierKind = 'foundation' OR
        supplierKind = 'company' OR supplierKind = 'school' OR supplierKind = 'city_unit' OR
        supplierKind = 'intermediary' OR supplierKind = 'network' OR supplierKind = 'portal'),
    usagePeriodStart INTEGER,
    held INTEGER NOT NULL CHECK (held >= 0),
    committed INTEGER NOT NULL CHECK (committed >= 0),
    status TEXT NOT NULL CHECK (status = 'draft' OR status = 'submitted' OR status = 'active' OR
        status = 'partly_reserved' OR status = 'exhausted' OR status = 'paused' OR status = 'stale' OR
        status = 'expired' OR status = 'withdrawn' OR status = 'closed'),
    confirmedAt INTEGER,
    staleAt INTEGER,
    activatedAt INTEGER,
    recordedForArea BLOB REFERENCES area (id),
    updatedAt INTEGER NOT NULL,
    createdBy BLOB REFERENCES accessToken (id),
    kind TEXT NOT NULL CHECK (kind = 'money' OR kind = 'goods' OR kind = 'service' OR kind = 'logistics' OR
        kind = 'room' OR kind = 'volunteering' OR kind = 'expertise' OR kind = 'contacts'),
    title TEXT CHECK (length(CAST(title AS BLOB)) BETWEEN 3 AND 480),
    titleKey TEXT CHECK (length(CAST(titleKey AS BLOB)) <= 240),
    -- Where its words stand in wordList.
    words INTEGER NOT NULL,
    text TEXT CHECK (length(CAST(text AS BLOB)) <= 16000),
    category TEXT,
    quantity INTEGER CHECK (quantity BETWEEN 1 AND 1000000000000),
    unit TEXT CHECK (unit = 'piece' OR unit = 'set' OR unit = 'person' OR unit = 'hour' OR unit = 'day' OR
        unit = 'seat' OR unit = 'm2' OR unit = 'km' OR unit = 'lesson'),
    minimum INTEGER NOT NULL CHECK (minimum >= 1),
    maximum INTEGER CHECK (maximum >= 1),
    period TEXT NOT NULL CHECK (period = 'once' OR period = 'month' OR period = 'quarter' OR period = 'year'),
    isInexhaustible INTEGER NOT NULL CHECK (isInexhaustible IN (0, 1)),
    availableFrom INTEGER,
    availableTo INTEGER,
    schedule TEXT NOT NULL CHECK (schedule = 'shift' OR schedule = 'frame' OR schedule = 'open'),
    startsAt INTEGER,
    endsAt INTEGER,
    daysFrom INTEGER,
    daysTo INTEGER,
    hoursPerWeek INTEGER CHECK (hoursPerWeek BETWEEN 1 AND 168),
    reach TEXT CHECK (reach = 'city' OR reach = 'area' OR reach = 'digital'),
    condition TEXT NOT NULL CHECK (condition IN ('good', 'new')),
    areTopicsStrict INTEGER NOT NULL CHECK (areTopicsStrict IN (0, 1)),
    areTargetGroupsStrict INTEGER NOT NULL CHECK (areTargetGroupsStrict IN (0, 1)),
    horizons TEXT NOT NULL,
    skills TEXT NOT NULL,
    languages TEXT NOT NULL,
    accessibility TEXT NOT NULL,
    safeguarding TEXT NOT NULL CHECK (safeguarding = 'none' OR safeguarding = 'supervised_only' OR
        safeguarding = 'certificate_available'),
    engagementForm TEXT,
    counterpartWish TEXT CHECK (length(CAST(counterpartWish AS BLOB)) <= 2000),
    legalNature TEXT CHECK (legalNature = 'donation' OR legalNature = 'in_kind_donation' OR
        legalNature = 'sponsorship' OR legalNature = 'grant' OR legalNature = 'pro_bono' OR
        legalNature = 'corporate_volunteering' OR legalNature = 'loan_of_use' OR legalNature = 'purchase' OR
        legalNature = 'other'),
    publicity TEXT NOT NULL CHECK (publicity = 'none' OR publicity = 'name' OR publicity = 'name_and_logo'),
    conditions TEXT CHECK (length(CAST(conditions AS BLOB)) <= 8000),
    visibility TEXT NOT NULL CHECK (visibility = 'public' OR visibility = 'registered' OR
        visibility = 'brokered'),
    contact BLOB REFERENCES contact (id),
    dueAt INTEGER,
    CHECK ((publicRow IS NOT NULL) = (openness >= 2)),
    CHECK ((title IS NULL) = (titleKey IS NULL)),
    CHECK ((confirmedAt IS NULL) = (staleAt IS NULL))
) STRICT;

CREATE TABLE offerArea (
    offer BLOB NOT NULL REFERENCES offer (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    area BLOB NOT NULL REFERENCES area (id),
    PRIMARY KEY (offer, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE offerIntroduced (
    offer BLOB NOT NULL REFERENCES offer (id),
    organization BLOB NOT NULL REFERENCES organization (id),
    PRIMARY KEY (offer, organization)
) STRICT, WITHOUT ROWID;

CREATE TABLE offerNamed (
    offer BLOB NOT NULL REFERENCES offer (id),
    organization BLOB NOT NULL REFERENCES organization (id),
    PRIMARY KEY (offer, organization)
) STRICT, WITHOUT ROWID;

CREATE TABLE offerTerm (
    offer BLOB NOT NULL REFERENCES offer (id),
    scheme TEXT NOT NULL CHECK (scheme IN ('topic', 'target_group')),
    position INTEGER NOT NULL CHECK (position >= 0),
    code TEXT NOT NULL,
    PRIMARY KEY (offer, scheme, position),
    FOREIGN KEY (scheme, code) REFERENCES taxonomyTerm (scheme, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE organization (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    version INTEGER NOT NULL,
    openness INTEGER NOT NULL CHECK (openness BETWEEN 0 AND 3),
    -- To whom it is open besides; computed by the domain, compared here.
    members BLOB NOT NULL CHECK (length(members) % 36 = 0),
    kind TEXT NOT NULL CHECK (kind = 'carrier' OR kind = 'foundation' OR kind = 'company' OR kind = 'school' OR
        kind = 'city_unit' OR kind = 'intermediary' OR kind = 'network' OR kind = 'portal'),
    name TEXT NOT NULL CHECK (length(CAST(name AS BLOB)) BETWEEN 2 AND 800),
    -- The name that everyone sees, as it is sorted.
    nameKey TEXT NOT NULL CHECK (length(CAST(nameKey AS BLOB)) <= 240),
    -- Where its words stand in wordList.
    words INTEGER NOT NULL,
    shortName TEXT CHECK (length(CAST(shortName AS BLOB)) BETWEEN 1 AND 240),
    legalForm TEXT CHECK (legalForm = 'ev' OR legalForm = 'unregistered_association' OR legalForm = 'ggmbh' OR
        legalForm = 'gug' OR legalForm = 'gmbh' OR legalForm = 'ug' OR legalForm = 'ag' OR legalForm = 'eg' OR
        legalForm = 'gbr' OR legalForm = 'egbr' OR legalForm = 'foundation_private' OR
        legalForm = 'trust_foundation' OR legalForm = 'foundation_public' OR legalForm = 'public_corporation' OR
        legalForm = 'public_institution' OR legalForm = 'kg' OR legalForm = 'ohg' OR
        legalForm = 'sole_trader' OR legalForm = 'freelance' OR legalForm = 'informal' OR
        legalForm = 'private_person' OR legalForm = 'other'),
    isGrantMaking INTEGER NOT NULL CHECK (isGrantMaking IN (0, 1)),
    isEconomicallyActive INTEGER NOT NULL CHECK (isEconomicallyActive IN (0, 1)),
    registerCourt TEXT CHECK (length(CAST(registerCourt AS BLOB)) BETWEEN 1 AND 400),
    registerKind TEXT CHECK (registerKind = 'VR' OR registerKind = 'HRA' OR registerKind = 'HRB' OR
        registerKind = 'GnR' OR registerKind = 'PR' OR registerKind = 'GsR'),
    registerNumber TEXT CHECK (length(CAST(registerNumber AS BLOB)) BETWEEN 1 AND 160),
    businessID TEXT CHECK (length(CAST(businessID AS BLOB)) = 17),
    size TEXT CHECK (size = 'micro' OR size = 'small' OR size = 'medium' OR size = 'large' OR
        size = 'volunteers_only' OR size = 'staff_lt_5' OR size = 'staff_5_20' OR size = 'staff_gt_20'),
    isMigrantLed INTEGER NOT NULL CHECK (isMigrantLed IN (0, 1)),
    isLocalEconomy INTEGER NOT NULL CHECK (isLocalEconomy IN (0, 1)),
    hasSeat INTEGER NOT NULL CHECK (hasSeat IN (0, 1)),
    seatStreet TEXT CHECK (length(CAST(seatStreet AS BLOB)) BETWEEN 1 AND 480),
    seatPostalCode TEXT CHECK (length(seatPostalCode) = 5),
    seatCity TEXT CHECK (length(CAST(seatCity AS BLOB)) BETWEEN 1 AND 480),
    seatArea BLOB REFERENCES area (id),
    isSeatPublic INTEGER NOT NULL CHECK (isSeatPublic IN (0, 1)),
    languages TEXT NOT NULL,
    text TEXT CHECK (length(CAST(text AS BLOB)) <= 16000),
    goals TEXT CHECK (length(CAST(goals AS BLOB)) <= 8000),
    selectionCriteria TEXT CHECK (length(CAST(selectionCriteria AS BLOB)) <= 8000),
    website TEXT CHECK (length(CAST(website AS BLOB)) BETWEEN 8 AND 2000),
    umbrella BLOB REFERENCES organization (id),
    taxBasis TEXT CHECK (taxBasis = 'none' OR taxBasis = 'statutes_notice_60a' OR
        taxBasis = 'exemption_notice' OR taxBasis = 'assessment_annex' OR taxBasis = 'public_body'),
    taxNoticeOn INTEGER,
    taxHasLaterNotice INTEGER NOT NULL CHECK (taxHasLaterNotice IN (0, 1)),
    taxOffice TEXT CHECK (length(CAST(taxOffice AS BLOB)) <= 480),
    taxPurposes TEXT NOT NULL,
    taxSource TEXT CHECK (taxSource = 'self_declared' OR taxSource = 'document_seen' OR
        taxSource = 'public_register'),
    taxConfirmedBy BLOB REFERENCES organization (id),
    taxConfirmedAt INTEGER,
    questionnaireVersion TEXT CHECK (length(CAST(questionnaireVersion AS BLOB)) BETWEEN 1 AND 160),
    -- Question and answer with a = between them.
    questionnaireAnswers TEXT NOT NULL,
    counterpart TEXT CHECK (length(CAST(counterpart AS BLOB)) <= 4000),
    publicityDefault TEXT NOT NULL CHECK (publicityDefault = 'none' OR publicityDefault = 'name' OR
        publicityDefault = 'name_and_logo'),
    verification TEXT NOT NULL CHECK (verification = 'unverified' OR verification = 'verified' OR
        verification = 'rejected' OR verification = 'suspended'),
    verificationMethod TEXT CHECK (verificationMethod = 'register' OR verificationMethod = 'document_seen' OR
        verificationMethod = 'officer_known' OR verificationMethod = 'network_vouched'),
    verifiedBy BLOB REFERENCES organization (id),
    verifiedAt INTEGER,
    verificationNote TEXT CHECK (length(CAST(verificationNote AS BLOB)) <= 8000),
    status TEXT NOT NULL CHECK (status = 'active' OR status = 'closed' OR status = 'merged'),
    stewardArea BLOB REFERENCES area (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    CHECK (hasSeat = 1 OR (seatStreet IS NULL AND seatPostalCode IS NULL AND seatCity IS NULL
        AND seatArea IS NULL)),
    CHECK (taxBasis IS NOT NULL OR (taxNoticeOn IS NULL AND taxHasLaterNotice = 0 AND taxOffice IS NULL
        AND taxPurposes = '')),
    CHECK ((taxBasis IS NULL) = (taxSource IS NULL)),
    CHECK (taxSource IS NOT NULL OR (taxConfirmedBy IS NULL AND taxConfirmedAt IS NULL)),
    CHECK ((registerCourt IS NULL) = (registerKind IS NULL) AND (registerKind IS NULL) = (registerNumber IS NULL)),
    CHECK (questionnaireVersion IS NOT NULL OR (questionnaireAnswers = '' AND counterpart IS NULL))
) STRICT;

CREATE TABLE organizationArea (
    organization BLOB NOT NULL REFERENCES organization (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    area BLOB NOT NULL REFERENCES area (id),
    PRIMARY KEY (organization, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE organizationPoint (
    organization BLOB NOT NULL REFERENCES organization (id),
    point TEXT NOT NULL CHECK (point = 'general_data' OR point = 'statutes_and_aims' OR
        point = 'tax_notice_date' OR point = 'decision_makers' OR point = 'activity_report' OR point = 'staff' OR
        point = 'origin_of_means' OR point = 'use_of_means' OR point = 'affiliations' OR point = 'large_donors'),
    isPublished INTEGER NOT NULL CHECK (isPublished IN (0, 1)),
    url TEXT CHECK (length(CAST(url AS BLOB)) BETWEEN 8 AND 2000),
    asOfOn INTEGER,
    PRIMARY KEY (organization, point)
) STRICT, WITHOUT ROWID;

CREATE TABLE organizationTerm (
    organization BLOB NOT NULL REFERENCES organization (id),
    scheme TEXT NOT NULL CHECK (scheme IN ('topic', 'target_group')),
    position INTEGER NOT NULL CHECK (position >= 0),
    code TEXT NOT NULL,
    PRIMARY KEY (organization, scheme, position),
    FOREIGN KEY (scheme, code) REFERENCES taxonomyTerm (scheme, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE outcome (
    commitment BLOB NOT NULL REFERENCES commitment (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    side TEXT NOT NULL CHECK (side = 'carrier' OR side = 'supplier'),
    goalMet TEXT NOT NULL CHECK (goalMet = 'yes' OR goalMet = 'partly' OR goalMet = 'no'),
    peopleReached TEXT CHECK (peopleReached = '0' OR peopleReached = '1_4' OR peopleReached = '5_19' OR
        peopleReached = '20_49' OR peopleReached = '50_99' OR peopleReached = '100_plus'),
    hours INTEGER CHECK (hours BETWEEN 0 AND 100000),
    inKindCents INTEGER CHECK (inKindCents BETWEEN 0 AND 1000000000000),
    whatChanged TEXT CHECK (length(CAST(whatChanged AS BLOB)) <= 8000),
    wouldRepeat TEXT CHECK (wouldRepeat = 'yes' OR wouldRepeat = 'no' OR wouldRepeat = 'unsure'),
    consentsToStory INTEGER NOT NULL CHECK (consentsToStory IN (0, 1)),
    at INTEGER NOT NULL,
    PRIMARY KEY (commitment, position),
    UNIQUE (commitment, side)
) STRICT, WITHOUT ROWID;

CREATE TABLE privacyRequest (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    version INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind = 'access' OR kind = 'rectification' OR kind = 'erasure' OR
        kind = 'restriction' OR kind = 'portability' OR kind = 'objection'),
    -- Whoever passed it on: the person itself has no token.
    organization BLOB NOT NULL REFERENCES organization (id),
    contact BLOB REFERENCES contact (id),
    text TEXT CHECK (length(CAST(text AS BLOB)) <= 8000),
    identityCheck TEXT CHECK (length(CAST(identityCheck AS BLOB)) <= 8000),
    status TEXT NOT NULL CHECK (status = 'received' OR status = 'identity_checked' OR status = 'executed' OR
        status = 'refused' OR status = 'closed'),
    result TEXT CHECK (length(CAST(result AS BLOB)) <= 8000),
    dueAt INTEGER NOT NULL,
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL
) STRICT;

CREATE TABLE programme (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    version INTEGER NOT NULL,
    openness INTEGER NOT NULL CHECK (openness BETWEEN 0 AND 3),
    members BLOB NOT NULL CHECK (length(members) % 36 = 0),
    organization BLOB NOT NULL REFERENCES organization (id),
    status TEXT NOT NULL CHECK (status = 'draft' OR status = 'published' OR status = 'suspended' OR
        status = 'closed'),
    kind TEXT NOT NULL CHECK (kind = 'grant' OR kind = 'fund' OR kind = 'prize' OR kind = 'match_campaign'),
    title TEXT NOT NULL CHECK (length(CAST(title AS BLOB)) BETWEEN 3 AND 640),
    -- The title as it is sorted (DIN 5007-1).
    titleKey TEXT NOT NULL CHECK (length(CAST(titleKey AS BLOB)) <= 240),
    -- Where its words stand in wordList.
    words INTEGER NOT NULL,
    summary TEXT CHECK (length(CAST(summary AS BLOB)) <= 16000),
    awardKind TEXT NOT NULL CHECK (awardKind = 'money' OR awardKind = 'in_kind' OR awardKind = 'honour'),
    policyVersion TEXT CHECK (length(policyVersion) BETWEEN 6 AND 8),
    validFrom INTEGER,
    validTo INTEGER,
    legalBasis TEXT CHECK (length(CAST(legalBasis AS BLOB)) BETWEEN 1 AND 4000),
    sourceURL TEXT CHECK (length(CAST(sourceURL AS BLOB)) BETWEEN 8 AND 2000),
    verification TEXT CHECK (verification = 'unverified' OR verification = 'read_in_public_source' OR
        verification = 'confirmed_by_funder'),
    confirmedOn INTEGER,
    financingType TEXT CHECK (financingType = 'share' OR financingType = 'deficit' OR financingType = 'fixed' OR
        financingType = 'full'),
    leastCents INTEGER CHECK (leastCents BETWEEN 0 AND 1000000000000),
    mostCents INTEGER CHECK (mostCents BETWEEN 0 AND 1000000000000),
    mostShare INTEGER CHECK (mostShare BETWEEN 0 AND 10000),
    leastOwnShare INTEGER CHECK (leastOwnShare BETWEEN 0 AND 10000),
    horizons TEXT NOT NULL,
    recipientKinds TEXT NOT NULL,
    documents TEXT NOT NULL,
    startedProjects TEXT CHECK (startedProjects = 'allowed' OR startedProjects = 'with_permission' OR
        startedProjects = 'forbidden'),
    isRolling INTEGER NOT NULL CHECK (isRolling IN (0, 1)),
    note TEXT CHECK (length(CAST(note AS BLOB)) <= 8000),
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    createdBy BLOB REFERENCES accessToken (id),
    CHECK ((policyVersion IS NULL) = (legalBasis IS NULL)),
    CHECK ((policyVersion IS NULL) = (verification IS NULL)),
    CHECK ((policyVersion IS NULL) = (validFrom IS NULL)),
    CHECK ((confirmedOn IS NOT NULL) = (coalesce(verification, '') = 'confirmed_by_funder')),
    CHECK (validTo IS NULL OR validFrom <= validTo),
    CHECK (leastCents IS NULL OR mostCents IS NULL OR leastCents <= mostCents),
    CHECK (status = 'draft' OR policyVersion IS NOT NULL)
) STRICT;

CREATE TABLE programmeArea (
    programme BLOB NOT NULL REFERENCES programme (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    area BLOB NOT NULL REFERENCES area (id),
    PRIMARY KEY (programme, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE programmeAward (
    programme BLOB NOT NULL REFERENCES programme (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
    recipient TEXT NOT NULL CHECK (length(CAST(recipient AS BLOB)) BETWEEN 1 AND 800),
    cents INTEGER CHECK (cents BETWEEN 0 AND 1000000000000),
    PRIMARY KEY (programme, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE programmeCall (
    programme BLOB NOT NULL REFERENCES programme (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    opensOn INTEGER NOT NULL,
    closesOn INTEGER NOT NULL CHECK (closesOn >= opensOn),
    decisionOn INTEGER CHECK (decisionOn >= closesOn),
    PRIMARY KEY (programme, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE programmeTerm (
    programme BLOB NOT NULL REFERENCES programme (id),
    scheme TEXT NOT NULL CHECK (scheme IN ('topic', 'target_group')),
    position INTEGER NOT NULL CHECK (position >= 0),
    code TEXT NOT NULL,
    PRIMARY KEY (programme, scheme, position),
    FOREIGN KEY (scheme, code) REFERENCES taxonomyTerm (scheme, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE responsibility (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    version INTEGER NOT NULL,
    unit BLOB NOT NULL REFERENCES organization (id),
    area BLOB REFERENCES area (id),
    topic TEXT CHECK (length(CAST(topic AS BLOB)) BETWEEN 1 AND 240),
    kind TEXT CHECK (kind = 'money' OR kind = 'goods' OR kind = 'service' OR kind = 'logistics' OR
        kind = 'room' OR kind = 'volunteering' OR kind = 'expertise' OR kind = 'contacts'),
    functionAddress TEXT NOT NULL CHECK (length(CAST(functionAddress AS BLOB)) BETWEEN 3 AND 1016),
    validFrom INTEGER,
    validTo INTEGER,
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    CHECK (validFrom IS NULL OR validTo IS NULL OR validFrom <= validTo)
) STRICT;

CREATE TABLE retentionRun (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    at INTEGER NOT NULL,
    -- Rule and count with a = between them.
    counts TEXT NOT NULL
) STRICT;

CREATE TABLE taxonomyTerm (
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    version INTEGER NOT NULL,
    scheme TEXT NOT NULL CHECK (scheme = 'topic' OR scheme = 'target_group' OR scheme = 'resource_category' OR
        scheme = 'skill' OR scheme = 'accessibility' OR scheme = 'engagement_form' OR scheme = 'purpose' OR
        scheme = 'document'),
    code TEXT NOT NULL CHECK (length(CAST(code AS BLOB)) BETWEEN 1 AND 240),
    labelDe TEXT NOT NULL,
    labelEn TEXT NOT NULL,
    definitionDe TEXT,
    definitionEn TEXT,
    parent TEXT,
    kind TEXT CHECK (kind = 'money' OR kind = 'goods' OR kind = 'service' OR kind = 'logistics' OR
        kind = 'room' OR kind = 'volunteering' OR kind = 'expertise' OR kind = 'contacts'),
    validFrom INTEGER,
    validTo INTEGER,
    -- May name a term that is added later, and so refers to none.
    replacedBy TEXT,
    createdAt INTEGER NOT NULL,
    updatedAt INTEGER NOT NULL,
    PRIMARY KEY (scheme, code),
    FOREIGN KEY (scheme, parent) REFERENCES taxonomyTerm (scheme, code),
    CHECK ((definitionDe IS NULL) = (definitionEn IS NULL)),
    CHECK (validFrom IS NULL OR validTo IS NULL OR validFrom <= validTo)
) STRICT, WITHOUT ROWID;

CREATE TABLE transition (
    position INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    subject TEXT NOT NULL CHECK (subject = 'organization' OR subject = 'contact' OR subject = 'need' OR
        subject = 'offer' OR subject = 'introduction' OR subject = 'membership' OR subject = 'commitment' OR
        subject = 'programme' OR subject = 'idea' OR subject = 'privacy_request' OR
        subject = 'allocation_plan'),
    subjectID BLOB NOT NULL CHECK (length(subjectID) = 16),
    event TEXT NOT NULL,
    fromState TEXT NOT NULL,
    toState TEXT NOT NULL,
    organization BLOB CHECK (length(organization) = 16),
    role TEXT NOT NULL CHECK (role = 'city_admin' OR role = 'city_reader' OR role = 'area_officer' OR
        role = 'carrier' OR role = 'foundation' OR role = 'company' OR role = 'network' OR role = 'portal' OR
        role = 'monitor' OR role = 'public'),
    reasonCode TEXT,
    note TEXT CHECK (length(CAST(note AS BLOB)) <= 8000),
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE wordList (
    number INTEGER PRIMARY KEY,
    words BLOB NOT NULL
) STRICT;

CREATE INDEX accessTokenListed ON accessToken (createdAt, id);

CREATE INDEX accessTokenOrganization ON accessToken (organization, createdAt, id);

CREATE INDEX accessTokenSuccessor ON accessToken (successor) WHERE successor IS NOT NULL;

CREATE INDEX allocationLineIntroduction ON allocationLine (introduction) WHERE introduction IS NOT NULL;

CREATE INDEX allocationPlanDue ON allocationPlan (dueAt) WHERE dueAt IS NOT NULL;

CREATE INDEX allocationPlanListed ON allocationPlan (createdAt, id, openness, updatedAt);

CREATE INDEX allocationPlanOrganization ON allocationPlan (organization);

CREATE INDEX allocationPlanProgramme ON allocationPlan (programme) WHERE programme IS NOT NULL;

CREATE INDEX areaAssignmentContact ON areaAssignment (contact) WHERE contact IS NOT NULL;

CREATE INDEX areaAssignmentOrganization ON areaAssignment (organization);

CREATE UNIQUE INDEX areaCode ON area (code, validFrom);

CREATE INDEX areaParent ON area (parent);

CREATE INDEX areaRelationTo ON areaRelation (toArea);

CREATE INDEX commitmentCarrier ON commitment (carrier);

CREATE INDEX commitmentDue ON commitment (dueAt) WHERE dueAt IS NOT NULL;

CREATE INDEX commitmentIntroduction ON commitment (introduction);

CREATE UNIQUE INDEX commitmentLast ON commitment (introduction)
    WHERE status <> 'cancelled' AND status <> 'discarded';

CREATE INDEX commitmentLineItem ON commitmentLine (item);

CREATE INDEX commitmentListed ON commitment (createdAt, id, openness, waitsUntil, updatedAt);

CREATE INDEX commitmentNeed ON commitment (need, createdAt, id);

CREATE INDEX commitmentOffer ON commitment (offer, createdAt, id) WHERE offer IS NOT NULL;

CREATE INDEX commitmentSupplier ON commitment (supplier);

CREATE INDEX commitmentTaken ON commitment (takenAt) WHERE takenAt IS NOT NULL;

CREATE INDEX commitmentWaiting ON commitment (createdAt, id)
    WHERE status IN ('drafted', 'confirmed', 'in_delivery', 'delivered', 'acknowledged', 'disputed');

CREATE INDEX contactOrganization ON contact (organization, createdAt, id);

CREATE INDEX disclosureContact ON disclosure (contact);

CREATE INDEX disclosureIntroduction ON disclosure (introduction);

CREATE INDEX disclosureNoticed ON disclosure (toOrganization) WHERE notice IS NOT NULL AND acknowledgedAt IS NULL;

CREATE INDEX disclosureOrganization ON disclosure (organization);

CREATE INDEX disclosureRecipient ON disclosure (toOrganization);

CREATE UNIQUE INDEX endorsementNeed ON endorsement (need, network);

CREATE INDEX endorsementNetwork ON endorsement (network);

CREATE INDEX externalReferenceRecord ON externalReference (record);

CREATE INDEX holdItem ON hold (item) WHERE releasedAt IS NULL;

CREATE INDEX ideaListed ON idea (createdAt, id, openness, titleKey, updatedAt, words);

CREATE INDEX ideaOrganization ON idea (organization);

CREATE INDEX ideaPublic ON idea (createdAt, id) WHERE openness = 3;

CREATE INDEX importReportCreatedAt ON importReport (createdAt);

CREATE INDEX importReportOrganization ON importReport (organization);

CREATE INDEX indicatorValueArea ON indicatorValue (area);

CREATE INDEX intakeLinkListed ON intakeLink (createdAt, id);

CREATE INDEX introductionDeclined ON introduction (updatedAt) WHERE status = 'declined';

CREATE INDEX introductionDue ON introduction (dueAt) WHERE dueAt IS NOT NULL;

CREATE INDEX introductionListed ON introduction (createdAt, id, openness, answerDueAt, updatedAt);

CREATE INDEX introductionNeed ON introduction (need, createdAt, id);

CREATE INDEX introductionOffer ON introduction (offer, createdAt, id) WHERE offer IS NOT NULL;

CREATE INDEX introductionOpen ON introduction (createdAt, id)
    WHERE status IN ('proposed', 'accepted_by_one', 'connected', 'in_talks');

CREATE INDEX keptAnswerKeptAt ON keptAnswer (keptAt);

CREATE INDEX keptAnswerRecord ON keptAnswer (record);

CREATE INDEX membershipListed ON membership (createdAt, id, openness);

CREATE INDEX membershipNetwork ON membership (network);

CREATE UNIQUE INDEX membershipOpen ON membership (network, organization) WHERE status IN ('requested', 'active');

CREATE INDEX membershipOrganization ON membership (organization);

CREATE INDEX needCarrier ON need (carrier);

CREATE INDEX needContact ON need (contact) WHERE contact IS NOT NULL;

CREATE INDEX needDue ON need (dueAt) WHERE dueAt IS NOT NULL;

CREATE INDEX needListed ON need (createdAt, id, openness, titleKey, neededByOn, publishedAt, updatedAt, words);

CREATE INDEX needLive ON need (id) WHERE status IN ('published', 'partially_met');

CREATE INDEX needPublic ON need (createdAt, id, publicRow) WHERE openness = 3;

CREATE INDEX offerContact ON offer (contact) WHERE contact IS NOT NULL;

CREATE INDEX offerDue ON offer (dueAt) WHERE dueAt IS NOT NULL;

CREATE INDEX offerListed ON offer (createdAt, id, openness, titleKey, activatedAt, updatedAt, words);

CREATE INDEX offerLive ON offer (id) WHERE status IN ('active', 'partly_reserved');

CREATE INDEX offerOrganization ON offer (organization);

CREATE INDEX offerPublic ON offer (createdAt, id, publicRow) WHERE openness = 3;

CREATE INDEX offerSubmitted ON offer (organization, createdAt, id) WHERE status = 'submitted';

CREATE INDEX organizationListed ON organization (createdAt, id, openness, nameKey, updatedAt, words);

CREATE INDEX organizationPublic ON organization (createdAt, id) WHERE openness = 3;

CREATE INDEX organizationUmbrella ON organization (umbrella) WHERE umbrella IS NOT NULL;

CREATE INDEX privacyRequestContact ON privacyRequest (contact) WHERE contact IS NOT NULL;

CREATE INDEX privacyRequestListed ON privacyRequest (createdAt, id);

CREATE INDEX privacyRequestOrganization ON privacyRequest (organization);

CREATE INDEX programmeListed ON programme (createdAt, id, openness, titleKey, updatedAt, words);

CREATE INDEX programmeOrganization ON programme (organization);

CREATE INDEX programmePublic ON programme (createdAt, id) WHERE openness = 3;

CREATE INDEX responsibilityArea ON responsibility (area) WHERE area IS NOT NULL;

CREATE INDEX responsibilityUnit ON responsibility (unit);

CREATE INDEX retentionRunListed ON retentionRun (at, id);

CREATE INDEX taxonomyTermParent ON taxonomyTerm (scheme, parent);

CREATE INDEX transitionSubject ON transition (subject, subjectID);
