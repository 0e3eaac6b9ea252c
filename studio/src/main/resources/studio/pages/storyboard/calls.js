// What the page does, as it is said to the API.

import {body} from './model.js';
import {t} from './words.js';

/** @param {import('./keeper.js').Keeper} keeper */
export function calls({path, board, etag}) {
  const tag = {'If-Match': etag};
  const scene = board.scenes[0].id;
  const id = path.split('/').at(-2);
  const cli = words => `moneyprinter storyboard ${words}`;
  return [
    {title: t('apiRead'), method: 'GET', path, cli: cli(`show ${id}`)},
    {title: t('apiWrite'), method: 'PUT', path, body: body(board), headers: tag,
      cli: [`edit ${id} ${scene} --narration '…'`, `split ${id} ${scene} --after '…'`, `merge ${id} ${scene}`, `move ${id} ${scene} 2`].map(cli).join('\n')},
    {title: t('apiRender'), method: 'POST', path: `${path}/render`, headers: tag, cli: cli(`render ${id}`)},
    {title: t('apiSpeak'), method: 'POST', path: `${path}/speak`, body: {scene}, cli: cli(`speak ${id} ${scene} --out scene.wav`)},
    {title: t('apiClips'), method: 'POST', path: `${path}/clips`, body: {scene, query: 'red fox'}, cli: cli(`clips ${id} ${scene} 'red fox'`)},
    {title: t('apiRewrite'), method: 'POST', path: `${path}/rewrite`, body: {scene, wish: 'shorter'}, cli: cli(`rewrite ${id} ${scene} shorter`)},
  ];
}
