package io.moneyprinter.content.template;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.content.CheckedTemplate;
import io.moneyprinter.codecs.content.PutTemplate;
import io.moneyprinter.codecs.content.Template;
import io.moneyprinter.codecs.content.TemplateList;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Keeps templates; every row belongs to a tenant and is seen by no other. */
public final class TemplateStore {
  /** Names that a tenant may use; more is most likely a program gone wrong. */
  private static final int MOST_NAMES = 2000;

  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtextextended('template ' || $1, 0))";

  private static final String INSERT =
      "INSERT INTO template (tenant, name) VALUES ($1, $2) RETURNING id";
  private static final String INSERT_NAME =
      "INSERT INTO template_name (tenant, name, template) VALUES ($1, $2, $3)";
  private static final String INSERT_VERSION =
      "INSERT INTO template_version (template, version, description, content, changed_by)"
          + " VALUES ($1, $2, $3, $4, $5)";
  private static final String REVIVE =
      "UPDATE template SET deleted_at = NULL WHERE tenant = $1 AND id = $2";
  private static final String DELETE =
      "UPDATE template SET deleted_at = now() WHERE tenant = $1 AND name = $2";
  private static final String RENAME =
      "UPDATE template SET name = $3 WHERE tenant = $1 AND id = $2";

  private final Database database;

  public TemplateStore(Database database) {
    this.database = database;
  }

  /**
   * A template that is not deleted, by its name or one that it had before.
   *
   * @param version {@code null} for the latest
   */
  Future<Optional<Template>> find(String tenant, String name, Integer version) {
    return TemplateQueries.find(database.writer(), tenant, name, version);
  }

  /** All that are not deleted, by name. */
  Future<TemplateList> all(String tenant) {
    return TemplateQueries.all(database.writer(), tenant);
  }

  /** All versions, the newest first; empty where there is no such template. */
  Future<TemplateList> versions(String tenant, String name) {
    return TemplateQueries.versions(database.writer(), tenant, name);
  }

  /** Adds a version, unless the latest one says the same; makes the template when it is new. */
  Future<Template> put(String tenant, String author, PutTemplate put) {
    return locked(
        tenant,
        connection ->
            TemplateQueries.known(connection, tenant, put.name())
                .compose(known -> put(connection, tenant, author, put, known)));
  }

  /** The version that a template would have; fails as {@link #put} would. */
  Future<CheckedTemplate> check(String tenant, PutTemplate put, List<Violation> warnings) {
    SqlClient client = database.writer();
    return TemplateQueries.known(client, tenant, put.name())
        .compose(
            known -> {
              demand(put, known);
              return TemplateQueries.find(client, tenant, put.name(), null)
                  .map(
                      there -> {
                        boolean same =
                            there
                                .filter(found -> same(found, put, TemplateContent.of(put)))
                                .isPresent();
                        List<Violation> all = new ArrayList<>(warnings);
                        if (same) {
                          all.add(
                              new Violation(
                                  "", "The latest version says just this: none would be added"));
                        }
                        return new CheckedTemplate(
                            put.name(), same ? known.latest() : known.newest() + 1, all);
                      });
            });
  }

  /** Throws {@code CONFLICT} for another version than the expected one, {@code INVALID} if full. */
  private static void demand(PutTemplate put, TemplateQueries.Known known) {
    if (put.expected() != null && put.expected() != known.latest()) {
      throw ServiceFailure.conflict(
          "The latest version of the template '%s' is %s, not %d: look at it and change that"
              .formatted(
                  put.name(),
                  known.latest() == 0 ? "none" : Integer.toString(known.latest()),
                  put.expected()));
    }
    if (known.id() == null && known.names() >= MOST_NAMES) {
      throw tooMany();
    }
  }

  private Future<Template> put(
      SqlConnection connection,
      String tenant,
      String author,
      PutTemplate put,
      TemplateQueries.Known known) {
    demand(put, known);
    TemplateContent content = TemplateContent.of(put);
    return TemplateQueries.find(connection, tenant, put.name(), null)
        .compose(
            there ->
                there.filter(latest -> same(latest, put, content)).isPresent()
                    ? Future.succeededFuture(there.get())
                    : made(connection, tenant, put.name(), known)
                        .compose(
                            id ->
                                connection
                                    .preparedQuery(INSERT_VERSION)
                                    .execute(
                                        Tuple.of(
                                            id,
                                            known.newest() + 1,
                                            put.description(),
                                            content.json(),
                                            author)))
                        .compose(
                            added -> TemplateQueries.find(connection, tenant, put.name(), null))
                        .map(Optional::orElseThrow));
  }

  private static boolean same(Template latest, PutTemplate put, TemplateContent content) {
    TemplateContent known =
        new TemplateContent(latest.variables(), latest.prompts(), latest.brief());
    return known.json().equals(content.json())
        && Objects.equals(latest.description(), put.description());
  }

  private static Future<Long> made(
      SqlConnection connection, String tenant, String name, TemplateQueries.Known known) {
    if (known.id() != null) {
      return connection.preparedQuery(REVIVE).execute(Tuple.of(tenant, known.id())).map(known.id());
    }
    return connection
        .preparedQuery(INSERT)
        .execute(Tuple.of(tenant, name))
        .map(rows -> rows.iterator().next().getLong("id"))
        .compose(
            id ->
                connection.preparedQuery(INSERT_NAME).execute(Tuple.of(tenant, name, id)).map(id));
  }

  /** Takes it away; its versions stay. */
  Future<Void> delete(String tenant, String name) {
    return database.writer().preparedQuery(DELETE).execute(Tuple.of(tenant, name)).mapEmpty();
  }

  /**
   * Another name, beside which the old ones still lead to it; {@code CONFLICT} when it is taken.
   */
  Future<Template> rename(String tenant, String name, String to) {
    return locked(
        tenant,
        connection ->
            TemplateQueries.known(connection, tenant, name)
                .compose(
                    from ->
                        TemplateQueries.known(connection, tenant, to)
                            .compose(other -> renamed(connection, tenant, to, from.id(), other))));
  }

  private Future<Template> renamed(
      SqlConnection connection, String tenant, String to, Long id, TemplateQueries.Known other) {
    boolean itsOwn = id != null && id.equals(other.id());
    if (other.id() != null && !itsOwn) {
      return Future.failedFuture(
          ServiceFailure.conflict(
              "The name '" + to + "' is, or was, another template's: take another one"));
    }
    if (!itsOwn && other.names() >= MOST_NAMES) {
      return Future.failedFuture(tooMany());
    }
    Future<?> named =
        itsOwn
            ? Future.succeededFuture()
            : connection.preparedQuery(INSERT_NAME).execute(Tuple.of(tenant, to, id));
    return named
        .compose(done -> connection.preparedQuery(RENAME).execute(Tuple.of(tenant, id, to)))
        .compose(done -> TemplateQueries.find(connection, tenant, to, null))
        .map(Optional::orElseThrow);
  }

  private static ServiceFailure tooMany() {
    return ServiceFailure.invalid(
        "/name", "A tenant may use at most %d names for templates".formatted(MOST_NAMES));
  }

  /** Changes of one tenant's templates come one after the other. */
  private <T> Future<T> locked(String tenant, Function<SqlConnection, Future<T>> work) {
    return database
        .writer()
        .withTransaction(
            connection ->
                connection
                    .preparedQuery(LOCK)
                    .execute(Tuple.of(tenant))
                    .compose(held -> work.apply(connection)));
  }
}
