package io.moneyprinter.materials;

import io.moneyprinter.materials.meaning.EmbeddingsConfig;
import io.moneyprinter.materials.music.library.MusicConfig;
import io.moneyprinter.materials.source.SourcesConfig;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.platform.settings.Setting;

/** Settings of the materials service. */
public record MaterialsConfig(
    @Setting(
            doc = "Most pictures and clips that one imported folder may hold, 1 to 10000",
            value = "500",
            min = 1,
            max = 10000)
        int maxFiles,
    @Setting(
            doc = "Largest picture, clip or sound that is taken from a folder or an upload",
            value = "2GB")
        DataSize maxFileSize,
    @Setting(
            doc =
                "How well a file of a collection has to fit a scene to be shown there, 0 (anything"
                    + " with one word in common) to 1; below it the picture is drawn",
            value = "0.3",
            min = 0,
            max = 1)
        double threshold,
    @Setting(doc = "Pictures and clips of others") SourcesConfig sources,
    @Setting(doc = "A service that tells what texts mean, to match clips by meaning too")
        EmbeddingsConfig embeddings,
    MusicConfig music,
    LibraryConfig library) {}
