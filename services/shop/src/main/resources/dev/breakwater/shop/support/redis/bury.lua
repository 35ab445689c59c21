-- Bury: move an entry that nobody can handle to the dead stream, once, however often this runs.
--
-- KEYS[1] stream   KEYS[2] its dead stream   ARGV[1] group   ARGV[2] entry id   ARGV[3...] fields of the dead entry
-- returns {'buried'}, or {'gone'} if it was not pending any more

if redis.call('XACK', KEYS[1], ARGV[1], ARGV[2]) == 0 then
    return {'gone'}
end
redis.call('XADD', KEYS[2], 'MAXLEN', '~', 10000, '*', unpack(ARGV, 3))
return {'buried'}
