package io.moneyprinter.platform.mail;

import io.moneyprinter.platform.settings.Setting;
import java.util.Optional;

/** The server that letters leave by. */
public record SmtpConfig(
    @Setting(
            doc =
                "Mail server (SMTP); without one, the links of letters are written into the log"
                    + " once, for the admin.")
        Optional<String> host,
    @Setting(doc = "TCP port of the mail server.", value = "587", min = 1, max = 65_535) int port,
    @Setting(doc = "User at the mail server; without one, nobody logs in there.")
        Optional<String> user,
    @Setting(doc = "Password at the mail server.", secret = true) Optional<String> password,
    @Setting(doc = "How the connection is secured.", value = "starttls") Security security,
    @Setting(doc = "Address that letters come from.", value = "moneyprinter@localhost")
        String from) {
  /** How a connection to a mail server is secured (RFC 3207, RFC 8314). */
  public enum Security {
    /** In the clear: for a relay on the same machine. */
    NONE,
    /** Refuses a server that does not offer it. */
    STARTTLS,
    /** From the first byte. */
    TLS
  }

  public SmtpConfig {
    if (user.isPresent() != password.isPresent()) {
      throw new IllegalArgumentException("user and password belong together; set both or none");
    }
  }
}
