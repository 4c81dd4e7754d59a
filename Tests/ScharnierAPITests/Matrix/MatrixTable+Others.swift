extension MatrixTable {
    /// The rows of all other records.
    static let others = """
        organization verified
          GET    /v1/organizations/{id}                                   xxxxxxxxxx-
          PATCH  /v1/organizations/{id}                                   -xrrrrrrx--
          GET    /v1/organizations/{id}/transitions                       -xrrrrrrx--
          POST   /v1/organizations/{id}/transitions                       -------rx--
          POST   /v1/organizations/{id}/status-transitions                -xrrrrrrx--
          POST   /v1/organizations/{id}/tax-status-proposals              -xrrrr-rx--
          POST   /v1/organizations/{id}/tax-status-confirmations          -------rx--
          GET    /v1/organizations/{id}/archive                           -xrrrrr-x--
        organization unverified
          GET    /v1/organizations/{id}                                   hhhhhhhhxh-
          PATCH  /v1/organizations/{id}                                   -hhhhhhhx--
          GET    /v1/organizations/{id}/transitions                       -hhhhhhhx--
          POST   /v1/organizations/{id}/transitions                       -------hx--
          POST   /v1/organizations/{id}/status-transitions                -hhhhhhhx--
          POST   /v1/organizations/{id}/tax-status-proposals              -hhhhh-hx--
          POST   /v1/organizations/{id}/tax-status-confirmations          -------hx--
          GET    /v1/organizations/{id}/archive                           -hhhhhh-x--
        organization rejected
          GET    /v1/organizations/{id}                                   hhhhhhhhxh-
          PATCH  /v1/organizations/{id}                                   -hhhhhhhx--
          GET    /v1/organizations/{id}/transitions                       -hhhhhhhx--
          POST   /v1/organizations/{id}/transitions                       -------hx--
          POST   /v1/organizations/{id}/status-transitions                -hhhhhhhx--
          POST   /v1/organizations/{id}/tax-status-proposals              -hhhhh-hx--
          POST   /v1/organizations/{id}/tax-status-confirmations          -------hx--
          GET    /v1/organizations/{id}/archive                           -hhhhhh-x--
        contact
          GET    /v1/contacts/{id}                                        -xhhxhhhx--
          PATCH  /v1/contacts/{id}                                        -xhhrhhhx--
          DELETE /v1/contacts/{id}                                        -xhhrhhhx--
          GET    /v1/contacts/{id}/archive                                -xhhrhh-x--
        membership requested
          GET    /v1/memberships/{id}                                     hxhhhxhhxh-
          PATCH  /v1/memberships/{id}                                     -xhhhx-hx--
          GET    /v1/memberships/{id}/transitions                         -xhhhx-hx--
          POST   /v1/memberships/{id}/transitions                         -xhhhx-hr--
        membership active
          GET    /v1/memberships/{id}                                     xxxxxxxxxx-
          PATCH  /v1/memberships/{id}                                     -rxrrx-rx--
          GET    /v1/memberships/{id}/transitions                         -rxrrx-rx--
          POST   /v1/memberships/{id}/transitions                         -rxrrx-rr--
        area
          GET    /v1/areas/{id}                                           xxxxxxxxxxx
          PATCH  /v1/areas/{id}                                           --------x--
          POST   /v1/areas/{id}/relations                                 --------x--
          GET    /v1/areas/{id}/indicator-values                          xxxxxxxxxxx
          POST   /v1/areas/{id}/indicator-values                          --------x--
        term
          GET    /v1/taxonomy-terms/{id}                                  xxxxxxxxxxx
          PATCH  /v1/taxonomy-terms/{id}                                  --------x--
        indicator
          GET    /v1/indicators/{code}                                    xxxxxxxxxxx
        assignment
          GET    /v1/area-assignments/{id}                                -xxxxxxxxx-
          PATCH  /v1/area-assignments/{id}                                --------x--
        responsibility
          GET    /v1/responsibilities/{id}                                xxxxxxxxxxx
          PATCH  /v1/responsibilities/{id}                                --------x--
        link
          GET    /v1/intake-links/{id}                                    -------xx--
          DELETE /v1/intake-links/{id}                                    -------xx--
        token
          GET    /v1/tokens/{id}                                          -xhhhhhhxh-
          DELETE /v1/tokens/{id}                                          --------x--
        import
          GET    /v1/imports/{id}                                         -xhhhh-hx--
        """
}
