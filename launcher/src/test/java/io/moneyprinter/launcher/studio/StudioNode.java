package io.moneyprinter.launcher.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.launcher.Program;
import io.moneyprinter.launcher.VideoApi;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.testsupport.Browser;
import io.moneyprinter.testsupport.Ports;
import io.moneyprinter.testsupport.ProviderStub;
import io.moneyprinter.testsupport.TestFolders;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A whole node with a language model ({@link Writer}) and a browser, started once for all tests of
 * the studio in this process; each test begins with a browser that remembers nothing. What tests
 * make on the node stays there: they look for their own by name. What would change it for all, such
 * as the first account, is for a node of its own.
 */
final class StudioNode
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  /** For all classes of this process: a store of JUnit's would be closed after each of them. */
  private static Running shared;

  private final boolean own;
  private Running running;

  /** The one that all tests of this process share. */
  StudioNode() {
    this(false);
  }

  private StudioNode(boolean own) {
    this.own = own;
  }

  /** For the tests of one class. */
  static StudioNode ofItsOwn() {
    return new StudioNode(true);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Optional<Path> program = Browser.installed();
    // On a developer's machine the tests are left out, visibly; in CI they must run.
    assertThat(program.isPresent() || System.getenv("CI") == null).as("CI has a browser").isTrue();
    Assumptions.assumeTrue(program.isPresent(), "No browser is installed");
    running = own ? Running.start(program.get()) : shared(program.get());
  }

  private static synchronized Running shared(Path program) {
    if (shared == null) {
      Running started = Running.start(program);
      Runtime.getRuntime().addShutdownHook(new Thread(started::close, "studio-close"));
      shared = started;
    }
    return shared;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    browser().closeTabs(); // one that is logged in would tell the next
    browser().tab();
    browser().forget(origin());
    browser().size(1280, 900);
  }

  /** No page may have thrown, nor tried what the content policy forbids. */
  @Override
  public void afterEach(ExtensionContext context) {
    if (context.getExecutionException().isEmpty()) {
      assertThat(browser().complaints().stream().filter(StudioNode::ours)).isEmpty();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (own && running != null) {
      running.close();
    }
  }

  /**
   * Neither an answer such as 404 or a network that a test took away, nor the browser's advice; nor
   * that it lets a page not ask before it is left that nobody has touched but a script.
   */
  private static boolean ours(String complaint) {
    return !complaint.contains("\"source\":\"network\"")
        && !complaint.contains("\"level\":\"verbose\"")
        && !complaint.contains("'beforeunload' confirmation panel");
  }

  Browser browser() {
    return running.browser;
  }

  VideoApi api() {
    return running.api;
  }

  /** A server on this machine, which the node may speak to. */
  ProviderStub server() {
    return new ProviderStub(running.vertx);
  }

  /** Such as {@code http://127.0.0.1:12345}. */
  String origin() {
    return "http://127.0.0.1:" + running.port;
  }

  /** Opens a page and waits until it is shown. */
  void open(String address) {
    browser().open(origin() + address);
    browser().await("document.querySelector('#stage > *')?.updateComplete");
  }

  private record Running(
      Path home, Program node, int port, VideoApi api, Vertx vertx, Browser browser) {
    static Running start(Path program) {
      try {
        Path home = TestFolders.make("studio");
        int port = Ports.free();
        Vertx vertx = Vertx.vertx();
        Program node =
            Program.start(
                home,
                Map.of(),
                "start",
                "--set",
                "gateway.http.port=" + port,
                "--set",
                "monitoring.port=0",
                "--set",
                "content.llm.base-url=" + new Writer(vertx).address(),
                "--set",
                "content.llm.model=writer",
                "--set",
                "notification.webhooks.private-hosts=127.0.0.1");
        VideoApi api = new VideoApi(port);
        api.awaitReady(node);
        return new Running(home, node, port, api, vertx, new Browser(vertx, program));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    /**
     * Surefire ends this process after 30 s, done or not: a node that is slow to stop is killed.
     */
    void close() {
      node.terminate();
      browser.close();
      try {
        if (!node.ends(10)) {
          node.kill();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      vertx.close();
      DataFolder.delete(home);
    }
  }
}
