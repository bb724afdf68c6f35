package dev.pitwall.replay;

import dev.pitwall.replay.CommandLine.UsageError;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** {@code java -jar pitwall-replay.jar}: see {@link CommandLine#USAGE}. */
public final class Main {

  private static final int USAGE = 2;
  private static final Logger LIBRARIES = Logger.getLogger("dev.pitwall.agent");

  private Main() {}

  public static void main(String... arguments) {
    // One line for what is wrong, and nothing that says that all is well.
    System.setProperty("java.util.logging.SimpleFormatter.format", "%5$s%n");
    LIBRARIES.setLevel(Level.WARNING);
    PrintStream out =
        new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
            false,
            StandardCharsets.UTF_8);
    int code = run(out, System.err, arguments);
    out.flush();
    System.exit(code);
  }

  /** Does what the arguments say; the exit code. */
  static int run(PrintStream out, PrintStream err, String... arguments) {
    @Nullable Options options;
    try {
      options = CommandLine.read(arguments);
    } catch (UsageError e) {
      err.println(e.getMessage());
      err.println("--help says what can be given.");
      return USAGE;
    }
    if (options == null) {
      out.print(CommandLine.USAGE);
      return 0;
    }
    try {
      return new Session(options, out, err).run();
    } catch (IOException e) {
      err.println(e.getMessage());
      return USAGE;
    }
  }
}
