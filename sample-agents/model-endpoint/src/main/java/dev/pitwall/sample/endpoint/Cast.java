package dev.pitwall.sample.endpoint;

import java.util.List;

/** All parts, in the order in which they are asked whether they are meant. */
final class Cast {

  private final List<Part> parts;

  Cast(int loopTurns) {
    this.parts =
        List.of(
            new PlannerPart(),
            new ResearcherPart(loopTurns),
            new WriterPart(),
            new CriticPart(),
            new EditorPart(),
            new BystanderPart());
  }

  Reply reply(Conversation conversation, Dice dice) {
    return parts.stream()
        .filter(part -> part.isAskedFor(conversation))
        .findFirst()
        .orElseThrow()
        .reply(conversation, dice);
  }
}
