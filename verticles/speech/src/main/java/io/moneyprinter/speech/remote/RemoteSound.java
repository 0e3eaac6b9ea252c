package io.moneyprinter.speech.remote;

import io.moneyprinter.speech.align.HeardWord;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/**
 * What a provider answered: sound, and the words it says it spoke.
 *
 * @param audio WAV, MP3, or bare samples
 * @param rawRate samples a second of bare 16 bit little-endian mono samples; 0 for a container,
 *     which says itself what it holds
 * @param heard in order; empty for a provider that tells no times
 * @param rate the speed at which was spoken, 1 being the voice's own
 */
public record RemoteSound(Buffer audio, int rawRate, List<HeardWord> heard, double rate) {
  public RemoteSound {
    heard = List.copyOf(heard);
  }

  /** Sound in a container. */
  public static RemoteSound contained(Buffer audio, List<HeardWord> heard, double rate) {
    return new RemoteSound(audio, 0, heard, rate);
  }
}
