package io.moneyprinter.video.render;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.video.RenderSegment;
import io.moneyprinter.codecs.video.Renderable;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.platform.discovery.Discovery;
import io.moneyprinter.platform.node.NodeInfo;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.platform.tasks.TaskHandler;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.Briefs;
import io.moneyprinter.video.ShippedFonts;
import io.moneyprinter.video.Studio;
import io.moneyprinter.video.timeline.SegmentKeys;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EqualNodesTest {
  @RegisterExtension final TestNode test = TestNode.plain();

  private final Asked task = new Asked();
  private EqualNodes nodes;
  private RenderSegment request;

  /** Notes that the work was left to another node. */
  private static final class Asked implements TaskContext {
    private boolean left;

    @Override
    public void progress(double fraction) {}

    @Override
    public boolean cancelled() {
      return false;
    }

    @Override
    public void onCancel(Runnable stop) {}

    @Override
    public void leaveToAnother() {
      left = true;
    }
  }

  @BeforeEach
  void plan() {
    Segment segment =
        new Studio(test.node())
            .plan(Briefs.request(List.of("Only one scene."), List.of(Briefs.drawn(90))))
            .segments()
            .get(0);
    request = new RenderSegment(segment);
    nodes = on("another build");
  }

  @Test
  void aSegmentOfAnotherBuildIsLeftToANodeOfThatBuild() {
    other("b", false);
    other("c", true);

    ServiceFailure failure = failure(nodes.around(refusing()).run(request, task));

    assertThat(failure.code()).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(task.left).isTrue();
  }

  @Test
  void aSegmentThatNoNodeCanRenderFailsWithTheRemedy() {
    other("b", false);

    ServiceFailure failure = failure(nodes.around(refusing()).run(request, task));

    assertThat(failure.code()).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(failure.getMessage()).contains("No node of the cluster", "2 asked", "fonts");
    assertThat(task.left).isFalse();
  }

  @Test
  void anotherTroubleOfAnEqualNodeStaysItsOwn() {
    other("b", true);
    Segment segment = request.segment();
    String key = new SegmentKeys(ShippedFonts.book(), encoding -> "another build").of(segment);
    RenderSegment own = new RenderSegment(segment.named(key, 0));

    failure(nodes.around(refusing()).run(own, task));

    assertThat(answer(nodes.renderable(own)).equal()).isTrue();
    assertThat(task.left).isFalse();
  }

  private EqualNodes on(String build) {
    return new EqualNodes(
        test.vertx().eventBus(),
        test.node().discovery(),
        test.node().pools(),
        new SegmentKeys(ShippedFonts.book(), encoding -> build),
        test.node().info().id());
  }

  private static TaskHandler<RenderSegment, RenderedSegment> refusing() {
    return (wanted, context) -> Future.failedFuture(ServiceFailure.unavailable("not here"));
  }

  private void other(String id, boolean equal) {
    NodeInfo info = new NodeInfo(id, "1", "development", Set.of("video"), Instant.now());
    answer(new Discovery(test.vertx(), info).publish("video"));
    answer(
        VideoMessages.renderable(id)
            .serve(test.vertx().eventBus(), asked -> Future.succeededFuture(new Renderable(equal)))
            .completion());
  }
}
