package io.moneyprinter.orchestration.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.JobSegment;
import io.moneyprinter.codecs.orchestration.JobSegments;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.ShowSegments;
import io.moneyprinter.codecs.video.MixedAudio;
import io.moneyprinter.codecs.video.RenderSegment;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.orchestration.state.Ids;
import io.moneyprinter.orchestration.state.SegmentStore;
import io.moneyprinter.orchestration.state.ViewStore;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Shows the segments of jobs to the jobs' owners. */
public final class SegmentViews {
  private final Database database;
  private final ViewStore views;
  private final SegmentStore segments;

  SegmentViews(Database database, ViewStore views, SegmentStore segments) {
    this.database = database;
    this.views = views;
    this.segments = segments;
  }

  /** One of the videos of a plan and the keys of its segments, in order. */
  private record Shown(String name, List<String> keys) {}

  private record ShownList(List<Shown> all) {}

  /** A segment with what its step says. */
  private record Known(SegmentStore.Part part, Segment spec) {}

  /** The segments of a job; {@code NOT_FOUND} when there is none or it is another tenant's. */
  public Future<JobSegments> show(ShowSegments wish) {
    String tenant = CallContext.currentOrSystem().tenant();
    return Ids.read(wish.jobId())
        .map(id -> views.one(database.writer(), tenant, id))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()))
        .compose(
            job ->
                job.isEmpty()
                    ? Future.failedFuture(JobViews.unknown(wish.jobId()))
                    : show(tenant, job.get().id(), job.get().state()));
  }

  private Future<JobSegments> show(String tenant, UUID id, JobState state) {
    Future<List<SegmentStore.Part>> parts = segments.parts(database.writer(), tenant, id);
    Future<Optional<String>> order = segments.order(database.writer(), tenant, id);
    Future<Optional<String>> audio = segments.audio(database.writer(), tenant, id);
    return Future.all(parts, order, audio)
        .map(
            all -> {
              List<Known> known =
                  parts.result().stream()
                      .map(p -> new Known(p, read(p.request(), RenderSegment.class).segment()))
                      .toList();
              return view(id, state, known, order.result(), audio.result());
            });
  }

  private static JobSegments view(
      UUID id, JobState state, List<Known> known, Optional<String> order, Optional<String> audio) {
    Map<String, List<Integer>> places = new HashMap<>();
    for (int i = 0; i < known.size(); i++) {
      places.computeIfAbsent(known.get(i).spec().key(), key -> new ArrayList<>()).add(i);
    }
    List<Shown> videos =
        order
            .map(json -> read("{\"all\":" + json + "}", ShownList.class).all())
            .orElseGet(
                () -> List.of(new Shown("", known.stream().map(k -> k.spec().key()).toList())));
    Map<Integer, JobSegment> seen = new HashMap<>();
    List<Integer> shown = new ArrayList<>();
    for (Shown video : known.isEmpty() ? List.<Shown>of() : videos) {
      List<Integer> row = row(video.keys(), places);
      int start = 0;
      for (int place : row) {
        Known each = known.get(place);
        seen.putIfAbsent(place, segment(each, video.name(), start));
        start += each.spec().frames();
      }
      if (video == videos.get(0)) {
        shown.addAll(row);
      }
    }
    List<JobSegment> all = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      all.add(seen.containsKey(i) ? seen.get(i) : segment(known.get(i), "", 0));
    }
    return new JobSegments(
        id.toString(),
        state,
        all,
        shown,
        audio.map(json -> read(json, MixedAudio.class)).orElse(null));
  }

  /** Where the segments of a video stand in the plan; equal ones there may be more than one. */
  private static List<Integer> row(List<String> keys, Map<String, List<Integer>> places) {
    Map<String, Integer> taken = new HashMap<>();
    List<Integer> row = new ArrayList<>();
    for (String key : keys) {
      List<Integer> equal = places.getOrDefault(key, List.of());
      if (equal.isEmpty()) {
        throw new IllegalStateException("A plan names a segment that it does not have: " + key);
      }
      row.add(equal.get(Math.min(taken.merge(key, 1, Integer::sum), equal.size()) - 1));
    }
    return row;
  }

  private static JobSegment segment(Known known, String rendition, int start) {
    SegmentStore.Part part = known.part();
    RenderedSegment done =
        part.result() == null ? null : read(part.result(), RenderedSegment.class);
    boolean noted = done != null && done.node() != null;
    return new JobSegment(
        known.spec().index(),
        rendition,
        start,
        known.spec().frames(),
        state(part, done),
        part.progress(),
        noted ? done.node() : part.owner(),
        done == null ? null : done.encoder(),
        done == null ? null : done.seconds(),
        done == null ? null : done.note(),
        known.spec().canvas(),
        known.spec().encoding().codec(),
        done == null ? null : done.video());
  }

  private static JobSegment.State state(SegmentStore.Part part, RenderedSegment done) {
    return switch (part.state()) {
      case WAITING, READY, AWAITING -> JobSegment.State.QUEUED;
      case RUNNING -> JobSegment.State.RUNNING;
      case DONE -> done != null && done.reused() ? JobSegment.State.REUSED : JobSegment.State.DONE;
      case FAILED -> JobSegment.State.FAILED;
      case CANCELLED, SKIPPED -> JobSegment.State.CANCELLED;
    };
  }

  /** Whether a task's result was found rendered; {@code null} where that is no question. */
  static Boolean reused(String address, String result) {
    if (!address.equals(VideoMessages.RENDER_SEGMENT.address())) {
      return null;
    }
    RenderedSegment rendered = read(result, RenderedSegment.class);
    return rendered == null ? null : rendered.reused();
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return RecordJson.wire().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored " + type.getSimpleName() + " does not read", e);
    }
  }
}
