-- Trim: drop the entries that every group has handled, but none that is younger than a given id.
--
-- KEYS[1] stream   ARGV[1] id: this entry and all after it stay
-- returns {number of dropped entries}; none while no group reads the stream

local function before(a, b)
    local aMillis, aCount = a:match('(%d+)-(%d+)')
    local bMillis, bCount = b:match('(%d+)-(%d+)')
    if aMillis ~= bMillis then return tonumber(aMillis) < tonumber(bMillis) end
    return tonumber(aCount) < tonumber(bCount)
end

local groups = redis.call('EXISTS', KEYS[1]) == 1 and redis.call('XINFO', 'GROUPS', KEYS[1]) or {}
if #groups == 0 then
    return {'0'}
end

local first = ARGV[1]
for _, fields in ipairs(groups) do
    local group = {}
    for i = 1, #fields, 2 do group[fields[i]] = fields[i + 1] end
    local open = group['last-delivered-id']
    if group['pending'] > 0 then open = redis.call('XPENDING', KEYS[1], group['name'])[2] end
    if before(open, first) then first = open end
end
return {tostring(redis.call('XTRIM', KEYS[1], 'MINID', '~', first))}
