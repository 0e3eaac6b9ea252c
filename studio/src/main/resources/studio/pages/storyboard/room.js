// What a browser keeps for pages is little: drafts of other storyboards that the node has in full
// make room, the oldest first. Those that hold something unsent stay.

import {same} from './model.js';

const PREFIX = 'moneyprinter-draft-storyboard-';
const MOST = 1_500_000; // characters of all storyboards together

function needless(text) {
  try {
    const {base, history, conflicts} = JSON.parse(text).value;
    return same(base.board, history.now) && !conflicts?.length;
  } catch {
    return true; // no draft of this page
  }
}

const age = text => Number(/"at":(\d+)/.exec(text)?.[1] ?? 0);

/** @param {string} id of the video whose draft is in use */
export function makeRoom(id, storage = localStorage) {
  const all = Object.keys(storage).filter(key => key.startsWith(PREFIX)).map(key => ({key, text: storage.getItem(key)}));
  let size = all.reduce((sum, {text}) => sum + text.length, 0);
  for (const {key, text} of all.sort((one, other) => age(one.text) - age(other.text))) {
    if (size <= MOST) return;
    if (key === PREFIX + id || !needless(text)) continue;
    storage.removeItem(key);
    size -= text.length;
  }
}
