package dev.pitwall.distribution;

import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.ATHROW;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.NEW;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/**
 * A copy of our jar in which chosen places throw. Each says so on standard error first, so that a
 * test can tell which have been reached.
 *
 * @param jar the copy
 * @param classes names of the classes that have such places
 */
record FaultyExtension(Path jar, Set<String> classes) {

  /** What a place says when it is reached; its class and method follow. */
  static final String RAISED = "[fault] ";

  private static final String RAISE = "raiseFault";
  private static final String READY = "pitwall/ready.classes";

  /** Where faults are: at the start of methods, or at calls in them. */
  interface Faults {

    /** Whether a class can have faults at all. */
    boolean in(ClassReader type);

    /** Whether a method throws at once. */
    default boolean atStartOf(ClassReader type, String method) {
      return false;
    }

    /** Whether a call throws instead of being made. */
    default boolean atCallTo(String owner) {
      return false;
    }
  }

  /** Writes the copy to the given file. */
  static FaultyExtension write(Path file, Faults faults) throws IOException {
    Set<String> classes = new TreeSet<>();
    try (JarFile original = new JarFile(Attached.EXTENSION.toFile());
        JarOutputStream copy = new JarOutputStream(Files.newOutputStream(file))) {
      for (JarEntry entry : (Iterable<JarEntry>) original.stream()::iterator) {
        if (entry.getName().equals(READY)) {
          continue; // the same classes once more, without faults
        }
        copy.putNextEntry(new JarEntry(entry.getName()));
        try (InputStream content = original.getInputStream(entry)) {
          byte[] bytes = content.readAllBytes();
          copy.write(
              entry.getName().endsWith(".class") ? rewritten(bytes, faults, classes) : bytes);
        }
        copy.closeEntry();
      }
    }
    return new FaultyExtension(file, classes);
  }

  private static byte[] rewritten(byte[] original, Faults faults, Set<String> classes) {
    ClassReader reader = new ClassReader(original);
    if (!faults.in(reader)) {
      return original;
    }
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    Rewriter rewriter = new Rewriter(writer, reader, faults);
    reader.accept(rewriter, 0);
    if (!rewriter.changed) {
      return original;
    }
    classes.add(reader.getClassName().replace('/', '.'));
    return writer.toByteArray();
  }

  private static final class Rewriter extends ClassVisitor {

    private final ClassReader type;
    private final Faults faults;
    private boolean changed;

    Rewriter(ClassWriter writer, ClassReader type, Faults faults) {
      super(ASM9, writer);
      this.type = type;
      this.faults = faults;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      String place = type.getClassName().replace('/', '.') + "." + name;
      Predicate<String> raises = faults::atCallTo;
      return new MethodVisitor(
          ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {

        @Override
        public void visitCode() {
          super.visitCode();
          if ((access & ACC_SYNTHETIC) == 0 && faults.atStartOf(type, name)) {
            raise();
          }
        }

        @Override
        public void visitMethodInsn(
            int opcode, String owner, String method, String signature, boolean isInterface) {
          if (raises.test(owner)) {
            raise();
          }
          super.visitMethodInsn(opcode, owner, method, signature, isInterface);
        }

        // A call that never returns: what follows stays as it was, and so do the frames around it.
        private void raise() {
          changed = true;
          super.visitLdcInsn(place);
          super.visitMethodInsn(
              INVOKESTATIC, type.getClassName(), RAISE, "(Ljava/lang/String;)V", false);
        }
      };
    }

    @Override
    public void visitEnd() {
      if (changed) {
        writeRaise(
            super.visitMethod(
                ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC,
                RAISE,
                "(Ljava/lang/String;)V",
                null,
                null));
      }
      super.visitEnd();
    }

    // System.err.println("[fault] ".concat(place)); throw new IllegalStateException(place);
    private static void writeRaise(MethodVisitor method) {
      method.visitCode();
      method.visitFieldInsn(GETSTATIC, "java/lang/System", "err", "Ljava/io/PrintStream;");
      method.visitLdcInsn(RAISED);
      method.visitVarInsn(ALOAD, 0);
      method.visitMethodInsn(
          INVOKEVIRTUAL,
          "java/lang/String",
          "concat",
          "(Ljava/lang/String;)Ljava/lang/String;",
          false);
      method.visitMethodInsn(
          INVOKEVIRTUAL, "java/io/PrintStream", "println", "(Ljava/lang/String;)V", false);
      method.visitTypeInsn(NEW, "java/lang/IllegalStateException");
      method.visitInsn(DUP);
      method.visitVarInsn(ALOAD, 0);
      method.visitMethodInsn(
          INVOKESPECIAL,
          "java/lang/IllegalStateException",
          "<init>",
          "(Ljava/lang/String;)V",
          false);
      method.visitInsn(ATHROW);
      method.visitMaxs(0, 0);
      method.visitEnd();
    }
  }
}
