package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobList;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.codecs.orchestration.StepView;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.gateway.http.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A page of videos.
 *
 * @param next path of the next page; {@code null} on the last
 */
record VideoPage(List<Summary> videos, String next) {
  static final String LIST = "videos";

  /**
   * Enough of a video for a list.
   *
   * @param preview path of a list of small pictures of the video (WebVTT), for who points at it
   * @param strip path of a few small pictures of it side by side; {@code null} for sound
   * @param video path of the video itself
   * @param awaits name of the step at which it waits for a person; {@code null} where it does not
   * @param failure why it failed, for people
   */
  record Summary(
      String id,
      String title,
      JobState state,
      double progress,
      Double seconds,
      String poster,
      String preview,
      String strip,
      String video,
      String language,
      Integer secondsLeft,
      String awaits,
      String failure,
      String rerunOf,
      Instant createdAt,
      Instant updatedAt,
      Instant deletedAt,
      Map<String, String> metadata,
      Links links) {}

  /**
   * @param filters what else was asked for, as the next page is to be
   */
  static VideoPage of(JobList list, int limit, String filters) {
    List<Summary> videos = list.jobs().stream().map(VideoPage::summary).toList();
    String next = null;
    if (list.more() && !videos.isEmpty()) {
      next =
          "/v1/videos?limit=%d&cursor=%s%s"
              .formatted(limit, Cursor.after(LIST, videos.get(videos.size() - 1).id()), filters);
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
        path(result, Publication.POSTER),
        path(result, Publication.SPRITE_VTT),
        VideoResult.film(job).isPresent()
            ? "/v1/videos/" + job.id() + "/" + FileRoute.PREVIEW
            : null,
        result == null || result.files().isEmpty() ? null : result.files().get(0).href(),
        job.brief().language(),
        job.secondsLeft(),
        awaits(job),
        job.failure() == null ? null : job.failure().message(),
        job.rerunOf(),
        job.createdAt(),
        job.updatedAt(),
        job.deletedAt(),
        AcceptedVideo.metadata(job),
        Links.of(job.id()));
  }

  /** A job that is halted waits for nobody, whatever its steps do. */
  private static String awaits(Job job) {
    return job.state() != JobState.RUNNING
        ? null
        : job.steps().stream()
            .filter(step -> step.state() == StepState.AWAITING)
            .map(StepView::name)
            .findFirst()
            .orElse(null);
  }

  private static String path(VideoResult result, String file) {
    return result == null
        ? null
        : result.files().stream()
            .filter(each -> each.name().equals(file))
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
