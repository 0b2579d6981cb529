// verdict: fails failure LinkageError
// why: two threads find the class missing, and both define it.

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.invoke.MethodHandles;

public class DefinesAClassTwice {
  private static volatile Class<?> made;

  private static void make() {
    try {
      if (made == null) {
        byte[] bytes = ClassFile.of().build(ClassDesc.of("Made"), builder -> {});
        made = MethodHandles.lookup().defineClass(bytes);
      }
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread ann = new Thread(DefinesAClassTwice::make);
    Thread bob = new Thread(DefinesAClassTwice::make);
    ann.start();
    bob.start();
    ann.join();
    bob.join();
  }
}
