#ifndef CFILES_H
#define CFILES_H

#include <stddef.h>
#include <stdint.h>

/* A file that is built into the program; its octets live as long as the process. */
struct cfiles_file {
    const uint8_t *start;
    size_t count;
};

struct cfiles_file cfiles_contract(void);
struct cfiles_file cfiles_style(void);
struct cfiles_file cfiles_areas(void);
struct cfiles_file cfiles_area_relations(void);
struct cfiles_file cfiles_indicators(void);
struct cfiles_file cfiles_taxonomy(void);
struct cfiles_file cfiles_organizations(void);
struct cfiles_file cfiles_registry(void);
struct cfiles_file cfiles_needs(void);
struct cfiles_file cfiles_offers(void);

#endif
