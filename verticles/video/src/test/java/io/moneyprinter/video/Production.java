package io.moneyprinter.video;

import static io.moneyprinter.testsupport.Answers.answer;

import io.moneyprinter.codecs.video.AssembleVideo;
import io.moneyprinter.codecs.video.MixAudio;
import io.moneyprinter.codecs.video.MixedAudio;
import io.moneyprinter.codecs.video.PlanVideo;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.PublishVideo;
import io.moneyprinter.codecs.video.RenderPlan;
import io.moneyprinter.codecs.video.RenderSegment;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.Rendition;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.codecs.video.VideoMessages;
import io.vertx.core.eventbus.EventBus;
import java.util.ArrayList;
import java.util.List;

/** Makes a whole video by asking the deployed service, step by step, as a workflow does. */
final class Production {
  private static final long SECONDS = 600;

  private Production() {}

  record Result(RenderPlan plan, List<RenderedSegment> segments, Publication publication) {}

  static Result of(EventBus bus, PlanVideo request) {
    RenderPlan plan = answer(VideoMessages.PLAN.ask(bus, request), SECONDS);
    List<RenderedSegment> segments = new ArrayList<>();
    for (Segment segment : plan.segments()) {
      segments.add(
          answer(VideoMessages.RENDER_SEGMENT.ask(bus, new RenderSegment(segment)), SECONDS));
    }
    MixedAudio audio =
        answer(
            VideoMessages.MIX_AUDIO.ask(bus, new MixAudio(plan.timeline().audio(), null)), SECONDS);
    Rendition rendition =
        answer(
            VideoMessages.ASSEMBLE.ask(
                bus,
                new AssembleVideo(
                    request.script().title(),
                    plan.renditions().get(0),
                    segments,
                    audio,
                    null,
                    null)),
            SECONDS);
    Publication publication =
        answer(
            VideoMessages.PUBLISH.ask(
                bus,
                new PublishVideo(
                    request.brief(),
                    request.script(),
                    request.speech(),
                    request.materials(),
                    request.music(),
                    plan,
                    segments,
                    audio,
                    List.of(rendition))),
            SECONDS);
    return new Result(plan, segments, publication);
  }
}
