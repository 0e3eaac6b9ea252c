// Listening: one sound at a time, wherever on the page it was asked for.

import {request} from '../../core/api.js';

const changed = new EventTarget();
const audio = new Audio();
/** @type {{key: string, state: 'loading' | 'playing', stop: AbortController} | null} */
let now = null;
let held = '';

const tell = () => changed.dispatchEvent(new Event('change'));

/** How it is with a sound: 'loading', 'playing', or nothing. */
export const hearing = key => (now?.key === key ? now.state : '');

/** Tells when that changes, until the signal aborts. */
export const onHearing = (listener, signal) => changed.addEventListener('change', listener, {signal});

export function silence() {
  now?.stop.abort();
  now = null;
  audio.pause();
  URL.revokeObjectURL(held);
  held = '';
  tell();
}

/**
 * Plays what is at a path, or stops it when it plays.
 *
 * @throws {import('../../core/api.js').Problem} when the node has no sound for it
 */
export async function listen(key, path) {
  const stop = now?.key === key;
  silence();
  if (stop) return;
  const mine = {key, state: 'loading', stop: new AbortController()};
  now = mine;
  tell();
  try {
    const answer = await request(path, {signal: mine.stop.signal});
    const sound = await answer.blob();
    if (now !== mine) return;
    held = URL.createObjectURL(sound);
    audio.src = held;
    await audio.play();
    mine.state = 'playing';
    tell();
  } catch (problem) {
    if (now === mine) silence();
    if (!mine.stop.signal.aborted) throw problem;
  }
}

audio.addEventListener('ended', silence);
