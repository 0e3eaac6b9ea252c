package io.moneyprinter.launcher.benchmark;

import io.moneyprinter.codecs.video.AssembleVideo;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.MixAudio;
import io.moneyprinter.codecs.video.MixedAudio;
import io.moneyprinter.codecs.video.OutputBrief;
import io.moneyprinter.codecs.video.PlanVideo;
import io.moneyprinter.codecs.video.RenderPlan;
import io.moneyprinter.codecs.video.RenderSegment;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.Rendition;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.codecs.video.VideoMessages;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The video as the product makes it, its steps asked for in the order of the workflow. Blocks. */
final class Product {
  private final EventBus bus;
  private final int slots;

  /**
   * @param slots segments rendered at the same time
   */
  Product(EventBus bus, int slots) {
    this.bus = bus;
    this.slots = slots;
  }

  /** What came out. */
  record Made(RenderPlan plan, List<RenderedSegment> segments, Rendition rendition) {}

  Made make(PlanVideo request) throws TimeoutException {
    Future<Made> made =
        VideoMessages.PLAN
            .ask(bus, request)
            .compose(
                plan -> {
                  Future<MixedAudio> audio =
                      VideoMessages.MIX_AUDIO.ask(
                          bus, new MixAudio(plan.timeline().audio(), request.brief().output()));
                  Future<List<RenderedSegment>> segments = segments(plan);
                  return Future.all(audio, segments)
                      .compose(both -> assemble(request, plan, segments.result(), audio.result()))
                      .map(video -> new Made(plan, segments.result(), video));
                });
    return made.await(2, TimeUnit.HOURS);
  }

  /** The sound alone, a little quieter, so that nothing is found made before. */
  MixedAudio sound(AudioMix mix) throws TimeoutException {
    AudioMix other =
        new AudioMix(
            mix.voice(),
            mix.music(),
            mix.musicDecibels() - 1,
            mix.seconds(),
            mix.loudness(),
            mix.sounds(),
            null);
    return VideoMessages.MIX_AUDIO
        .ask(bus, new MixAudio(other, OutputBrief.DEFAULT))
        .await(1, TimeUnit.HOURS);
  }

  /** Joins once more what was made. */
  Rendition assembled(PlanVideo request, Made made) throws TimeoutException {
    return VideoMessages.MIX_AUDIO
        .ask(bus, new MixAudio(made.plan().timeline().audio(), request.brief().output()))
        .compose(audio -> assemble(request, made.plan(), made.segments(), audio))
        .await(1, TimeUnit.HOURS);
  }

  private Future<List<RenderedSegment>> segments(RenderPlan plan) {
    Queue<Segment> waiting = new ConcurrentLinkedQueue<>(plan.segments());
    RenderedSegment[] done = new RenderedSegment[plan.segments().size()];
    List<Future<?>> lines = new ArrayList<>();
    for (int i = 0; i < slots; i++) {
      lines.add(line(waiting, done));
    }
    return Future.all(lines).map(all -> Arrays.asList(done));
  }

  private Future<?> line(Queue<Segment> waiting, RenderedSegment[] done) {
    Segment next = waiting.poll();
    if (next == null) {
      return Future.succeededFuture();
    }
    return VideoMessages.RENDER_SEGMENT
        .ask(bus, new RenderSegment(next))
        .compose(
            rendered -> {
              done[rendered.index()] = rendered;
              return line(waiting, done);
            });
  }

  private Future<Rendition> assemble(
      PlanVideo request, RenderPlan plan, List<RenderedSegment> segments, MixedAudio audio) {
    return VideoMessages.ASSEMBLE.ask(
        bus,
        new AssembleVideo(
            "Benchmark",
            plan.renditions().get(0),
            segments,
            audio,
            request.brief().output(),
            List.of()));
  }
}
