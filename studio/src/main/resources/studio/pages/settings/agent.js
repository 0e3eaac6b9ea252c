// What a program calls itself, as people would say it.

const BROWSERS = [[/Edg\//, 'Edge'], [/OPR\//, 'Opera'], [/Firefox\//, 'Firefox'], [/Chrom(e|ium)\//, 'Chrome'], [/Safari\//, 'Safari']];
const SYSTEMS = [[/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Windows/, 'Windows'], [/Mac OS X/, 'macOS'], [/Linux/, 'Linux']];

const first = (list, text) => list.find(([pattern]) => pattern.test(text))?.[1];

/** Such as 'Firefox · Linux'; the beginning of what it says where that is not known. */
export function agentName(agent) {
  if (!agent) return '–';
  const known = [first(BROWSERS, agent), first(SYSTEMS, agent)].filter(Boolean);
  return known.length ? known.join(' · ') : agent.slice(0, 60);
}
