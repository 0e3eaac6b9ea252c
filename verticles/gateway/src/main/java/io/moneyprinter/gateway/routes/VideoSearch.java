package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.orchestration.JobQuery;
import io.moneyprinter.codecs.orchestration.JobSort;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.ListJobs;
import io.moneyprinter.gateway.http.Cursor;
import io.moneyprinter.gateway.http.Query;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which videos a request wants listed.
 *
 * @param filters the parameters that the next page is asked for with as well, as in an address
 */
record VideoSearch(ListJobs wish, String filters) {
  private static final int USUAL_PAGE = 20;
  private static final int MAX_PAGE = 100;
  private static final int LONGEST = 200;

  private static final List<String> FILTERS =
      List.of("state", "q", "since", "until", "language", "template", "batch", "deleted", "sort");

  static VideoSearch read(RoutingContext ctx) {
    String after = Cursor.read(ctx, VideoPage.LIST).orElse(null);
    if (after != null && !Query.isId(after)) {
      throw Query.wrong("after", "must be the id of a video");
    }
    String batch = Query.text(ctx, "batch").orElse(null);
    if (batch != null && !Query.isId(batch)) {
      throw Query.wrong("batch", "must be the id of a batch");
    }
    JobQuery query =
        new JobQuery(
            text(ctx, "q"),
            Query.instant(ctx, "since", null),
            Query.instant(ctx, "until", null),
            text(ctx, "language"),
            text(ctx, "template"),
            batch,
            Query.flag(ctx, "deleted"),
            Query.word(ctx, "sort", JobSort.class));
    ListJobs wish =
        new ListJobs(
            after,
            Query.number(ctx, "limit", 1, MAX_PAGE, USUAL_PAGE),
            Query.word(ctx, "state", JobState.class),
            query);
    return new VideoSearch(
        wish,
        FILTERS.stream()
            .flatMap(name -> Query.text(ctx, name).map(value -> pair(name, value)).stream())
            .collect(Collectors.joining()));
  }

  private static String text(RoutingContext ctx, String name) {
    String text = Query.text(ctx, name).map(String::strip).orElse(null);
    if (text != null && (text.length() > LONGEST || text.indexOf('\0') >= 0)) {
      throw Query.wrong(name, "must be at most " + LONGEST + " characters");
    }
    return text;
  }

  private static String pair(String name, String value) {
    return "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
