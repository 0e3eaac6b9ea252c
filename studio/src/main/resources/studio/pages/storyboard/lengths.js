// How long a storyboard takes to tell. What was spoken is known; the rest is estimated from its words.

const WORDS_PER_SECOND = 2.5;
const SIGNS_PER_SECOND = 4.3; // of Chinese, Japanese and Korean
/** Seconds as the node lays speech into scenes (ScenePace of codecs, with the usual transition). */
const ENTRY = 0.25;
const BREATH = 0.35;
const CLOSING = 0.8; // in place of the last breath
const LEAST = 1.5;

const SIGNS = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;

/** Without marks: <speak>, [pause 1s], and who speaks. */
export const plain = text => text.replace(/<[^>]*>/g, ' ').replace(/\[[^\]]*\]/g, ' ').trim();

/** Seconds that a text probably takes. */
export function estimate(text, rate = 1) {
  const said = plain(text);
  const signs = (said.match(SIGNS) ?? []).length;
  const others = said.replace(SIGNS, ' ').split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length;
  return (signs / SIGNS_PER_SECOND + others / WORDS_PER_SECOND) / (rate || 1);
}

/** What was spoken of a scene, where that is still what it says, by the same voice; or null. */
export function spoken(scene, made) {
  const before = made?.find(one => one.index === scene.origin);
  if (!before?.seconds) return null;
  const heard = {scene: {narration: before.narration, voice: before.voice, delivery: before.delivery}};
  const now = {scene: {...scene.scene, narration: plain(scene.scene.narration)}};
  return heardKey(heard) === heardKey(now) ? before : null;
}

/**
 * @param {Record<string, number>} heard seconds of what was listened to, by heardKey
 * @returns {{seconds: number, sure: boolean}}
 */
export function lengthOf(scene, made, heard = {}) {
  const known = heard[heardKey(scene)] ?? spoken(scene, made)?.seconds;
  const speech = known || estimate(scene.scene.narration, scene.scene.delivery?.rate);
  return {seconds: Math.max(LEAST, ENTRY + speech + BREATH), sure: Boolean(known)};
}

/** What decides how a scene sounds. */
export const heardKey = ({scene}) => JSON.stringify([scene.narration, scene.voice ?? null, scene.delivery ?? null]);

/** Of all scenes together. */
export function total(board, made, heard) {
  return board.scenes.map(scene => lengthOf(scene, made, heard)).reduce(
    (sum, one) => ({seconds: sum.seconds + one.seconds, sure: sum.sure && one.sure}), {seconds: CLOSING - BREATH, sure: true});
}
