-- Used by measure.sh with wrk: each request creates one draft of a need. One request for all: the client shall cost
-- as little as possible, it shares the machine with the server.
wrk.method = "POST"
wrk.path = "/v1/needs"
wrk.headers["Authorization"] = "Bearer " .. os.getenv("TOKEN")
wrk.headers["Content-Type"] = "application/json"
wrk.body = '{"title":"Lesepaten","text":"Wir lesen jeden Nachmittag mit Kindern und suchen Menschen.",' ..
    '"items":[{"kind":"volunteering","title":"Lesepaten","quantity":4,"unit":"person"}]}'
