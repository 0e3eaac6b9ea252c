-- Takes tokens from several buckets at once for requests that are alike: for as many of those that
-- wait as every bucket has enough for, and, where there is plenty, for some that are likely to come.
--
-- KEYS     the buckets, each a hash of level (tokens) and at (microseconds since 1970)
-- ARGV     how many requests wait; for how many more to take ahead at most; for how many tokens that
--          were taken ahead come back; then for each bucket: tokens that a request takes, tokens that
--          flow in a second, most tokens it holds, level to begin with where Redis does not know it
-- returns  how many requests may pass; for how many more was taken; then for each bucket its level
--          in thousandths of a token
--
-- The clock is that of Redis, so that the nodes' own clocks do not matter.

-- Of what is left, no more than this is taken ahead: what one node keeps for a moment, another lacks.
local PLENTY = 0.05

local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
local passed = tonumber(ARGV[1])
local ahead = tonumber(ARGV[2])
local back = tonumber(ARGV[3])
local levels = {}

for i, key in ipairs(KEYS) do
  local cost = tonumber(ARGV[4 * i])
  local rate = tonumber(ARGV[4 * i + 1])
  local burst = tonumber(ARGV[4 * i + 2])
  local kept = redis.call('HMGET', key, 'level', 'at')
  local level = tonumber(kept[1] or ARGV[4 * i + 3])
  local at = tonumber(kept[2] or now)
  levels[i] = math.min(burst, level + back * cost + math.max(0, now - at) * rate / 1000000)
  if cost > 0 then
    passed = math.min(passed, math.floor(levels[i] / cost))
  end
end

for i, key in ipairs(KEYS) do
  local cost = tonumber(ARGV[4 * i])
  if cost > 0 then
    ahead = math.min(ahead, math.floor((levels[i] - passed * cost) * PLENTY / cost))
  end
end

local answer = {passed, ahead}
for i, key in ipairs(KEYS) do
  local rate = tonumber(ARGV[4 * i + 1])
  local burst = tonumber(ARGV[4 * i + 2])
  levels[i] = levels[i] - (passed + ahead) * tonumber(ARGV[4 * i])
  -- %.14g, the way Lua writes numbers by itself, would cut microseconds off.
  redis.call('HSET', key, 'level', string.format('%.6f', levels[i]), 'at', string.format('%.0f', now))
  redis.call('PEXPIRE', key, math.ceil((burst - levels[i]) / rate * 1000) + 1000)
  answer[i + 2] = math.floor(levels[i] * 1000)
end
return answer
