package io.moneyprinter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.testsupport.TestNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Many readers of live events at one gateway: what each costs in memory, and how long an event
 * takes from being published on the bus to the reader's program, which runs in another process on
 * the same machine, over WebSocket and as server-sent events. Other events go before those that are
 * measured, so that both programs are compiled by then. Prints Markdown.
 */
@EnabledIfSystemProperty(named = "gateway.benchmark.readers", matches = "[1-9]\\d*")
class LiveBenchmark {
  private static final int ACTIVE = 500;
  private static final int EVENTS = 100;
  private static final int TO_WARM_UP = 300;
  private static final long PAUSE_MILLIS = 50;

  @RegisterExtension final TestNode test = TestNode.plain();

  @Test
  void measure() throws Exception {
    int idle = Integer.getInteger("gateway.benchmark.readers");
    String most = Integer.toString(idle + 2 * ACTIVE);
    RunningGateway gateway =
        RunningGateway.start(
            test.node(), TestConfig.with("events.sockets", most, "events.streams", most));
    String job = gateway.createVideo();
    long heapBefore = heap();
    long residentBefore = resident();
    Process readers =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                LiveReaders.class.getName(),
                Integer.toString(gateway.port()),
                job,
                Integer.toString(idle),
                Integer.toString(ACTIVE))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader told =
        new BufferedReader(
            new InputStreamReader(readers.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(told.readLine()).isEqualTo("idle");
      double heap = (heap() - heapBefore) / 1024.0 / idle;
      double resident = (resident() - residentBefore) / 1024.0 / idle;
      next(readers);
      assertThat(told.readLine()).isEqualTo("ready");
      publish(gateway, job, JobEvent.Type.STEP_STARTED, TO_WARM_UP);
      publish(gateway, job, JobEvent.Type.STEP_PROGRESS, EVENTS);
      next(readers);
      String sockets = told.readLine();
      String streams = told.readLine();
      System.out.printf(
          "%d idle WebSockets: %.1f KB of heap and %.1f KB of resident memory each%n",
          idle, heap, resident);
      System.out.printf(
          "%n| %d events, one every %d ms, to | arrived | p50 ms | p99 ms | longest ms |%n",
          EVENTS, PAUSE_MILLIS);
      System.out.println("| --- | --- | --- | --- | --- |");
      row(ACTIVE / 2, "WebSockets", sockets);
      row(ACTIVE - ACTIVE / 2, "streams of server-sent events", streams);
    } finally {
      readers.destroy();
    }
  }

  private static void row(int readers, String way, String told) {
    String[] figures = told.split(" ");
    System.out.printf(
        "| %d %s | %s | %.1f | %.1f | %.1f |%n",
        readers, way, figures[0], millis(figures[1]), millis(figures[2]), millis(figures[3]));
    assertThat(Integer.parseInt(figures[0])).isGreaterThanOrEqualTo(EVENTS * readers);
  }

  private static double millis(String micros) {
    return Integer.parseInt(micros) / 1000.0;
  }

  private static void next(Process readers) throws IOException {
    readers.getOutputStream().write('\n');
    readers.getOutputStream().flush();
  }

  /** At a steady pace, and a while for the last one to arrive. */
  private void publish(RunningGateway gateway, String job, JobEvent.Type type, int events)
      throws InterruptedException {
    CountDownLatch done = new CountDownLatch(events + 40);
    long timer =
        test.vertx()
            .setPeriodic(
                PAUSE_MILLIS,
                tick -> {
                  if (done.getCount() > 40) {
                    gateway.services.emit(job, type, "segments", "Drawing the pictures");
                  }
                  done.countDown();
                });
    done.await();
    test.vertx().cancelTimer(timer);
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** Bytes of memory that the process has, by Linux. */
  private static long resident() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
