package dev.pitwall.bridge;

import org.jspecify.annotations.Nullable;

/**
 * The current workflow offers work to one of its members.
 *
 * @param target the member's name
 * @param key the member's key: the start that carries the same key accepts the offer; null if there
 *     is no such member, so that nobody ever will
 * @param person whether the member is a person, who takes the time that it takes
 */
public record HandoffOffer(String target, @Nullable String key, boolean person) {

  public HandoffOffer {
    target = Names.of(target);
  }

  /** To an agent. */
  public HandoffOffer(String target, String key) {
    this(target, key, false);
  }

  /** Work that was meant for somebody who does not exist. */
  public static HandoffOffer toNobody(String target) {
    return new HandoffOffer(target, null, false);
  }
}
