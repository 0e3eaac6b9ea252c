package io.moneyprinter.video.render;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.video.RenderSegment;
import io.moneyprinter.codecs.video.Renderable;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.platform.discovery.Discovery;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.platform.tasks.TaskHandler;
import io.moneyprinter.video.timeline.SegmentKeys;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.List;

/**
 * Gives segments to the nodes that render them to the bytes that were planned. A node says whether
 * it does by the segment's key, which covers encoder, build, settings, fonts and drawing.
 */
public final class EqualNodes {
  private final EventBus bus;
  private final Discovery discovery;
  private final WorkerPools pools;
  private final SegmentKeys keys;
  private final String node;

  /**
   * @param node id of this node
   */
  public EqualNodes(
      EventBus bus, Discovery discovery, WorkerPools pools, SegmentKeys keys, String node) {
    this.bus = bus;
    this.discovery = discovery;
    this.pools = pools;
    this.keys = keys;
    this.node = node;
  }

  /** Whether this node renders a segment as planned; what the other nodes ask. */
  public Future<Renderable> renderable(RenderSegment request) {
    Segment segment = request.segment();
    return pools.run(Pool.MEDIA, () -> new Renderable(keys.of(segment).equals(segment.key())));
  }

  /**
   * Renders here where this node does it as planned or has it already; else leaves it to another
   * node that does. {@code UNAVAILABLE} when no node of the cluster does.
   */
  public TaskHandler<RenderSegment, RenderedSegment> around(
      TaskHandler<RenderSegment, RenderedSegment> here) {
    return (request, task) ->
        here.run(request, task)
            .recover(
                cause ->
                    ServiceFailure.from(cause).code() == FailureCode.UNAVAILABLE
                        ? renderable(request)
                            .compose(
                                own ->
                                    own.equal()
                                        ? Future.failedFuture(cause)
                                        : elsewhere(request, task))
                        : Future.failedFuture(cause));
  }

  private Future<RenderedSegment> elsewhere(RenderSegment request, TaskContext task) {
    return discovery
        .nodes("video")
        .map(all -> all.stream().filter(other -> !other.equals(node)).toList())
        .compose(
            others ->
                anyEqual(others, request)
                    .compose(
                        found -> {
                          if (found) {
                            task.leaveToAnother();
                          }
                          return Future.failedFuture(
                              ServiceFailure.unavailable(
                                  found ? "Another node renders this" : nobody(request, others)));
                        }));
  }

  /** A node that does not answer is not counted on. */
  private Future<Boolean> anyEqual(List<String> others, RenderSegment request) {
    List<Future<Boolean>> answers =
        others.stream()
            .map(
                other ->
                    VideoMessages.renderable(other)
                        .ask(bus, request)
                        .map(Renderable::equal)
                        .otherwise(false))
            .toList();
    return Future.join(answers).map(all -> answers.stream().anyMatch(Future::result));
  }

  private static String nobody(RenderSegment request, List<String> others) {
    return "No node of the cluster encodes and draws segment "
        + request.segment().index()
        + " as its plan wants ("
        + (others.size() + 1)
        + " asked): give the nodes the version, encoder settings and fonts of the one that planned,"
        + " or plan the video again";
  }
}
