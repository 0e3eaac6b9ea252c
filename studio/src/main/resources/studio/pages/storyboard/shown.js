// What a scene will show, as far as it is known before the render.

import {plain} from './lengths.js';
import {same} from './model.js';

/**
 * @param {string} path of the storyboard
 * @returns {{still: string | null, how: 'auto' | 'drawn' | 'picked' | 'made', key: string | null}}
 */
export function shownBy(scene, made, path) {
  const before = made?.find(one => one.index === scene.origin);
  if (scene.pick && scene.pick === before?.shown) return {still: before.picture ?? null, how: 'picked', key: scene.pick};
  if (scene.pick === 'generated') return {still: null, how: 'drawn', key: scene.pick};
  if (scene.pick) return {still: stillOf(scene.pick, path), how: 'picked', key: scene.pick};
  const unchanged = before && before.narration === plain(scene.scene.narration) && same(before.terms, scene.scene.terms);
  if (unchanged && before.shown) {
    return {still: before.picture ?? null, how: before.shown === 'generated' ? 'drawn' : 'made', key: before.shown};
  }
  return {still: null, how: 'auto', key: null};
}

/** Where a candidate is seen: one of the library has its own still. */
export function stillOf(key, path) {
  if (key.startsWith('library:')) return `/v1/materials/${encodeURIComponent(key.slice('library:'.length))}/thumbnail`;
  return `${path.replace(/storyboard$/, 'candidates/still')}?key=${encodeURIComponent(key)}`;
}
