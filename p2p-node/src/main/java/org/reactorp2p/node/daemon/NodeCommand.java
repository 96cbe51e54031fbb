/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.daemon;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.core.transport.tcp.TcpConfig;
import org.reactorp2p.core.transport.tcp.TcpTransport;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.core.wire.WireLimits;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.node.cli.ExitStatus;
import org.reactorp2p.node.cli.P2p;
import org.reactorp2p.node.cli.StopSignal;
import org.reactorp2p.node.cli.Subcommand;
import org.reactorp2p.node.config.AccessOptions;
import org.reactorp2p.node.config.BandwidthOptions;
import org.reactorp2p.node.config.BoxSetting;
import org.reactorp2p.node.config.GossipOptions;
import org.reactorp2p.node.config.HandshakeOptions;
import org.reactorp2p.node.config.HostPort;
import org.reactorp2p.node.config.HostPortConverter;
import org.reactorp2p.node.config.LimitOptions;
import org.reactorp2p.node.config.MaintenanceOptions;
import org.reactorp2p.node.config.PeerOption;
import org.reactorp2p.node.config.PeerOptionConverter;
import org.reactorp2p.node.config.StoreOptions;
import org.reactorp2p.node.config.TaggedHexConverter;
import org.reactorp2p.node.console.Console;
import org.reactorp2p.node.console.NodeVocabulary;
import org.reactorp2p.node.daemon.Conduct.Answer;
import org.reactorp2p.node.journal.Entry;
import org.reactorp2p.node.journal.Journal;
import org.reactorp2p.node.journal.JournalFormat;
import org.reactorp2p.pool.AccessConfig;
import org.reactorp2p.pool.BookKeeping;
import org.reactorp2p.pool.Environment;
import org.reactorp2p.pool.NetworkConfig;
import org.reactorp2p.pool.P2pNetwork;
import org.reactorp2p.pool.store.DataDirectory;
import org.reactorp2p.pool.store.PeerBookException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import reactor.core.Exceptions;
import reactor.core.scheduler.Schedulers;

/** {@code ./p2p node}: runs one node until Ctrl-C or SIGTERM. */
@Command(
    name = "node",
    header = "Runs a node and says what happens to it, one line per event.",
    description = {
      "Listens, dials, or both, and runs until Ctrl-C or SIGTERM, which end it politely. Messages"
          + " are not interpreted; each one that comes is shown by its tag, the length of its body"
          + " in bytes, and the body's SHA-256.",
      "",
      "While it runs it takes commands on standard input, one per line; 'help' shows them. In the"
          + " background of a terminal, add '</dev/null'.",
      "",
      "For a first look, let two nodes greet each other on this machine:",
      "  ./p2p node --listen 127.0.0.1:9732 --required-difficulty 0",
      "  ./p2p node --peer 127.0.0.1:9732 --required-difficulty 0 --send 0x10:c0ffee"
    })
public final class NodeCommand implements Subcommand {

  /** Beyond what the network allows itself for stopping. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final int LARGEST_BODY = WireLimits.MAX_MESSAGE_LENGTH - 6;

  @Spec private CommandSpec spec;
  @ParentCommand private P2p p2p;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      converter = HostPortConverter.class,
      description = "Where to accept connections; port 0 takes any free one.")
  private @Nullable HostPort listen;

  @Option(
      names = "--peer",
      paramLabel = "HOST:PORT[#ID]",
      converter = PeerOptionConverter.class,
      description =
          "A peer to dial, again and again until connected; a peer id after # is the only one"
              + " accepted there. May be repeated.")
  private List<PeerOption> peers = List.of();

  @Option(
      names = "--identity",
      paramLabel = "FILE",
      description =
          "Who we are: a file made by './p2p identity generate' or by Octez. Without it the one in"
              + " the data directory, made if there is none; or, without that, a new one that is"
              + " forgotten at the end.")
  private @Nullable Path identity;

  @Mixin private HandshakeOptions handshake = new HandshakeOptions();

  @Mixin private LimitOptions limits = new LimitOptions();

  @Mixin private MaintenanceOptions maintenance = new MaintenanceOptions();

  @Mixin private AccessOptions access = new AccessOptions();

  @Mixin private BandwidthOptions bandwidth = new BandwidthOptions();

  @Mixin private GossipOptions gossip = new GossipOptions();

  @Mixin private StoreOptions store = new StoreOptions();

  @Option(
      names = "--send",
      paramLabel = "TAG:HEX",
      converter = TaggedHexConverter.class,
      description =
          "A message to send on each new connection: tag and body in hex. May be repeated.")
  private List<RawMessage> greetings = List.of();

  @Option(
      names = "--echo",
      showDefaultValue = Visibility.NEVER,
      description = "Send every message back as it came.")
  private boolean echo;

  @Option(
      names = "--json",
      showDefaultValue = Visibility.NEVER,
      description = "Write one JSON object per line, for machines.")
  private boolean json;

  @Option(
      names = "--quit-at-end-of-input",
      showDefaultValue = Visibility.NEVER,
      description = "Stop when standard input ends, for scripts. Otherwise its end means nothing.")
  private boolean quitAtEnd;

  @Override
  public Integer call() {
    if (listen == null && peers.isEmpty()) {
      throw new BadInputException(
          "a node needs somebody to talk to: give --listen HOST:PORT, --peer HOST:PORT, or both");
    }
    NetworkConfig config = config();
    Optional<DataDirectory> data = store.open();
    TcpTransport transport = TcpTransport.create(TcpConfig.defaults());
    try (Identity who = new Owner(handshake.requiredDifficulty()).identity(identity, data)) {
      Environment environment = BoxSetting.apply(p2p.box(), Environment.over(transport));
      run(networkOf(who, config, data.map(store::bookKeeping), environment));
    } finally {
      transport.disposeLater().block();
      data.ifPresent(DataDirectory::close);
    }
    return ExitStatus.OK;
  }

  private NetworkConfig config() {
    NetworkConfig config =
        NetworkConfig.of(handshake.chain())
            .withHandshake(handshake.toConfig())
            .withAnnouncement(handshake.toAnnouncement())
            .withWire(handshake.toLimits())
            .withMemory(store.toConfig().withDelays(maintenance.toDelays()))
            .withExchange(gossip.exchange())
            .withSwap(gossip.swap())
            .withBandwidth(bandwidth.toLimits());
    try {
      AccessConfig rules =
          access.toConfig(InstantSource.system().instant()).withVisitors(handshake.visitors());
      config =
          config
              .withLimits(limits.toConfig())
              .withMaintenance(maintenance.toConfig(limits.toConfig().maxConnections()))
              .withAccess(rules.withPerAddress(limits.perAddress()));
      config = gossip.beacon().map(config::withBeacon).orElse(config);
      NetworkConfig heard = listen == null ? config : config.withListen(listen.resolve());
      return heard.withPeers(peers.stream().map(PeerOption::resolve).toList());
    } catch (IllegalArgumentException contradiction) {
      throw BadInputException.of(contradiction);
    }
  }

  private static P2pNetwork<RawMessage, ?, ?> networkOf(
      Identity who, NetworkConfig config, Optional<BookKeeping> book, Environment environment) {
    try {
      var builder =
          P2pNetwork.builder(
                  RawMessage.codec(LARGEST_BODY), who, config.handshake().chainName(), environment)
              .config(config);
      return book.map(builder::peerBook).orElse(builder).build();
    } catch (IllegalArgumentException unfit) {
      throw BadInputException.of(unfit);
    }
  }

  /** The input of a daemon is often empty from the start. */
  private static void goOn() {}

  private void run(P2pNetwork<RawMessage, ?, ?> network) {
    Journal journal =
        new Journal(
            spec.commandLine().getOut(),
            json ? JournalFormat.JSON : JournalFormat.TEXT,
            InstantSource.system());
    Conduct conduct = new Conduct(greetings, echo ? Answer.ECHO : Answer.NONE);
    Console console =
        new Console(
            p2p.in(),
            NodeVocabulary.of(network),
            journal,
            quitAtEnd ? network::stop : NodeCommand::goOn);
    StopSignal signal = StopSignal.listen(PATIENCE, ExitStatus.OK, network::stop);
    try {
      journal.write(
          Entry.of("started")
              .with("peer", network.peerId().toString())
              .with("chain", handshake.chain().toString())
              .with("box", p2p.box().toString())
              .with("bandwidth", network.bandwidth().limits().toString())
              .with("bounds", network.maintenance().bounds().toString())
              .with("memory-per-connection", network.memoryFormula()));
      new Daemon(network, conduct, journal, console::start, Schedulers.boundedElastic())
          .run()
          .block();
      journal.write(Entry.of("stopped"));
    } catch (LinkException refused) {
      throw BadInputException.of(refused);
    } catch (RuntimeException failed) {
      throw Exceptions.unwrap(failed) instanceof PeerBookException unusable
          ? BadInputException.of(unusable)
          : failed;
    } finally {
      signal.close();
    }
  }
}
