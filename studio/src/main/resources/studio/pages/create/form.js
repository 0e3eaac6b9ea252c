// What the page asks for, and the brief that it comes to. A brief says only what differs from the
// usual, so that it reads well as a file and in a command.

import {guess, written} from './guess.js';
import {named} from './shapes.js';

/** A form in which nothing was said yet. */
export const blank = () => ({
  text: '',
  /** @type {import('./guess.js').Kind | null} null while the page guesses */
  kind: null,
  title: '',
  language: 'en',
  seconds: null,
  style: '',
  tone: '',
  audience: '',
  enhance: false,
  translateTo: '',
  platforms: [],
  voice: 'auto',
  rate: 1,
  pitch: 0,
  shape: '9:16',
  side: 1080,
  fps: 30,
  formats: [],
  /** A canvas of a brief that is none of the shapes. */
  canvas: null,
  /** Only what was chosen; the preset has the rest. */
  captions: {enabled: true},
  music: {kind: 'mood', mood: 'calm', id: '', volume: -16},
  footage: {kind: 'auto', sources: [], collection: ''},
  transition: 'fade',
  transitionSeconds: 0.5,
  brand: {},
  output: {},
  review: 'none',
  seed: null,
  budget: null,
  /** Keys of a brief that the page has no field for; they go along unchanged. */
  extra: {},
});

/** What the text is: as chosen by hand, else as it looks. */
export const kindOf = form => form.kind ?? guess(form.text);

const filled = object => Object.fromEntries(Object.entries(object).filter(([, value]) =>
  value !== null && value !== undefined && value !== '' && value !== false
  && !(Array.isArray(value) && !value.length)));
const some = object => (Object.keys(object).length ? object : undefined);
const unless = (value, usual) => (value === usual ? undefined : value);

const ABOUT = {
  topic: text => ({topic: text}),
  script: text => ({script: text}),
  article: text => ({source: {text}}),
  page: text => ({source: {url: text}}),
};

function writing(form, kind) {
  const asked = filled({translateTo: form.translateTo, platforms: form.platforms, enhance: kind === 'script' && form.enhance});
  const free = written(kind) || form.enhance;
  const chosen = free ? filled({seconds: form.seconds, style: form.style, tone: form.tone, audience: form.audience}) : {};
  return some({...form.extra.writing, ...chosen, ...asked});
}

function music({kind, mood, id, volume, more}) {
  if (kind === 'none') return {mood: 'none'};
  const loud = volume === -16 ? {} : {volume};
  if (kind === 'piece' && id) return {id, ...loud};
  return some({...more, ...(mood === 'calm' && !more ? {} : filled({mood})), ...loud});
}

function materials({kind, sources, collection}) {
  const source = {drawn: ['generated'], own: ['library'], chosen: sources, auto: []}[kind];
  return some(filled({collection, source}));
}

/** Captions that are off keep their look for when they are on again, but no brief tells it. */
function captions({enabled, ...look}) {
  return enabled ? some(filled(look)) : {enabled: false};
}

/**
 * The brief of a form, as POST /v1/videos takes it.
 *
 * @returns {Record<string, unknown>}
 */
export function briefOf(form) {
  const kind = kindOf(form);
  const {writing: kept, narration, ...extra} = form.extra;
  return filled({
    title: form.title.trim(),
    ...ABOUT[kind](form.text.trim()),
    language: unless(form.language, 'en'),
    writing: writing(form, kind),
    voice: unless(form.voice, 'auto'),
    rate: unless(form.rate, 1),
    narration: some({...narration, ...(form.pitch ? {pitch: form.pitch} : {})}),
    canvas: form.canvas ?? unless(named(form.shape, form.side, form.fps), '9:16'),
    formats: form.formats.filter(shape => shape !== form.shape).map(shape => (
      typeof shape === 'string' ? named(shape, form.side, form.fps) : shape)),
    captions: captions(form.captions),
    music: music(form.music),
    materials: some({...form.extra.materials, ...materials(form.footage)}),
    transition: unless(form.transition, 'fade'),
    transitionSeconds: unless(form.transitionSeconds, 0.5),
    brand: some(filled(form.brand)),
    output: some(filled(form.output)),
    review: unless(form.review, 'none'),
    seed: form.seed,
    budget: form.budget,
    ...rest(extra),
  });
}

const rest = ({materials: picked, ...others}) => others;

/** A brief without what the video is about: what is worth keeping as a preset. */
export function presetOf(form) {
  const {topic, script, source, scenes, title, seed, metadata, ...look} = briefOf(form);
  return look;
}
