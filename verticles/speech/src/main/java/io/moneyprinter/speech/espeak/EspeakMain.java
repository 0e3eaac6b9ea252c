package io.moneyprinter.speech.espeak;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A process of its own that speaks: espeak-ng is a native library, and under the GPL. Requests come
 * in on standard input and answers go out on standard output ({@link EspeakWire}); it ends when its
 * input ends, thus never outlives who started it.
 */
public final class EspeakMain {
  private static final int UNAVAILABLE = 69;
  private static final int BROKEN_INPUT = 76;

  private EspeakMain() {}

  /**
   * @param arguments the folder to unpack into
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    // Whatever else is printed must not come between the answers.
    System.setOut(System.err);
    var requests = new LinkedBlockingQueue<EspeakWire.Request>();
    var reader = new Thread(() -> read(requests), "requests");
    reader.setDaemon(true);
    reader.start();
    try {
      var engine = new EspeakEngine(EspeakFiles.unpackedUnder(Path.of(arguments[0])));
      while (true) {
        EspeakWire.write(engine.say(requests.take()), out);
      }
    } catch (IOException | LinkageError e) {
      // Whoever asked is told why, instead of only that the process has gone.
      requests.take();
      EspeakWire.write(EspeakWire.Answer.failed("espeak-ng cannot be started: " + e), out);
      Runtime.getRuntime().halt(UNAVAILABLE);
    }
  }

  /** Reads beside the speaking, so that the end of the input also ends a sentence in the middle. */
  private static void read(LinkedBlockingQueue<EspeakWire.Request> requests) {
    var in = new DataInputStream(new BufferedInputStream(System.in));
    int status = 0;
    try {
      while (true) {
        requests.add(EspeakWire.readRequest(in));
      }
    } catch (EOFException e) {
      status = 0;
    } catch (IOException e) {
      System.err.println("The requests cannot be read: " + e);
      status = BROKEN_INPUT;
    }
    Runtime.getRuntime().halt(status);
  }
}
