// Two versions of a storyboard that came from one, made into one in which nothing is lost. Pure.

import {same, tidy} from './model.js';

/**
 * Something that two changed at once, each in another way. What stands in the board is `mine`.
 *
 * @typedef {{id: string, part: string, mine: unknown, theirs: unknown}} Conflict
 *     part: 'title' of the board, a part of the scene, or 'removed': they took it away (theirs is
 *     null), or this side did (mine is null, and theirs, which was changed, is in the board)
 */

const byId = board => new Map(board.scenes.map(scene => [scene.id, scene]));

/** The one that was changed; null for a conflict. */
function chosen(base, mine, theirs) {
  if (same(mine, theirs) || same(base, theirs)) return {value: mine};
  return same(base, mine) ? {value: theirs} : null;
}

/**
 * @param {import('./model.js').Board} base what both came from
 * @returns {{board: import('./model.js').Board, conflicts: Conflict[]}}
 */
export function reconcile(base, mine, theirs) {
  const conflicts = [];
  const [old, own, other] = [byId(base), byId(mine), byId(theirs)];
  const scenes = new Map();
  for (const id of new Set([...own.keys(), ...other.keys()])) {
    const scene = one(id, old.get(id), own.get(id), other.get(id), conflicts);
    if (scene) scenes.set(id, scene);
  }
  const order = ordered(base, mine, theirs).filter(id => scenes.has(id));
  const title = chosen(base.title, mine.title, theirs.title);
  if (!title) conflicts.push({id: '', part: 'title', mine: mine.title, theirs: theirs.title});
  return {board: {title: title ? title.value : mine.title, scenes: order.map(id => scenes.get(id))}, conflicts};
}

function one(id, base, mine, theirs, conflicts) {
  if (!base) return mine && theirs ? parts(id, {id, scene: {}}, mine, theirs, conflicts) : mine ?? theirs;
  if (mine && theirs) return parts(id, base, mine, theirs, conflicts);
  const left = mine ?? theirs;
  if (!left || same(left, base)) return null; // taken away, and nobody minded
  conflicts.push({id, part: 'removed', mine: mine ?? null, theirs: theirs ?? null});
  return left;
}

/** Part by part: one may change the words while the other changes the picture. */
function parts(id, base, mine, theirs, conflicts) {
  const result = {id, scene: {}};
  const take = (part, from, into) => {
    const found = chosen(from(base)?.[part], from(mine)[part], from(theirs)[part]);
    if (!found) conflicts.push({id, part, mine: from(mine)[part] ?? null, theirs: from(theirs)[part] ?? null});
    into[part] = found ? found.value : from(mine)[part];
  };
  for (const part of ['origin', 'pick', 'locked']) take(part, scene => scene, result);
  for (const part of new Set([...Object.keys(mine.scene), ...Object.keys(theirs.scene)])) {
    take(part, scene => scene.scene, result.scene);
  }
  return tidy(result);
}

/** In whose order: of the one who moved something; what the other added stays behind its neighbour. */
function ordered(base, mine, theirs) {
  const ids = board => board.scenes.map(scene => scene.id);
  const [old, own, other] = [ids(base), ids(mine), ids(theirs)];
  const common = list => list.filter(id => old.includes(id) && own.includes(id) && other.includes(id));
  const moved = !same(common(old), common(own));
  const [first, second] = moved ? [own, other] : [other, own];
  const result = [...first];
  second.forEach((id, at) => {
    if (result.includes(id)) return;
    const before = second.slice(0, at).reverse().find(one => result.includes(one));
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, id);
  });
  return result;
}
