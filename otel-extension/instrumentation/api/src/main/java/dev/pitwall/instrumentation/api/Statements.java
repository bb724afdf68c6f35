package dev.pitwall.instrumentation.api;

import dev.pitwall.bridge.statement.Accepted;
import dev.pitwall.bridge.statement.Accessed;
import dev.pitwall.bridge.statement.Answered;
import dev.pitwall.bridge.statement.Asked;
import dev.pitwall.bridge.statement.Authorized;
import dev.pitwall.bridge.statement.Blocked;
import dev.pitwall.bridge.statement.Created;
import dev.pitwall.bridge.statement.Declined;
import dev.pitwall.bridge.statement.Diverted;
import dev.pitwall.bridge.statement.Done;
import dev.pitwall.bridge.statement.Finished;
import dev.pitwall.bridge.statement.Judged;
import dev.pitwall.bridge.statement.Offered;
import dev.pitwall.bridge.statement.Paused;
import dev.pitwall.bridge.statement.Progressed;
import dev.pitwall.bridge.statement.Reached;
import dev.pitwall.bridge.statement.Recovered;
import dev.pitwall.bridge.statement.Resumed;
import dev.pitwall.bridge.statement.Revoked;
import dev.pitwall.bridge.statement.Reworked;
import dev.pitwall.bridge.statement.Scored;
import dev.pitwall.bridge.statement.Started;
import dev.pitwall.bridge.statement.Statement;

/**
 * Statements by the names under which they come over the wire. Names and the order of arguments are
 * never changed: applications pack the API in whatever version they like.
 */
final class Statements {

  private Statements() {}

  /**
   * Reads a statement.
   *
   * @throws RuntimeException if there is none of this name, or what it needs was not given
   */
  static Statement of(String name, Given given) {
    return switch (name) {
      case "authorized" ->
          new Authorized(
              given.name(0), given.text(1), given.flag(2), given.whole(3), given.text(4));
      case "revoked" -> new Revoked(given.text(0), given.text(1));
      case "progressed" ->
          new Progressed(
              given.text(0), given.number(1), given.number(2), given.text(3), given.text(4));
      case "paused" -> new Paused(given.text(0));
      case "resumed" -> new Resumed(given.text(0));
      case "recovered" -> new Recovered(given.text(0));
      case "reached" -> new Reached(given.name(0));
      case "diverted" -> new Diverted(given.name(0), given.text(1), given.text(2));
      case "created" ->
          new Created(
              given.name(0),
              given.text(1),
              given.text(2),
              given.names(3),
              given.whole(4),
              given.object(5));
      case "blocked" ->
          new Blocked(given.name(0), given.name(1), given.text(2), given.text(3), given.whole(4));
      case "started" -> new Started(given.name(0), given.text(1));
      case "reworked" -> new Reworked(given.name(0), given.text(1));
      case "finished" -> new Finished(given.name(0), given.name(1), given.text(2));
      case "offered" ->
          new Offered(
              given.name(0),
              given.name(1),
              given.name(2),
              given.name(3),
              given.flag(4),
              given.flag(5),
              given.object(6));
      case "accepted" -> new Accepted(given.name(0));
      case "declined" -> new Declined(given.name(0), given.text(1));
      case "done" -> new Done(given.name(0), given.text(1));
      case "asked" -> new Asked(given.name(0), given.name(1), given.text(2), given.text(3));
      case "answered" -> new Answered(given.name(0), given.name(1), given.text(2));
      case "scored" ->
          new Scored(
              given.name(0), given.text(1), given.number(2), given.number(3), given.number(4));
      case "judged" ->
          new Judged(
              given.name(0),
              given.text(1),
              given.text(2),
              given.name(3),
              given.name(4),
              (int) given.whole(5));
      case "accessed" ->
          new Accessed(given.name(0), given.text(1), given.name(2), given.text(3), given.whole(4));
      default -> throw new IllegalArgumentException("no statement is called " + name);
    };
  }
}
