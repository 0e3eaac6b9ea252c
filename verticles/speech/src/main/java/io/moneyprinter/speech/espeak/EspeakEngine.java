package io.moneyprinter.speech.espeak;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import io.moneyprinter.speech.espeak.EspeakWire.Answer;
import io.moneyprinter.speech.espeak.EspeakWire.Event;
import io.moneyprinter.speech.espeak.EspeakWire.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * espeak-ng in this process. The library holds global state: one of these a process, one call at a
 * time. Some of that state (the place in its table of pitch flutter, the gain it was turned down
 * to) goes on from sentence to sentence and nothing in its interface resets it, so the library is
 * loaded anew for every sentence, which takes a millisecond: equal texts then sound equal to the
 * sample.
 */
final class EspeakEngine {
  /** More than the longest sentence can be, and what the process has memory for. */
  private static final int MOST_BYTES = 12 << 20;

  private static final int GO_ON = 0;
  private static final int ABORT = 1;

  private final EspeakFiles files;
  private final ByteArrayOutputStream pcm = new ByteArrayOutputStream();
  private final List<Event> events = new ArrayList<>();

  /** A field, because the native side does not keep it from being collected. */
  private final EspeakLibrary.SynthCallback callback = this::collect;

  /** Finds out whether the library can be used here at all. */
  EspeakEngine(EspeakFiles files) throws IOException {
    this.files = files;
    try (Loaded ready = new Loaded()) {
      if (ready.sampleRate <= 0) {
        throw new IOException("espeak-ng did not start, it said " + ready.sampleRate);
      }
    }
  }

  /** The library as it is before it has said anything. */
  private final class Loaded implements AutoCloseable {
    private final EspeakLibrary library =
        Native.load(files.library().toString(), EspeakLibrary.class);

    private final int sampleRate =
        library.espeak_Initialize(
            EspeakLibrary.AUDIO_OUTPUT_RETRIEVAL,
            0,
            files.dataParent().toString(),
            EspeakLibrary.INITIALIZE_DONT_EXIT);

    @Override
    public void close() {
      library.espeak_Terminate();
      ((Library.Handler) Proxy.getInvocationHandler(library)).getNativeLibrary().close();
    }
  }

  Answer say(Request request) {
    pcm.reset();
    events.clear();
    try (Loaded fresh = new Loaded()) {
      return say(request, fresh.library, fresh.sampleRate);
    }
  }

  private Answer say(Request request, EspeakLibrary library, int sampleRate) {
    library.espeak_SetSynthCallback(callback);
    if (library.espeak_SetVoiceByName(request.voice()) != 0) {
      return Answer.failed("espeak-ng has no voice " + request.voice());
    }
    library.espeak_SetParameter(EspeakLibrary.PARAMETER_RATE, request.wordsPerMinute(), 0);
    byte[] text = (request.text() + "\0").getBytes(StandardCharsets.UTF_8);
    int outcome =
        library.espeak_Synth(
            text,
            new NativeLong(text.length),
            0,
            EspeakLibrary.POS_CHARACTER,
            0,
            EspeakLibrary.CHARS_UTF8,
            null,
            null);
    library.espeak_Synchronize();
    if (pcm.size() > MOST_BYTES) {
      return Answer.failed("one sentence takes minutes to say; write it as several");
    }
    return outcome == 0
        ? new Answer("", sampleRate, List.copyOf(events), pcm.toByteArray())
        : Answer.failed("espeak-ng could not speak, it said " + outcome);
  }

  private int collect(Pointer samples, int count, Pointer list) {
    if (samples != null && count > 0) {
      pcm.writeBytes(samples.getByteArray(0, count * Short.BYTES));
    }
    if (list != null) {
      for (long at = 0; list.getInt(at) != 0; at += EspeakLibrary.EVENT_BYTES) {
        events.add(event(list.share(at)));
      }
    }
    return pcm.size() > MOST_BYTES ? ABORT : GO_ON;
  }

  /** Characters are counted from 1 there. */
  private static Event event(Pointer event) {
    return new Event(
        (byte) event.getInt(EspeakLibrary.EVENT_TYPE),
        event.getInt(EspeakLibrary.EVENT_TEXT_POSITION) - 1,
        event.getInt(EspeakLibrary.EVENT_LENGTH),
        event.getInt(EspeakLibrary.EVENT_SAMPLE));
  }
}
