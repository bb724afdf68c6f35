package dev.pitwall.testing;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pitwall.testing.application.Framework;
import dev.pitwall.testing.conversation.Conversation;
import dev.pitwall.testing.conversation.Conversations;
import dev.pitwall.testing.run.Application;
import dev.pitwall.testing.run.Cell;
import dev.pitwall.testing.run.Performance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * What "supported" means. A framework's contract test extends this class and names the program that
 * plays the conversations; the build puts the framework's jars into one folder a version.
 *
 * <p>The newest version plays every conversation, on every agent, with helpers injected and
 * isolated, and once without any span sampled; the other versions play a sample. Every version also
 * plays without an agent, to compare what the application sees.
 */
public abstract class FrameworkContract {

  private static final Path EXTENSION = Path.of(property("pitwall.extension"));
  private static final Path AGENTS = Path.of(property("pitwall.agents"));
  private static final Path FRAMEWORKS = Path.of(property("pitwall.frameworks"));

  // While a hook is being written: the newest version on the newest agent, nothing else.
  private static final boolean QUICK = Boolean.getBoolean("pitwall.contract.quick");

  private final Class<? extends Framework> framework;

  protected FrameworkContract(Class<? extends Framework> framework) {
    this.framework = framework;
  }

  @TestFactory
  final Stream<DynamicNode> conversations() throws IOException {
    List<Application> applications = Application.ofAll(FRAMEWORKS, framework);
    Application newest = applications.get(applications.size() - 1);
    return applications.stream()
        .filter(application -> !QUICK || application.equals(newest))
        .map(application -> version(application, application.equals(newest)));
  }

  private DynamicNode version(Application application, boolean full) {
    List<Conversation> conversations =
        Conversations.all().stream().filter(conversation -> full || conversation.sample()).toList();
    return dynamicContainer(
        application.version(),
        Stream.of(application)
            .flatMap(
                one -> {
                  Performance bare = play(one, Cell.bare(), conversations);
                  return cells(full)
                      .map(
                          cell ->
                              cell(
                                  new Comparison(bare, play(one, cell, conversations)), one, cell));
                }));
  }

  private static Stream<Cell> cells(boolean full) {
    String newest = property("pitwall.agent.version");
    if (!full || QUICK) {
      return Stream.of(cell(newest, false));
    }
    List<Cell> cells = new ArrayList<>();
    for (String agent : List.of(property("pitwall.agent.oldest.version"), newest)) {
      cells.add(cell(agent, false));
      cells.add(cell(agent, true));
    }
    cells.add(cell(newest, false).with(Comparison.UNSAMPLED));
    return cells.stream();
  }

  private static Cell cell(String agent, boolean isolated) {
    return Cell.watched(
        agent, AGENTS.resolve("opentelemetry-javaagent-" + agent + ".jar"), EXTENSION, isolated);
  }

  private DynamicNode cell(Comparison comparison, Application application, Cell cell) {
    String name = application.version() + ", " + cell.name();
    Stream<DynamicNode> each =
        comparison.watched().played().values().stream()
            .map(
                played ->
                    dynamicTest(
                        played.conversation().name() + ": " + played.conversation().says(),
                        () ->
                            Checks.all(
                                name + ": " + played.conversation().name(),
                                comparison.checks(played, cell))));
    return dynamicContainer(
        cell.name(),
        Stream.concat(
            each,
            Stream.of(
                dynamicTest(
                    "nothing but telemetry",
                    () -> Checks.all(name, comparison.checksOfProcess())))));
  }

  private static Performance play(
      Application application, Cell cell, List<Conversation> conversations) {
    try {
      return Performance.of(application, cell, conversations);
    } catch (IOException e) {
      throw new AssertionError(application.version() + ", " + cell.name() + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("the build gives no -D" + name);
    }
    return value;
  }
}
