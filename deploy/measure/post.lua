-- Used by measure.sh with wrk: each request creates one draft of a need.
local serial = 0
local thread = 0

function setup(t)
    t:set("thread", thread)
    thread = thread + 1
end

function request()
    serial = serial + 1
    local body = string.format(
        '{"title":"Lesepaten %d-%d","text":"Wir lesen jeden Nachmittag mit Kindern und suchen Menschen.",' ..
        '"items":[{"kind":"volunteering","title":"Lesepaten","quantity":4,"unit":"person"}]}', thread, serial)
    return wrk.format("POST", "/v1/needs", {
        ["Authorization"] = "Bearer " .. os.getenv("TOKEN"), ["Content-Type"] = "application/json",
    }, body)
end

