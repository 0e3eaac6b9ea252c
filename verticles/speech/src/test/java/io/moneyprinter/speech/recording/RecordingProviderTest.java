package io.moneyprinter.speech.recording;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Collection;
import io.moneyprinter.codecs.materials.FindItems;
import io.moneyprinter.codecs.materials.FoundItems;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.speech.Speech.TimingSource;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.speech.align.WordTimer;
import io.moneyprinter.speech.provider.SpeechRequest;
import io.moneyprinter.speech.provider.SpokenText;
import io.moneyprinter.speech.provider.Unwatched;
import io.moneyprinter.speech.remote.ToneFiles;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RecordingProviderTest {
  @RegisterExtension final TestNode test = TestNode.plain();

  private final List<FindItems> asked = new ArrayList<>();
  private Collection.Item item;
  private RecordingProvider provider;

  @BeforeEach
  void serve() {
    answer(
        MaterialsMessages.FIND_ITEMS
            .serve(
                test.vertx().eventBus(),
                wanted -> {
                  asked.add(wanted);
                  return Future.succeededFuture(new FoundItems(List.of(item)));
                })
            .completion());
    provider =
        new RecordingProvider(test.node(), new WordTimer(test.node().pools(), List.of())::time);
  }

  @Test
  void wordsAreFoundInARecordingOfOnesOwn() throws IOException {
    item = new Collection.Item("take.mp3", List.of(), null, stored(ToneFiles.mp3()), 1.8);

    SpokenText spoken = answer(say("recording:abc/take.mp3", "Eins, zwei, drei.", 1));

    assertThat(asked).containsExactly(new FindItems("abc", List.of("take.mp3")));
    assertThat(spoken.timing()).isEqualTo(TimingSource.ESTIMATED);
    assertThat(spoken.words()).extracting(word -> word.text()).contains("Eins,", "zwei,", "drei.");
    assertThat(spoken.words().get(0).start()).isBetween(0.15, 0.25);
    assertThat(spoken.words().get(2).end()).isBetween(1.25, 1.4);
    assertThat(answer(say("recording:abc/take.mp3", "Eins, zwei, drei.", 1.5)).sound().seconds())
        .isBetween(1.1, 1.3);
  }

  @Test
  void whatIsNoRecordingIsRefusedWithARemedy() throws IOException {
    item = new Collection.Item("take.ogg", List.of(), null, stored(Buffer.buffer("OggS")), 1.8);
    ServiceFailure refusal = failure(say("recording:abc/take.ogg", "Eins", 1));
    assertThat(refusal.code()).isEqualTo(FailureCode.INVALID);
    assertThat(refusal).hasMessageContaining("save it as WAV or MP3");

    item = new Collection.Item("look.cube", List.of(), null, stored(Buffer.buffer("x")), null);
    assertThat(failure(say("recording:abc/look.cube", "Eins", 1)))
        .hasMessageContaining("is no sound");
  }

  @Test
  void aRecordingNeedsTheCollectionItLiesIn() {
    assertThat(RecordingProvider.within("recording:a.wav", "abc")).isEqualTo("recording:abc/a.wav");
    assertThat(RecordingProvider.within("only:Recording:a.wav", "abc"))
        .isEqualTo("only:recording:abc/a.wav");
    assertThat(RecordingProvider.within("espeak:de", null)).isEqualTo("espeak:de");
    assertThatThrownBy(() -> RecordingProvider.within("recording:a.wav", null))
        .hasMessageContaining("materials.folder");
  }

  private Blob stored(Buffer bytes) throws IOException {
    StagedFile file = test.node().blobs().stage(".bin");
    Files.write(file.path(), bytes.getBytes());
    return answer(test.node().blobs().commit(file, "audio/mpeg", "test"));
  }

  private Future<SpokenText> say(String voice, String text, double rate) {
    var request = new SpeechRequest(text, "de", provider.voice(voice).orElseThrow(), rate);
    return provider.speak(request, Unwatched.work());
  }
}
