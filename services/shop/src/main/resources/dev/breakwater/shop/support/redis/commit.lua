-- Commit: if every condition holds, run every command; else run none. Redis runs a script in one piece,
-- so nobody sees half of it, and of two writers who saw the same state only the first one wins.
--
-- ARGV[1]  JSON {"if":       [[key, the value that was seen, or false if there was none], ...],
--                "versions": [[aggregate stream, expected version of its last entry], ...],
--                "then":     [[command, argument, ...], ...]}
-- returns  {"committed"} | {"changed", key} | {"version", actual version}
--
-- Not a rollback: a command that fails (a key of a foreign type) leaves what ran before it.

local plan = cjson.decode(ARGV[1])

for _, condition in ipairs(plan['if']) do
    if redis.call('GET', condition[1]) ~= condition[2] then
        return {'changed', condition[1]}
    end
end

for _, condition in ipairs(plan['versions']) do
    local version = '0'
    local last = redis.call('XREVRANGE', condition[1], '+', '-', 'COUNT', 1)[1]
    if last then
        local fields = last[2]
        for i = 1, #fields, 2 do
            if fields[i] == 'version' then version = fields[i + 1] end
        end
    end
    if version ~= condition[2] then
        return {'version', version}
    end
end

for _, command in ipairs(plan['then']) do
    redis.call(unpack(command))
end
return {'committed'}
