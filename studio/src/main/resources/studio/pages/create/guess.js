// What a text is taken for, until somebody says it by hand.

/** @typedef {'topic' | 'script' | 'article' | 'page'} Kind */

/** Where a sentence ends, in writing that uses Latin, Chinese, Arabic or Indian marks. */
const ENDS = /[.!?…](?=\s|$)|[。！？؟।]/gu;

/** More characters than this are no topic any more; a Chinese one says more than a Latin one. */
const longest = text => (/[\p{scx=Han}\p{scx=Kana}\p{scx=Hang}]/u.test(text) ? 40 : 120);

/**
 * An address is a page to read; several lines or sentences are a script; what is short is a topic.
 *
 * @param {string} text
 * @returns {Kind}
 */
export function guess(text) {
  const said = text.trim();
  if (/^https?:\/\/\S+$/i.test(said)) return 'page';
  if (said.includes('\n') || said.length > longest(said)) return 'script';
  const sentences = said.match(ENDS)?.length ?? 0;
  // A question is a good topic; a full stop is put behind what is to be said.
  return sentences > 1 || (sentences === 1 && !/[?？؟]$/u.test(said)) ? 'script' : 'topic';
}

/** Whether Enter sends it: what is written on one line, as a search is. */
export const oneLine = kind => kind === 'topic' || kind === 'page';

/** Whether a language model decides about its words, so that style and length can be asked for. */
export const written = kind => kind !== 'script';
