package heddle.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class files from before Java 5, whose code may not load classes as constants. */
class OldClassFilesTest {
  private static final ClassDesc OLD = ClassDesc.of("Old");
  private static final MethodTypeDesc NONE = MethodTypeDesc.of(ConstantDescs.CD_void);

  @TempDir private Path folder;

  @Test
  void a_class_of_java_1_2_with_an_initialiser_and_a_static_lock_is_woven() throws IOException {
    Files.write(folder.resolve("Old.class"), old());
    Program program = new Program(List.of(folder), List.of(), "Old", List.of(), new byte[0]);

    Report report = Check.explore(program, Settings.DEFAULT, _ -> {});

    assertThat(report.verdict()).isInstanceOf(Verdict.AllPass.class);
  }

  /** A class whose initialiser sets a field, and whose main divides by it in a locked method. */
  private static byte[] old() {
    int open = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC;
    return ClassFile.of()
        .build(
            OLD,
            type ->
                type.withVersion(ClassFile.JAVA_2_VERSION, 0)
                    .withField("value", ConstantDescs.CD_int, open)
                    .withMethodBody(
                        "<clinit>",
                        NONE,
                        ClassFile.ACC_STATIC,
                        code ->
                            code.iconst_3().putstatic(OLD, "value", ConstantDescs.CD_int).return_())
                    .withMethodBody(
                        "divide",
                        NONE,
                        open | ClassFile.ACC_SYNCHRONIZED,
                        code ->
                            code.iconst_3()
                                .getstatic(OLD, "value", ConstantDescs.CD_int)
                                .idiv()
                                .pop()
                                .return_())
                    .withMethodBody(
                        "main",
                        MethodTypeDesc.of(
                            ConstantDescs.CD_void, ConstantDescs.CD_String.arrayType()),
                        open,
                        code -> code.invokestatic(OLD, "divide", NONE).return_()));
  }
}
