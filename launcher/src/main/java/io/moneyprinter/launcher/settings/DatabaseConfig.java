package io.moneyprinter.launcher.settings;

import io.moneyprinter.platform.settings.Setting;
import java.util.List;

/** Where PostgreSQL is. */
public record DatabaseConfig(
    @Setting(
            doc =
                "embedded: a PostgreSQL of our own under the data folder; external: the server below",
            value = "embedded")
        EngineMode mode,
    @Setting(doc = "Host name of the external server", value = "127.0.0.1") String host,
    @Setting(doc = "Port of the external server", value = "5432", min = 1, max = 65535) int port,
    @Setting(doc = "User that may create databases", value = "moneyprinter") String user,
    @Setting(doc = "The user's password", secret = true) String password,
    @Setting(doc = "Read replicas, host:port; empty to read from the server itself")
        List<String> readers,
    @Setting(doc = "Databases are called <prefix>_<service>", value = "moneyprinter") String prefix,
    @Setting(
            doc = "Most connections to each service's database from one node",
            value = "6",
            min = 1,
            max = 200)
        int poolSize) {}
