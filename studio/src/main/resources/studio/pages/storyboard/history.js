// What was done, to be undone and done again. Pure data, so that it outlives a refresh.

const MOST = 100;

/** Typing within this many milliseconds is one thing to undo. */
const BREATH = 1200;

/**
 * @template T
 * @typedef {{past: T[], now: T, future: T[], last?: {what: string, at: number}}} History
 */

/** @returns {History} */
export const begin = now => ({past: [], now, future: []});

/**
 * Goes on with a new state. The same kind of change again, shortly after, is one with the last.
 *
 * @param {string} what such as 'narration s1'; changes without a name stand alone
 */
export function change(history, next, what = '', at = Date.now()) {
  if (next === history.now) return history;
  const {last} = history;
  const goesOn = what && last?.what === what && at - last.at < BREATH;
  return {
    past: goesOn ? history.past : [...history.past, history.now].slice(-MOST),
    now: next,
    future: [],
    last: {what, at},
  };
}

/** Takes over what is true by now anyway, such as a change from elsewhere: nothing to undo. */
export const correct = (history, now) => ({...history, now, last: undefined});

export const canUndo = history => history.past.length > 0;
export const canRedo = history => history.future.length > 0;

export function undo(history) {
  if (!canUndo(history)) return history;
  return {past: history.past.slice(0, -1), now: history.past.at(-1), future: [history.now, ...history.future]};
}

export function redo(history) {
  if (!canRedo(history)) return history;
  return {past: [...history.past, history.now], now: history.future[0], future: history.future.slice(1)};
}

/** As many steps as go into so many characters of JSON, the nearest ones; at least one to undo. */
export function fitting(history, characters) {
  const steps = Math.max(1, Math.floor(characters / (JSON.stringify(history.now).length + 1)) - 1);
  const future = history.future.slice(0, Math.floor(steps / 2));
  return {...history, past: history.past.slice(-Math.max(1, steps - future.length)), future};
}
