// What can be done to a storyboard, by name: from a card, a menu, a key or the pointer.

import {get, post} from '../../core/api.js';
import {toast, complain} from '../../parts/toast.js';
import {clipsDialog} from './clips-dialog.js';
import {drag} from './drag.js';
import * as model from './model.js';
import {rewriteDialog} from './rewrite-dialog.js';
import {settled} from './settle.js';
import {shownBy} from './shown.js';
import {t} from './words.js';
import {voiceDialog} from './voice-dialog.js';

/** Where the focus goes after a change, so that nobody who uses the keyboard is thrown out. */
const focusOn = (id, selector = 'textarea', at = null) => ({id, selector, at});

/**
 * @param {{keeper: import('./keeper.js').Keeper, listening: import('./player.js').Listening, say: (text: string) => void,
 *   focus: (where: {id: string, selector: string, at: number | null}) => void, voices: () => object[], cards: () => HTMLElement[]}} page
 */
export function editor({keeper, listening, say, focus, voices, cards}) {
  const scene = id => model.sceneOf(keeper.board, id);
  const flush = () => keeper.flush();

  /** Does it and says so; nothing is said where nothing could be done. */
  const edit = (change, words, where, what) => {
    const before = keeper.board;
    keeper.desk.change(change, what);
    if (keeper.board === before) return false;
    if (words) say(words);
    if (where) focus(where);
    return true;
  };

  const acts = {
    narration: ({id, text}) => edit(board => model.tell(board, id, {narration: text}), '', null, `narration ${id}`),
    terms: ({id, terms}) => edit(board => model.tell(board, id, {terms})),
    lock: ({id, locked}) => edit(board => model.lock(board, id, locked), locked ? t('lockedNow') : t('unlockedNow')),
    merge: ({id}) => edit(board => model.merge(board, id), t('merged'), focusOn(id)),
    listen: ({id}) => listening.play(scene(id), keeper.server?.made, flush),
    stop: () => listening.stop(),

    move({id, to}) {
      const held = document.activeElement;
      const at = held?.selectionStart ?? null;
      const selector = held?.matches?.('textarea, .terms input, .grip') ? (held.localName === 'textarea' ? 'textarea' : held.matches('.grip') ? '.grip' : '.terms input') : 'textarea';
      edit(board => model.move(board, id, to), '', focusOn(id, selector, at));
      say(t('moved', {place: model.placeOf(keeper.board, id) + 1, of: keeper.board.scenes.length}));
    },
    split({id, at}) {
      const next = model.placeOf(keeper.board, id) + 1;
      if (!edit(board => model.split(board, id, at), t('splitDone'))) return toast(t('splitWhere'));
      focus(focusOn(keeper.board.scenes[next].id, 'textarea', 0));
    },
    add({id}) {
      edit(board => model.add(board, id), t('added'));
      const at = id ? model.placeOf(keeper.board, id) + 1 : keeper.board.scenes.length - 1;
      focus(focusOn(keeper.board.scenes[at].id));
    },
    remove({id}) {
      const at = model.placeOf(keeper.board, id);
      if (!edit(board => model.remove(board, id), t('removed'))) return;
      focus(focusOn(keeper.board.scenes[Math.min(at, keeper.board.scenes.length - 1)].id));
      toast(t('removed'), {action: {label: t('undo'), run: () => keeper.desk.undo()}});
    },
    settle({conflict, answer}) {
      edit(board => settled(board, conflict, answer));
      keeper.desk.dismiss(conflict);
    },
    drag({event, card, id}) {
      const all = cards();
      drag(event, {
        item: card,
        items: () => all,
        onMove: to => all.filter(one => one !== card).forEach((one, at) => one.classList.toggle('below', at >= to)),
        onDrop(to) {
          all.forEach(one => one.classList.remove('below'));
          edit(board => model.move(board, id, to), t('moved', {place: to + 1, of: all.length}), focusOn(id, '.grip'));
        },
        onCancel: () => all.forEach(one => one.classList.remove('below')),
      });
    },
    async clips({id}) {
      const one = scene(id);
      const {key} = shownBy(one, keeper.server?.made, keeper.path);
      const answer = await clipsDialog({scene: one, path: keeper.path, shown: key, flush});
      if (answer) edit(board => model.pick(board, id, answer.pick));
    },
    async rewrite({id}) {
      const proposal = await rewriteDialog({scene: scene(id), path: keeper.path, flush});
      if (proposal) edit(board => model.tell(board, id, {narration: proposal.narration, terms: proposal.terms}));
    },
    async voice({id}) {
      const {brief} = await get(keeper.path.replace(/\/storyboard$/, ''));
      const usual = {voice: brief.voice ?? 'auto', rate: brief.rate ?? 1};
      const answer = await voiceDialog({scene: scene(id), language: keeper.server?.language ?? 'en', usual, voices: voices()});
      if (answer) edit(board => model.tell(board, id, answer));
    },
  };

  return {
    /** @param {{act: keyof typeof acts}} detail */
    async run(detail) {
      try {
        await acts[detail.act](detail);
      } catch (problem) {
        complain(problem);
      }
    },
    rename: title => edit(board => model.rename(board, title), '', null, 'title'),
    undo: () => (keeper.desk.canUndo && (keeper.desk.undo(), say(t('undone')))),
    redo: () => (keeper.desk.canRedo && (keeper.desk.redo(), say(t('redone')))),
    /** The id of the video that it becomes. */
    async render() {
      await flush();
      const {id} = await post(`${keeper.path}/render`, {}, {'If-Match': keeper.etag});
      return id;
    },
  };
}
