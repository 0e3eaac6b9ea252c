package io.moneyprinter.launcher.cli;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.gateway.GatewayConfig;
import io.moneyprinter.gateway.HttpConfig;
import io.moneyprinter.launcher.client.NodeClient;
import io.moneyprinter.launcher.client.UploadClient;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which running node a command talks to. */
final class NodeOptions {
  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "${env:MONEYPRINTER_URL}",
      description =
          "Where the node answers (default: $$MONEYPRINTER_URL, else gateway.http.host and .port)")
  private URI url;

  @Option(
      names = "--api-key",
      paramLabel = "KEY",
      defaultValue = "${env:MONEYPRINTER_API_KEY}",
      description = "Who is asking, where that is wanted (default: $$MONEYPRINTER_API_KEY)")
  private String apiKey;

  @Mixin private InstallationOptions options = new InstallationOptions();

  NodeClient client() {
    return new NodeClient(node(), key());
  }

  UploadClient uploads() {
    return new UploadClient(node(), key());
  }

  /** A variable that is set to nothing, as scripts leave them, says nothing. */
  private Optional<String> key() {
    return Optional.ofNullable(apiKey).filter(key -> !key.isBlank());
  }

  private URI node() {
    if (url == null || url.toString().isEmpty()) {
      return configured();
    }
    if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
      throw ServiceFailure.invalid(
          "/url", "An address begins with http:// or https://, such as http://localhost:8000");
    }
    return url;
  }

  private URI configured() {
    HttpConfig gateway = options.group(GatewayConfig.class, "gateway").http();
    String host = gateway.host().equals("0.0.0.0") ? "127.0.0.1" : gateway.host();
    return URI.create("http://" + host + ":" + gateway.port());
  }
}
