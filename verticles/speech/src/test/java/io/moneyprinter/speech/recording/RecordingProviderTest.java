package io.moneyprinter.speech.recording;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Collection;
import io.moneyprinter.codecs.materials.FindItems;
import io.moneyprinter.codecs.materials.FoundItems;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.speech.Speech.TimingSource;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.VideoMessages;
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
  void oneRecordingOfAllScenesIsCutToThem() throws IOException {
    item = new Collection.Item("all.mp3", List.of(), null, stored(ToneFiles.mp3()), 1.8);
    List<String> texts = List.of("Eins,", "zwei,", "drei.");

    double length = 0;
    for (int i = 0; i < texts.size(); i++) {
      SpokenText part = answer(part(texts, i, 1));
      assertThat(part.words()).extracting(word -> word.text()).containsExactly(texts.get(i));
      assertThat(part.words().get(0).from()).isZero();
      // Each tone is heard whole, with half of the silence around it.
      double spoken = part.words().get(0).end() - part.words().get(0).start();
      assertThat(spoken).isBetween(0.2, 0.45);
      assertThat(part.words().get(0).start()).isBetween(0.02, 0.25);
      assertThat(part.words().get(0).end()).isLessThan(part.sound().seconds());
      length += part.sound().seconds();
    }
    assertThat(length)
        .isCloseTo(answer(say("recording:abc/all.mp3", "Eins", 1)).sound().seconds(), within(0.01));
    assertThat(answer(part(texts, 1, 1.5)).sound().seconds())
        .isCloseTo(answer(part(texts, 1, 1)).sound().seconds() / 1.5, within(0.05));
  }

  private Future<SpokenText> part(List<String> texts, int index, double rate) {
    return provider.speak(
        new SpeechRequest(
            texts.get(index),
            "de",
            provider.voice("recording:abc/all.mp3").orElseThrow(),
            rate,
            null,
            new SpeechRequest.Part(texts, index)),
        Unwatched.work());
  }

  @Test
  void otherFormsAndClipsAreConvertedFirst() throws IOException {
    Blob wav = stored(ToneFiles.wav(), "audio/wav");
    List<Blob> converted = new ArrayList<>();
    VideoMessages.CONVERT_SOUND.serve(
        test.vertx().eventBus(),
        wanted -> {
          converted.add(wanted.blob());
          return Future.succeededFuture(wav);
        });
    Blob opus = stored(Buffer.buffer("OggS"), "audio/ogg");
    item = new Collection.Item("take.opus", List.of(), null, opus, 1.8);
    assertThat(answer(say("recording:abc/take.opus", "Eins, zwei, drei.", 1)).words()).hasSize(3);
    Blob clip = stored(Buffer.buffer("clip"), "video/mp4");
    item =
        new Collection.Item(
            "me.mp4", List.of(), new Picture.Footage(clip, 9, 16, 2, true, null, null));
    answer(say("recording:abc/me.mp4", "Eins, zwei, drei.", 1));

    assertThat(converted).containsExactly(opus, clip);
  }

  @Test
  void whatIsNoRecordingIsRefusedWithARemedy() throws IOException {
    VideoMessages.CONVERT_SOUND.serve(
        test.vertx().eventBus(),
        wanted -> Future.failedFuture(ServiceFailure.invalid("/blob", "The sound is damaged")));
    item =
        new Collection.Item(
            "take.ogg", List.of(), null, stored(Buffer.buffer("OggS"), "audio/ogg"), 1.8);
    ServiceFailure refusal = failure(say("recording:abc/take.ogg", "Eins", 1));
    assertThat(refusal.code()).isEqualTo(FailureCode.INVALID);
    assertThat(refusal).hasMessageContaining("take.ogg").hasMessageContaining("damaged");

    item = new Collection.Item("look.cube", List.of(), null, stored(Buffer.buffer("x")), null);
    assertThat(failure(say("recording:abc/look.cube", "Eins", 1)))
        .hasMessageContaining("has no sound");
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
    return stored(bytes, "audio/mpeg");
  }

  private Blob stored(Buffer bytes, String mediaType) throws IOException {
    StagedFile file = test.node().blobs().stage(".bin");
    Files.write(file.path(), bytes.getBytes());
    return answer(test.node().blobs().commit(file, mediaType, "test"));
  }

  private Future<SpokenText> say(String voice, String text, double rate) {
    var request = new SpeechRequest(text, "de", provider.voice(voice).orElseThrow(), rate);
    return provider.speak(request, Unwatched.work());
  }
}
