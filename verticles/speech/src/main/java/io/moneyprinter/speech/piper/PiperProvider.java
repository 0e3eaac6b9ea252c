package io.moneyprinter.speech.piper;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.speech.provider.SpeechProvider;
import io.moneyprinter.speech.remote.Line;
import io.moneyprinter.speech.remote.RemoteProvider;
import io.moneyprinter.speech.remote.RemoteSound;
import io.moneyprinter.speech.remote.RemoteSpeech;
import io.moneyprinter.speech.remote.RemoteTraits;
import io.moneyprinter.speech.remote.RemoteVoice;
import io.moneyprinter.speech.remote.VoiceBook;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Neural voices without the internet: what lies in the folder is offered as long as the program is
 * there as well.
 */
public final class PiperProvider implements RemoteVoice, VoiceBook {
  public static final String ID = "piper";

  private static final int LIMIT = 2000;

  private static final Logger LOG = LoggerFactory.getLogger(PiperProvider.class);

  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final WorkerPools pools;
  private final PiperProgram program;
  private final Path folder;
  private volatile List<PiperModel> models = List.of();
  private volatile boolean there;

  private PiperProvider(PiperConfig config, RemoteSpeech shared) {
    this.pools = shared.node().pools();
    this.program = new PiperProgram(config.program(), config.timeout());
    this.folder =
        config.folder().map(Path::of).orElse(shared.node().data().root().resolve("voices"));
  }

  /** Makes the provider; its voices are known once it was refreshed. */
  public static SpeechProvider open(PiperConfig config, RemoteSpeech shared) {
    var piper = new PiperProvider(config, shared);
    return new RemoteProvider(
        RemoteTraits.counting(ID, ID, "piper-1", LIMIT, false), piper, piper, shared);
  }

  @Override
  public List<Voice> all() {
    return there ? models.stream().map(PiperProvider::voice).toList() : List.of();
  }

  @Override
  public Future<Void> refresh() {
    return pools
        .run(Pool.MEDIA, () -> PiperModel.in(folder, this::complain))
        .onSuccess(
            found -> {
              models = List.copyOf(found);
              there = !found.isEmpty() && program.found().isPresent();
            })
        .mapEmpty();
  }

  /** The folder is looked through every minute; once is enough to hear of it. */
  private void complain(String trouble) {
    if (told.add(trouble)) {
      LOG.warn("The Piper voice {}", trouble);
    }
  }

  @Override
  public Future<RemoteSound> say(Line line) {
    return models.stream()
        .filter(model -> model.name().equalsIgnoreCase(line.voice()))
        .findFirst()
        .map(model -> say(model, line))
        .orElseGet(
            () ->
                Future.failedFuture(
                    ServiceFailure.unavailable(
                        "%s.onnx is no longer in %s".formatted(line.voice(), folder))));
  }

  private Future<RemoteSound> say(PiperModel model, Line line) {
    return pools.run(
        Pool.MEDIA,
        () ->
            new RemoteSound(
                Buffer.buffer(program.say(model, line.text(), line.rate())),
                model.rate(),
                List.of(),
                line.rate()));
  }

  /** Voices without the program cannot speak; neither can be a fault of a node that has none. */
  @Override
  public Future<Void> check() {
    return models.isEmpty() || there
        ? Future.succeededFuture()
        : Future.failedFuture(program.missing());
  }

  private static Voice voice(PiperModel model) {
    return new Voice(ID + ":" + model.name(), model.name(), model.language(), "unknown", true);
  }
}
