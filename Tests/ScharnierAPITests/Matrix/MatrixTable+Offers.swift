extension MatrixTable {
    /// The rows of offers and introductions.
    static let offers = """
        offer draft
          GET    /v1/offers/{id}                                          hhhhxhhhxh-
          PATCH  /v1/offers/{id}                                          -hhhxh-hr--
          DELETE /v1/offers/{id}                                          -hhhxh-hr--
          GET    /v1/offers/{id}/transitions                              -hhhxh-hx--
          POST   /v1/offers/{id}/transitions                              -hhhxh-hx--
          GET    /v1/offers/{id}/suggestions                              -hhhxh-hx--
          POST   /v1/offers/{id}/redactions                               -------hx--
          POST   /v1/offers/{id}/confirm-links                            -hhhxh-hx--
        offer public
          GET    /v1/offers/{id}                                          xxxxxxxxxx-
          PATCH  /v1/offers/{id}                                          -rrrxr-rr--
          DELETE /v1/offers/{id}                                          -rrrxr-rr--
          GET    /v1/offers/{id}/transitions                              -rrrxr-rx--
          POST   /v1/offers/{id}/transitions                              -rrrxr-rx--
          GET    /v1/offers/{id}/suggestions                              -rrrxr-rx--
          POST   /v1/offers/{id}/redactions                               -------rx--
          POST   /v1/offers/{id}/confirm-links                            -rrrxr-rx--
        offer registered
          GET    /v1/offers/{id}                                          hxxxxxhxxx-
          PATCH  /v1/offers/{id}                                          -rrrxr-rr--
          DELETE /v1/offers/{id}                                          -rrrxr-rr--
          GET    /v1/offers/{id}/transitions                              -rrrxr-rx--
          POST   /v1/offers/{id}/transitions                              -rrrxr-rx--
          GET    /v1/offers/{id}/suggestions                              -rrrxr-rx--
          POST   /v1/offers/{id}/redactions                               -------rx--
          POST   /v1/offers/{id}/confirm-links                            -rrrxr-rx--
        offer brokered
          GET    /v1/offers/{id}                                          hhhhxhhhxh-
          PATCH  /v1/offers/{id}                                          -hhhxh-hr--
          DELETE /v1/offers/{id}                                          -hhhxh-hr--
          GET    /v1/offers/{id}/transitions                              -hhhxh-hx--
          POST   /v1/offers/{id}/transitions                              -hhhxh-hx--
          GET    /v1/offers/{id}/suggestions                              -hhhxh-hx--
          POST   /v1/offers/{id}/redactions                               -------hx--
          POST   /v1/offers/{id}/confirm-links                            -hhhxh-hx--
        offer paused
          GET    /v1/offers/{id}                                          hhhhxhhhxx-
          PATCH  /v1/offers/{id}                                          -hhhxh-hr--
          DELETE /v1/offers/{id}                                          -hhhxh-hr--
          GET    /v1/offers/{id}/transitions                              -hhhxh-hx--
          POST   /v1/offers/{id}/transitions                              -hhhxh-hx--
          GET    /v1/offers/{id}/suggestions                              -hhhxh-hx--
          POST   /v1/offers/{id}/redactions                               -------hx--
          POST   /v1/offers/{id}/confirm-links                            -hhhxh-hx--
        offer withdrawn
          GET    /v1/offers/{id}                                          hhhhxhhhxx-
          PATCH  /v1/offers/{id}                                          -hhhxh-hr--
          DELETE /v1/offers/{id}                                          -hhhxh-hr--
          GET    /v1/offers/{id}/transitions                              -hhhxh-hx--
          POST   /v1/offers/{id}/transitions                              -hhhxh-hx--
          GET    /v1/offers/{id}/suggestions                              -hhhxh-hx--
          POST   /v1/offers/{id}/redactions                               -------hx--
          POST   /v1/offers/{id}/confirm-links                            -hhhxh-hx--
        introduction proposed
          GET    /v1/introductions/{id}                                   -xhhxhhxx--
          GET    /v1/introductions/{id}/transitions                       -xhhxhhxx--
          POST   /v1/introductions/{id}/transitions                       -xhhxhhrr--
        introduction connected
          GET    /v1/introductions/{id}                                   -xhhxhhxx--
          GET    /v1/introductions/{id}/transitions                       -xhhxhhxx--
          POST   /v1/introductions/{id}/transitions                       -xhhxhhrr--
        introduction declined
          GET    /v1/introductions/{id}                                   -xhhxhhxx--
          GET    /v1/introductions/{id}/transitions                       -xhhxhhxx--
          POST   /v1/introductions/{id}/transitions                       -xhhxhhrr--
        """
}
