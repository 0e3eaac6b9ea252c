package io.moneyprinter.launcher.node;

import com.hazelcast.cluster.MembershipAdapter;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import io.moneyprinter.launcher.settings.ClusterConfig;
import io.moneyprinter.platform.discovery.Discovery;
import io.moneyprinter.platform.node.NodeInfo;
import io.vertx.core.spi.cluster.ClusterManager;
import io.vertx.spi.cluster.hazelcast.ConfigUtil;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This node as a member of a Hazelcast cluster. */
final class Cluster {
  private static final String HMAC = "HmacSHA256";

  private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

  /** Member attribute by which the others know our node id. */
  private static final String NODE_ATTRIBUTE = "moneyprinter.node";

  /** A host that falls silent is given up after this; a closed socket is noticed at once. */
  private static final String SILENCE_SECONDS = "15";

  /** How long members that come at once are gathered before any is let in. */
  private static final String GATHER_SECONDS = "1";

  private final HazelcastClusterManager manager;

  Cluster(ClusterConfig wanted, NodeInfo info) {
    Config config = ConfigUtil.loadConfig();
    config.setClusterName(memberName(wanted));
    config.getMemberAttributeConfig().setAttribute(NODE_ATTRIBUTE, info.id());
    config.setProperty("hazelcast.logging.type", "slf4j");
    config.setProperty("hazelcast.shutdownhook.enabled", "false");
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.max.no.heartbeat.seconds", SILENCE_SECONDS);
    config.setProperty("hazelcast.socket.bind.any", "false");
    config.setProperty("hazelcast.wait.seconds.before.join", GATHER_SECONDS);
    config.getNetworkConfig().setPort(wanted.port()).setPortAutoIncrement(false);
    config.getNetworkConfig().setPublicAddress(wanted.host() + ":" + wanted.port());
    config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface(wanted.host());
    JoinConfig join = config.getNetworkConfig().getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true).setMembers(wanted.members());
    this.manager = new HazelcastClusterManager(config);
  }

  ClusterManager manager() {
    return manager;
  }

  /**
   * The name that members show one another when they join. With a secret it holds
   * HMAC-SHA256(secret, name), which who does not know the secret cannot show. It travels in the
   * clear, because TLS between members is not part of the open-source Hazelcast.
   */
  static String memberName(ClusterConfig wanted) {
    return wanted
        .secret()
        .map(secret -> wanted.name() + "-" + digest(secret, wanted.name()))
        .orElse(wanted.name());
  }

  private static String digest(String secret, String name) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
      return HexFormat.of().formatHex(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java knows " + HMAC, e);
    }
  }

  /**
   * Withdraws what a member that died had published, so that nobody goes on asking it.
   *
   * @param gone is told its id
   */
  void watch(Discovery discovery, Consumer<String> gone) {
    manager
        .getHazelcastInstance()
        .getCluster()
        .addMembershipListener(
            new MembershipAdapter() {
              @Override
              public void memberRemoved(MembershipEvent event) {
                String node = event.getMember().getAttribute(NODE_ATTRIBUTE);
                if (node != null) {
                  LOG.info("Node {} left", node);
                  gone.accept(node);
                  discovery
                      .forget(node)
                      .onFailure(e -> LOG.warn("Records of node {} are left over", node, e));
                }
              }
            });
  }
}
