// verdict: all-pass
// why: a class that the program defines is new in each execution, and so may be defined again.

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.invoke.MethodHandles;

public class DefinesAClass {
  private static Class<?> made;

  static synchronized Class<?> made() throws IllegalAccessException {
    if (made == null) {
      byte[] bytes = ClassFile.of().build(ClassDesc.of("Made"), builder -> {});
      made = MethodHandles.lookup().defineClass(bytes);
    }
    return made;
  }

  private static void use() {
    try {
      assert made().getName().equals("Made");
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread ann = new Thread(DefinesAClass::use);
    Thread bob = new Thread(DefinesAClass::use);
    ann.start();
    bob.start();
    ann.join();
    bob.join();
  }
}
