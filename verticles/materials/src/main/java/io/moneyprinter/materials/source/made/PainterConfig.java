package io.moneyprinter.materials.source.made;

import io.moneyprinter.materials.source.SourceAddress;
import io.moneyprinter.platform.providers.ProviderSettings;
import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a service that makes pictures from words is reached. */
public record PainterConfig(
    @Setting(doc = "Address of the service; absent for its own, where it has one")
        Optional<String> baseUrl,
    @Setting(
            doc = "Key, or several separated by commas, written env:NAME or file:/path",
            secret = true)
        Optional<String> apiKey,
    @Setting(doc = "Model, or for ComfyUI the checkpoint's file; absent for the usual one")
        Optional<String> model,
    @Setting(
            doc = "Put behind what a scene shows",
            value = "photograph, natural light, no text, no watermark")
        String style,
    @Setting(
            doc =
                "Sizes that the service makes, such as 1024x1536; absent for those of the usual"
                    + " model. The one nearest to the canvas's shape is asked for")
        List<String> sizes,
    @Setting(
            doc =
                "ComfyUI only: a workflow's file as saved by Export (API), with %prompt%, %seed%,"
                    + " %width% and %height% where these go; absent for the one that is shipped")
        Optional<String> workflow,
    @Setting(doc = "Longest wait for one picture", value = "3m") Duration timeout) {
  public PainterConfig {
    baseUrl = SourceAddress.checked(baseUrl);
    apiKey = apiKey.map(String::strip).filter(key -> !key.isEmpty());
    model = model.map(String::strip).filter(name -> !name.isEmpty());
    workflow = workflow.map(String::strip).filter(file -> !file.isEmpty());
    sizes = List.copyOf(sizes);
    for (String size : sizes) {
      if (!size.matches("\\d{2,4}x\\d{2,4}")) {
        throw new IllegalArgumentException("sizes: write 1024x1536 or the like, not " + size);
      }
    }
  }

  /** As it is where nothing is set. */
  public static PainterConfig unset() {
    return new PainterConfig(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "photograph, natural light, no text, no watermark",
        List.of(),
        Optional.empty(),
        Duration.ofMinutes(3));
  }

  /** The keys, in turn. */
  public List<String> keys() {
    return apiKey.map(ProviderSettings::keys).orElse(List.of());
  }
}
