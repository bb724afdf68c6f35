package dev.pitwall.build;

import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.field.FieldList;
import net.bytebuddy.description.method.MethodList;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.pool.TypePool;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Takes the bridge's classes out of the generated references.
 *
 * <p>Muzzle looks for every referenced class as a resource of the application's class loaders. A
 * jar that was appended to the bootstrap loader while the JVM runs is not found that way, although
 * its classes are; muzzle would then refuse every module of ours. The filter sits behind muzzle's
 * generator and lets the generated method pass its map through {@code BridgeReferences.remove}.
 */
final class BridgeReferenceFilter extends AsmVisitorWrapper.AbstractBase {

  static final String GENERATED = "getMuzzleReferences";
  private static final String FILTER = "dev/pitwall/instrumentation/BridgeReferences";

  @Override
  public ClassVisitor wrap(
      TypeDescription type,
      ClassVisitor visitor,
      Implementation.Context context,
      TypePool pool,
      FieldList<FieldDescription.InDefinedShape> fields,
      MethodList<?> methods,
      int writerFlags,
      int readerFlags) {
    return new ClassVisitor(Opcodes.ASM9, visitor) {
      @Override
      public MethodVisitor visitMethod(
          int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
        return name.equals(GENERATED) ? new Filtered(method) : method;
      }
    };
  }

  private static final class Filtered extends MethodVisitor {

    Filtered(MethodVisitor method) {
      super(Opcodes.ASM9, method);
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.ARETURN) {
        visitMethodInsn(
            Opcodes.INVOKESTATIC, FILTER, "remove", "(Ljava/util/Map;)Ljava/util/Map;", false);
      }
      super.visitInsn(opcode);
    }
  }
}
