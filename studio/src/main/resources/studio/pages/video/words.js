// The words of a video's page.

import {words} from '../../core/words.js';

const STEPS = {
  en: {script: 'Writing the script', review: 'Your approval of the script', look: 'Your approval of the scenes', speech: 'Speaking the words', materials: 'Finding the pictures', music: 'Composing the music', plan: 'Planning the cut', segments: 'Rendering the pictures', audio: 'Mixing the sound', assemble: 'Joining picture and sound', publish: 'Putting it into the library'},
  zh: {script: '撰写脚本', review: '等待您确认脚本', look: '等待您确认场景', speech: '朗读旁白', materials: '寻找画面', music: '配乐', plan: '规划剪辑', segments: '渲染画面', audio: '混音', assemble: '合成画面与声音', publish: '入库'},
  es: {script: 'Escribir el guion', review: 'Su aprobación del guion', look: 'Su aprobación de las escenas', speech: 'Locutar el texto', materials: 'Buscar las imágenes', music: 'Componer la música', plan: 'Planificar el montaje', segments: 'Renderizar las imágenes', audio: 'Mezclar el sonido', assemble: 'Unir imagen y sonido', publish: 'Guardar en la biblioteca'},
  de: {script: 'Skript schreiben', review: 'Ihre Freigabe des Skripts', look: 'Ihre Freigabe der Szenen', speech: 'Worte sprechen', materials: 'Bilder finden', music: 'Musik komponieren', plan: 'Schnitt planen', segments: 'Bilder rendern', audio: 'Ton mischen', assemble: 'Bild und Ton verbinden', publish: 'In die Bibliothek stellen'},
};
const step = words(STEPS);

/** A step of a workflow in the reader's words; those of an operator's own workflow by their names. */
export const stepName = name => (name in STEPS.en ? step(name) : String(name ?? '').replaceAll('-', ' '));

const states = words({
  en: {QUEUED: 'Waiting', RUNNING: 'In the making', AWAITING: 'Waits for you', PAUSED: 'Paused', COMPLETED: 'Ready', FAILED: 'Failed', CANCELLED: 'Cancelled'},
  zh: {QUEUED: '排队中', RUNNING: '制作中', AWAITING: '等待您处理', PAUSED: '已暂停', COMPLETED: '已完成', FAILED: '失败', CANCELLED: '已取消'},
  es: {QUEUED: 'En espera', RUNNING: 'En proceso', AWAITING: 'Espera su decisión', PAUSED: 'En pausa', COMPLETED: 'Listo', FAILED: 'Falló', CANCELLED: 'Cancelado'},
  de: {QUEUED: 'Wartet', RUNNING: 'In Arbeit', AWAITING: 'Wartet auf Sie', PAUSED: 'Angehalten', COMPLETED: 'Fertig', FAILED: 'Fehlgeschlagen', CANCELLED: 'Abgebrochen'},
});
export const stateName = states;

export const t = words({
  en: {
    untitled: 'Untitled', library: 'Videos', progress: 'Progress of the video', left: 'about {span} left', before: {one: '{n} video before it', other: '{n} videos before it'}, live: 'The video so far', liveSoon: 'The video plays here as soon as its first part is rendered.', film: 'The video',
    pause: 'Pause', resume: 'Go on', cancel: 'Cancel', cancelAsk: 'Cancel this video?', cancelText: 'What is done is kept for a while: you can go on later.', cancelDo: 'Cancel the video', retry: 'Try again', edit: 'Edit the scenes', look: 'Look at the scenes', approve: 'Approve as it is', changes: 'Re-run with changes', again: 'Another like this',
    awaitsTitle: 'This video waits for you', awaitsText: 'Look at its scenes, change what you like, and approve them. Nothing is rendered before.', failedTitle: 'This video failed', steps: 'Steps', attempts: 'attempt {n}', parts: '{done} of {of}',
    map: 'Segments', mapHint: 'Each block is a stretch of the video that is rendered by itself.', mapSays: '{all} segments: {done} rendered, {reused} reused, {running} running, {queued} queued, {failed} failed', segment: 'Segment {number}', onNode: 'on {node}', 'segment-queued': 'queued', 'segment-running': 'running', 'segment-reused': 'reused', 'segment-done': 'rendered', 'segment-failed': 'failed', 'segment-cancelled': 'cancelled', counts: '{count} {state}', all: 'All segments', number: 'No.', state: 'State', node: 'Node', encoder: 'Encoder', took: 'Took', reusedMost: '{reused} of {all} segments were reused; only what changed was rendered.',
    allFiles: 'All files as ZIP', apiArchive: 'Download all files',
    posts: 'Texts for platforms', platform: 'Platform', postTitle: 'Title', postCaption: 'Caption', postDescription: 'Description', copy: 'Copy', copied: 'Copied',
    menu: 'More for this video', share: 'Share …', duplicate: 'Make it again', remove: 'Delete', deletedNote: 'This video was deleted. It can be taken back for a while.', restore: 'Restore', cancelledNote: 'Cancelled. What was done is kept for a while, so that it can go on from there.',
    unknown: 'There is no such video', unknownText: 'It may have been deleted for good, or it belongs to somebody else.', toVideos: 'To the videos',
    log: 'What happened', files: 'Files', download: 'Download', credits: 'Credits', cost: 'Cost', costEstimated: 'Estimated', costSettled: 'Spent', free: 'Nothing was spent.', quality: 'Quality report', check: 'Check', measured: 'Measured', wanted: 'Wanted', good: 'good', doubtful: 'doubtful', bad: 'bad', receipt: 'Receipt', receiptText: 'How every segment was made, so that it can be made and checked again.', verify: 'Check one segment', verifying: 'Rendering it once more …', verified: 'Segment {number} came out the same, byte by byte.', differs: 'Segment {number} came out otherwise: {why}', warnings: 'Worth a look',
    about: 'About this video', seconds: 'Length', shape: 'Shape', voice: 'Voice', made: 'Ordered', rerunOf: 'Made from', captions: 'Captions',
    JOB_CREATED: 'Ordered', JOB_STARTED: 'Work began', JOB_PAUSED: 'Paused', JOB_RESUMED: 'Going on', JOB_REPRIORITIZED: 'Priority changed', JOB_COMPLETED: 'The video is ready', JOB_FAILED: 'The video failed', JOB_CANCELLED: 'Cancelled',
    STEP_STARTED: '{step}: begun', 'STEP_STARTED-parts': '{step}: {n} parts begun', STEP_COPIED: '{step}: a second node tries as well', STEP_WAITING: '{step}: waits', STEP_DONE: '{step}: done', 'STEP_DONE-parts': '{step}: {n} parts done', STEP_RETRIED: '{step}: tried again', STEP_FAILED: '{step}: failed', APPROVAL_WANTED: '{step}: it is your turn', STEP_COMPENSATED: '{step}: undone', COMPENSATION_FAILED: '{step}: could not be undone', 'STEP_RETRIED-parts': '{step}: tried again', 'STEP_COMPENSATED-parts': '{step}: undone',
    apiRead: 'How it stands', apiFollow: 'Follow it', apiSegments: 'Its segments', apiWatch: 'Watch it while it is rendered', apiPause: 'Pause', apiResume: 'Go on', apiCancel: 'Cancel', apiFile: 'Fetch a file', apiRerun: 'Order it with changes',
  },
  zh: {
    untitled: '无标题', library: '视频', progress: '视频进度', left: '约剩 {span}', before: {other: '前面还有 {n} 个视频'}, live: '已完成部分', liveSoon: '第一段渲染完成后，视频将在此播放。', film: '视频',
    pause: '暂停', resume: '继续', cancel: '取消', cancelAsk: '取消这个视频？', cancelText: '已完成的部分会保留一段时间，之后可以继续。', cancelDo: '取消视频', retry: '重试', edit: '编辑场景', look: '查看场景', approve: '直接确认', changes: '修改后重做', again: '再做一个类似的',
    awaitsTitle: '这个视频在等您', awaitsText: '请查看场景，按需修改并确认。在此之前不会渲染。', failedTitle: '视频制作失败', steps: '步骤', attempts: '第 {n} 次尝试', parts: '{done}/{of}',
    map: '片段', mapHint: '每一格是视频中单独渲染的一段。', mapSays: '共 {all} 段：已渲染 {done}，复用 {reused}，渲染中 {running}，排队 {queued}，失败 {failed}', segment: '第 {number} 段', onNode: '节点 {node}', 'segment-queued': '排队', 'segment-running': '渲染中', 'segment-reused': '复用', 'segment-done': '已渲染', 'segment-failed': '失败', 'segment-cancelled': '已取消', counts: '{state} {count}', all: '全部片段', number: '序号', state: '状态', node: '节点', encoder: '编码器', took: '耗时', reusedMost: '{all} 段中复用了 {reused} 段，只渲染了有改动的部分。',
    allFiles: '全部文件（ZIP）', apiArchive: '下载全部文件',
    posts: '平台文案', platform: '平台', postTitle: '标题', postCaption: '文案', postDescription: '描述', copy: '复制', copied: '已复制',
    menu: '此视频的更多操作', share: '分享……', duplicate: '再做一次', remove: '删除', deletedNote: '此视频已删除，一段时间内可以恢复。', restore: '恢复', cancelledNote: '已取消。已完成的部分会保留一段时间，可以从中断处继续。',
    unknown: '没有这个视频', unknownText: '它可能已被永久删除，或属于其他人。', toVideos: '前往视频',
    log: '过程记录', files: '文件', download: '下载', credits: '署名', cost: '费用', costEstimated: '预计', costSettled: '已花费', free: '没有产生费用。', quality: '质量报告', check: '检查项', measured: '测得', wanted: '要求', good: '良好', doubtful: '存疑', bad: '不合格', receipt: '凭证', receiptText: '记录每一段的制作方式，可据此重做并核对。', verify: '核对一段', verifying: '正在重新渲染……', verified: '第 {number} 段逐字节一致。', differs: '第 {number} 段结果不同：{why}', warnings: '值得留意',
    about: '关于此视频', seconds: '时长', shape: '画幅', voice: '声音', made: '下单时间', rerunOf: '源自', captions: '字幕',
    JOB_CREATED: '已下单', JOB_STARTED: '开始制作', JOB_PAUSED: '已暂停', JOB_RESUMED: '继续制作', JOB_REPRIORITIZED: '优先级已更改', JOB_COMPLETED: '视频已完成', JOB_FAILED: '视频制作失败', JOB_CANCELLED: '已取消',
    STEP_STARTED: '{step}：开始', 'STEP_STARTED-parts': '{step}：已开始 {n} 部分', STEP_COPIED: '{step}：另一个节点也在尝试', STEP_WAITING: '{step}：等待中', STEP_DONE: '{step}：完成', 'STEP_DONE-parts': '{step}：已完成 {n} 部分', STEP_RETRIED: '{step}：重试', STEP_FAILED: '{step}：失败', APPROVAL_WANTED: '{step}：轮到您了', STEP_COMPENSATED: '{step}：已撤回', COMPENSATION_FAILED: '{step}：无法撤回', 'STEP_RETRIED-parts': '{step}：重试', 'STEP_COMPENSATED-parts': '{step}：已撤回',
    apiRead: '查看状态', apiFollow: '跟踪进度', apiSegments: '片段', apiWatch: '边渲染边看', apiPause: '暂停', apiResume: '继续', apiCancel: '取消', apiFile: '获取文件', apiRerun: '修改后重新下单',
  },
  es: {
    untitled: 'Sin título', library: 'Vídeos', progress: 'Avance del vídeo', left: 'quedan unos {span}', before: {one: '{n} vídeo antes', other: '{n} vídeos antes'}, live: 'El vídeo hasta ahora', liveSoon: 'El vídeo se verá aquí en cuanto esté renderizada su primera parte.', film: 'El vídeo',
    pause: 'Pausar', resume: 'Continuar', cancel: 'Cancelar', cancelAsk: '¿Cancelar este vídeo?', cancelText: 'Lo hecho se conserva un tiempo: puede continuar más tarde.', cancelDo: 'Cancelar el vídeo', retry: 'Reintentar', edit: 'Editar las escenas', look: 'Ver las escenas', approve: 'Aprobar tal cual', changes: 'Repetir con cambios', again: 'Otro como este',
    awaitsTitle: 'Este vídeo le espera', awaitsText: 'Mire sus escenas, cambie lo que quiera y apruébelas. Antes no se renderiza nada.', failedTitle: 'Este vídeo falló', steps: 'Pasos', attempts: 'intento {n}', parts: '{done} de {of}',
    map: 'Segmentos', mapHint: 'Cada bloque es un tramo del vídeo que se renderiza por separado.', mapSays: '{all} segmentos: {done} renderizados, {reused} reutilizados, {running} en curso, {queued} en espera, {failed} fallidos', segment: 'Segmento {number}', onNode: 'en {node}', 'segment-queued': 'en espera', 'segment-running': 'en curso', 'segment-reused': 'reutilizado', 'segment-done': 'renderizado', 'segment-failed': 'fallido', 'segment-cancelled': 'cancelado', counts: '{count} {state}', all: 'Todos los segmentos', number: 'N.º', state: 'Estado', node: 'Nodo', encoder: 'Codificador', took: 'Tardó', reusedMost: 'Se reutilizaron {reused} de {all} segmentos; solo se renderizó lo que cambió.',
    allFiles: 'Todos los archivos (ZIP)', apiArchive: 'Descargar todos los archivos',
    posts: 'Textos para plataformas', platform: 'Plataforma', postTitle: 'Título', postCaption: 'Texto', postDescription: 'Descripción', copy: 'Copiar', copied: 'Copiado',
    menu: 'Más para este vídeo', share: 'Compartir…', duplicate: 'Hacerlo otra vez', remove: 'Eliminar', deletedNote: 'Este vídeo se eliminó. Se puede recuperar durante un tiempo.', restore: 'Restaurar', cancelledNote: 'Cancelado. Lo hecho se conserva un tiempo, y se puede continuar desde ahí.',
    unknown: 'No existe ese vídeo', unknownText: 'Quizá se eliminó definitivamente o es de otra persona.', toVideos: 'A los vídeos',
    log: 'Qué ha pasado', files: 'Archivos', download: 'Descargar', credits: 'Créditos', cost: 'Coste', costEstimated: 'Estimado', costSettled: 'Gastado', free: 'No se gastó nada.', quality: 'Informe de calidad', check: 'Prueba', measured: 'Medido', wanted: 'Deseado', good: 'bien', doubtful: 'dudoso', bad: 'mal', receipt: 'Recibo', receiptText: 'Cómo se hizo cada segmento, para poder rehacerlo y comprobarlo.', verify: 'Comprobar un segmento', verifying: 'Renderizándolo otra vez …', verified: 'El segmento {number} salió igual, byte a byte.', differs: 'El segmento {number} salió distinto: {why}', warnings: 'Conviene mirarlo',
    about: 'Sobre este vídeo', seconds: 'Duración', shape: 'Formato', voice: 'Voz', made: 'Pedido', rerunOf: 'Hecho a partir de', captions: 'Subtítulos',
    JOB_CREATED: 'Pedido', JOB_STARTED: 'Empezó el trabajo', JOB_PAUSED: 'En pausa', JOB_RESUMED: 'Continúa', JOB_REPRIORITIZED: 'Prioridad cambiada', JOB_COMPLETED: 'El vídeo está listo', JOB_FAILED: 'El vídeo falló', JOB_CANCELLED: 'Cancelado',
    STEP_STARTED: '{step}: empezado', 'STEP_STARTED-parts': '{step}: {n} partes empezadas', STEP_COPIED: '{step}: un segundo nodo también lo intenta', STEP_WAITING: '{step}: espera', STEP_DONE: '{step}: hecho', 'STEP_DONE-parts': '{step}: {n} partes hechas', STEP_RETRIED: '{step}: nuevo intento', STEP_FAILED: '{step}: falló', APPROVAL_WANTED: '{step}: le toca a usted', STEP_COMPENSATED: '{step}: deshecho', COMPENSATION_FAILED: '{step}: no se pudo deshacer', 'STEP_RETRIED-parts': '{step}: nuevo intento', 'STEP_COMPENSATED-parts': '{step}: deshecho',
    apiRead: 'Cómo está', apiFollow: 'Seguirlo', apiSegments: 'Sus segmentos', apiWatch: 'Verlo mientras se renderiza', apiPause: 'Pausar', apiResume: 'Continuar', apiCancel: 'Cancelar', apiFile: 'Obtener un archivo', apiRerun: 'Pedirlo con cambios',
  },
  de: {
    untitled: 'Ohne Titel', library: 'Videos', progress: 'Fortschritt des Videos', left: 'noch etwa {span}', before: {one: '{n} Video davor', other: '{n} Videos davor'}, live: 'Das Video bis jetzt', liveSoon: 'Das Video läuft hier, sobald sein erster Teil gerendert ist.', film: 'Das Video',
    pause: 'Anhalten', resume: 'Weiter', cancel: 'Abbrechen', cancelAsk: 'Dieses Video abbrechen?', cancelText: 'Was fertig ist, bleibt eine Weile: Sie können später weitermachen.', cancelDo: 'Video abbrechen', retry: 'Noch einmal versuchen', edit: 'Szenen bearbeiten', look: 'Szenen ansehen', approve: 'So freigeben', changes: 'Mit Änderungen wiederholen', again: 'Noch eins wie dieses',
    awaitsTitle: 'Dieses Video wartet auf Sie', awaitsText: 'Sehen Sie die Szenen an, ändern Sie, was Sie möchten, und geben Sie sie frei. Vorher wird nichts gerendert.', failedTitle: 'Dieses Video ist fehlgeschlagen', steps: 'Schritte', attempts: 'Versuch {n}', parts: '{done} von {of}',
    map: 'Segmente', mapHint: 'Jeder Block ist ein Stück des Videos, das für sich gerendert wird.', mapSays: '{all} Segmente: {done} gerendert, {reused} wiederverwendet, {running} laufen, {queued} warten, {failed} fehlgeschlagen', segment: 'Segment {number}', onNode: 'auf {node}', 'segment-queued': 'wartet', 'segment-running': 'läuft', 'segment-reused': 'wiederverwendet', 'segment-done': 'gerendert', 'segment-failed': 'fehlgeschlagen', 'segment-cancelled': 'abgebrochen', counts: '{count} {state}', all: 'Alle Segmente', number: 'Nr.', state: 'Stand', node: 'Knoten', encoder: 'Encoder', took: 'Dauer', reusedMost: '{reused} von {all} Segmenten wurden wiederverwendet; nur Geändertes wurde gerendert.',
    allFiles: 'Alle Dateien als ZIP', apiArchive: 'Alle Dateien herunterladen',
    posts: 'Texte für Plattformen', platform: 'Plattform', postTitle: 'Titel', postCaption: 'Text', postDescription: 'Beschreibung', copy: 'Kopieren', copied: 'Kopiert',
    menu: 'Mehr zu diesem Video', share: 'Teilen …', duplicate: 'Noch einmal machen', remove: 'Löschen', deletedNote: 'Dieses Video wurde gelöscht. Eine Weile lässt es sich zurückholen.', restore: 'Wiederherstellen', cancelledNote: 'Abgebrochen. Was fertig war, bleibt eine Weile erhalten; von dort kann es weitergehen.',
    unknown: 'Dieses Video gibt es nicht', unknownText: 'Vielleicht wurde es endgültig gelöscht, oder es gehört jemand anderem.', toVideos: 'Zu den Videos',
    log: 'Was geschah', files: 'Dateien', download: 'Herunterladen', credits: 'Nachweise', cost: 'Kosten', costEstimated: 'Geschätzt', costSettled: 'Ausgegeben', free: 'Es wurde nichts ausgegeben.', quality: 'Prüfbericht', check: 'Prüfung', measured: 'Gemessen', wanted: 'Verlangt', good: 'gut', doubtful: 'fraglich', bad: 'schlecht', receipt: 'Beleg', receiptText: 'Wie jedes Segment entstand, damit es wieder gemacht und geprüft werden kann.', verify: 'Ein Segment prüfen', verifying: 'Wird noch einmal gerendert …', verified: 'Segment {number} kam Byte für Byte gleich heraus.', differs: 'Segment {number} kam anders heraus: {why}', warnings: 'Einen Blick wert',
    about: 'Über dieses Video', seconds: 'Länge', shape: 'Format', voice: 'Stimme', made: 'Bestellt', rerunOf: 'Entstanden aus', captions: 'Untertitel',
    JOB_CREATED: 'Bestellt', JOB_STARTED: 'Die Arbeit hat begonnen', JOB_PAUSED: 'Angehalten', JOB_RESUMED: 'Es geht weiter', JOB_REPRIORITIZED: 'Dringlichkeit geändert', JOB_COMPLETED: 'Das Video ist fertig', JOB_FAILED: 'Das Video ist fehlgeschlagen', JOB_CANCELLED: 'Abgebrochen',
    STEP_STARTED: '{step}: begonnen', 'STEP_STARTED-parts': '{step}: {n} Teile begonnen', STEP_COPIED: '{step}: ein zweiter Knoten versucht es auch', STEP_WAITING: '{step}: wartet', STEP_DONE: '{step}: fertig', 'STEP_DONE-parts': '{step}: {n} Teile fertig', STEP_RETRIED: '{step}: neuer Versuch', STEP_FAILED: '{step}: fehlgeschlagen', APPROVAL_WANTED: '{step}: Sie sind dran', STEP_COMPENSATED: '{step}: rückgängig gemacht', COMPENSATION_FAILED: '{step}: ließ sich nicht rückgängig machen', 'STEP_RETRIED-parts': '{step}: neuer Versuch', 'STEP_COMPENSATED-parts': '{step}: rückgängig gemacht',
    apiRead: 'Wie es steht', apiFollow: 'Es verfolgen', apiSegments: 'Seine Segmente', apiWatch: 'Beim Rendern zusehen', apiPause: 'Anhalten', apiResume: 'Weiter', apiCancel: 'Abbrechen', apiFile: 'Eine Datei holen', apiRerun: 'Mit Änderungen bestellen',
  },
});

/** The text by which a person knows a video, finished or not. */
export function titleOf({result, brief}) {
  const text = result?.title ?? brief.title ?? brief.topic ?? brief.script ?? brief.scenes?.[0]?.narration ?? t('untitled');
  return text.trim().replace(/\s+/g, ' ').slice(0, 120);
}
