// What becomes of a conflict when a person has decided. Pure.

import * as model from './model.js';

/**
 * @param {import('./model.js').Board} board
 * @param {import('./reconcile.js').Conflict} conflict
 * @param {'mine' | 'theirs' | 'both'} answer
 */
export function settled(board, conflict, answer) {
  const {id, part, mine, theirs} = conflict;
  if (part === 'removed') return (answer === 'mine' ? mine : theirs) ? board : model.remove(board, id);
  if (answer === 'mine') return board;
  if (answer === 'both') {
    const scene = model.sceneOf(board, id);
    return model.add(board, id, {scene: {...scene.scene, narration: theirs}});
  }
  if (part === 'title') return model.rename(board, theirs);
  if (part === 'locked') return model.lock(board, id, theirs);
  if (part === 'pick') return model.pick(board, id, theirs);
  return model.tell(board, id, {[part]: theirs ?? undefined});
}
