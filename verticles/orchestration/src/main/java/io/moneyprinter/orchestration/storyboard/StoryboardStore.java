package io.moneyprinter.orchestration.storyboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.storyboard.StoryboardScene;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of storyboards. Its rows change only while the row of their job is locked. */
final class StoryboardStore {
  private static final TypeReference<List<StoryboardScene>> SCENES = new TypeReference<>() {};

  Future<Optional<SavedStoryboard>> find(SqlClient client, UUID jobId) {
    return client
        .preparedQuery(
            "SELECT version, applied, title, scenes, changed_at, changed_by FROM storyboard"
                + " WHERE job_id = $1")
        .execute(Tuple.of(jobId))
        .map(
            rows ->
                rows.size() == 0 ? Optional.empty() : Optional.of(read(rows.iterator().next())));
  }

  private static SavedStoryboard read(Row row) {
    try {
      return new SavedStoryboard(
          row.getInteger("version"),
          row.getInteger("applied"),
          row.getString("title"),
          RecordJson.wire().readValue(row.getString("scenes"), SCENES),
          row.getOffsetDateTime("changed_at").toInstant(),
          row.getString("changed_by"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored storyboard does not read", e);
    }
  }

  Future<?> save(
      SqlClient client,
      UUID jobId,
      int version,
      String title,
      List<StoryboardScene> scenes,
      String by) {
    return client
        .preparedQuery(
            "INSERT INTO storyboard (job_id, version, title, scenes, changed_by)"
                + " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (job_id) DO UPDATE SET"
                + " version = excluded.version, title = excluded.title, scenes = excluded.scenes,"
                + " changed_at = now(), changed_by = excluded.changed_by")
        .execute(Tuple.of(jobId, version, title, json(scenes), by));
  }

  /** Notes that a waiting video went on with a version. */
  Future<?> applied(SqlClient client, UUID jobId, int version) {
    return client
        .preparedQuery("UPDATE storyboard SET applied = $2 WHERE job_id = $1")
        .execute(Tuple.of(jobId, version));
  }

  private static String json(List<StoryboardScene> scenes) {
    try {
      return RecordJson.wire().writerFor(SCENES).writeValueAsString(scenes);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A storyboard is always JSON", e);
    }
  }
}
