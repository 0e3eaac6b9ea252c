// Pictures of captions, drawn by what draws them in a video, over nothing.

import {request} from '../../core/api.js';

/** Each is some kilobytes; looks that were tried are likely to be tried again. */
const KEPT = 60;
/** @type {Map<string, Promise<{src: string, words: string, warnings: string[]}>>} */
const kept = new Map();

const decoded = text => decodeURIComponent(text ?? '');

/** The sentences of a Warning header: 199 - "…", one or several. */
const warnings = header => [...(header ?? '').matchAll(/199 - "([^"]*)"/g)].map(found => decoded(found[1]));

async function drawn(wanted, signal) {
  const answer = await request('/v1/caption-presets/preview', {
    method: 'POST', signal, headers: {'Content-Type': 'application/json'}, body: wanted});
  return {
    src: URL.createObjectURL(await answer.blob()),
    words: decoded(answer.headers.get('Content-Description')),
    warnings: warnings(answer.headers.get('Warning')),
  };
}

/**
 * A picture of a caption; fails with a Problem for a look that cannot be drawn.
 *
 * @param {{style: object, text?: string, language: string, canvas: {width: number, height: number, fps: number}}} wanted
 * @param {AbortSignal=} signal
 */
export function picture(wanted, signal) {
  const key = JSON.stringify({...wanted, transparent: true});
  const known = kept.get(key);
  if (known) return known;
  const made = drawn(key, signal);
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  if (kept.size > KEPT) {
    const [oldest, old] = kept.entries().next().value;
    kept.delete(oldest);
    // It may still be shown somewhere for the moment.
    old.then(({src}) => setTimeout(() => URL.revokeObjectURL(src), 10_000), () => {});
  }
  return made;
}

const CJK = /[\p{scx=Han}\p{scx=Kana}]/u;

/** Some words of what will be said; undefined for the sample of the language. */
export function sample(form, kind) {
  const text = kind === 'script' ? form.text.trim().replace(/\s+/g, ' ') : '';
  if (!text) return undefined;
  return CJK.test(text) ? text.slice(0, 24) : text.split(' ').slice(0, 8).join(' ').slice(0, 200);
}
