// A storyboard as it is edited. Pure: every change gives a new board and leaves the old one alone.

/**
 * @typedef {{narration: string, terms: string[], title?: string, voice?: string, delivery?: object}} Telling
 * @typedef {{id: string, origin?: number, scene: Telling, pick?: string, locked: boolean}} Scene
 * @typedef {{title: string, scenes: Scene[]}} Board
 */

/** Without what is not set, so that equal scenes are written alike. */
export function tidy(scene) {
  const told = Object.fromEntries(Object.entries(scene.scene ?? {}).filter(([, value]) => value !== null && value !== undefined));
  const kept = {id: scene.id, scene: {...told, narration: told.narration ?? '', terms: told.terms ?? []}, locked: Boolean(scene.locked)};
  if (scene.origin !== null && scene.origin !== undefined) kept.origin = scene.origin;
  if (scene.pick !== null && scene.pick !== undefined) kept.pick = scene.pick;
  return kept;
}

/** @returns {Board} */
export const tidyBoard = ({title, scenes}) => ({title, scenes: scenes.map(tidy)});

/** Written with its keys in order, for comparing. */
export const canonical = value => JSON.stringify(value, (key, part) =>
  (part && typeof part === 'object' && !Array.isArray(part)
    ? Object.fromEntries(Object.keys(part).sort().map(name => [name, part[name]])) : part));

export const same = (one, other) => canonical(one) === canonical(other);

/** An id that no other scene has, or had. */
export function freshId() {
  const random = crypto.getRandomValues(new Uint8Array(6));
  return 'n' + Array.from(random, byte => byte.toString(36).padStart(2, '0')).join('');
}

export const placeOf = (board, id) => board.scenes.findIndex(scene => scene.id === id);
export const sceneOf = (board, id) => board.scenes.find(scene => scene.id === id);

const withScenes = (board, scenes) => ({...board, scenes});

function changed(board, id, change) {
  const scene = sceneOf(board, id);
  if (!scene || scene.locked) return board;
  return withScenes(board, board.scenes.map(one => (one.id === id ? tidy(change(one)) : one)));
}

export const rename = (board, title) => ({...board, title});

/** Changes what is told: narration, terms, title, voice, delivery; undefined takes a part away. */
export const tell = (board, id, parts) =>
  changed(board, id, scene => ({...scene, scene: {...scene.scene, ...parts}}));

/** Has a scene show a candidate; null leaves it to the program. */
export const pick = (board, id, key) => changed(board, id, scene => ({...scene, pick: key}));

/** A locked scene can be moved, and nothing else. */
export const lock = (board, id, locked) =>
  withScenes(board, board.scenes.map(scene => (scene.id === id ? {...scene, locked} : scene)));

/** Puts a scene at a place, counted without it. */
export function move(board, id, to) {
  const from = placeOf(board, id);
  const place = Math.max(0, Math.min(board.scenes.length - 1, to));
  if (from < 0 || from === place) return board;
  const scenes = board.scenes.filter(scene => scene.id !== id);
  scenes.splice(place, 0, board.scenes[from]);
  return withScenes(board, scenes);
}

/** The last scene stays: a video without one is none. */
export function remove(board, id) {
  if (board.scenes.length < 2 || sceneOf(board, id)?.locked !== false) return board;
  return withScenes(board, board.scenes.filter(scene => scene.id !== id));
}

/** Puts a new scene behind another, or at the end. */
export function add(board, after, scene = {}) {
  const made = tidy({id: freshId(), scene: {narration: '', terms: []}, ...scene});
  const at = after ? placeOf(board, after) + 1 : board.scenes.length;
  return withScenes(board, [...board.scenes.slice(0, at), made, ...board.scenes.slice(at)]);
}

/** Cuts a scene at a character of its narration; the first part stays what it was. */
export function split(board, id, at) {
  const scene = sceneOf(board, id);
  if (!scene || scene.locked) return board;
  const {narration} = scene.scene;
  const [before, after] = [narration.slice(0, at).trim(), narration.slice(at).trim()];
  if (!before || !after) return board;
  const first = tell(board, id, {narration: before});
  const {title, ...rest} = scene.scene; // large words are shown once
  return add(first, id, {scene: {...rest, narration: after}});
}

/** Makes one scene of two that follow each other. */
export function merge(board, id) {
  const at = placeOf(board, id);
  const [one, next] = [board.scenes[at], board.scenes[at + 1]];
  if (!one || !next || one.locked || next.locked) return board;
  const told = {
    narration: joined(one.scene.narration, next.scene.narration),
    terms: [...new Set([...one.scene.terms, ...next.scene.terms])].slice(0, 8),
  };
  const together = tell(board, id, told);
  return withScenes(together, together.scenes.filter(scene => scene.id !== next.id));
}

/** Chinese and Japanese put no space between sentences. */
function joined(one, other) {
  const close = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]$/.test(one) && /^[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/.test(other);
  return [one, other].filter(Boolean).join(close ? '' : ' ');
}

/** What is sent. */
export const body = board => ({title: board.title, scenes: board.scenes});
