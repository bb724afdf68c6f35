package dev.pitwall.sample.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;

/** Starts the inbox from the command line and runs until it is ended by a signal. */
public final class Main {

  private static final int DEFAULT_PORT = 8088;

  private static final String USAGE =
      """
      usage: java -jar alert-inbox.jar --runbooks DIR [--port P]
        --runbooks DIR   folder of Markdown runbooks, served under /runbooks/
        --port P         on 127.0.0.1, default 8088, 0 = any free""";

  private Main() {}

  /** Prints the address once alerts are taken; exits with 2 if the inbox cannot start. */
  public static void main(String[] arguments) {
    try {
      InboxServer inbox = start(List.of(arguments));
      Runtime.getRuntime().addShutdownHook(new Thread(inbox::close, "shutdown"));
      System.out.println("alert inbox: " + inbox.address());
    } catch (IllegalArgumentException e) {
      System.err.println("alert-inbox: " + e.getMessage() + "\n" + USAGE);
      System.exit(2);
    } catch (IOException e) {
      System.err.println("alert-inbox: cannot listen on 127.0.0.1: " + e.getMessage());
      System.exit(2);
    }
  }

  private static InboxServer start(List<String> arguments) throws IOException {
    int port = DEFAULT_PORT;
    Path runbooks = null;
    Iterator<String> words = arguments.iterator();
    while (words.hasNext()) {
      String option = words.next();
      String value = words.hasNext() ? words.next() : "";
      if (option.equals("--port")
          && value.matches("\\d{1,5}")
          && Integer.parseInt(value) <= 65_535) {
        port = Integer.parseInt(value);
      } else if (option.equals("--runbooks") && Files.isDirectory(Path.of(value))) {
        runbooks = Path.of(value);
      } else {
        throw new IllegalArgumentException("cannot use '%s %s'".formatted(option, value));
      }
    }
    if (runbooks == null) {
      throw new IllegalArgumentException("--runbooks is missing");
    }
    return InboxServer.start(port, runbooks, Clock.systemUTC());
  }
}
