package io.moneyprinter.speech.recording;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Collection;
import io.moneyprinter.codecs.materials.FindItems;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.speech.audio.Sound;
import io.moneyprinter.speech.audio.SoundReader;
import io.moneyprinter.speech.audio.TimeStretch;
import io.moneyprinter.speech.provider.LanguageTag;
import io.moneyprinter.speech.provider.SpeechProvider;
import io.moneyprinter.speech.provider.SpeechRequest;
import io.moneyprinter.speech.provider.SpokenText;
import io.moneyprinter.speech.provider.VoiceName;
import io.moneyprinter.speech.remote.WordTimes;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * A person's own voice: {@code recording:NAME} takes a sound file of the brief's collection, which
 * says just what the text does, and finds the words in it.
 */
public final class RecordingProvider implements SpeechProvider {
  public static final String ID = "recording";

  private static final String PREFIX = ID + ":";

  private final Node node;
  private final WordTimes times;

  public RecordingProvider(Node node, WordTimes times) {
    this.node = node;
    this.times = times;
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
    return "recording-1";
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
    return MaterialsMessages.FIND_ITEMS
        .ask(node.vertx().eventBus(), new FindItems(collection, List.of(name)))
        .compose(found -> sound(found.items().get(0), request))
        .compose(sound -> times.time(request, sound, List.of(), work))
        .onSuccess(done -> work.progress(1));
  }

  private Future<Sound> sound(Collection.Item item, SpeechRequest request) {
    if (item.seconds() == null) {
      return Future.failedFuture(
          ServiceFailure.invalid("/voice", item.name() + " is no sound; name a WAV or MP3 file"));
    }
    return node.blobs()
        .local(item.other())
        .compose(here -> node.pools().run(Pool.MEDIA, () -> read(item, request)));
  }

  private Sound read(Collection.Item item, SpeechRequest request) throws IOException {
    try {
      Sound sound = SoundReader.read(Files.readAllBytes(node.blobs().path(item.other())));
      return request.rate() == 1 ? sound : TimeStretch.stretch(sound, request.rate());
    } catch (IllegalArgumentException e) {
      throw ServiceFailure.invalid(
          "/voice",
          "%s cannot be read as a recording (%s); save it as WAV or MP3"
              .formatted(item.name(), e.getMessage()));
    }
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
