package io.moneyprinter.content.template;

import io.moneyprinter.codecs.content.Template;
import io.moneyprinter.codecs.content.TemplateList;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads templates that are not deleted; a tenant sees its own alone. */
final class TemplateQueries {
  private static final String COLUMNS =
      """
      SELECT t.name, v.version, v.description, v.content, v.changed_at, v.changed_by,
             (SELECT max(version) FROM template_version WHERE template = t.id) AS latest
        FROM template t JOIN template_version v ON v.template = t.id
      """;

  private static final String FIND =
      COLUMNS
          + """
             JOIN template_name n ON n.template = t.id
            WHERE n.tenant = $1 AND n.name = $2 AND t.tenant = $1 AND t.deleted_at IS NULL
              AND v.version = coalesce(
                $3::int, (SELECT max(version) FROM template_version WHERE template = t.id))
            """;

  private static final String ALL =
      COLUMNS
          + """
            WHERE t.tenant = $1 AND t.deleted_at IS NULL
              AND v.version = (SELECT max(version) FROM template_version WHERE template = t.id)
            ORDER BY t.name
            """;

  private static final String VERSIONS =
      COLUMNS
          + """
             JOIN template_name n ON n.template = t.id
            WHERE n.tenant = $1 AND n.name = $2 AND t.tenant = $1 AND t.deleted_at IS NULL
            ORDER BY v.version DESC
            """;

  private static final String KNOWN =
      """
      SELECT t.id, t.deleted_at,
             (SELECT max(version) FROM template_version WHERE template = t.id) AS latest,
             (SELECT count(*) FROM template_name WHERE tenant = $1) AS names
        FROM (SELECT) AS one
        LEFT JOIN template_name n ON n.tenant = $1 AND n.name = $2
        LEFT JOIN template t ON t.id = n.template AND t.tenant = $1
      """;

  private TemplateQueries() {}

  /**
   * A template, by its name or one that it had before.
   *
   * @param version {@code null} for the latest
   */
  static Future<Optional<Template>> find(
      SqlClient client, String tenant, String name, Integer version) {
    return client
        .preparedQuery(FIND)
        .execute(Tuple.of(tenant, name, version))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(template(rows.iterator().next())));
  }

  /** All, by name, each in its latest version. */
  static Future<TemplateList> all(SqlClient client, String tenant) {
    return client.preparedQuery(ALL).execute(Tuple.of(tenant)).map(TemplateQueries::list);
  }

  /** All versions, the newest first; empty where there is no such template. */
  static Future<TemplateList> versions(SqlClient client, String tenant, String name) {
    return client
        .preparedQuery(VERSIONS)
        .execute(Tuple.of(tenant, name))
        .map(TemplateQueries::list);
  }

  /**
   * What a name leads to.
   *
   * @param id {@code null} for nothing
   * @param latest version, 0 for none that is not deleted
   * @param newest version, deleted or not
   */
  record Known(Long id, int latest, int newest, long names) {}

  /** What is known of a name, deleted or not. */
  static Future<Known> known(SqlClient client, String tenant, String name) {
    return client
        .preparedQuery(KNOWN)
        .execute(Tuple.of(tenant, name))
        .map(
            rows -> {
              Row row = rows.iterator().next();
              int newest = row.getInteger("latest") == null ? 0 : row.getInteger("latest");
              boolean there = row.getOffsetDateTime("deleted_at") == null;
              return new Known(row.getLong("id"), there ? newest : 0, newest, row.getLong("names"));
            });
  }

  private static TemplateList list(RowSet<Row> rows) {
    List<TemplateList.Entry> entries = new ArrayList<>();
    for (Row row : rows) {
      Template one = template(row);
      entries.add(
          new TemplateList.Entry(
              one.name(),
              one.version(),
              one.description(),
              one.variables(),
              one.changedAt(),
              one.changedBy()));
    }
    return new TemplateList(entries);
  }

  private static Template template(Row row) {
    TemplateContent content = TemplateContent.read(row.getString("content"));
    return new Template(
        row.getString("name"),
        row.getInteger("version"),
        row.getString("description"),
        content.variables(),
        content.prompts(),
        content.brief(),
        row.getInteger("latest"),
        row.getOffsetDateTime("changed_at").toInstant(),
        row.getString("changed_by"));
  }
}
