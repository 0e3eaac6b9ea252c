package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobList;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.gateway.http.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A page of videos, newest first.
 *
 * @param next path of the page with older ones; {@code null} on the last
 */
record VideoPage(List<Summary> videos, String next) {
  static final String LIST = "videos";

  /** Enough of a video for a list. */
  record Summary(
      String id,
      String title,
      JobState state,
      double progress,
      Double seconds,
      String poster,
      Instant createdAt,
      Instant updatedAt,
      Map<String, String> metadata,
      Links links) {}

  /**
   * @param filter the state asked for; {@code null} for all
   */
  static VideoPage of(JobList list, int limit, JobState filter) {
    List<Summary> videos = list.jobs().stream().map(VideoPage::summary).toList();
    String next = null;
    if (list.more() && !videos.isEmpty()) {
      next =
          "/v1/videos?limit=%d&cursor=%s%s"
              .formatted(
                  limit,
                  Cursor.after(LIST, videos.get(videos.size() - 1).id()),
                  filter == null ? "" : "&state=" + filter);
    }
    return new VideoPage(videos, next);
  }

  private static Summary summary(Job job) {
    VideoResult result = VideoResult.of(job);
    return new Summary(
        job.id(),
        result == null ? title(job.brief()) : result.title(),
        job.state(),
        job.progress(),
        result == null ? null : result.seconds(),
        result == null ? null : poster(result),
        job.createdAt(),
        job.updatedAt(),
        AcceptedVideo.metadata(job),
        Links.of(job.id()));
  }

  private static String poster(VideoResult result) {
    return result.files().stream()
        .filter(file -> file.name().equals(FileType.POSTER.fileName()))
        .map(VideoResult.File::href)
        .findFirst()
        .orElse(null);
  }

  /** What a person will know an unfinished video by. */
  private static String title(VideoBrief brief) {
    String text = brief.title() != null ? brief.title() : brief.topic();
    if (text == null) {
      text = brief.script();
    }
    if (text == null && !brief.scenes().isEmpty()) {
      text = brief.scenes().get(0).narration();
    }
    String line = text == null ? "" : text.strip().replaceAll("\\s+", " ");
    int end = line.offsetByCodePoints(0, Math.min(80, line.codePointCount(0, line.length())));
    return end < line.length() ? line.substring(0, end) + "…" : line;
  }
}
