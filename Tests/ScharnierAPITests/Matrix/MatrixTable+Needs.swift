extension MatrixTable {
    /// The rows of needs.
    static let needs = """
        need draft
          GET    /v1/needs/{id}                                           hxhhhhhxxh-
          PATCH  /v1/needs/{id}                                           -xh--h-r---
          DELETE /v1/needs/{id}                                           -xh--h-r---
          GET    /v1/needs/{id}/completeness                              -xh--h-xx--
          GET    /v1/needs/{id}/transitions                               -xh--h-xx--
          POST   /v1/needs/{id}/transitions                               -xh--h-xx--
          GET    /v1/needs/{id}/suggestions                               -xh--h-xx--
          GET    /v1/needs/{id}/endorsements                              -xhhhhhxxh-
          POST   /v1/needs/{id}/endorsements                              -----h-r---
          POST   /v1/needs/{id}/redactions                                -------xx--
          POST   /v1/needs/{id}/confirm-links                             -xh--h-xx--
        need submitted
          GET    /v1/needs/{id}                                           hxhhhhhxxh-
          PATCH  /v1/needs/{id}                                           -xh--h-r---
          DELETE /v1/needs/{id}                                           -xh--h-r---
          GET    /v1/needs/{id}/completeness                              -xh--h-xx--
          GET    /v1/needs/{id}/transitions                               -xh--h-xx--
          POST   /v1/needs/{id}/transitions                               -xh--h-xx--
          GET    /v1/needs/{id}/suggestions                               -xh--h-xx--
          GET    /v1/needs/{id}/endorsements                              -xhhhhhxxh-
          POST   /v1/needs/{id}/endorsements                              -----h-r---
          POST   /v1/needs/{id}/redactions                                -------xx--
          POST   /v1/needs/{id}/confirm-links                             -xh--h-xx--
        need public
          GET    /v1/needs/{id}                                           xxxxxxxxxx-
          PATCH  /v1/needs/{id}                                           -xr--r-r---
          DELETE /v1/needs/{id}                                           -xr--r-r---
          GET    /v1/needs/{id}/completeness                              -xr--r-xx--
          GET    /v1/needs/{id}/transitions                               -xr--r-xx--
          POST   /v1/needs/{id}/transitions                               -xr--r-xx--
          GET    /v1/needs/{id}/suggestions                               -xr--r-xx--
          GET    /v1/needs/{id}/endorsements                              -xxxxxxxxx-
          POST   /v1/needs/{id}/endorsements                              -----x-r---
          POST   /v1/needs/{id}/redactions                                -------xx--
          POST   /v1/needs/{id}/confirm-links                             -xr--r-xx--
        need registered
          GET    /v1/needs/{id}                                           hxxxxxhxxx-
          PATCH  /v1/needs/{id}                                           -xr--r-r---
          DELETE /v1/needs/{id}                                           -xr--r-r---
          GET    /v1/needs/{id}/completeness                              -xr--r-xx--
          GET    /v1/needs/{id}/transitions                               -xr--r-xx--
          POST   /v1/needs/{id}/transitions                               -xr--r-xx--
          GET    /v1/needs/{id}/suggestions                               -xr--r-xx--
          GET    /v1/needs/{id}/endorsements                              -xxxxxhxxx-
          POST   /v1/needs/{id}/endorsements                              -----x-r---
          POST   /v1/needs/{id}/redactions                                -------xx--
          POST   /v1/needs/{id}/confirm-links                             -xr--r-xx--
        need brokered
          GET    /v1/needs/{id}                                           hxhhhhhxxh-
          PATCH  /v1/needs/{id}                                           -xh--h-r---
          DELETE /v1/needs/{id}                                           -xh--h-r---
          GET    /v1/needs/{id}/completeness                              -xh--h-xx--
          GET    /v1/needs/{id}/transitions                               -xh--h-xx--
          POST   /v1/needs/{id}/transitions                               -xh--h-xx--
          GET    /v1/needs/{id}/suggestions                               -xh--h-xx--
          GET    /v1/needs/{id}/endorsements                              -xhhhhhxxh-
          POST   /v1/needs/{id}/endorsements                              -----h-r---
          POST   /v1/needs/{id}/redactions                                -------xx--
          POST   /v1/needs/{id}/confirm-links                             -xh--h-xx--
        need elsewhere
          GET    /v1/needs/{id}                                           hxhhhhhhxh-
          PATCH  /v1/needs/{id}                                           -xh--h-h---
          DELETE /v1/needs/{id}                                           -xh--h-h---
          GET    /v1/needs/{id}/completeness                              -xh--h-hx--
          GET    /v1/needs/{id}/transitions                               -xh--h-hx--
          POST   /v1/needs/{id}/transitions                               -xh--h-hx--
          GET    /v1/needs/{id}/suggestions                               -xh--h-hx--
          GET    /v1/needs/{id}/endorsements                              -xhhhhhhxh-
          POST   /v1/needs/{id}/endorsements                              -----h-h---
          POST   /v1/needs/{id}/redactions                                -------hx--
          POST   /v1/needs/{id}/confirm-links                             -xh--h-hx--
        need paused
          GET    /v1/needs/{id}                                           hxhhhhhxxx-
          PATCH  /v1/needs/{id}                                           -xh--h-r---
          DELETE /v1/needs/{id}                                           -xh--h-r---
          GET    /v1/needs/{id}/completeness                              -xh--h-xx--
          GET    /v1/needs/{id}/transitions                               -xh--h-xx--
          POST   /v1/needs/{id}/transitions                               -xh--h-xx--
          GET    /v1/needs/{id}/suggestions                               -xh--h-xx--
          GET    /v1/needs/{id}/endorsements                              -xhhhhhxxx-
          POST   /v1/needs/{id}/endorsements                              -----h-r---
          POST   /v1/needs/{id}/redactions                                -------xx--
          POST   /v1/needs/{id}/confirm-links                             -xh--h-xx--
        need closed
          GET    /v1/needs/{id}                                           hxhhhhhxxx-
          PATCH  /v1/needs/{id}                                           -xh--h-r---
          DELETE /v1/needs/{id}                                           -xh--h-r---
          GET    /v1/needs/{id}/completeness                              -xh--h-xx--
          GET    /v1/needs/{id}/transitions                               -xh--h-xx--
          POST   /v1/needs/{id}/transitions                               -xh--h-xx--
          GET    /v1/needs/{id}/suggestions                               -xh--h-xx--
          GET    /v1/needs/{id}/endorsements                              -xhhhhhxxx-
          POST   /v1/needs/{id}/endorsements                              -----h-r---
          POST   /v1/needs/{id}/redactions                                -------xx--
          POST   /v1/needs/{id}/confirm-links                             -xh--h-xx--
        endorsement
          GET    /v1/needs/{id}/endorsements/{endorsement_id}             -xxxxxxxxx-
          DELETE /v1/needs/{id}/endorsements/{endorsement_id}             -----x-r---
        pair
          GET    /v1/needs/{id}/suggestions/{offer_id}                    -xrrxr-xx--
        """
}
