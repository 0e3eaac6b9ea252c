package io.moneyprinter.speech.remote;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.speech.SpeechMarkup;
import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.speech.provider.SpeechProvider;
import io.moneyprinter.speech.provider.SpeechRequest;
import io.moneyprinter.speech.provider.SpokenText;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * Speaks through somebody else's server: cuts the text as the server needs it, has each piece
 * spoken once and only once paid for, and times the words on the sound that came.
 */
public final class RemoteProvider implements SpeechProvider {
  private static final double MILLIS = 1000;

  private final RemoteTraits traits;
  private final RemoteVoice voice;
  private final VoiceBook voices;
  private final RemoteSpeech shared;
  private final WorkerPools pools;
  private final PaidLines paid;

  public RemoteProvider(
      RemoteTraits traits, RemoteVoice voice, VoiceBook voices, RemoteSpeech shared) {
    this.traits = traits;
    this.voice = voice;
    this.voices = voices;
    this.shared = shared;
    this.pools = shared.node().pools();
    this.paid = new PaidLines(shared.node().blobs(), pools);
  }

  @Override
  public String id() {
    return traits.id();
  }

  @Override
  public String version() {
    return traits.version() + " pieces-1 " + shared.pause();
  }

  @Override
  public List<Voice> voices() {
    return voices.all();
  }

  @Override
  public Optional<Voice> voice(String id) {
    return voices.named(id);
  }

  @Override
  public Optional<Voice> voiceFor(String language) {
    return voices.forLanguage(language);
  }

  /** A document is not cut into pieces, so that it has to be short enough for one. */
  @Override
  public boolean reads(SpeechMarkup markup, Voice asked) {
    return voice.reads(markup, nameOf(asked))
        && traits.measure().applyAsInt(markup.inner()) <= traits.limit();
  }

  @Override
  public Future<SpokenText> speak(SpeechRequest request, TaskContext work) {
    List<String> pieces;
    try {
      pieces =
          request.markup() == null
              ? TextPieces.of(request.text(), traits.measure(), traits.limit())
              : List.of(request.text());
    } catch (ServiceFailure refusal) {
      return Future.failedFuture(refusal);
    }
    var joined =
        new JoinedSpeech(shared.pause().toMillis() / MILLIS / request.rate(), request.rate());
    Future<Void> spoken = Future.succeededFuture();
    for (int i = 0; i < pieces.size(); i++) {
      String piece = pieces.get(i);
      double done = (i + 1.0) / pieces.size();
      spoken =
          spoken
              .compose(before -> unlessCancelled(work))
              .compose(before -> say(piece, request, work))
              .compose(sound -> pools.run(Pool.MEDIA, () -> added(joined, sound)))
              .onSuccess(added -> work.progress(done));
    }
    return spoken
        .recover(cause -> Future.failedFuture(asFault(cause)))
        .compose(
            all -> shared.times().time(request, joined.sound(), List.copyOf(joined.heard()), work));
  }

  private Future<RemoteSound> say(String piece, SpeechRequest request, TaskContext work) {
    String markup = request.markup() == null ? null : request.markup().inner();
    var line = new Line(piece, request.language(), nameOf(request.voice()), request.rate(), markup);
    return traits.paid() ? paid.say(traits, voice, line, work) : voice.say(line);
  }

  private String nameOf(Voice asked) {
    return asked.id().substring(traits.id().length() + 1);
  }

  private static Void added(JoinedSpeech joined, RemoteSound sound) {
    joined.add(sound);
    return null;
  }

  /** A setting that is wrong here is nothing that the caller could mend; others may speak. */
  private ServiceFailure asFault(Throwable cause) {
    ServiceFailure failure = ServiceFailure.from(cause);
    boolean callers = !failure.violations().isEmpty();
    boolean tellable =
        callers || failure.code() != FailureCode.INVALID && failure.code() != FailureCode.NOT_FOUND;
    return tellable
        ? failure
        : ServiceFailure.unavailable(traits.id() + ": " + failure.getMessage());
  }

  private static Future<Void> unlessCancelled(TaskContext work) {
    return work.cancelled()
        ? Future.failedFuture(
            new ServiceFailure(FailureCode.CANCELLED, "The narration was cancelled"))
        : Future.succeededFuture();
  }

  @Override
  public Future<Void> refresh() {
    return voices.refresh();
  }

  @Override
  public Future<Void> check() {
    return voice.check();
  }

  @Override
  public Future<Void> close() {
    return voice.close();
  }
}
