package dev.pitwall.agent;

import dev.pitwall.agent.entry.Configuration;
import dev.pitwall.agent.methods.FileMethods;
import dev.pitwall.agent.methods.MethodsFile;
import dev.pitwall.agent.settings.PitwallSettings;
import dev.pitwall.agent.settings.SettingsReader;
import java.util.logging.Logger;

/**
 * What the operator says: read once, by whoever needs it first. The agent asks which methods to
 * hook before it starts us.
 *
 * @param settings every setting
 * @param methods the methods that the operator's file maps
 */
record Configured(PitwallSettings settings, FileMethods methods) {

  private static final Logger logger = Logger.getLogger(Configured.class.getName());
  private static final Configured READ = read();

  static Configured get() {
    return READ;
  }

  private static Configured read() {
    PitwallSettings settings =
        SettingsReader.read(Configuration.properties(), Configuration.declared());
    String file = settings.methodsFile();
    return new Configured(
        settings, file == null ? FileMethods.NONE : MethodsFile.load(file, logger::warning));
  }
}
