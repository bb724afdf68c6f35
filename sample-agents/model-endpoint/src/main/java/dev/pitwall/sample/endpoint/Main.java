package dev.pitwall.sample.endpoint;

import java.io.IOException;
import java.util.List;

/** Starts the endpoint from the command line and runs until it is ended by a signal. */
public final class Main {

  private Main() {}

  /** Prints the base URL once the endpoint answers; exits with 2 if it cannot start. */
  public static void main(String[] arguments) {
    try {
      ModelEndpoint endpoint = ModelEndpoint.start(Options.parse(List.of(arguments)));
      Runtime.getRuntime().addShutdownHook(new Thread(endpoint::close, "shutdown"));
      System.out.println("model endpoint: " + endpoint.baseUrl());
    } catch (IllegalArgumentException e) {
      System.err.println("model-endpoint: " + e.getMessage() + "\n" + Options.USAGE);
      System.exit(2);
    } catch (IOException e) {
      System.err.println("model-endpoint: cannot listen on 127.0.0.1: " + e.getMessage());
      System.exit(2);
    }
  }
}
