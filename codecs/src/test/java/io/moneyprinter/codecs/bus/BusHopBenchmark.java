package io.moneyprinter.codecs.bus;

import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.codecs.storage.Blob;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * What one request and reply of about 1 KB costs: a record and the same as JsonObject, within a
 * process and between two. Run it by hand on an idle machine; docs/benchmarks.md says how.
 */
public final class BusHopBenchmark {
  private static final int WARM_UP = 20_000;
  private static final int SINGLE = 20_000;
  private static final int MANY = 60_000;
  private static final int IN_FLIGHT = 64;
  private static final String ECHO_JSON = "bench.json";

  static final Endpoint<Speech, Speech> ECHO =
      new Endpoint<>("bench.record", Speech.class, Speech.class);

  private BusHopBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    CallContext.prepare();
    if (arguments.length == 2) {
      Vertx other =
          TwoJvmsTest.clustered(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
      serve(other);
      return;
    }
    out.printf("payload: %d bytes as JSON%n", json().encode().length());
    Vertx local = Vertx.vertx();
    MessageCatalogue.all().registerOn(local.eventBus());
    serve(local);
    run("one process", local, out);
    local.close().await();

    int here = freePort();
    Vertx near = TwoJvmsTest.clustered(here, here);
    Process far = start(freePort(), here);
    try {
      awaitFar(near);
      run("two processes", near, out);
    } finally {
      far.destroyForcibly();
      near.close().await();
    }
  }

  private static void serve(Vertx vertx) {
    ECHO.serve(vertx.eventBus(), Future::succeededFuture).completion().await();
    vertx
        .eventBus()
        .<JsonObject>consumer(ECHO_JSON, message -> message.reply(message.body()))
        .completion()
        .await();
  }

  private static void run(String where, Vertx vertx, PrintStream out) throws Exception {
    Speech record = record();
    JsonObject json = json();
    Supplier<Future<?>> asRecord = () -> ECHO.ask(vertx.eventBus(), record);
    Supplier<Future<?>> asJson = () -> vertx.eventBus().request(ECHO_JSON, json);
    for (int round = 0; round < 3; round++) {
      report(where + ", record", vertx, asRecord, out);
      report(where + ", JsonObject", vertx, asJson, out);
    }
  }

  private static void report(String name, Vertx vertx, Supplier<Future<?>> call, PrintStream out)
      throws Exception {
    many(vertx, call, WARM_UP);
    long[] nanos = single(vertx, call);
    Arrays.sort(nanos);
    long begun = System.nanoTime();
    many(vertx, call, MANY);
    double perSecond = MANY * 1e9 / (System.nanoTime() - begun);
    out.printf(
        "%-28s p50 %6.1f µs   p99 %7.1f µs   %,9.0f /s with %d in flight%n",
        name, nanos[SINGLE / 2] / 1e3, nanos[SINGLE * 99 / 100] / 1e3, perSecond, IN_FLIGHT);
  }

  /** One at a time, from an event loop, so that no thread hand-over is measured. */
  private static long[] single(Vertx vertx, Supplier<Future<?>> call) throws Exception {
    long[] nanos = new long[SINGLE];
    Promise<Void> done = Promise.promise();
    vertx.runOnContext(go -> next(call, nanos, 0, done));
    done.future().await(5, TimeUnit.MINUTES);
    return nanos;
  }

  private static void next(Supplier<Future<?>> call, long[] nanos, int index, Promise<Void> done) {
    if (index == nanos.length) {
      done.complete();
      return;
    }
    long begun = System.nanoTime();
    call.get()
        .onFailure(done::tryFail)
        .onSuccess(
            reply -> {
              nanos[index] = System.nanoTime() - begun;
              next(call, nanos, index + 1, done);
            });
  }

  private static void many(Vertx vertx, Supplier<Future<?>> call, int count) throws Exception {
    Promise<Void> done = Promise.promise();
    AtomicInteger left = new AtomicInteger(count);
    AtomicInteger answered = new AtomicInteger(count);
    vertx.runOnContext(
        go -> {
          for (int i = 0; i < IN_FLIGHT; i++) {
            pump(call, left, answered, done);
          }
        });
    done.future().await(5, TimeUnit.MINUTES);
  }

  private static void pump(
      Supplier<Future<?>> call, AtomicInteger left, AtomicInteger answered, Promise<Void> done) {
    if (left.getAndDecrement() <= 0) {
      return;
    }
    call.get()
        .onFailure(done::tryFail)
        .onSuccess(
            reply -> {
              if (answered.decrementAndGet() == 0) {
                done.complete();
              }
              pump(call, left, answered, done);
            });
  }

  private static Speech record() {
    List<WordTiming> words = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      words.add(new WordTiming("word" + i, i * 6, i * 6 + 5, i * 0.4, i * 0.4 + 0.35));
    }
    return new Speech(
        new Blob("ab".repeat(32), 480_044, "audio/wav"),
        4.2,
        words,
        "mary:cmu-slt-hsmm",
        "mary",
        Speech.TimingSource.EXACT);
  }

  private static JsonObject json() {
    Speech speech = record();
    JsonArray words = new JsonArray();
    for (WordTiming word : speech.words()) {
      words.add(
          new JsonObject()
              .put("text", word.text())
              .put("from", word.from())
              .put("to", word.to())
              .put("start", word.start())
              .put("end", word.end()));
    }
    return new JsonObject()
        .put(
            "audio",
            new JsonObject()
                .put("key", speech.audio().key())
                .put("size", speech.audio().size())
                .put("mediaType", speech.audio().mediaType()))
        .put("seconds", speech.seconds())
        .put("words", words)
        .put("voice", speech.voice())
        .put("provider", speech.provider())
        .put("timing", speech.timing().name());
  }

  private static void awaitFar(Vertx vertx) {
    vertx
        .eventBus()
        .request(ECHO_JSON, new JsonObject())
        .recover(cause -> vertx.timer(50).map(tick -> null))
        .await();
    if (vertx.eventBus().request(ECHO_JSON, new JsonObject()).otherwiseEmpty().await() == null) {
      awaitFar(vertx);
    }
  }

  private static Process start(int port, int first) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            BusHopBenchmark.class.getName(),
            Integer.toString(port),
            Integer.toString(first))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
