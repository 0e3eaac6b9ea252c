-- Takes tokens from several buckets at once for requests that are alike: for as many of them as
-- every bucket has enough for.
--
-- KEYS     the buckets, each a hash of level (tokens) and at (microseconds since 1970)
-- ARGV     how many requests; then for each bucket: tokens that a request takes, tokens that flow
--          in a second, most tokens it holds, level to begin with where Redis does not know it
-- returns  how many requests may pass; then for each bucket its level in thousandths of a token
--
-- The clock is that of Redis, so that the nodes' own clocks do not matter.
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
local passed = tonumber(ARGV[1])
local levels = {}

for i, key in ipairs(KEYS) do
  local cost = tonumber(ARGV[4 * i - 2])
  local rate = tonumber(ARGV[4 * i - 1])
  local burst = tonumber(ARGV[4 * i])
  local kept = redis.call('HMGET', key, 'level', 'at')
  local level = tonumber(kept[1] or ARGV[4 * i + 1])
  local at = tonumber(kept[2] or now)
  levels[i] = math.min(burst, level + math.max(0, now - at) * rate / 1000000)
  if cost > 0 then
    passed = math.min(passed, math.floor(levels[i] / cost))
  end
end

local answer = {passed}
for i, key in ipairs(KEYS) do
  local rate = tonumber(ARGV[4 * i - 1])
  local burst = tonumber(ARGV[4 * i])
  levels[i] = levels[i] - passed * tonumber(ARGV[4 * i - 2])
  -- %.14g, the way Lua writes numbers by itself, would cut microseconds off.
  redis.call('HSET', key, 'level', string.format('%.6f', levels[i]), 'at', string.format('%.0f', now))
  redis.call('PEXPIRE', key, math.ceil((burst - levels[i]) / rate * 1000) + 1000)
  answer[i + 1] = math.floor(levels[i] * 1000)
end
return answer
