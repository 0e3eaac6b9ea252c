package io.moneyprinter.speech.recording;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.speech.audio.Sound;
import io.moneyprinter.speech.audio.TimeStretch;
import io.moneyprinter.speech.provider.LanguageTag;
import io.moneyprinter.speech.provider.SpeechProvider;
import io.moneyprinter.speech.provider.SpeechRequest;
import io.moneyprinter.speech.provider.SpokenText;
import io.moneyprinter.speech.provider.VoiceName;
import io.moneyprinter.speech.remote.WordTimes;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * A person's own voice: {@code recording:NAME} takes a sound file of the brief's collection, which
 * says just what the text does, and finds the words in it. Where the file says the whole video, the
 * scene is cut out of it.
 */
public final class RecordingProvider implements SpeechProvider {
  public static final String ID = "recording";

  private static final String PREFIX = ID + ":";

  private final Node node;
  private final WordTimes times;
  private final RecordedWords words;
  private final RecordingFiles files;

  public RecordingProvider(Node node, WordTimes times) {
    this.node = node;
    this.times = times;
    this.words = new RecordedWords(node, times);
    this.files = new RecordingFiles(node);
  }

  /** Whether a voice is a recording. */
  public static boolean isMeantBy(String voice) {
    return VoiceName.of(voice).provider().equals(ID);
  }

  /**
   * The voice with the collection in it that its file lies in; any other voice as it is.
   *
   * @param collection id; {@code null} when the brief has none
   */
  public static String within(String voice, String collection) {
    VoiceName name = VoiceName.of(voice);
    if (!name.provider().equals(ID)) {
      return voice;
    }
    if (collection == null) {
      throw ServiceFailure.invalid(
          "/voice",
          "%s names a file of the collection, and there is none; put it into a folder and give that as materials.folder"
              .formatted(voice));
    }
    String file = name.id().substring(PREFIX.length());
    return (name.pinned() ? VoiceName.PIN : "") + PREFIX + collection + "/" + file;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String version() {
    return "recording-2";
  }

  @Override
  public List<Voice> voices() {
    return List.of();
  }

  @Override
  public Optional<Voice> voice(String id) {
    String name = id.substring(id.indexOf('/') + 1);
    return Optional.of(new Voice(id, name, LanguageTag.ANY, "unknown", true));
  }

  @Override
  public Optional<Voice> voiceFor(String language) {
    return Optional.empty();
  }

  @Override
  public Future<SpokenText> speak(SpeechRequest request, TaskContext work) {
    String place = request.voice().id().substring(PREFIX.length());
    String collection = place.substring(0, Math.max(0, place.indexOf('/')));
    String name = place.substring(place.indexOf('/') + 1);
    return files
        .find(collection, name)
        .compose(found -> said(found.file(), found.sound(), request, work))
        .onSuccess(done -> work.progress(1));
  }

  private Future<SpokenText> said(
      Blob recording, Sound sound, SpeechRequest request, TaskContext work) {
    if (request.part() == null) {
      return node.pools()
          .run(Pool.MEDIA, () -> at(sound, request.rate()))
          .compose(own -> times.time(request, own, List.of(), work));
    }
    return words
        .of(recording, sound, request)
        .compose(
            all ->
                node.pools()
                    .run(
                        Pool.MEDIA,
                        () -> at(WholeRecording.part(sound, all, request), request.rate())));
  }

  private static Sound at(Sound sound, double rate) {
    return rate == 1 ? sound : TimeStretch.stretch(sound, rate);
  }

  private static SpokenText at(SpokenText part, double rate) {
    if (rate == 1) {
      return part;
    }
    List<WordTiming> words =
        part.words().stream()
            .map(
                word ->
                    new WordTiming(
                        word.text(),
                        word.from(),
                        word.to(),
                        word.start() / rate,
                        word.end() / rate))
            .toList();
    return new SpokenText(at(part.sound(), rate), words, part.timing());
  }

  @Override
  public Future<Void> check() {
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }
}
