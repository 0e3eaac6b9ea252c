// As much of MP4 (ISO/IEC 14496-12 and -15) as it takes to tell a browser what is in a piece. Pure.

/** The boxes of a stretch of bytes. */
function* boxes(view, from = 0, to = view.byteLength) {
  for (let at = from; at + 8 <= to;) {
    const size = view.getUint32(at);
    const name = String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at + 4, 4));
    if (size < 8) return; // of 64 bits, or to the end: no such box in a description
    yield {name, from: at + 8, to: at + size};
    at += size;
  }
}

function* found(view, path, from, to) {
  const [name, ...rest] = path;
  for (const box of boxes(view, from, to)) {
    if (box.name !== name) continue;
    if (rest.length) yield* found(view, rest, box.from, box.to);
    else yield box;
  }
}

const hex = byte => byte.toString(16).padStart(2, '0');

/**
 * The media type with codecs (RFC 6381), such as video/mp4; codecs="avc1.64001f,mp4a.40.2".
 *
 * @param {ArrayBuffer} bytes a piece with its description
 * @returns {string | null} null for what is no H.264
 */
export function mediaType(bytes) {
  const view = new DataView(bytes);
  const codecs = [];
  for (const table of found(view, ['moov', 'trak', 'mdia', 'minf', 'stbl', 'stsd'], 0, view.byteLength)) {
    for (const entry of boxes(view, table.from + 8, table.to)) {
      if (entry.name === 'mp4a') codecs.push('mp4a.40.2');
      if (entry.name !== 'avc1') continue;
      const [config] = found(view, ['avcC'], entry.from + 78, entry.to); // behind the fields of a picture
      if (config) codecs.push(`avc1.${[1, 2, 3].map(at => hex(view.getUint8(config.from + at))).join('')}`);
    }
  }
  return codecs.some(codec => codec.startsWith('avc1')) ? `video/mp4; codecs="${codecs.join(',')}"` : null;
}

/** The numbers of the pieces in a play list (RFC 8216), and whether there will be more. */
export function pieces(text) {
  const lines = text.split('\n');
  return {
    numbers: lines.map(line => /^(\d+)\.ts$/.exec(line)?.[1]).filter(Boolean).map(Number),
    seconds: lines.filter(line => line.startsWith('#EXTINF:')).reduce((sum, line) => sum + parseFloat(line.slice(8)), 0),
    ended: lines.includes('#EXT-X-ENDLIST'),
  };
}
