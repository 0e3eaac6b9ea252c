package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.orchestration.JobSegment;
import io.moneyprinter.codecs.orchestration.JobSegments;
import java.util.List;

/** The segments of a video as its owner sees them. */
record SegmentList(List<Entry> segments, long rendered, long reused) {
  /** One of them; what is not known is left out. */
  record Entry(
      int index,
      String rendition,
      int start,
      int frames,
      JobSegment.State state,
      double progress,
      String node,
      String encoder,
      Double seconds,
      String note) {}

  static SegmentList of(JobSegments job) {
    return new SegmentList(
        job.segments().stream().map(SegmentList::entry).toList(),
        count(job, JobSegment.State.DONE),
        count(job, JobSegment.State.REUSED));
  }

  private static long count(JobSegments job, JobSegment.State state) {
    return job.segments().stream().filter(segment -> segment.state() == state).count();
  }

  private static Entry entry(JobSegment segment) {
    return new Entry(
        segment.index(),
        segment.rendition(),
        segment.start(),
        segment.frames(),
        segment.state(),
        segment.progress(),
        segment.node(),
        segment.encoder(),
        segment.seconds(),
        segment.note());
  }
}
