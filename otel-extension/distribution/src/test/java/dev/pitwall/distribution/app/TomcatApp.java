package dev.pitwall.distribution.app;

import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.logging.LogManager;
import org.apache.catalina.Context;
import org.apache.catalina.loader.WebappLoader;
import org.apache.catalina.startup.Tomcat;

/** Serves each folder that it is given as a web application of its own, and calls each once. */
public final class TomcatApp {

  private TomcatApp() {}

  public static void main(String[] folders) throws Exception {
    // Tomcat's log has times in it.
    LogManager.getLogManager().reset();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
    tomcat.setHostname("127.0.0.1");
    tomcat.setPort(0);
    // One thread, so that its name is the same every time.
    tomcat.getConnector().setProperty("maxThreads", "1");
    tomcat.getConnector().setProperty("minSpareThreads", "1");
    for (int i = 0; i < folders.length; i++) {
      Context application = tomcat.addContext("/desk" + i, folders[i]);
      application.setLoader(new WebappLoader());
      Tomcat.addServlet(application, "desk", "dev.pitwall.distribution.app.DeskServlet");
      application.addServletMapping("/*", "desk");
    }
    tomcat.start();
    int port = tomcat.getConnector().getLocalPort();
    for (int i = 0; i < folders.length; i++) {
      try (InputStream answer =
          URI.create("http://127.0.0.1:" + port + "/desk" + i + "/").toURL().openStream()) {
        System.out.println("answered " + new String(answer.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    tomcat.stop();
    tomcat.destroy();
  }
}
