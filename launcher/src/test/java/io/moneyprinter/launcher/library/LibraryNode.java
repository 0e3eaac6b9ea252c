package io.moneyprinter.launcher.library;

import static io.moneyprinter.testsupport.Answers.answer;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.users.Authenticate;
import io.moneyprinter.codecs.users.Caller;
import io.moneyprinter.codecs.users.UsersMessages;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.gateway.GatewayConfig;
import io.moneyprinter.gateway.GatewayVerticle;
import io.moneyprinter.materials.LibraryConfig;
import io.moneyprinter.materials.MaterialsConfig;
import io.moneyprinter.materials.MaterialsVerticle;
import io.moneyprinter.materials.meaning.EmbeddingsConfig;
import io.moneyprinter.materials.music.library.FreesoundConfig;
import io.moneyprinter.materials.music.library.MusicConfig;
import io.moneyprinter.materials.music.library.OpenverseConfig;
import io.moneyprinter.materials.source.SourcesConfig;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.settings.ConfigTree;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.platform.settings.SettingsBinder;
import io.moneyprinter.testsupport.NodeCopy;
import io.moneyprinter.testsupport.TestEngines;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.VideoConfig;
import io.moneyprinter.video.VideoVerticle;
import io.moneyprinter.video.quality.SoundLimits;
import io.moneyprinter.video.safety.MediaLimits;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A gateway with the real materials and video services and real PostgreSQL behind it, one for all
 * test classes that ask for it. Its owner calls from this machine; {@link #OTHER} is the key of
 * another tenant.
 */
final class LibraryNode implements ExtensionContext.Store.CloseableResource {
  static final String OTHER = "mp_other000_key";
  private static final int UNKNOWN = 401;
  static final Path MEDIA = Path.of("..", "conf", "examples", "media").toAbsolutePath();
  static final long FILE_LIMIT = 4 << 20;

  private static final LibraryConfig LIBRARY =
      new LibraryConfig(
          new DataSize(64 << 20),
          8,
          Duration.ofHours(1),
          Duration.ofDays(1),
          50,
          new DataSize(16 << 20),
          100);

  private static final MusicConfig MUSIC =
      new MusicConfig(
          Optional.empty(),
          new DataSize(1 << 20),
          Duration.ofMinutes(5),
          5,
          List.of(),
          new OpenverseConfig(false, "http://127.0.0.1:1", Duration.ofSeconds(1)),
          new FreesoundConfig("http://127.0.0.1:1", Optional.empty(), Duration.ofSeconds(1)));

  final Node node;
  private final TestNode test = TestNode.withDatabases();
  private final GatewayVerticle gateway;
  private final HttpClient http = HttpClient.newHttpClient();

  private LibraryNode(TestEngines engines) {
    test.open(engines);
    node = test.node();
    UsersMessages.AUTHENTICATE.serve(
        node.vertx().eventBus(),
        asked -> {
          if (asked.kind() == Authenticate.Kind.LOCAL_OWNER) {
            return Future.succeededFuture(
                new Caller(CallContext.LOCAL_TENANT, "owner", List.of("owner"), Instant.MAX));
          }
          return asked.secret().equals(OTHER)
              ? Future.succeededFuture(new Caller("other", "them", List.of("owner"), Instant.MAX))
              : Future.failedFuture(new ServiceFailure(FailureCode.UNAUTHENTICATED, "No such key"));
        });
    VideoConfig video =
        new VideoConfig(
            Optional.empty(),
            List.of("libx264"),
            "superfast",
            21,
            2,
            1,
            Optional.empty(),
            MediaLimits.usual(),
            SoundLimits.usual());
    MaterialsConfig materials =
        new MaterialsConfig(
            10,
            new DataSize(FILE_LIMIT),
            0.3,
            SourcesConfig.usual(),
            EmbeddingsConfig.unset(),
            MUSIC,
            LIBRARY);
    gateway = gateway(node);
    answer(node.vertx().deployVerticle(new VideoVerticle(video, node)), 60);
    answer(node.vertx().deployVerticle(new MaterialsVerticle(materials, node)), 60);
    answer(node.vertx().deployVerticle(gateway));
    letIn(gateway.port());
  }

  private static GatewayVerticle gateway(Node on) {
    return new GatewayVerticle(
        SettingsBinder.bind(
            GatewayConfig.class,
            new ConfigTree()
                .put("http.port", written("0"))
                // The routes have to stand by themselves.
                .put("firewall.mode", written("off"))
                .put("http.drain", written("0ms"))
                .put("http.music-limit", written("1MB"))
                .put("uploads.minimum-free", written("0KB")),
            Map.of()),
        on);
  }

  /**
   * The port of the gateway of another node of the cluster, which has a folder of its own.
   *
   * @param folder its data folder
   */
  int neighbour(Path folder) {
    Node other = NodeCopy.of(node).with(new DataFolder(folder)).made();
    GatewayVerticle second = gateway(other);
    answer(node.vertx().deployVerticle(second));
    letIn(second.port());
    return second.port();
  }

  private static ConfigTree.Written written(String value) {
    return new ConfigTree.Written(List.of(value), false, "the test");
  }

  /**
   * Two answer for credentials here in turn: the real service, which knows the owner, and the one
   * that knows the other tenant. A gateway remembers whom it was told of.
   */
  private void letIn(int port) {
    for (String key : List.of("", OTHER)) {
      int status = UNKNOWN;
      for (int tries = 0; status == UNKNOWN && tries < 4; tries++) {
        HttpRequest.Builder request =
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/sources"));
        status = send(key.isEmpty() ? request : request.header("X-API-Key", key)).statusCode();
      }
    }
  }

  /** Gives test methods the one node. */
  static final class Extension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == LibraryNode.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
      TestEngines engines = TestEngines.of(test); // before the node, so that they outlive it
      return test.getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .getOrComputeIfAbsent(
              LibraryNode.class, key -> new LibraryNode(engines), LibraryNode.class);
    }
  }

  /** A video that was just finished, with these licences; its id. */
  String completed(String licences) {
    StagedFile file = node.blobs().stage(".json");
    try {
      Files.writeString(file.path(), licences);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Blob blob = answer(node.blobs().commit(file, "application/json", "test"));
    String id = UUID.randomUUID().toString();
    Job job =
        Job.builder(
                id,
                "local",
                RecordJson.wire().convertValue(Map.of("script", "Airships."), VideoBrief.class))
            .at(Instant.now())
            .workflow("video-generation")
            .state(JobState.COMPLETED)
            .progress(1)
            .result(
                new Publication("x", 1, List.of(new Publication.File(Publication.LICENCES, blob))))
            .build();
    OrchestrationMessages.GET_JOB.serve(
        node.vertx().eventBus(), asked -> Future.succeededFuture(job));
    OrchestrationMessages.JOB_EVENTS.publish(
        node.vertx().eventBus(),
        new JobEvent(
            id,
            "local",
            9,
            Instant.now(),
            JobEvent.Type.JOB_COMPLETED,
            JobState.COMPLETED,
            null,
            null,
            1,
            "Done"));
    return id;
  }

  int port() {
    return gateway.port();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
        .timeout(Duration.ofSeconds(60));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, HttpResponse.BodyHandlers.ofString());
  }

  <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request.build(), handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> get(String path) {
    return send(request(path));
  }

  HttpResponse<String> json(String method, String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Sends a file whole. */
  HttpResponse<String> post(String query, byte[] file) {
    return send(
        request("/v1/materials" + query)
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
  }

  static JsonNode tree(HttpResponse<String> response) {
    try {
      return RecordJson.wire().readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError(response.statusCode() + " " + response.body(), e);
    }
  }

  static byte[] media(String name) {
    try {
      return Files.readAllBytes(MEDIA.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files of the data folder but what programs were unpacked to. */
  Set<String> files() {
    return under(node.data().root());
  }

  private static Set<String> under(Path root) {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(path -> !Files.isDirectory(path))
          .map(path -> root.relativize(path).toString())
          .filter(path -> !path.startsWith("cache"))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    test.close();
  }
}
