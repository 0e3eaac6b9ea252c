-- Takes tokens from several buckets at once, or from none of them.
--
-- KEYS     the buckets, each a hash of level (tokens) and at (microseconds since 1970)
-- ARGV     for each bucket: tokens to take, tokens that flow in a second, most tokens it holds,
--          level to begin with where Redis does not know the bucket
-- returns  1 when all were taken, else 0; then for each bucket its level in thousandths of a token
--
-- The clock is that of Redis, so that the nodes' own clocks do not matter.
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
local levels = {}
local enough = 1

for i, key in ipairs(KEYS) do
  local cost = tonumber(ARGV[4 * i - 3])
  local rate = tonumber(ARGV[4 * i - 2])
  local burst = tonumber(ARGV[4 * i - 1])
  local kept = redis.call('HMGET', key, 'level', 'at')
  local level = tonumber(kept[1] or ARGV[4 * i])
  local at = tonumber(kept[2] or now)
  level = math.min(burst, level + math.max(0, now - at) * rate / 1000000)
  levels[i] = level
  if level < cost then
    enough = 0
  end
end

local answer = {enough}
for i, key in ipairs(KEYS) do
  local rate = tonumber(ARGV[4 * i - 2])
  local burst = tonumber(ARGV[4 * i - 1])
  if enough == 1 then
    levels[i] = levels[i] - tonumber(ARGV[4 * i - 3])
  end
  -- %.14g, the way Lua writes numbers by itself, would cut microseconds off.
  redis.call('HSET', key, 'level', string.format('%.6f', levels[i]), 'at', string.format('%.0f', now))
  redis.call('PEXPIRE', key, math.ceil((burst - levels[i]) / rate * 1000) + 1000)
  answer[i + 1] = math.floor(levels[i] * 1000)
end
return answer
