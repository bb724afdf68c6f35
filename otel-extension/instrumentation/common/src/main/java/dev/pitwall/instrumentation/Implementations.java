package dev.pitwall.instrumentation;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.implementsInterface;
import static net.bytebuddy.matcher.ElementMatchers.nameContains;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.not;

import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** Interfaces of a framework, for their default methods, and the classes that implement them. */
public final class Implementations {

  // A mock calls nobody, and counts what it is asked: a hook that asks for a name would be counted.
  private static final String MOCK = "$MockitoMock$";

  private Implementations() {}

  public static ElementMatcher.Junction<TypeDescription> of(String... interfaces) {
    ElementMatcher.Junction<TypeDescription> contract = namedOneOf(interfaces);
    ElementMatcher.Junction<TypeDescription> matcher = contract;
    for (String each : interfaces) {
      matcher = matcher.or(implementsInterface(named(each)));
    }
    return not(nameContains(MOCK)).<TypeDescription>and(matcher);
  }
}
