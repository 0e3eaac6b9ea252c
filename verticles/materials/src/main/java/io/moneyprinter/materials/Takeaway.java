package io.moneyprinter.materials;

import io.moneyprinter.codecs.export.ExportKind;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.export.ExportDesk;
import io.moneyprinter.platform.service.ServiceScope;
import java.util.Map;

/** What a tenant takes along of its library and music, which are no single person's. */
final class Takeaway {
  private static final String MATERIALS =
      """
      SELECT v.tenant, NULL::text AS subject, v.asset || lpad(v.version::text, 10, '0') AS position,
        v.asset AS id, v.version, '/v1/materials/' || v.asset AS link, a.title, a.description,
        a.tags, a.licence, a.kind, a.orientation, a.seconds, v.file_name, v.bytes, v.blob,
        v.info, a.created_at, a.updated_at, a.deleted_at
      FROM asset_version v JOIN asset a ON a.tenant = v.tenant AND a.id = v.asset\
      """;

  private static final String COLLECTIONS =
      """
      SELECT tenant, NULL::text AS subject, id AS position, id, name, created_at
      FROM asset_collection\
      """;

  private static final String COLLECTION_MEMBERS =
      """
      SELECT tenant, NULL::text AS subject, collection || ' ' || asset AS position, collection,
        asset AS material, added_at
      FROM asset_member\
      """;

  private static final String IMPORTED_PICTURES =
      """
      SELECT i.tenant, NULL::text AS subject,
        i.collection || lpad(i.position::text, 10, '0') AS position, i.collection,
        c.name AS collection_name, c.imported_at, i.name, i.tags, i.picture, i.other, i.seconds
      FROM item i JOIN collection c ON c.tenant = i.tenant AND c.id = i.collection\
      """;

  private static final String MUSIC =
      """
      SELECT tenant, NULL::text AS subject, id AS position, id, title, mood, tempo, music_key,
        seconds, loudness, tags, audio, provenance, added_at
      FROM music_piece\
      """;

  private Takeaway() {}

  static void serve(ServiceScope scope, Database database) {
    ExportDesk.serve(
        scope,
        database,
        Map.of(
            ExportKind.MATERIALS, MATERIALS,
            ExportKind.COLLECTIONS, COLLECTIONS,
            ExportKind.COLLECTION_MEMBERS, COLLECTION_MEMBERS,
            ExportKind.IMPORTED_PICTURES, IMPORTED_PICTURES,
            ExportKind.MUSIC, MUSIC));
  }
}
