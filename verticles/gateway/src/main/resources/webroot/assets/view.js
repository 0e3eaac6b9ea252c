// What is seen. Everything is built from nodes and text, never from markup in strings.

import {source} from '/assets/api.js';

export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (key === 'class') node.className = value;
    else node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

const STEPS = {
  script: 'Writing the script',
  content: 'Writing the script',
  scenes: 'Planning the scenes',
  storyboard: 'Planning the scenes',
  speech: 'Speaking the words',
  narration: 'Speaking the words',
  materials: 'Finding the pictures',
  music: 'Composing the music',
  timeline: 'Cutting it together',
  plan: 'Cutting it together',
  render: 'Drawing the pictures',
  segments: 'Drawing the pictures',
  audio: 'Mixing the sound',
  mix: 'Mixing the sound',
  join: 'Joining picture and sound',
  assemble: 'Joining picture and sound',
  check: 'Checking the result',
  publish: 'Putting it on the shelf',
};

export const stepName = name =>
  STEPS[name] || name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');

const STATES = {
  QUEUED: 'Waiting',
  RUNNING: 'In the making',
  PAUSED: 'Halted',
  COMPLETED: 'Ready',
  FAILED: 'Failed',
  CANCELLED: 'Called off',
};

export const stateName = state => STATES[state] || state;

export const terminal = state => ['COMPLETED', 'FAILED', 'CANCELLED'].includes(state);

export function clock(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** A length in words. */
export function duration(seconds) {
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} ${whole === 1 ? 'second' : 'seconds'}` : `${clock(seconds)} minutes`;
}

function size(bytes) {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function ago(time) {
  const seconds = (Date.now() - new Date(time)) / 1000;
  const words = new Intl.RelativeTimeFormat('en', {numeric: 'auto'});
  for (const [unit, length] of [['day', 86400], ['hour', 3600], ['minute', 60]]) {
    if (seconds >= length) return words.format(-Math.floor(seconds / length), unit);
  }
  return 'just now';
}

/** The text a person will know an unfinished video by. */
export function titleOf(video) {
  const brief = video.brief || {};
  const text = video.result?.title || video.title || brief.title || brief.topic || brief.script
    || brief.scenes?.[0]?.narration || 'Untitled';
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 90 ? `${line.slice(0, 88)}…` : line;
}

function bar(fraction, label) {
  const percent = Math.round(fraction * 100);
  const fill = el('span', {class: 'fill'});
  fill.style.setProperty('width', `${percent}%`);
  return el('span', {
    class: 'bar', role: 'progressbar', 'aria-label': label,
    'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': percent,
  }, fill);
}

function stepRow(step) {
  const state = step.state.toLowerCase();
  const parts = step.of > 1 ? `${step.done} of ${step.of}` : '';
  const fraction = step.state === 'DONE' ? 1 : step.progress;
  return el('li', {class: `step ${state}`},
    el('span', {class: 'mark', 'aria-hidden': 'true'}),
    el('span', {class: 'name'}, stepName(step.name),
      step.attempts > 1 ? el('small', {}, ` try ${step.attempts}`) : null),
    el('span', {class: 'parts'}, parts || el('span', {class: 'hidden'}, state)),
    bar(fraction, stepName(step.name)));
}

export function problemText(problem) {
  const nodes = [el('p', {}, problem.message)];
  const shown = (problem.violations || []).filter(v => v.message !== problem.message);
  if (shown.length) {
    nodes.push(el('ul', {}, ...shown.map(v => el('li', {},
      v.pointer ? el('code', {}, v.pointer.slice(1)) : null, v.pointer ? ' ' : '', v.message))));
  }
  if (problem.correlationId && problem.status >= 500) {
    nodes.push(el('p', {class: 'hint'}, `Reference ${problem.correlationId}`));
  }
  return nodes;
}

/** A video that is being made, or was stopped. */
export function progressView(video, message, actions) {
  const running = !terminal(video.state) && video.state !== 'PAUSED';
  const canvas = video.brief.canvas || {width: 9, height: 16};
  const frame = el('div', {class: `frame ${running ? 'busy' : ''}`, 'aria-hidden': 'true'},
    el('span', {}, `${Math.round(video.progress * 100)}%`));
  frame.style.setProperty('aspect-ratio', `${canvas.width} / ${canvas.height}`);
  const waiting = video.queuePosition > 0 && running ? `${video.queuePosition} before it` : message;
  return el('div', {class: 'making'}, frame,
    el('div', {class: 'detail'},
      el('p', {class: `chip ${video.state.toLowerCase()}`}, stateName(video.state)),
      el('h2', {id: 'stage-title'}, titleOf(video)),
      el('div', {class: 'overall'}, bar(video.progress, 'The whole video'),
        el('output', {id: 'elapsed'}, '')),
      video.failure ? null : el('p', {class: 'message'}, waiting || ''),
      video.failure ? el('div', {class: 'problem', role: 'alert'}, ...problemText(video.failure)) : null,
      el('ol', {class: 'steps'}, ...video.steps.map(stepRow)),
      el('p', {class: 'actions'},
        running
          ? el('button', {class: 'quiet', type: 'button', onclick: actions.cancel}, 'Call it off')
          : el('button', {class: 'primary', type: 'button', onclick: actions.resume}, 'Take it up again'))));
}

const NAMES = {
  'video.mp4': 'Download the video',
  'video.webm': 'Download the video',
  'video.mov': 'Download the video',
  'video.gif': 'Download the GIF',
  'audio.m4a': 'Download the sound',
  'sprite.jpg': 'Thumbnail sheet',
  'thumbnails.vtt': 'Thumbnail index (VTT)',
  'poster.jpg': 'Poster',
  'captions.srt': 'Captions (SRT)',
  'captions.vtt': 'Captions (VTT)',
  'captions.ass': 'Captions (ASS)',
  'manifest.json': 'Manifest',
  'receipt.json': 'Receipt',
  'licenses.json': 'Licences',
  'credits.txt': 'Credits',
  'metadata.json': 'Titles and captions',
};

/** What is to be played, in whichever form it was asked for. */
function mainFile(files) {
  return ['video.mp4', 'video.webm', 'video.mov', 'audio.m4a'].find(name => files[name]);
}

/** A finished video: player, captions, downloads. */
export async function playerView(video, save) {
  const files = Object.fromEntries(video.result.files.map(f => [f.name, f]));
  const path = name => (files[name] ? source(files[name].href) : undefined);
  const [film, poster, captions] =
    await Promise.all([path(mainFile(files)), path('poster.jpg'), path('captions.vtt')]);
  const canvas = video.brief.canvas || {width: 9, height: 16};
  const player = el('video', {controls: true, playsinline: true, preload: 'metadata', src: film,
    poster, 'aria-label': titleOf(video)},
    captions ? el('track', {kind: 'captions', src: captions, srclang: video.brief.language,
      label: 'Captions'}) : null);
  player.style.setProperty('aspect-ratio', `${canvas.width} / ${canvas.height}`);
  return el('div', {class: 'done'},
    el('div', {class: canvas.width > canvas.height ? 'screen wide' : 'screen'}, player),
    el('div', {class: 'detail'},
      el('p', {class: 'chip completed'}, stateName('COMPLETED')),
      el('h2', {id: 'stage-title'}, titleOf(video)),
      el('p', {class: 'hint'},
        `${duration(video.result.seconds)} · ${canvas.width} × ${canvas.height} · ${ago(video.updatedAt)}`),
      el('ul', {class: 'files', 'aria-label': 'Files to download'},
        ...video.result.files.map(file => el('li', {},
          el('a', {href: `${file.href}?download`, download: true, onclick: e => save(e, file)},
            el('span', {}, NAMES[file.name] || file.name),
            el('small', {}, size(file.size))))))));
}

/** One of the recent videos. */
export function card(video, current) {
  const stopped = ['FAILED', 'CANCELLED'].includes(video.state);
  const picture = el('span', {class: stopped ? 'thumb stopped' : 'thumb', 'aria-hidden': 'true'},
    video.poster ? null : el('span', {}, `${Math.round(video.progress * 100)}%`));
  if (video.poster) {
    source(video.poster).then(src =>
      picture.append(el('img', {src, alt: '', loading: 'lazy', decoding: 'async'})));
  }
  if (video.seconds) picture.append(el('span', {class: 'length'}, clock(video.seconds)));
  return el('li', {},
    el('a', {class: 'tile', href: `#${video.id}`, 'aria-current': video.id === current ? 'true' : null},
      picture,
      el('span', {class: 'caption'}, titleOf(video)),
      el('span', {class: 'hint'}, video.state === 'COMPLETED'
        ? ago(video.createdAt) : `${stateName(video.state)} · ${ago(video.createdAt)}`)));
}
