package dev.pitwall.testing.run;

import dev.pitwall.testing.application.Player;
import dev.pitwall.testing.conversation.Conversation;
import dev.pitwall.testing.endpoint.ModelEndpoint;
import dev.pitwall.testing.endpoint.Script;
import dev.pitwall.testing.telemetry.Item;
import dev.pitwall.testing.telemetry.Receiver;
import dev.pitwall.testing.telemetry.Telemetry;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One process that has played conversations one after the other.
 *
 * @param played what was played, by name
 * @param out the application's standard output
 * @param err its standard error, without what the agent writes
 * @param log what the agent writes
 * @param content where content was found in what was exported; empty if it stayed inside
 */
public record Performance(
    Map<String, Played> played,
    List<String> out,
    List<String> err,
    List<String> log,
    List<String> content) {

  private static final int PATIENCE_MILLIS = 60_000;

  /** Plays the conversations in a new process. */
  public static Performance of(Application application, Cell cell, List<Conversation> conversations)
      throws IOException, InterruptedException {
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ModelEndpoint endpoint = ModelEndpoint.start();
        Receiver receiver = Receiver.start();
        Fork fork = Fork.start(application, cell, receiver.url(), door.getLocalPort())) {
      List<Act> acts;
      try (Socket player = fork.accept(door)) {
        player.setSoTimeout(PATIENCE_MILLIS);
        acts = new Stage(endpoint, receiver, cell.watched()).play(player, conversations);
      } catch (IOException e) {
        throw new IOException(
            "%s: %s; the process said:\n%s"
                .formatted(cell.name(), e.getMessage(), String.join("\n", fork.errors())),
            e);
      }
      fork.awaitEnd();
      return new Performance(
          assign(acts, receiver),
          fork.output(),
          fork.errors().stream().filter(line -> !ofAgent(line)).toList(),
          fork.errors().stream().filter(Performance::ofAgent).toList(),
          receiver.find(Conversation.MARKER));
    }
  }

  // Content of a conversation that the application itself logs is its own business.
  private static boolean ofAgent(String line) {
    return line.startsWith("[otel.javaagent")
        || line.startsWith("OpenJDK 64-Bit Server VM warning");
  }

  private record Act(
      Conversation conversation,
      List<String> saw,
      Script script,
      long beginNanos,
      List<Item.OfMetric> metrics) {}

  /** The dialogue with the application. */
  private record Stage(ModelEndpoint endpoint, Receiver receiver, boolean watched) {

    List<Act> play(Socket player, List<Conversation> conversations)
        throws IOException, InterruptedException {
      DataOutputStream out = new DataOutputStream(player.getOutputStream());
      DataInputStream in = new DataInputStream(player.getInputStream());
      List<Act> acts = new ArrayList<>();
      // What is exported at the start, such as that the extension is there, is of no conversation.
      int from = watched ? receiver.awaitMetrics() : 0;
      for (Conversation conversation : conversations) {
        Script script = endpoint.open(conversation);
        long begin = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
        tell(out, conversation);
        List<String> saw = read(in, conversation);
        int to = watched ? receiver.awaitMetrics() : 0;
        script.end();
        acts.add(new Act(conversation, saw, script, begin, receiver.metrics().subList(from, to)));
        from = to;
      }
      out.writeBoolean(false);
      out.flush();
      return acts;
    }

    private void tell(DataOutputStream out, Conversation conversation) throws IOException {
      out.writeBoolean(true);
      out.writeUTF(conversation.capability().name());
      out.writeUTF(endpoint.baseUrl(conversation));
      out.writeInt(conversation.given().size());
      for (Map.Entry<String, String> text : conversation.given().entrySet()) {
        out.writeUTF(text.getKey());
        out.writeUTF(text.getValue());
      }
      out.flush();
    }

    private static List<String> read(DataInputStream in, Conversation conversation)
        throws IOException {
      List<String> saw = new ArrayList<>();
      try {
        for (int left = in.readInt(); left > 0; left--) {
          saw.add(in.readUTF());
        }
      } catch (IOException e) {
        throw new IOException("no end of " + conversation.name() + ", " + e, e);
      }
      return saw;
    }
  }

  // Conversations do not overlap, so what began during one is its own.
  private static Map<String, Played> assign(List<Act> acts, Receiver receiver) {
    Map<String, Played> played = new LinkedHashMap<>();
    for (int i = 0; i < acts.size(); i++) {
      Act act = acts.get(i);
      long end = i + 1 < acts.size() ? acts.get(i + 1).beginNanos() : Long.MAX_VALUE;
      Telemetry telemetry =
          new Telemetry(
              receiver.spans().stream()
                  .filter(item -> within(item.span().getStartTimeUnixNano(), act, end))
                  .toList(),
              act.metrics(),
              receiver.logs().stream()
                  .filter(item -> within(item.log().getTimeUnixNano(), act, end))
                  .toList(),
              thrown(act.saw()));
      played.put(
          act.conversation().name(),
          new Played(act.conversation(), act.saw(), act.script(), telemetry));
    }
    return played;
  }

  private static List<String> thrown(List<String> saw) {
    return saw.stream()
        .filter(line -> line.startsWith(Player.THROWN))
        .map(line -> line.substring(Player.THROWN.length(), line.indexOf(':')))
        .toList();
  }

  private static boolean within(long time, Act act, long end) {
    return time >= act.beginNanos() && time < end;
  }

  /** What the application could not do, and why; otherwise empty. */
  public static String unsupported(Played played) {
    String first = played.saw().isEmpty() ? "" : played.saw().get(0);
    return first.startsWith(Player.UNSUPPORTED) ? first.substring(Player.UNSUPPORTED.length()) : "";
  }
}
