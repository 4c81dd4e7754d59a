/* Files as they are, by #embed (C23, 6.10.4): as a Swift literal they take the compiler minutes. */
#pragma clang diagnostic ignored "-Wc23-extensions"

#include "CFiles.h"

static const uint8_t contract[] = {
#embed "../ScharnierFiles/Resources/openapi.yaml"
};

struct cfiles_file cfiles_contract(void) { return (struct cfiles_file){contract, sizeof contract}; }

static const uint8_t style[] = {
#embed "../ScharnierFiles/Resources/style.css"
};

struct cfiles_file cfiles_style(void) { return (struct cfiles_file){style, sizeof style}; }

static const uint8_t areas[] = {
#embed "../ScharnierFiles/Resources/areas.json"
};

struct cfiles_file cfiles_areas(void) { return (struct cfiles_file){areas, sizeof areas}; }

static const uint8_t area_relations[] = {
#embed "../ScharnierFiles/Resources/area-relations.json"
};

struct cfiles_file cfiles_area_relations(void) { return (struct cfiles_file){area_relations, sizeof area_relations}; }

static const uint8_t indicators[] = {
#embed "../ScharnierFiles/Resources/indicators.json"
};

struct cfiles_file cfiles_indicators(void) { return (struct cfiles_file){indicators, sizeof indicators}; }

static const uint8_t taxonomy[] = {
#embed "../ScharnierFiles/Resources/taxonomy.json"
};

struct cfiles_file cfiles_taxonomy(void) { return (struct cfiles_file){taxonomy, sizeof taxonomy}; }

static const uint8_t organizations[] = {
#embed "../ScharnierFiles/Resources/organizations.json"
};

struct cfiles_file cfiles_organizations(void) { return (struct cfiles_file){organizations, sizeof organizations}; }

static const uint8_t registry[] = {
#embed "../ScharnierFiles/Resources/registry.json"
};

struct cfiles_file cfiles_registry(void) { return (struct cfiles_file){registry, sizeof registry}; }

static const uint8_t needs[] = {
#embed "../ScharnierFiles/Resources/needs.json"
};

struct cfiles_file cfiles_needs(void) { return (struct cfiles_file){needs, sizeof needs}; }

static const uint8_t offers[] = {
#embed "../ScharnierFiles/Resources/offers.json"
};

struct cfiles_file cfiles_offers(void) { return (struct cfiles_file){offers, sizeof offers}; }
