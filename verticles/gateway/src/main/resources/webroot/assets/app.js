// Ties form, stage and list together. The video in the address is the one on the stage.

import {Problem, credential, follow, get, orderKey, post, source} from '/assets/api.js';
import {card, clock, duration, el, playerView, problemText, progressView, stateName, stepName,
  terminal, titleOf} from '/assets/view.js';

const $ = id => document.getElementById(id);
const HINTS = {
  script: ['It is spoken word for word. About 75 words make half a minute.',
    'Coffee wakes the world every morning. But its story began with goats…'],
  topic: ['The configured language model writes the script.', 'Why the sky is blue'],
};
const CHOICES = ['language', 'voice', 'format', 'captions', 'mood', 'rate'];
const SAVED = 'moneyprinter-choices';

let voices = [];
let shown = null; // {id, video, message, stop}
let next = null;
let older = false;
let relist = null;

// ---- form -------------------------------------------------------------------------------------

const kind = () => document.querySelector('input[name=kind]:checked').value;

function hint() {
  const [text, example] = HINTS[kind()];
  const words = $('text').value.trim().split(/\s+/).filter(Boolean).length;
  const long = kind() === 'script' && words > 0
    ? `${words} ${words === 1 ? 'word' : 'words'}, about ${duration(words / 2.5)}.` : '';
  $('hint').textContent = long || text;
  $('text').placeholder = example;
}

function languageName(tag) {
  try {
    return new Intl.DisplayNames(['en'], {type: 'language'}).of(tag);
  } catch {
    return tag;
  }
}

function fillVoices() {
  const language = $('language').value;
  const fitting = voices.filter(v => v.language.split('-')[0] === language);
  $('voice').replaceChildren(
    el('option', {value: 'auto'}, 'Automatic'),
    ...fitting.map(v => el('option', {value: v.id},
      `${v.name}${v.gender === 'unknown' ? '' : `, ${v.gender}`}${v.offline ? '' : ' (online)'}`)));
}

async function fillLanguages() {
  voices = (await get('/v1/voices')).voices;
  const tags = [...new Set(voices.map(v => v.language.split('-')[0]))];
  const named = (tags.length ? tags : ['en']).map(tag => [tag, languageName(tag)])
    .sort((a, b) => a[1].localeCompare(b[1]));
  $('language').replaceChildren(...named.map(([tag, name]) => el('option', {value: tag}, name)));
  $('language').value = tags.includes('en') || !tags.length ? 'en' : tags[0];
  restoreChoices();
}

function restoreChoices() {
  const saved = JSON.parse(localStorage.getItem(SAVED) || '{}');
  for (const id of CHOICES) {
    if (id === 'voice') fillVoices(); // depends on the language before it
    const wanted = saved[id];
    if (wanted && [...$(id).options].some(o => o.value === wanted)) $(id).value = wanted;
  }
}

function saveChoices() {
  localStorage.setItem(SAVED,
    JSON.stringify(Object.fromEntries(CHOICES.map(id => [id, $(id).value]))));
}

function brief() {
  const [width, height] = $('format').value.split('x').map(Number);
  const captions = $('captions').value;
  return {
    [kind()]: $('text').value,
    language: $('language').value,
    voice: $('voice').value,
    rate: Number($('rate').value),
    canvas: {width, height, fps: 30},
    captions: captions === 'off' ? {enabled: false} : {mode: captions},
    music: {mood: $('mood').value},
  };
}

function complain(problem) {
  $('problem').replaceChildren(...(problem ? problemText(problem) : []));
  $('problem').hidden = !problem;
}

let order = orderKey(); // stays the same until the order went through: pressing twice is harmless

async function create(event) {
  event.preventDefault();
  complain(null);
  if (!$('text').value.trim()) {
    complain(new Error(kind() === 'script' ? 'Write what the voice should say.' : 'Name a topic.'));
    $('text').focus();
    return;
  }
  $('create').disabled = true;
  try {
    const made = await allowed(() => post('/v1/videos', brief(), {'Idempotency-Key': order}));
    order = orderKey();
    location.hash = made.id;
    list();
  } catch (problem) {
    if (problem.status) order = orderKey(); // the node answered: the next try is another order
    complain(problem);
  } finally {
    $('create').disabled = false;
  }
}

// ---- access -----------------------------------------------------------------------------------

let asking = null;

/** Asks for a key when the node wants one, then tries again. */
async function allowed(action) {
  for (;;) {
    try {
      return await action();
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.status !== 401) throw problem;
      asking ??= new Promise(resolve => {
        $('key-form').addEventListener('submit', () => {
          credential.set($('key').value.trim());
          $('key').value = '';
          asking = null;
          resolve();
        }, {once: true});
        $('key-dialog').showModal();
      });
      await asking;
    }
  }
}

// ---- stage ------------------------------------------------------------------------------------

function say(text) {
  if ($('spoken').textContent !== text) $('spoken').textContent = text;
}

async function show(id) {
  shown?.stop.abort();
  shown = null;
  $('empty').hidden = Boolean(id);
  $('work').hidden = !id;
  $('work').replaceChildren();
  mark(id);
  if (!id) {
    document.title = 'moneyprinter';
    return;
  }
  const mine = {id, message: '', stop: new AbortController()};
  shown = mine;
  try {
    await refresh(mine);
    if (!terminal(mine.video.state)) await watch(mine);
  } catch (problem) {
    if (shown === mine) $('work').replaceChildren(
      el('div', {class: 'problem', role: 'alert'}, ...problemText(problem)));
  }
}

async function refresh(mine) {
  const video = await allowed(() => get(`/v1/videos/${mine.id}`));
  if (shown !== mine) return;
  const ended = mine.video && !terminal(mine.video.state) && terminal(video.state);
  mine.video = video;
  await draw(mine);
  if (ended) {
    say(stateName(video.state));
    list();
  } else if (!terminal(video.state)) {
    tileOf(video.id)?.closest('li').replaceWith(card({...video, title: titleOf(video)}, video.id));
  }
}

async function draw(mine) {
  const {video} = mine;
  document.title = terminal(video.state)
    ? 'moneyprinter' : `${Math.round(video.progress * 100)}% · moneyprinter`;
  const view = video.state === 'COMPLETED' && video.result
    ? await playerView(video, save)
    : progressView(video, mine.message, {cancel: () => command('cancel'), resume: () => command('resume')});
  if (shown !== mine) return;
  const focus = $('work').contains(document.activeElement);
  $('work').replaceChildren(view);
  if (focus) $('work').querySelector('button')?.focus();
  elapse();
}

/** Redraws at most twice a second, however fast events come. */
async function watch(mine) {
  let due = null;
  const later = () => {
    due ??= setTimeout(async () => {
      due = null;
      if (shown === mine) await refresh(mine).catch(() => later());
    }, 500);
  };
  await allowed(() => follow(`/v1/videos/${mine.id}/events`, mine.stop.signal, event => {
    const trouble = ['STEP_RETRIED', 'STEP_FAILED'].includes(event.type);
    mine.message = event.step && !trouble ? `${stepName(event.step)} …` : event.message;
    if (event.type === 'STEP_STARTED' && event.step) say(stepName(event.step));
    later();
  }));
  clearTimeout(due);
  due = null;
  if (shown === mine) await refresh(mine);
}

async function command(verb) {
  const mine = shown;
  try {
    await allowed(() => post(`/v1/videos/${mine.id}/${verb}`));
    if (verb === 'resume') await show(mine.id);
    else await refresh(mine);
  } catch (problem) {
    mine.message = problem.message;
    await draw(mine);
  }
}

/** With a credential a plain link would not do: the file is fetched, then saved. */
async function save(event, file) {
  if (!credential.get()) return;
  event.preventDefault();
  const link = el('a', {href: await source(file.href), download: file.name});
  link.click();
  URL.revokeObjectURL(link.href);
}

function elapse() {
  const output = $('elapsed');
  if (output && shown?.video && !terminal(shown.video.state)) {
    output.textContent = clock((Date.now() - new Date(shown.video.createdAt)) / 1000);
  }
}

// ---- recent videos ----------------------------------------------------------------------------

const tileOf = id => $('videos').querySelector(`.tile[href="#${id}"]`);

function mark(id) {
  $('videos').querySelector('[aria-current]')?.removeAttribute('aria-current');
  tileOf(id)?.setAttribute('aria-current', 'true');
}

async function list(path = '/v1/videos?limit=12') {
  const page = await allowed(() => get(path)).catch(() => null);
  if (!page) return;
  const cards = page.videos.map(video => card(video, shown?.id));
  older = path === next; // a longer list is left alone
  if (older) $('videos').append(...cards);
  else $('videos').replaceChildren(...cards);
  next = page.next || null;
  $('more').hidden = !next;
  $('none').hidden = $('videos').childElementCount > 0;
  clearTimeout(relist);
  if (page.videos.some(video => !terminal(video.state))) {
    relist = setTimeout(() => (document.hidden || older ? null : list()), 5000);
  }
}

// ---- start ------------------------------------------------------------------------------------

const inAddress = () => {
  const id = location.hash.slice(1);
  return /^[0-9a-f-]{36}$/.test(id) ? id : null;
};

$('form').addEventListener('submit', create);
$('form').addEventListener('change', event => {
  if (event.target.id === 'language') fillVoices();
  if (CHOICES.includes(event.target.id)) saveChoices();
  hint();
});
$('text').addEventListener('input', hint);
$('text').addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) $('form').requestSubmit();
});
$('more').addEventListener('click', () => list(next));
$('home').addEventListener('click', event => {
  event.preventDefault();
  history.pushState(null, '', location.pathname);
  show(null);
});
window.addEventListener('hashchange', () => {
  if (inAddress() || !location.hash) {
    show(inAddress());
    if (inAddress() && matchMedia('(max-width: 55rem)').matches) $('stage').scrollIntoView();
  }
});
window.addEventListener('popstate', () => inAddress() || show(null));
document.addEventListener('visibilitychange', () => document.hidden || older || list());
setInterval(elapse, 1000);

hint();
allowed(fillLanguages).catch(restoreChoices);
list();
if (inAddress()) show(inAddress());
