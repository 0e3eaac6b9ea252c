package io.moneyprinter.launcher.settings;

import io.moneyprinter.platform.settings.Setting;
import java.util.List;

/** How nodes find one another. */
public record ClusterConfig(
    @Setting(doc = "Whether this node joins others", value = "false") boolean enabled,
    @Setting(doc = "Only nodes of the same name join", value = "moneyprinter") String name,
    @Setting(doc = "Address of this node that the others can reach", value = "127.0.0.1")
        String host,
    @Setting(
            doc = "Port that members talk on; keep it off public networks",
            value = "5701",
            min = 1,
            max = 65535)
        int port,
    @Setting(doc = "Members to look for, host:port", value = "127.0.0.1:5701")
        List<String> members) {}
