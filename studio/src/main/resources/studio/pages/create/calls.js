// The same order without the page: over HTTP, and as a brief file with the command that takes it.

import {quoted} from '../../parts/as-api.js';
import {briefOf, kindOf, presetOf} from './form.js';
import {t} from './words.js';

const FILE = 'brief.json';

/** A word that no line of the text consists of ends it for the shell. */
function heredoc(text, file = FILE) {
  let end = 'END';
  while (text.split('\n').includes(end)) end += '_';
  return `cat > ${file} <<'${end}'\n${text}\n${end}`;
}

/**
 * @param {ReturnType<typeof import('./form.js').blank>} form
 * @returns {import('../../parts/as-api.js').Call[]}
 */
export function calls(form) {
  const brief = briefOf(form);
  const file = heredoc(JSON.stringify(brief, null, 2));
  const voice = form.voice === 'auto' ? '' : ` --voice ${quoted(form.voice)}`;
  const {enabled, ...style} = form.captions;
  return [
    {title: t('callCreate'), method: 'POST', path: '/v1/videos', body: brief, cli: `${file}\nmoneyprinter api POST /v1/videos --file ${FILE}`},
    {title: t('callEstimate'), method: 'POST', path: '/v1/videos?dryRun=true', body: brief},
    {title: t('callListen'), method: 'GET', path: `/v1/voices/sample?voice=${encodeURIComponent(form.voice)}&language=${form.language}`, out: 'voice.wav',
      cli: `moneyprinter say${voice} --language ${form.language} ${quoted(kindOf(form) === 'script' ? form.text.trim().slice(0, 200) : t('sampleSentence'))}`},
    ...(enabled ? [{title: t('callCaptions'), method: 'POST', path: '/v1/caption-presets/preview', body: {style, language: form.language}, out: 'captions.png',
      cli: `moneyprinter captions --preview captions.png${style.preset ? ` --preset ${style.preset}` : ''} --language ${form.language}`}] : []),
    {title: t('callPreset'), method: 'PUT', path: '/v1/templates/my-preset', body: {brief: presetOf(form)},
      cli: `${heredoc(JSON.stringify({brief: presetOf(form)}, null, 2), 'my-preset.json')}\nmoneyprinter template put my-preset.json`},
  ];
}
