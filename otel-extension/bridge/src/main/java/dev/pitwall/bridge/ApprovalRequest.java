package dev.pitwall.bridge;

/**
 * A question to a person.
 *
 * @param kind what is asked for: the step's declared name
 * @param key identifies it among the members of its workflow, see {@link HandoffOffer}
 */
public record ApprovalRequest(String kind, String key) {

  public ApprovalRequest {
    kind = Names.of(kind);
  }
}
