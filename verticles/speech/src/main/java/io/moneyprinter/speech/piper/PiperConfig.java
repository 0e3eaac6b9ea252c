package io.moneyprinter.speech.piper;

import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;
import java.util.Optional;

/** Where Piper and its voices are. */
public record PiperConfig(
    @Setting(
            doc =
                "The program, by name or path; it is a program of its own (MIT or GPL), and not"
                    + " carried",
            value = "piper")
        String program,
    @Setting(
            doc =
                "Folder with voices, each NAME.onnx with NAME.onnx.json beside it; absent for the"
                    + " folder voices in the data folder")
        Optional<String> folder,
    @Setting(doc = "How long one piece of speech may take", value = "60s") Duration timeout) {}
