package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.video.MaterialsBrief;
import io.moneyprinter.materials.source.made.PainterConfig;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.platform.settings.Setting;
import io.moneyprinter.platform.web.PublicFetch;
import io.moneyprinter.platform.web.PublicHosts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where pictures and clips come from that are not the user's own. */
public record SourcesConfig(
    @Setting(
            doc =
                "Sources that are asked for a scene which no file of the user's fits, in this order:"
                    + " library, pexels, pixabay, coverr, wikimedia, openverse, nasa, archive,"
                    + " openai-images, stability, comfyui. Absent for the library and the next three"
                    + " as far as they have a key; a brief may say otherwise.")
        List<String> order,
    @Setting(doc = "Longest wait for a source's answer to one search", value = "15s")
        Duration timeout,
    @Setting(doc = "Longest time for all searches and downloads of one video", value = "4m")
        Duration total,
    @Setting(doc = "Longest download of one file", value = "90s") Duration downloadTimeout,
    @Setting(doc = "Largest file that is taken from a source", value = "200MB")
        DataSize maxFileSize,
    @Setting(
            doc = "How long a source's answer is kept rather than asked for again; 0s for never",
            value = "1d")
        Duration cache,
    @Setting(
            doc =
                "Whether pictures are taken whose licence asks that the video be published under the"
                    + " same licence (CC BY-SA)",
            value = "false")
        boolean shareAlike,
    @Setting(
            doc =
                "How the owner of this installation is reached, an e-mail or web address; told to"
                    + " sources, as Wikimedia asks")
        Optional<String> contact,
    @Setting(
            doc =
                "Hosts that files may be fetched from although they are not on the public internet")
        List<String> privateHosts,
    @Setting(doc = "Pexels") SourceConfig pexels,
    @Setting(doc = "Pixabay") SourceConfig pixabay,
    @Setting(doc = "Coverr") SourceConfig coverr,
    @Setting(doc = "Wikimedia Commons, which needs no key") SourceConfig wikimedia,
    @Setting(doc = "Openverse, which needs no key") SourceConfig openverse,
    @Setting(doc = "NASA's image and video library, which needs no key") SourceConfig nasa,
    @Setting(doc = "The Internet Archive, which needs no key") SourceConfig archive,
    @Setting(doc = "OpenAI's images, or a server that speaks like it") PainterConfig openaiImages,
    @Setting(doc = "Stability AI") PainterConfig stability,
    @Setting(doc = "ComfyUI, run by yourself") PainterConfig comfyui) {
  public SourcesConfig {
    order = List.copyOf(order);
    privateHosts = List.copyOf(privateHosts);
    contact = contact.map(String::strip).filter(text -> !text.isEmpty());
    for (String name : order) {
      if (!MaterialsBrief.SOURCES.contains(name)) {
        throw new IllegalArgumentException(
            "order: there is no source '%s'; it takes any of %s"
                .formatted(name, MaterialsBrief.SOURCES));
      }
    }
  }

  /** What the program calls itself at sources. */
  public String agent() {
    return "moneyprinter/0.1" + contact.map(address -> " (" + address + ")").orElse("");
  }

  /** The hosts that files may be fetched from. */
  public PublicHosts hosts() {
    return new PublicHosts(PublicFetch.hosts(privateHosts), "materials.sources.private-hosts");
  }

  /** As it is where nothing is set: no source has a key. */
  public static SourcesConfig usual() {
    return new SourcesConfig(
        List.of(),
        Duration.ofSeconds(15),
        Duration.ofMinutes(4),
        Duration.ofSeconds(90),
        DataSize.parse("200MB"),
        Duration.ofDays(1),
        false,
        Optional.empty(),
        List.of(),
        SourceConfig.keyless(),
        SourceConfig.keyless(),
        SourceConfig.keyless(),
        SourceConfig.keyless(),
        SourceConfig.keyless(),
        SourceConfig.keyless(),
        SourceConfig.keyless(),
        PainterConfig.unset(),
        PainterConfig.unset(),
        PainterConfig.unset());
  }
}
