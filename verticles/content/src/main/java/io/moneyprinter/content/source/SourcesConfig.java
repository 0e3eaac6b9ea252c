package io.moneyprinter.content.source;

import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;
import java.util.List;

/** Where scripts may be made from. */
public record SourcesConfig(
    @Setting(doc = "Longest wait for a page, its redirects included", value = "20s")
        Duration timeout,
    @Setting(doc = "Largest page that is read", value = "4MB") DataSize maxPage,
    @Setting(
            doc =
                "Hosts that pages may be fetched from although they are not on the public internet")
        List<String> privateHosts,
    @Setting(
            doc = "Address of the encyclopedia; {language} is replaced by the video's language",
            value = "https://{language}.wikipedia.org")
        String encyclopedia) {}
