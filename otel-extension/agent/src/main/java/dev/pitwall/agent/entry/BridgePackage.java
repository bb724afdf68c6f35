package dev.pitwall.agent.entry;

import io.opentelemetry.javaagent.tooling.bootstrap.BootstrapPackagesBuilder;
import io.opentelemetry.javaagent.tooling.bootstrap.BootstrapPackagesConfigurer;

/**
 * Lets class loaders that do not ask the bootstrap loader by themselves, such as those of OSGi and
 * JBoss, find the bridge: the agent makes them ask for the packages that are named here.
 */
public final class BridgePackage implements BootstrapPackagesConfigurer {

  @Override
  public void configure(BootstrapPackagesBuilder packages) {
    packages.add("dev.pitwall.bridge");
  }
}
