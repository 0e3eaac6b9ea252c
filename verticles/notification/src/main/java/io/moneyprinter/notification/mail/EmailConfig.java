package io.moneyprinter.notification.mail;

import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;
import java.util.Optional;

/** What an operator decides about e-mails to people; the mail server is users.smtp. */
public record EmailConfig(
    @Setting(
            doc =
                "Where e-mails to the owner of a one-machine installation go while the owner's"
                    + " account has no address.")
        Optional<String> ownerAddress,
    @Setting(
            doc =
                "Pause before an e-mail that could not be sent is tried again; then twice as long.",
            value = "1m")
        Duration firstPause) {}
