// Checks of the logic behind the storyboard and the video's page, run in the browser that runs it.
// Answers with what failed.
async load => {
  const failed = [];
  const equal = (name, got, wanted) => {
    if (JSON.stringify(got) !== JSON.stringify(wanted)) failed.push(`${name}: ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`);
  };
  const model = await load('storyboard/model.js');
  const history = await load('storyboard/history.js');
  const {reconcile} = await load('storyboard/reconcile.js');
  const {settled} = await load('storyboard/settle.js');
  const lengths = await load('storyboard/lengths.js');
  const segments = await load('video/segments.js');
  const {pieces} = await load('video/mp4.js');

  const scene = (id, narration, more = {}) => model.tidy({id, scene: {narration, terms: []}, ...more});
  const board = {title: 'T', scenes: [scene('a', 'One. Two.', {origin: 0}), scene('b', 'Three.', {origin: 1}), scene('c', 'Four.', {origin: 2})]};
  const ids = of => of.scenes.map(one => one.id).join('');
  const said = of => of.scenes.map(one => one.scene.narration).join('|');

  // the model
  equal('move down', ids(model.move(board, 'a', 1)), 'bac');
  equal('move beyond the end', ids(model.move(board, 'a', 9)), 'bca');
  equal('move nowhere', model.move(board, 'a', 0) === board, true);
  const cut = model.split(board, 'a', 5);
  equal('split', said(cut), 'One.|Two.|Three.|Four.');
  equal('the second part is new', [cut.scenes[0].origin, cut.scenes[1].origin ?? null], [0, null]);
  equal('split at an end', model.split(board, 'a', 9) === board, true);
  equal('merge', said(model.merge(board, 'a')), 'One. Two. Three.|Four.');
  equal('merge of Chinese', said(model.merge({title: '', scenes: [scene('a', '你好。'), scene('b', '再见。')]}, 'a')), '你好。再见。');
  const locked = model.lock(board, 'a', true);
  equal('locked stays', [model.tell(locked, 'a', {narration: 'x'}), model.remove(locked, 'a'), model.split(locked, 'a', 5), model.merge(locked, 'a')].every(one => one === locked), true);
  equal('locked moves', ids(model.move(locked, 'a', 2)), 'bca');
  equal('the last scene stays', ids(model.remove(model.remove(model.remove(board, 'a'), 'b'), 'c')), 'c');
  equal('undefined is taken away', 'voice' in model.tell(model.tell(board, 'a', {voice: 'x'}), 'a', {voice: undefined}).scenes[0].scene, false);

  // the history
  let past = history.begin('1');
  past = history.change(past, '2', 'typing', 1000);
  past = history.change(past, '3', 'typing', 1500);
  past = history.change(past, '4', 'typing', 9000);
  equal('one breath is one step', [history.undo(past).now, history.undo(history.undo(past)).now], ['3', '1']);
  equal('redo', history.redo(history.undo(past)).now, '4');
  equal('a change ends what was undone', history.canRedo(history.change(history.undo(past), '5')), false);
  equal('it is written and read', history.undo(JSON.parse(JSON.stringify(past))).now, '3');

  const long = history.begin('x'.repeat(100));
  const many = Array.from({length: 50}, (_, n) => `${n}`.padEnd(100, 'y')).reduce((all, one) => history.change(all, one), long);
  equal('as much as fits', [history.fitting(many, 1030).past.length, history.fitting(many, 1).past.length, history.fitting(many, 1e6).past.length], [9, 1, 50]);

  // two versions
  const mine = model.tell(board, 'a', {narration: 'Mine.'});
  const theirs = model.move(model.tell(board, 'b', {narration: 'Theirs.'}), 'c', 0);
  const both = reconcile(board, mine, theirs);
  equal('both changes', [said(both.board), both.conflicts], ['Four.|Mine.|Theirs.', []]);
  const clash = reconcile(board, mine, model.tell(board, 'a', {narration: 'Yours.', terms: ['x']}));
  equal('a clash shows both', [said(clash.board), clash.board.scenes[0].scene.terms, clash.conflicts], ['Mine.|Three.|Four.', ['x'], [{id: 'a', part: 'narration', mine: 'Mine.', theirs: 'Yours.'}]]);
  equal('both kept', said(settled(clash.board, clash.conflicts[0], 'both')), 'Mine.|Yours.|Three.|Four.');
  equal('theirs taken', said(settled(clash.board, clash.conflicts[0], 'theirs')), 'Yours.|Three.|Four.');
  equal('removed there, unchanged here', ids(reconcile(board, board, model.remove(board, 'b')).board), 'ac');
  const kept = reconcile(board, mine, model.remove(board, 'a'));
  equal('removed there, changed here', [ids(kept.board), kept.conflicts[0].part, kept.conflicts[0].theirs], ['abc', 'removed', null]);
  const brought = reconcile(board, model.remove(board, 'b'), model.tell(board, 'b', {narration: 'New.'}));
  equal('removed here, changed there', [said(brought.board), brought.conflicts[0].mine], ['One. Two.|New.|Four.', null]);
  equal('removed after all', ids(settled(brought.board, brought.conflicts[0], 'mine')), 'ac');
  const added = reconcile(board, model.add(board, 'a', {id: 'm'}), model.add(board, 'b', {id: 't'}));
  equal('both added', ids(added.board), 'ambtc');
  equal('the same twice', reconcile(board, mine, mine).conflicts, []);
  const title = reconcile(board, model.rename(board, 'M'), model.rename(board, 'N'));
  equal('two titles', [title.board.title, title.conflicts[0].theirs], ['M', 'N']);

  // room for drafts
  const {makeRoom} = await load('storyboard/room.js');
  const shelf = new Map();
  const storage = new Proxy({getItem: key => shelf.get(key), removeItem: key => shelf.delete(key)}, {
    ownKeys: () => [...shelf.keys()], getOwnPropertyDescriptor: () => ({enumerable: true, configurable: true})});
  const kept2 = (at, now, base = now) => JSON.stringify({at, value: {base: {board: base}, history: {now}, conflicts: []}});
  const big = 'z'.repeat(400_000);
  shelf.set('moneyprinter-draft-storyboard-old', kept2(1, big));
  shelf.set('moneyprinter-draft-storyboard-unsent', kept2(2, big, 'other'));
  shelf.set('moneyprinter-draft-storyboard-new', kept2(3, big));
  shelf.set('moneyprinter-draft-create', '1');
  makeRoom('mine', storage);
  equal('room is made', [...shelf.keys()].map(key => key.slice(19)), ['storyboard-unsent', 'storyboard-new', 'create']);

  // lengths
  const made = [{index: 0, narration: 'One. Two.', seconds: 3, terms: []}];
  equal('known length', lengths.lengthOf(board.scenes[0], made), {seconds: 3.6, sure: true});
  equal('a short scene is drawn out, and the end rests', Math.round(100 * lengths.total({scenes: [board.scenes[0]]}, [{...made[0], seconds: 0.5}]).seconds), 195);
  equal('changed words are estimated', lengths.lengthOf(mine.scenes[0], made).sure, false);
  equal('another voice is estimated', lengths.lengthOf(model.tell(board, 'a', {voice: 'x'}).scenes[0], made).sure, false);
  equal('what was heard is known', lengths.lengthOf(mine.scenes[0], made, {[lengths.heardKey(mine.scenes[0])]: 2}).sure, true);
  equal('marks are not spoken', lengths.estimate('<speak>one <break time="1s"/>two</speak> [pause 2s]'), 0.8);

  // segments
  const list = [30, 60, 30].map((frames, index) => ({index, frames, state: 'queued', progress: 0}));
  const begun = segments.apply(list, {type: 'STEP_STARTED', step: 'segments', part: 1, node: 'n'});
  equal('begun', [begun[1].state, begun[1].node, list[1].state], ['running', 'n', 'queued']);
  const reused = segments.apply(begun, {type: 'STEP_DONE', step: 'segments', part: 1, reused: true});
  equal('reused', [reused[1].state, segments.summary(reused).reused, segments.leading(reused)], ['reused', 1, 0]);
  equal('a late word changes nothing', segments.apply(reused, {type: 'STEP_PROGRESS', step: 'segments', part: 1}) === reused, true);
  equal('other steps change nothing', segments.apply(list, {type: 'STEP_DONE', step: 'speech', part: 1}) === list, true);
  equal('which one shows', [0, 0.3, 0.99].map(share => segments.at(list, share)), [0, 1, 2]);
  equal('where one begins', segments.begin(list, 2), 0.75);
  equal('a play list', pieces('#EXTM3U\n#EXTINF:1.5,\n0.ts\n#EXTINF:2,\n1.ts\n#EXT-X-ENDLIST\n'), {numbers: [0, 1], seconds: 3.5, ended: true});
  return failed;
}
