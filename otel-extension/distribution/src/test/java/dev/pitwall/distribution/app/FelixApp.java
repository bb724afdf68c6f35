package dev.pitwall.distribution.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.launch.Framework;

/** Starts a bundle in a framework that gives it nothing but Java's own packages. */
public final class FelixApp {

  private FelixApp() {}

  public static void main(String[] arguments) throws Exception {
    Framework framework =
        new FrameworkFactory()
            .newFramework(
                Map.of(
                    "org.osgi.framework.storage",
                    Files.createTempDirectory("felix").toString(),
                    "felix.bootdelegation.implicit",
                    "false"));
    framework.start();
    framework.getBundleContext().installBundle(Path.of(arguments[0]).toUri().toString()).start();
    framework.stop();
    framework.waitForStop(0);
  }
}
