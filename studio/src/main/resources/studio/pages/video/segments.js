// The segments of a video and how each stands, kept up to date by events. Pure.

/**
 * @typedef {'queued' | 'running' | 'reused' | 'done' | 'failed' | 'cancelled'} State
 * @typedef {{index: number, frames: number, start: number, state: State, progress: number, node?: string, rendition?: string}} Segment
 */

/** The step of the workflow whose parts they are. */
export const STEP = 'segments';

const MOVES = {
  STEP_STARTED: 'running', STEP_COPIED: 'running', STEP_PROGRESS: 'running', STEP_RETRIED: 'queued', STEP_FAILED: 'failed',
};

/** Those of the first video; other shapes of it have their own. */
export const ofFirst = segments => segments.filter(one => (one.rendition ?? '') === (segments[0]?.rendition ?? ''));

/**
 * What an event says of a segment; the same list where it says nothing.
 *
 * @param {Segment[]} segments in the order of the plan
 */
export function apply(segments, event) {
  if (event.step !== STEP || event.part === undefined || event.part === null) return segments;
  const old = segments[event.part];
  const state = event.type === 'STEP_DONE' ? (event.reused ? 'reused' : 'done') : MOVES[event.type];
  if (!old || !state || ((old.state === 'done' || old.state === 'reused') && state === 'running')) return segments;
  const done = state === 'done' || state === 'reused';
  const next = {...old, state, node: event.node ?? old.node, progress: done ? 1 : state === 'queued' ? 0 : old.progress};
  return segments.map((one, at) => (at === event.part ? next : one));
}

/** How many stand how, and on which nodes those run that run. */
export function summary(segments) {
  const counts = {queued: 0, running: 0, reused: 0, done: 0, failed: 0, cancelled: 0};
  const nodes = new Map();
  for (const {state, node} of segments) {
    counts[state]++;
    if (state === 'running' && node) nodes.set(node, (nodes.get(node) ?? 0) + 1);
  }
  return {...counts, all: segments.length, nodes};
}

/** Which segment shows at a share of the video, from 0 to 1; -1 for none. */
export function at(segments, share) {
  const frames = segments.reduce((sum, one) => sum + one.frames, 0);
  let left = share * frames;
  return segments.findIndex(one => (left -= one.frames) < 0);
}

/** Where a segment begins, as a share of the video. */
export function begin(segments, place) {
  const sum = list => list.reduce((frames, one) => frames + one.frames, 0);
  return sum(segments.slice(0, place)) / (sum(segments) || 1);
}

/** How many are done from the beginning on, without a gap. */
export function leading(segments) {
  const gap = segments.findIndex(({state}) => state !== 'done' && state !== 'reused');
  return gap < 0 ? segments.length : gap;
}
