package dev.pitwall.agent.methods;

import dev.pitwall.bridge.Activation;
import dev.pitwall.bridge.Declarations;
import dev.pitwall.bridge.Observer;
import dev.pitwall.bridge.Operation;
import dev.pitwall.bridge.RunPlan;
import dev.pitwall.bridge.statement.Statement;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An observer that remembers what it was told. */
final class Heard {

  private final List<String> lines = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final List<String> runs = new ArrayList<>();

  /** The run that the calling thread works for. */
  @Nullable String run = "r";

  /** What was begun and ended. */
  List<String> lines() {
    return lines;
  }

  List<Statement> statements() {
    return statements;
  }

  /** The runs of which something was said. */
  List<String> runs() {
    return runs;
  }

  Observer observer() {
    return proxy(
        Observer.class,
        (name, arguments) -> name.equals("declarations") ? declarations() : new Work());
  }

  private Declarations declarations() {
    return proxy(
        Declarations.class,
        (name, arguments) ->
            switch (name) {
              case "startRun" ->
                  begun(
                      "run " + arguments[0] + (arguments[1] == null ? "" : " as " + arguments[1]));
              case "startTask" -> begun("task " + arguments[1] + " " + arguments[2]);
              case "currentRun" -> run;
              case "plan" -> {
                RunPlan plan = (RunPlan) arguments[0];
                lines.add("plan %s until %d".formatted(plan.workflow(), plan.deadline()));
                yield "planned";
              }
              case "declare" -> {
                runs.add(String.valueOf(arguments[0]));
                yield statements.add((Statement) arguments[1]);
              }
              default -> throw new IllegalStateException(name);
            });
  }

  private Operation<Object> begun(String line) {
    lines.add(line);
    return new Work();
  }

  private interface Answer {
    @Nullable Object to(String method, @Nullable Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answer.to(method.getName(), arguments)));
  }

  private final class Work implements Operation<Object> {

    @Override
    public void end(@Nullable Object result, @Nullable Throwable error) {
      lines.add("end " + result + (error == null ? "" : " " + error.getClass().getName()));
    }

    @Override
    public void detach() {}

    @Override
    public Activation activate() {
      return Activation.none();
    }

    @Override
    public Activation activateCaller() {
      return Activation.none();
    }
  }
}
