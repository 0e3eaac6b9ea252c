// What the page does, as it is said to the API.

import {body} from './model.js';
import {t} from './words.js';

/** @param {import('./keeper.js').Keeper} keeper */
export function calls({path, board, etag}) {
  const tag = {'If-Match': etag};
  const scene = board.scenes[0].id;
  return [
    {title: t('apiRead'), method: 'GET', path},
    {title: t('apiWrite'), method: 'PUT', path, body: body(board), headers: tag},
    {title: t('apiRender'), method: 'POST', path: `${path}/render`, headers: tag},
    {title: t('apiSpeak'), method: 'POST', path: `${path}/speak`, body: {scene}},
    {title: t('apiClips'), method: 'POST', path: `${path}/clips`, body: {scene, query: 'red fox'}},
    {title: t('apiRewrite'), method: 'POST', path: `${path}/rewrite`, body: {scene, wish: 'shorter'}},
  ];
}
