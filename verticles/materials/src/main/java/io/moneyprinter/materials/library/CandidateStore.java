package io.moneyprinter.materials.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.RankedCandidate;
import io.moneyprinter.codecs.materials.SceneCandidates;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Keeps what was looked at for each scene of each video; a row is seen by its tenant alone. */
public final class CandidateStore {
  private static final String FORGET_OLD =
      "DELETE FROM candidate WHERE noted_at < now() - interval '90 days'";

  private static final String FORGET = "DELETE FROM candidate WHERE tenant = $1 AND job = $2";

  private static final String INSERT =
      "INSERT INTO candidate"
          + " (tenant, job, title, scene, place, key, score, reasons, chosen, candidate)"
          + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::jsonb)";

  private static final String OF_JOB =
      "SELECT scene, key, score, reasons, chosen, candidate::text AS candidate FROM candidate"
          + " WHERE tenant = $1 AND job = $2 ORDER BY scene, place";

  private static final String BY_KEY =
      "SELECT candidate::text AS candidate FROM candidate WHERE tenant = $1 AND key = $2"
          + " ORDER BY noted_at DESC LIMIT 1";

  private static final String LATELY =
      "SELECT DISTINCT key FROM candidate WHERE tenant = $1 AND title <> $2 AND chosen"
          + " AND noted_at > now() - interval '30 days'";

  private final Database database;

  public CandidateStore(Database database) {
    this.database = database;
  }

  /**
   * Keeps the candidates of a video in the place of any that were kept for it before.
   *
   * @param title of the video
   */
  public Future<Void> save(String tenant, String job, String title, List<SceneCandidates> scenes) {
    List<Tuple> rows = new ArrayList<>();
    for (SceneCandidates scene : scenes) {
      for (int place = 0; place < scene.candidates().size(); place++) {
        RankedCandidate one = scene.candidates().get(place);
        rows.add(
            Tuple.of(tenant, job, title, scene.scene(), place, one.key())
                .addValue(one.score())
                .addValue(one.reasons().toArray(String[]::new))
                .addValue(one.chosen())
                .addValue(json(one.candidate())));
      }
    }
    return database
        .writer()
        .withTransaction(
            connection ->
                connection
                    .query(FORGET_OLD)
                    .execute()
                    .compose(old -> connection.preparedQuery(FORGET).execute(Tuple.of(tenant, job)))
                    .compose(
                        before ->
                            rows.isEmpty()
                                ? Future.<Void>succeededFuture()
                                : connection
                                    .preparedQuery(INSERT)
                                    .executeBatch(rows)
                                    .<Void>mapEmpty()));
  }

  /** The candidates of a video; none when it has none, or is another tenant's. */
  public Future<List<SceneCandidates>> of(String tenant, String job) {
    return database
        .writer()
        .preparedQuery(OF_JOB)
        .execute(Tuple.of(tenant, job))
        .map(
            rows -> {
              Map<Integer, List<RankedCandidate>> scenes = new TreeMap<>();
              for (Row row : rows) {
                scenes
                    .computeIfAbsent(row.getInteger("scene"), scene -> new ArrayList<>())
                    .add(ranked(row));
              }
              return scenes.entrySet().stream()
                  .map(scene -> new SceneCandidates(scene.getKey(), scene.getValue()))
                  .toList();
            });
  }

  /** A candidate that was looked at for any video of the tenant. */
  public Future<Optional<Candidate>> find(String tenant, String key) {
    return database
        .writer()
        .preparedQuery(BY_KEY)
        .execute(Tuple.of(tenant, key))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(read(rows.iterator().next().getString("candidate"))));
  }

  /**
   * Keys of what the tenant's other videos showed within the last thirty days. A video of the same
   * title is the same one made anew, whose scenes should not change for that.
   */
  public Future<Set<String>> lately(String tenant, String title) {
    return database
        .writer()
        .preparedQuery(LATELY)
        .execute(Tuple.of(tenant, title))
        .map(
            rows -> {
              Set<String> keys = new HashSet<>();
              rows.forEach(row -> keys.add(row.getString("key")));
              return keys;
            });
  }

  private static RankedCandidate ranked(Row row) {
    return new RankedCandidate(
        row.getString("key"),
        row.getDouble("score"),
        List.of(row.getArrayOfStrings("reasons")),
        row.getBoolean("chosen"),
        read(row.getString("candidate")));
  }

  private static String json(Candidate candidate) {
    try {
      return RecordJson.wire().writeValueAsString(candidate);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Every candidate is JSON", e);
    }
  }

  private static Candidate read(String json) {
    try {
      return RecordJson.wire().readValue(json, Candidate.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored candidate does not decode", e);
    }
  }
}
