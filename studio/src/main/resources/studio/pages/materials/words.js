// The words of the materials' page.

import {words} from '../../core/words.js';

export const t = words({
  en: {
    title: 'Materials', hint: 'Your own pictures, clips and sounds, for your videos.', add: 'Add files', drop: 'Drop files here, paste them, or', choose: 'choose them', dropNow: 'Let go to add them',
    kinds: 'Pictures, videos, sounds, or a ZIP of them.', uploads: 'Uploads', all: 'Everything', anyKind: 'All kinds', kind: 'Kind', VIDEO: 'Clips', STILL: 'Pictures', AUDIO: 'Sounds', search: 'Search your materials', tag: 'Tag', bin: 'Deleted',
    collections: 'Collections', newCollection: 'New collection', collectionName: 'Name of the collection', create: 'Create', dropCollection: 'Delete the collection “{name}”', dropTitle: 'Delete the collection?', dropText: 'The materials in it stay in your library.',
    none: 'Your library is empty', noneText: 'Files you add here can be used in every video.', nothing: 'Nothing found', nothingText: 'No material fits all of this.', binEmpty: 'Nothing was deleted', more: 'Show more',
    waiting: 'Waiting', sending: 'Sending', paused: 'Paused', checking: 'Being looked at', done: 'Added', failed: 'Refused', broken: 'Connection lost', asleep: 'Cut short: choose the file again to go on', elsewhere: 'Goes on in another tab', pause: 'Pause', resume: 'Go on', stop: 'Discard', again: 'Choose the file', clearDone: 'Clear finished',
    notSame: 'This is another file: {name} was begun with {size}.', left: '{done} of {all}', uploadOf: 'Upload of {name}',
    open: 'Open {title}', uses: {one: 'in {n} video', other: 'in {n} videos'}, unused: 'not used yet', name: 'Title', description: 'Description', tags: 'Tags, separated by commas', licence: 'Licence', licenceHint: 'On what terms you may use it; it goes into the credits of your videos.',
    save: 'Save', saved: 'Saved', remove: 'Delete', removed: 'Material deleted', undo: 'Undo', restore: 'Restore', restored: 'Material restored', download: 'Download', usedIn: 'Shown in', video: 'Video of {when}', inCollections: 'In collections', size: 'Size', length: 'Length', picture: 'Picture', type: 'Type', added: 'Added', versions: 'Versions', version: 'Version {n}',
    list: 'Search materials', upload: 'Upload a file', edit: 'Change what is said of it', share: 'Delete and restore', paste: 'Pasted picture',
  },
  zh: {
    title: '素材', hint: '您自己的图片、片段和声音，可用于视频。', add: '添加文件', drop: '把文件拖到这里、粘贴，或', choose: '选择文件', dropNow: '松开即可添加',
    kinds: '图片、视频、声音，或它们的 ZIP。', uploads: '上传', all: '全部', anyKind: '全部类型', kind: '类型', VIDEO: '片段', STILL: '图片', AUDIO: '声音', search: '搜索素材', tag: '标签', bin: '已删除',
    collections: '合集', newCollection: '新建合集', collectionName: '合集名称', create: '创建', dropCollection: '删除合集“{name}”', dropTitle: '删除这个合集？', dropText: '其中的素材会留在素材库中。',
    none: '素材库是空的', noneText: '在这里添加的文件可用于每个视频。', nothing: '没有找到', nothingText: '没有同时符合这些条件的素材。', binEmpty: '没有已删除的素材', more: '显示更多',
    waiting: '等待中', sending: '上传中', paused: '已暂停', checking: '正在检查', done: '已添加', failed: '被拒绝', broken: '连接中断', asleep: '已中断：请重新选择文件以继续', elsewhere: '正在另一个标签页中继续', pause: '暂停', resume: '继续', stop: '放弃', again: '选择文件', clearDone: '清除已完成',
    notSame: '这是另一个文件：{name} 开始时为 {size}。', left: '{done} / {all}', uploadOf: '上传 {name}',
    open: '打开“{title}”', uses: {other: '用于 {n} 个视频'}, unused: '尚未使用', name: '标题', description: '描述', tags: '标签，用逗号分隔', licence: '许可', licenceHint: '您以何种条件使用它；会写入视频的鸣谢。',
    save: '保存', saved: '已保存', remove: '删除', removed: '素材已删除', undo: '撤销', restore: '恢复', restored: '素材已恢复', download: '下载', usedIn: '用于', video: '{when}的视频', inCollections: '所属合集', size: '大小', length: '时长', picture: '画面', type: '类型', added: '添加于', versions: '版本', version: '版本 {n}',
    list: '搜索素材', upload: '上传文件', edit: '修改说明', share: '删除与恢复', paste: '粘贴的图片',
  },
  es: {
    title: 'Materiales', hint: 'Sus propias imágenes, clips y sonidos para sus vídeos.', add: 'Añadir archivos', drop: 'Suelte archivos aquí, péguelos o', choose: 'elíjalos', dropNow: 'Suelte para añadirlos',
    kinds: 'Imágenes, vídeos, sonidos o un ZIP de ellos.', uploads: 'Subidas', all: 'Todo', anyKind: 'Todos los tipos', kind: 'Tipo', VIDEO: 'Clips', STILL: 'Imágenes', AUDIO: 'Sonidos', search: 'Buscar en sus materiales', tag: 'Etiqueta', bin: 'Eliminados',
    collections: 'Colecciones', newCollection: 'Nueva colección', collectionName: 'Nombre de la colección', create: 'Crear', dropCollection: 'Eliminar la colección «{name}»', dropTitle: '¿Eliminar la colección?', dropText: 'Los materiales que contiene se quedan en su biblioteca.',
    none: 'Su biblioteca está vacía', noneText: 'Lo que añada aquí se puede usar en cualquier vídeo.', nothing: 'No se encontró nada', nothingText: 'Ningún material cumple todo esto.', binEmpty: 'No hay nada eliminado', more: 'Mostrar más',
    waiting: 'En espera', sending: 'Subiendo', paused: 'En pausa', checking: 'Comprobándose', done: 'Añadido', failed: 'Rechazado', broken: 'Conexión perdida', asleep: 'Interrumpida: elija el archivo otra vez para continuar', elsewhere: 'Continúa en otra pestaña', pause: 'Pausar', resume: 'Continuar', stop: 'Descartar', again: 'Elegir el archivo', clearDone: 'Quitar terminadas',
    notSame: 'Es otro archivo: {name} se empezó con {size}.', left: '{done} de {all}', uploadOf: 'Subida de {name}',
    open: 'Abrir {title}', uses: {one: 'en {n} vídeo', other: 'en {n} vídeos'}, unused: 'aún sin usar', name: 'Título', description: 'Descripción', tags: 'Etiquetas, separadas por comas', licence: 'Licencia', licenceHint: 'En qué condiciones puede usarlo; aparece en los créditos de sus vídeos.',
    save: 'Guardar', saved: 'Guardado', remove: 'Eliminar', removed: 'Material eliminado', undo: 'Deshacer', restore: 'Restaurar', restored: 'Material restaurado', download: 'Descargar', usedIn: 'Aparece en', video: 'Vídeo de {when}', inCollections: 'En colecciones', size: 'Tamaño', length: 'Duración', picture: 'Imagen', type: 'Tipo', added: 'Añadido', versions: 'Versiones', version: 'Versión {n}',
    list: 'Buscar materiales', upload: 'Subir un archivo', edit: 'Cambiar lo que se dice de él', share: 'Eliminar y restaurar', paste: 'Imagen pegada',
  },
  de: {
    title: 'Material', hint: 'Ihre eigenen Bilder, Clips und Klänge für Ihre Videos.', add: 'Dateien hinzufügen', drop: 'Dateien hier ablegen, einfügen oder', choose: 'auswählen', dropNow: 'Loslassen zum Hinzufügen',
    kinds: 'Bilder, Videos, Klänge oder ein ZIP davon.', uploads: 'Uploads', all: 'Alles', anyKind: 'Alle Arten', kind: 'Art', VIDEO: 'Clips', STILL: 'Bilder', AUDIO: 'Klänge', search: 'Ihr Material durchsuchen', tag: 'Schlagwort', bin: 'Gelöschtes',
    collections: 'Sammlungen', newCollection: 'Neue Sammlung', collectionName: 'Name der Sammlung', create: 'Anlegen', dropCollection: 'Die Sammlung „{name}“ löschen', dropTitle: 'Die Sammlung löschen?', dropText: 'Was darin ist, bleibt in Ihrer Bibliothek.',
    none: 'Ihre Bibliothek ist leer', noneText: 'Was Sie hier hinzufügen, steht jedem Video zur Verfügung.', nothing: 'Nichts gefunden', nothingText: 'Kein Material passt zu alledem.', binEmpty: 'Es wurde nichts gelöscht', more: 'Mehr zeigen',
    waiting: 'Wartet', sending: 'Wird gesendet', paused: 'Angehalten', checking: 'Wird geprüft', done: 'Hinzugefügt', failed: 'Abgelehnt', broken: 'Verbindung verloren', asleep: 'Unterbrochen: zum Weitermachen die Datei noch einmal auswählen', elsewhere: 'Läuft in einem anderen Tab weiter', pause: 'Anhalten', resume: 'Weiter', stop: 'Verwerfen', again: 'Datei auswählen', clearDone: 'Fertige ausblenden',
    notSame: 'Das ist eine andere Datei: {name} wurde mit {size} begonnen.', left: '{done} von {all}', uploadOf: 'Upload von {name}',
    open: '{title} öffnen', uses: {one: 'in {n} Video', other: 'in {n} Videos'}, unused: 'noch nicht benutzt', name: 'Titel', description: 'Beschreibung', tags: 'Schlagwörter, durch Kommas getrennt', licence: 'Lizenz', licenceHint: 'Zu welchen Bedingungen Sie es benutzen dürfen; sie steht in den Nachweisen Ihrer Videos.',
    save: 'Speichern', saved: 'Gespeichert', remove: 'Löschen', removed: 'Material gelöscht', undo: 'Rückgängig', restore: 'Wiederherstellen', restored: 'Material wiederhergestellt', download: 'Herunterladen', usedIn: 'Zu sehen in', video: 'Video vom {when}', inCollections: 'In Sammlungen', size: 'Größe', length: 'Länge', picture: 'Bild', type: 'Typ', added: 'Hinzugefügt', versions: 'Fassungen', version: 'Fassung {n}',
    list: 'Material suchen', upload: 'Eine Datei hochladen', edit: 'Ändern, was darüber gesagt wird', share: 'Löschen und wiederherstellen', paste: 'Eingefügtes Bild',
  },
});
