// The storyboard as it lies here: with what was done to it, what the node had last, and what other
// tabs of this browser make of it. A draft keeps all of it through a refresh.

import {draft} from '../../core/draft.js';
import * as history from './history.js';
import {freshId, same} from './model.js';
import {reconcile} from './reconcile.js';
import {makeRoom} from './room.js';

const KEPT = 150_000; // characters of history that outlive a refresh

const REMEMBERED = 60; // drafts, of this tab and of others

/**
 * `base` is what the node has.
 *
 * @typedef {{base: {etag: string, board: import('./model.js').Board}, history: object, conflicts: import('./reconcile.js').Conflict[]}} Kept
 * @typedef {Kept & {id: string, on: string | null}} Draft on: the draft that it was made of, so that
 *     whoever hears of it knows what was changed, and what just was not known yet
 */

const named = ({id, part, theirs}) => JSON.stringify([id, part, theirs]);

const version = etag => Number(etag.replace(/\D/g, ''));

/** Tells by 'change' that something is other, by 'edit' that there may be something to send, by 'conflict'. */
export class Desk extends EventTarget {
  /** @type {Kept | null} */
  #kept = null;
  /** The draft that all here is made of, and the boards of those before. */
  #last = null;
  #known = new Map();
  /** Conflicts that were looked at here, for other tabs may still tell of them. */
  #settled = new Set();

  /**
   * @param {string} id of the video
   * @param {AbortSignal} leaving
   */
  constructor(id, leaving) {
    super();
    makeRoom(id);
    this.draft = draft(`storyboard-${id}`);
    const stop = this.draft.onOther(other => other && this.#kept && this.#hear(other));
    leaving.addEventListener('abort', stop);
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
    if (!kept?.base || !kept.history) return;
    this.#remember(kept.id, kept.history.now);
    this.#hold({base: kept.base, history: kept.history, conflicts: kept.conflicts ?? []});
  }

  /** What the node has, at first and whenever it is asked. */
  take(etag, board) {
    const base = {etag, board};
    if (!this.#kept) this.#hold({base, history: history.begin(board), conflicts: []});
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

  /** Another tab went on: what it changed comes here, and what is ours stays. */
  #hear(other) {
    const newer = version(other.base.etag) > version(this.base.etag);
    const before = this.board;
    this.#join(this.#known.get(other.on) ?? this.base.board, other.history.now, newer ? other.base : null);
    this.#remember(other.id, other.history.now);
    this.#share(other.conflicts ?? []);
    if (!same(this.board, other.history.now)) this.write();
    if (!same(before, this.board)) this.#tell('edit');
  }

  /** Any tab may be the one that met another version at the node; all show what came of it. */
  #share(conflicts) {
    const known = new Set([...this.conflicts.map(named), ...this.#settled]);
    const others = conflicts.filter(one => !known.has(named(one)));
    if (!others.length) return;
    this.#hold({...this.#kept, conflicts: [...this.conflicts, ...others]});
    this.#tell('conflict');
  }

  #remember(id, board) {
    this.#last = id;
    this.#known.set(id, board);
    if (this.#known.size > REMEMBERED) this.#known.delete(this.#known.keys().next().value);
  }

  #hold(kept) {
    this.#kept = kept;
    this.#tell('change');
  }

  /** At once: other tabs have to hear of every draft that others are made of. */
  write() {
    const id = freshId();
    this.draft.save({...this.#kept, id, on: this.#last, history: history.fitting(this.#kept.history, KEPT)});
    this.draft.flush();
    this.#remember(id, this.board);
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
    this.#settled.add(named(conflict));
    this.#hold({...this.#kept, conflicts: this.conflicts.filter(one => one !== conflict)});
    this.write();
  }
}
