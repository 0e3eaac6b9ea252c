// The storyboard as it lies here: with what was done to it, what the node had last, and what other
// tabs of this browser make of it. A draft keeps all of it through a refresh.

import {draft} from '../../core/draft.js';
import * as history from './history.js';
import {same} from './model.js';
import {reconcile} from './reconcile.js';
import {makeRoom} from './room.js';

const KEPT = 150_000; // characters of history that outlive a refresh

/**
 * `base` is what the node has; `seen` what this tab and the others agreed on last.
 *
 * @typedef {{base: {etag: string, board: import('./model.js').Board}, history: object, seen: import('./model.js').Board,
 *   conflicts: import('./reconcile.js').Conflict[]}} Kept
 */

const version = etag => Number(etag.replace(/\D/g, ''));

/** Tells by 'change' that something is other, by 'edit' that there may be something to send, by 'conflict'. */
export class Desk extends EventTarget {
  /** @type {Kept | null} */
  #kept = null;

  /**
   * @param {string} id of the video
   * @param {AbortSignal} leaving
   */
  constructor(id, leaving) {
    super();
    makeRoom(id);
    this.draft = draft(`storyboard-${id}`, {delay: 100});
    const stop = this.draft.onOther(other => other && this.#kept && this.#hear(other));
    leaving.addEventListener('abort', () => {
      stop();
      this.draft.flush();
    });
  }

  get board() {
    return this.#kept?.history.now;
  }

  get base() {
    return this.#kept?.base;
  }

  get conflicts() {
    return this.#kept?.conflicts ?? [];
  }

  get canUndo() {
    return history.canUndo(this.#kept.history);
  }

  get canRedo() {
    return history.canRedo(this.#kept.history);
  }

  /** Whether the node has less than what is here. */
  get dirty() {
    return Boolean(this.#kept) && !same(this.board, this.base.board);
  }

  /** Takes up what was kept here. */
  restore() {
    const kept = this.draft.load();
    if (kept?.base && kept.history) this.#hold({...kept, seen: kept.seen ?? kept.history.now});
  }

  /** What the node has, at first and whenever it is asked. */
  take(etag, board) {
    const base = {etag, board};
    if (!this.#kept) this.#hold({base, history: history.begin(board), seen: board, conflicts: []});
    else if (this.base.etag !== etag || !same(this.base.board, board)) this.#join(this.base.board, board, base);
    this.write();
  }

  /** The node took what was sent. */
  sent(etag, board) {
    this.#hold({...this.#kept, base: {etag, board}});
    this.write();
  }

  /** Puts another version to ours. */
  #join(from, theirs, base) {
    const {board, conflicts} = reconcile(from, this.board, theirs);
    const kept = this.#kept;
    const again = new Set(conflicts.map(one => one.id + one.part));
    this.#hold({
      ...kept,
      base: base ?? kept.base,
      history: same(board, this.board) ? kept.history : history.change(kept.history, board),
      conflicts: [...kept.conflicts.filter(one => !again.has(one.id + one.part)), ...conflicts],
    });
    if (conflicts.length) this.#tell('conflict');
  }

  /** Another tab went on: its changes come here, and ours stay. */
  #hear(other) {
    const newer = version(other.base.etag) > version(this.base.etag);
    const before = this.board;
    this.#join(this.#kept.seen, other.history.now, newer ? other.base : null);
    this.#kept.seen = other.history.now;
    if (!same(this.board, other.history.now)) this.write();
    if (!same(before, this.board)) this.#tell('edit');
  }

  #hold(kept) {
    this.#kept = kept;
    this.#tell('change');
  }

  write() {
    this.#kept.seen = this.board;
    this.draft.save({...this.#kept, history: history.fitting(this.#kept.history, KEPT)});
  }

  #tell(what) {
    this.dispatchEvent(new Event(what));
  }

  /** @param {(board: object) => object} edit gives the new board */
  change(edit, what) {
    this.#step(kept => history.change(kept, edit(kept.now), what));
  }

  undo() {
    this.#step(history.undo);
  }

  redo() {
    this.#step(history.redo);
  }

  #step(how) {
    const next = how(this.#kept.history);
    if (next === this.#kept.history) return;
    this.#hold({...this.#kept, history: next});
    this.write();
    this.#tell('edit');
  }

  /** A conflict was looked at. */
  dismiss(conflict) {
    this.#hold({...this.#kept, conflicts: this.conflicts.filter(one => one !== conflict)});
    this.write();
  }
}
