package dev.pitwall.alerts.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Routing and receivers.
 *
 * @param groupWait how long a first notification waits for company
 * @param groupInterval how soon news of a group is told
 * @param repeatInterval how often what goes on is told again
 * @param watchdogInterval how often a dead man's switch hears from us
 * @param receivers who is told
 */
public record AlertmanagerSettings(
    PromDuration groupWait,
    PromDuration groupInterval,
    PromDuration repeatInterval,
    PromDuration watchdogInterval,
    Receivers receivers) {

  /** The three that the routes name. */
  public record Receivers(Receiver team, Receiver oncall, Receiver watchdog) {}

  /** How one of them is reached; nowhere at all is allowed and keeps it quiet. */
  public record Receiver(List<Webhook> webhooks, List<Slack> slack) {

    public Receiver {
      webhooks = List.copyOf(webhooks);
      slack = List.copyOf(slack);
    }
  }

  /** A webhook; the credentials, if any, are in a file. */
  public record Webhook(Address url, @Nullable PlainText credentialsFile) {

    public Webhook(@Nullable Address url, @Nullable PlainText credentialsFile) {
      this.url = Required.key("url", url);
      this.credentialsFile = credentialsFile;
    }
  }

  /** A Slack channel; the address of its API is a secret and is in a file. */
  public record Slack(PlainText apiUrlFile, PlainText channel) {

    public Slack(@Nullable PlainText apiUrlFile, @Nullable PlainText channel) {
      this.apiUrlFile = Required.key("api_url_file", apiUrlFile);
      this.channel = Required.key("channel", channel);
    }
  }
}
