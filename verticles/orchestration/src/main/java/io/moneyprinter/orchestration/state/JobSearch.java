package io.moneyprinter.orchestration.state;

import io.moneyprinter.codecs.orchestration.JobQuery;
import io.moneyprinter.codecs.orchestration.JobSort;
import io.moneyprinter.codecs.orchestration.JobState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What is asked of the table of jobs. Only the conditions that are wanted stand in the statement,
 * so that the database can choose the index that fits them. A page begins after the last job seen,
 * by what that is sorted by, so that what comes in meanwhile moves nothing.
 *
 * @param conditions follow {@code WHERE tenant = $1}
 */
record JobSearch(String conditions, List<Object> values) {
  static JobSearch of(String tenant, UUID after, JobState state, JobQuery query, int limit) {
    Conditions all = new Conditions(tenant);
    all.plain(
        Boolean.TRUE.equals(query.deleted()) ? "deleted_at IS NOT NULL" : "deleted_at IS NULL");
    all.when(state == null ? null : state.name(), "state = %s");
    all.when(query.text(), "words @@ words_wanted(%s)");
    all.when(stored(query.since()), "created_at >= %s");
    all.when(stored(query.until()), "created_at < %s");
    if (query.language() != null) {
      String language = query.language().toLowerCase(Locale.ROOT);
      all.when(language, "(language = %1$s OR starts_with(language, %1$s || '-'))");
    }
    all.when(query.template(), "template = %s");
    all.when(
        query.batch() == null ? null : batch(query.batch()),
        "id IN (SELECT job_id FROM batch_row WHERE batch_id = %s)");
    JobSort sort = query.sort() == null ? JobSort.NEWEST : query.sort();
    all.when(after, after(sort));
    return all.search(" ORDER BY " + order(sort), limit);
  }

  /** What has not the form of an id is that of no batch. */
  private static UUID batch(String id) {
    return Ids.read(id).orElse(new UUID(0, 0));
  }

  private static Object stored(Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }

  private static String after(JobSort sort) {
    return switch (sort) {
      case NEWEST -> "id < %s";
      case OLDEST -> "id > %s";
      case TITLE -> "(title, id) > (SELECT s.title, s.id FROM job s WHERE s.id = %s)";
      case LONGEST -> "(seconds, id) < (SELECT s.seconds, s.id FROM job s WHERE s.id = %s)";
    };
  }

  private static String order(JobSort sort) {
    return switch (sort) {
      case NEWEST -> "id DESC";
      case OLDEST -> "id";
      case TITLE -> "title, id";
      case LONGEST -> "seconds DESC, id DESC";
    };
  }

  /** Conditions as they come together with their values. */
  private static final class Conditions {
    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    Conditions(String tenant) {
      values.add(tenant);
    }

    void plain(String condition) {
      text.append(" AND ").append(condition);
    }

    /** Nothing for a value of {@code null}. */
    void when(Object value, String condition) {
      if (value != null) {
        values.add(value);
        plain(condition.formatted("$" + values.size()));
      }
    }

    JobSearch search(String order, int limit) {
      values.add(limit);
      return new JobSearch(text + order + " LIMIT $" + values.size(), values);
    }
  }
}
