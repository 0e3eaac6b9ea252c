package io.moneyprinter.content.script;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.codecs.speech.Synthesize;
import io.moneyprinter.codecs.video.VideoBrief;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.ArrayList;
import java.util.List;

/**
 * Has the texts spoken, one after the other, and measures that. What is spoken is kept by the
 * speech service, so the job's own speech of the same text costs nothing more.
 */
public final class MeasuredSpeech implements SpokenLength {
  private final EventBus bus;

  public MeasuredSpeech(EventBus bus) {
    this.bus = bus;
  }

  @Override
  public Future<List<Double>> seconds(List<Scene> scenes, String language, VideoBrief brief) {
    CallContext caller = CallContext.currentOrSystem();
    Future<List<Double>> measured = Future.succeededFuture(new ArrayList<>());
    for (Scene scene : scenes) {
      measured =
          measured.compose(
              so ->
                  SpeechMessages.SYNTHESIZE
                      .ask(bus, speech(scene, language, brief), caller)
                      .map(Speech::seconds)
                      .map(
                          seconds -> {
                            so.add(seconds);
                            return so;
                          }));
    }
    return measured;
  }

  /** As the job's own step asks for it. */
  private static Synthesize speech(Scene scene, String language, VideoBrief brief) {
    return new Synthesize(
        scene.narration(),
        language,
        brief.voice(),
        brief.rate(),
        scene.voice(),
        scene.delivery(),
        brief.narration(),
        brief.materials().collection(),
        scene.markup());
  }
}
