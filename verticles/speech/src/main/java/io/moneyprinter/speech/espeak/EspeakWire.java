package io.moneyprinter.speech.espeak;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What is said over the pipes between the node and the process that speaks. Big-endian; a message
 * begins with a fixed number, so that a stray line of text is noticed; a text is its length in
 * bytes and its UTF-8.
 *
 * <pre>
 * request  'ESQ1'  text voice, int words a minute, text to speak
 * answer   'ESA1'  text failure (empty: none), int sample rate,
 *                  int count, count × (byte kind, int code point, int length, int sample),
 *                  int length, 16 bit little-endian samples
 * </pre>
 */
final class EspeakWire {
  /** Kinds of event, as espeak-ng numbers them in speak_lib.h. */
  static final byte WORD = 1;

  static final byte END = 5;

  private static final int REQUEST = 0x45535131;
  private static final int ANSWER = 0x45534131;
  private static final int MOST_BYTES = 64 << 20;

  /**
   * @param voice a voice file's name, with a variant behind "+" if wanted
   * @param wordsPerMinute 80 to 450
   */
  record Request(String voice, int wordsPerMinute, String text) {}

  /**
   * Something that happens in the sound.
   *
   * @param character first code point in the text, counted from 0
   * @param length code points
   * @param sample where in the sound
   */
  record Event(byte kind, int character, int length, int sample) {}

  /**
   * @param failure why nothing was spoken; empty when it was
   */
  record Answer(String failure, int sampleRate, List<Event> events, byte[] pcm) {
    static Answer failed(String reason) {
      return new Answer(reason, 0, List.of(), new byte[0]);
    }
  }

  private EspeakWire() {}

  static void write(Request request, DataOutputStream out) throws IOException {
    out.writeInt(REQUEST);
    writeBytes(request.voice().getBytes(StandardCharsets.UTF_8), out);
    out.writeInt(request.wordsPerMinute());
    writeBytes(request.text().getBytes(StandardCharsets.UTF_8), out);
    out.flush();
  }

  static Request readRequest(DataInputStream in) throws IOException {
    expect(REQUEST, in);
    return new Request(readText(in), in.readInt(), readText(in));
  }

  static void write(Answer answer, DataOutputStream out) throws IOException {
    out.writeInt(ANSWER);
    writeBytes(answer.failure().getBytes(StandardCharsets.UTF_8), out);
    out.writeInt(answer.sampleRate());
    out.writeInt(answer.events().size());
    for (Event event : answer.events()) {
      out.writeByte(event.kind());
      out.writeInt(event.character());
      out.writeInt(event.length());
      out.writeInt(event.sample());
    }
    writeBytes(answer.pcm(), out);
    out.flush();
  }

  static Answer readAnswer(DataInputStream in) throws IOException {
    expect(ANSWER, in);
    String failure = readText(in);
    int sampleRate = in.readInt();
    int count = bounded(in.readInt());
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(new Event(in.readByte(), in.readInt(), in.readInt(), in.readInt()));
    }
    return new Answer(failure, sampleRate, events, readBytes(in));
  }

  private static void expect(int mark, DataInputStream in) throws IOException {
    int read = in.readInt();
    if (read != mark) {
      throw new IOException("Expected a message, read " + Integer.toHexString(read));
    }
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(readBytes(in), StandardCharsets.UTF_8);
  }

  private static byte[] readBytes(DataInputStream in) throws IOException {
    var bytes = new byte[bounded(in.readInt())];
    in.readFully(bytes);
    return bytes;
  }

  private static void writeBytes(byte[] bytes, DataOutputStream out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static int bounded(int length) throws IOException {
    if (length < 0 || length > MOST_BYTES) {
      throw new IOException("A message cannot hold " + length + " bytes");
    }
    return length;
  }
}
