package io.moneyprinter.speech.remote;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.orchestration.Cost;
import io.moneyprinter.codecs.orchestration.CostUnit;
import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.platform.tasks.ExternalCalls;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.speech.provider.SpeechRequest;
import io.moneyprinter.speech.provider.SpokenText;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is paid for by the character is paid for once, and told. */
class PaidLinesTest {
  @RegisterExtension final TestNode test = TestNode.plain();

  private final List<Line> asked = new ArrayList<>();
  private final Kept kept = new Kept();

  @Test
  void aStepDoneAgainFindsWhatItPaidFor() {
    RemoteProvider provider =
        new RemoteProvider(
            RemoteTraits.counting("costly", "costly/model", "1", 30, true),
            line -> {
              asked.add(line);
              return Future.succeededFuture(
                  RemoteSound.contained(ToneFiles.wav(), List.of(), line.rate()));
            },
            VoiceBook.open("costly", List.of()),
            Remotes.shared(test.node(), new SpreadTimes()));
    Voice voice = provider.voice("costly:any").orElseThrow();
    var request = new SpeechRequest("One two three. Four five six. 😀!", "en", voice, 1);

    SpokenText first = answer(provider.speak(request, kept));
    SpokenText again = answer(provider.speak(request, kept));

    assertThat(asked)
        .extracting(Line::text)
        .containsExactly("One two three. Four five six.", "😀!");
    assertThat(again.sound().samples()).isEqualTo(first.sound().samples());
    assertThat(kept.costs)
        .containsExactly(
            new Cost("costly/model", CostUnit.CHARACTERS, 29),
            new Cost("costly/model", CostUnit.CHARACTERS, 2));
  }

  /** Keeps answers as a leased task does. */
  private static final class Kept implements TaskContext, ExternalCalls {
    private final Map<String, Record> answers = new HashMap<>();
    private final List<Cost> costs = new ArrayList<>();

    @Override
    public <T extends Record> Future<T> once(
        String provider, Record input, Class<T> type, Supplier<Future<Answer<T>>> ask) {
      Record known = answers.get(provider + input);
      return known != null
          ? Future.succeededFuture(type.cast(known))
          : ask.get()
              .map(
                  answer -> {
                    answers.put(provider + input, answer.value());
                    costs.addAll(answer.costs());
                    return answer.value();
                  });
    }

    @Override
    public ExternalCalls calls() {
      return this;
    }

    @Override
    public void progress(double fraction) {
      // Nobody watches.
    }

    @Override
    public boolean cancelled() {
      return false;
    }

    @Override
    public void onCancel(Runnable stop) {
      // It is not cancelled.
    }
  }
}
