package io.moneyprinter.content.script;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.codecs.speech.Synthesize;
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
  public Future<List<Double>> seconds(
      List<String> texts, String language, String voice, double rate) {
    CallContext caller = CallContext.currentOrSystem();
    Future<List<Double>> measured = Future.succeededFuture(new ArrayList<>());
    for (String text : texts) {
      measured =
          measured.compose(
              so ->
                  SpeechMessages.SYNTHESIZE
                      .ask(bus, new Synthesize(text, language, voice, rate), caller)
                      .map(Speech::seconds)
                      .map(
                          seconds -> {
                            so.add(seconds);
                            return so;
                          }));
    }
    return measured;
  }
}
