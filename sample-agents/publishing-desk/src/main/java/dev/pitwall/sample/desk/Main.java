package dev.pitwall.sample.desk;

import java.io.IOException;
import java.util.List;

/** Starts the desk from the command line and runs until it is ended by a signal. */
public final class Main {

  private static final int DEFAULT_PORT = 8080;

  private static final String USAGE =
      """
      usage: java -jar publishing-desk.jar [--port P]      (127.0.0.1, default 8080, 0 = any free)
      environment:
        OPENAI_API_KEY         key of the model provider (required; any text if offline)
        OPENAI_BASE_URL        where the model is        (default: the provider's address)
        OPENAI_MODEL           its name                  (default gpt-4o-mini)
        DESK_MODEL_TIMEOUT_S   time one call may take    (default 180)
        DESK_JOBS              jobs in work at once      (default 4)
        DESK_APPROVAL          approve or reject         (default approve)
        DESK_APPROVAL_WAIT_MS  time until the approver answers (default 1500)
        DESK_SCRIPTED          true with the offline model (default false)
        DESK_FAULT             fault of jobs that name none (default none)""";

  private Main() {}

  /** Prints the address once jobs are taken; exits with 2 if the desk cannot start. */
  public static void main(String[] arguments) {
    try {
      DeskServer desk = DeskServer.start(port(List.of(arguments)), Settings.from(System.getenv()));
      Runtime.getRuntime().addShutdownHook(new Thread(desk::close, "shutdown"));
      System.out.println("publishing desk: " + desk.address());
    } catch (IllegalArgumentException e) {
      System.err.println("publishing-desk: " + e.getMessage() + "\n" + USAGE);
      System.exit(2);
    } catch (IOException e) {
      System.err.println("publishing-desk: cannot listen on 127.0.0.1: " + e.getMessage());
      System.exit(2);
    }
  }

  private static int port(List<String> arguments) {
    if (arguments.isEmpty()) {
      return DEFAULT_PORT;
    }
    if (arguments.size() == 2
        && arguments.get(0).equals("--port")
        && arguments.get(1).matches("\\d{1,5}")
        && Integer.parseInt(arguments.get(1)) <= 65_535) {
      return Integer.parseInt(arguments.get(1));
    }
    throw new IllegalArgumentException("cannot read '%s'".formatted(String.join(" ", arguments)));
  }
}
