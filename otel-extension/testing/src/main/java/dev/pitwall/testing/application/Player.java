package dev.pitwall.testing.application;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The application's main class: plays what it is told over a socket and says what it saw. A plain
 * socket, because no agent instruments that.
 */
public final class Player {

  /** Begins a result that is none: the framework has no such capability. */
  public static final String UNSUPPORTED = "unsupported: ";

  /** Begins a line that names an exception's class and, after a colon, its message. */
  public static final String THROWN = "threw ";

  private Player() {}

  /** Arguments: the director's port, the {@link Framework}'s class. */
  public static void main(String[] arguments) throws Exception {
    Framework framework =
        Class.forName(arguments[1])
            .asSubclass(Framework.class)
            .getDeclaredConstructor()
            .newInstance();
    try (Socket director =
            new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        DataInputStream in = new DataInputStream(director.getInputStream());
        DataOutputStream out = new DataOutputStream(director.getOutputStream())) {
      while (in.readBoolean()) {
        Capability capability = Capability.valueOf(in.readUTF());
        Scene scene = new Scene(in.readUTF(), readMap(in));
        List<String> lines = play(framework, capability, scene);
        out.writeInt(lines.size());
        for (String line : lines) {
          out.writeUTF(line);
        }
        out.flush();
      }
    }
    // Frameworks leave threads behind that are no daemons.
    System.exit(0);
  }

  private static List<String> play(Framework framework, Capability capability, Scene scene) {
    List<String> outcome = new ArrayList<>();
    try {
      outcome.add("returned " + framework.play(capability, scene));
    } catch (Unsupported e) {
      return List.of(UNSUPPORTED + e.getMessage());
    } catch (Throwable t) {
      for (Throwable cause = t; cause != null; cause = cause.getCause()) {
        outcome.add(THROWN + cause.getClass().getName() + ": " + cause.getMessage());
      }
    }
    List<String> lines = new ArrayList<>(scene.seen());
    lines.addAll(outcome);
    return lines;
  }

  private static Map<String, String> readMap(DataInputStream in) throws IOException {
    Map<String, String> map = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      map.put(in.readUTF(), in.readUTF());
    }
    return map;
  }
}
