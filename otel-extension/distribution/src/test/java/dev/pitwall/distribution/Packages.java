package dev.pitwall.distribution;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/** The desk and its libraries, packed in the ways in which applications are shipped. */
final class Packages {

  private static final List<String> LIBRARIES =
      List.of("langchain4j", "jackson-", "slf4j-api", "opennlp-");

  private Packages() {}

  /** An executable jar with jars in it, as Spring Boot makes it. */
  static Path executableJar(Path file) throws IOException {
    Manifest manifest = manifest();
    manifest
        .getMainAttributes()
        .put(Attributes.Name.MAIN_CLASS, "org.springframework.boot.loader.launch.JarLauncher");
    manifest.getMainAttributes().putValue("Start-Class", "dev.pitwall.distribution.app.DeskApp");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest);
        JarFile loader = new JarFile(Attached.jar("spring-boot-loader-").toFile())) {
      for (JarEntry entry : (Iterable<JarEntry>) loader.stream()::iterator) {
        if (entry.getName().endsWith(".class")) {
          jar.putNextEntry(new JarEntry(entry.getName()));
          try (InputStream content = loader.getInputStream(entry)) {
            content.transferTo(jar);
          }
          jar.closeEntry();
        }
      }
      jar.putNextEntry(new JarEntry("BOOT-INF/classes/"));
      addClasses(jar, "BOOT-INF/classes/");
      addLibraries(jar, "BOOT-INF/lib/");
    }
    return file;
  }

  /** A bundle that brings its libraries and takes nothing but Java and OSGi itself. */
  static Path bundle(Path file) throws IOException {
    Manifest manifest = manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", "desk");
    headers.putValue("Bundle-Version", "1.0.0");
    headers.putValue("Bundle-Activator", "dev.pitwall.distribution.app.DeskBundle");
    headers.putValue("Import-Package", "org.osgi.framework");
    headers.putValue("DynamicImport-Package", "javax.*, org.w3c.*, org.xml.*, sun.misc");
    headers.putValue(
        "Bundle-ClassPath",
        ".,"
            + libraries().stream()
                .map(library -> "lib/" + library.getFileName())
                .collect(Collectors.joining(",")));
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      addClasses(jar, "");
      addLibraries(jar, "lib/");
    }
    return file;
  }

  /** A web application's folder with its own copy of the libraries. */
  static Path webApplication(Path folder) throws IOException {
    copyClasses(folder.resolve("WEB-INF/classes"));
    copyLibraries(folder.resolve("WEB-INF/lib"));
    return folder;
  }

  /** A folder of JBoss modules with one, {@code desk}. */
  static Path modules(Path folder) throws IOException {
    Path module = folder.resolve("desk/main");
    copyClasses(module.resolve("classes"));
    copyLibraries(module);
    Files.writeString(
        module.resolve("module.xml"),
        """
        <module xmlns="urn:jboss:module:1.9" name="desk">
          <main-class name="dev.pitwall.distribution.app.DeskApp"/>
          <resources>
            <resource-root path="classes"/>
            %s
          </resources>
          <dependencies>
            <module name="java.se"/>
            <module name="jdk.unsupported"/>
          </dependencies>
        </module>
        """
            .formatted(
                libraries().stream()
                    .map(library -> "<resource-root path=\"" + library.getFileName() + "\"/>")
                    .collect(Collectors.joining())));
    return folder;
  }

  private static Manifest manifest() {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    return manifest;
  }

  private static List<Path> libraries() {
    return Arrays.stream(Attached.applicationClassPath().split(File.pathSeparator, -1))
        .map(Path::of)
        .filter(
            entry -> LIBRARIES.stream().anyMatch(String.valueOf(entry.getFileName())::startsWith))
        .toList();
  }

  private static List<Path> classes() throws IOException {
    try (Stream<Path> files = Files.walk(Attached.testClasses())) {
      return files.filter(file -> file.toString().contains("/distribution/app/")).toList();
    }
  }

  private static void copyClasses(Path target) throws IOException {
    for (Path file : classes()) {
      copy(file, target.resolve(Attached.testClasses().relativize(file).toString()));
    }
  }

  private static void copyLibraries(Path target) throws IOException {
    for (Path library : libraries()) {
      copy(library, target.resolve(library.getFileName()));
    }
  }

  private static void copy(Path file, Path target) throws IOException {
    Path folder = target.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.copy(file, target);
  }

  private static void addClasses(JarOutputStream jar, String prefix) throws IOException {
    for (Path file : classes()) {
      jar.putNextEntry(new JarEntry(prefix + Attached.testClasses().relativize(file)));
      Files.copy(file, jar);
      jar.closeEntry();
    }
  }

  // Not compressed, because Spring Boot's loader reads them where they are.
  private static void addLibraries(JarOutputStream jar, String prefix) throws IOException {
    for (Path library : libraries()) {
      byte[] content = Files.readAllBytes(library);
      CRC32 checksum = new CRC32();
      checksum.update(content);
      JarEntry entry = new JarEntry(prefix + library.getFileName());
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      entry.setCrc(checksum.getValue());
      jar.putNextEntry(entry);
      jar.write(content);
      jar.closeEntry();
    }
  }
}
