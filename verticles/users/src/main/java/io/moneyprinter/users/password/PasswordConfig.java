package io.moneyprinter.users.password;

import io.moneyprinter.platform.settings.Setting;

/** How dear it is to guess a password (RFC 9106). The defaults are those of OWASP for Argon2id. */
public record PasswordConfig(
    @Setting(
            doc = "Memory that hashing one password takes, in KiB.",
            value = "19456",
            min = 1_024,
            max = 1_048_576)
        int memory,
    @Setting(doc = "How often that memory is gone through.", value = "2", min = 1, max = 20)
        int iterations,
    @Setting(doc = "Fewest characters of a new password.", value = "10", min = 8, max = 64)
        int minimumLength) {}
