package io.moneyprinter.launcher.cli;

import io.moneyprinter.launcher.certificates.ClusterCertificates;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code moneyprinter certificates}. */
@Command(
    name = "certificates",
    mixinStandardHelpOptions = true,
    description = {
      "Makes an authority for a cluster, a certificate for each of its nodes, and its secret.",
      "Run it again with other hosts to add nodes, or with the same ones to renew theirs."
    },
    footer = {
      "",
      "Example:",
      "  moneyprinter certificates --out certificates --hosts 10.0.0.1,10.0.0.2"
    })
public final class CertificatesCommand implements Callable<Integer> {
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*|[0-9A-Fa-f:][0-9A-Fa-f:.]*");
  private static final int LONGEST_DAYS = 3650;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "Folder to write to; it holds secrets, so keep it off the nodes")
  private Path out;

  @Option(
      names = "--hosts",
      required = true,
      split = ",",
      paramLabel = "HOST",
      description = "Addresses or names of the nodes (cluster.host of each), separated by commas")
  private List<String> hosts = new ArrayList<>();

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      defaultValue = "825",
      description = "How long the nodes' certificates are valid, 1 to 3650 (default: 825)")
  private int days;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    for (String host : hosts) {
      if (!HOST.matcher(host).matches() || host.equals("authority")) {
        throw new ParameterException(
            spec.commandLine(), "'" + host + "' is no host name or address of a node");
      }
    }
    if (days < 1 || days > LONGEST_DAYS) {
      throw new ParameterException(
          spec.commandLine(), "--days goes from 1 to " + LONGEST_DAYS + ", unlike " + days);
    }
    ClusterCertificates certificates = new ClusterCertificates(out.toAbsolutePath(), days);
    certificates.make(hosts);
    PrintWriter print = spec.commandLine().getOut();
    print.println("Made certificates of " + hosts.size() + " nodes in " + out);
    print.println("For each node:");
    print.println("  · copy the folder of its name to 'certificates' in its installation;");
    print.println("  · export CLUSTER_SECRET with the text of " + certificates.secret() + ".");
    print.println(
        "Keep " + out.resolve("authority") + " where no node can read it: it lets nodes in.");
    print.flush();
    return 0;
  }
}
