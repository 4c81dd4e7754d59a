extension MatrixTable {
    /// The rows of commitments and of what people ask about contacts.
    static let promises = """
        commitment drafted
          GET    /v1/commitments/{id}                                     -xhhxh-xx--
          PATCH  /v1/commitments/{id}                                     -xhhxh-rr--
          GET    /v1/commitments/{id}/transitions                         -xhhxh-xx--
          POST   /v1/commitments/{id}/transitions                         -xhhxh-xx--
          POST   /v1/commitments/{id}/signatures                          -xhhxh-xx--
          POST   /v1/commitments/{id}/outcomes                            -xhhxh-xx--
          POST   /v1/commitments/{id}/decisions                           -------xx--
        commitment confirmed
          GET    /v1/commitments/{id}                                     -xhhxh-xx--
          PATCH  /v1/commitments/{id}                                     -xhhxh-rr--
          GET    /v1/commitments/{id}/transitions                         -xhhxh-xx--
          POST   /v1/commitments/{id}/transitions                         -xhhxh-xx--
          POST   /v1/commitments/{id}/signatures                          -xhhxh-xx--
          POST   /v1/commitments/{id}/outcomes                            -xhhxh-xx--
          POST   /v1/commitments/{id}/decisions                           -------xx--
        privacy request
          GET    /v1/privacy-requests/{id}                                -xhhhhhhx--
          GET    /v1/privacy-requests/{id}/transitions                    -xhhhhhhx--
          POST   /v1/privacy-requests/{id}/transitions                    --------x--
        disclosure to the company
          POST   /v1/disclosures/{id}/acknowledgements                    -rhhxhhhx--
        """

    /// The rows of programmes and ideas.
    static let proposals = """
        programme draft
          GET    /v1/programmes/{id}                                      hhhxhhhhxh-
          PATCH  /v1/programmes/{id}                                      ---xhh--r--
          DELETE /v1/programmes/{id}                                      ---xhh--r--
          GET    /v1/programmes/{id}/transitions                          ---xhh--x--
          POST   /v1/programmes/{id}/transitions                          ---xhh--r--
        programme published
          GET    /v1/programmes/{id}                                      xxxxxxxxxx-
          PATCH  /v1/programmes/{id}                                      ---xrr--r--
          DELETE /v1/programmes/{id}                                      ---xrr--r--
          GET    /v1/programmes/{id}/transitions                          ---xrr--x--
          POST   /v1/programmes/{id}/transitions                          ---xrr--r--
        allocation plan
          GET    /v1/allocation-plans/{id}                                ---xhh-hx--
          GET    /v1/allocation-plans/{id}/transitions                    ---xhh-hx--
          POST   /v1/allocation-plans/{id}/transitions                    ---xhh-hx--
          POST   /v1/allocation-plans/{id}/adoptions                      ---xhh-hx--
        idea submitted
          GET    /v1/ideas/{id}                                           hxxxxxhxxx-
          GET    /v1/ideas/{id}/transitions                               -rrrxr-xx--
          POST   /v1/ideas/{id}/transitions                               -xx--x-xx--
        idea published
          GET    /v1/ideas/{id}                                           xxxxxxxxxx-
          GET    /v1/ideas/{id}/transitions                               -rrrxr-xx--
          POST   /v1/ideas/{id}/transitions                               -xx--x-xx--
        """
}
