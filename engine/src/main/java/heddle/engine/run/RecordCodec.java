package heddle.engine.run;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the engine's records to a stream and reads them back: each value as a tag and its
 * contents, each class by name once and by number after that. Only records and enums of the engine
 * can be read, so that a stream can not name other classes.
 */
final class RecordCodec {
  private static final String PREFIX = "heddle.engine.";
  private static final int LENGTH_MAX = 64 << 20;

  private final Map<Class<?>, Shape> shapes = new HashMap<>();
  private final Map<Class<?>, Integer> numbers = new HashMap<>();
  private final List<Class<?>> types = new ArrayList<>();

  /** How a record is taken apart and put together. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Shape(Method[] accessors, Constructor<?> constructor) {}

  void write(DataOutputStream out, Object value) throws IOException {
    switch (value) {
      case String text -> {
        out.writeByte('s');
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
      }
      case Integer number -> {
        out.writeByte('i');
        out.writeInt(number);
      }
      case Long number -> {
        out.writeByte('l');
        out.writeLong(number);
      }
      case Double number -> {
        out.writeByte('d');
        out.writeDouble(number);
      }
      case Boolean flag -> out.writeByte(flag ? 't' : 'f');
      case byte[] bytes -> {
        out.writeByte('b');
        bytes(out, bytes);
      }
      case Path path -> {
        out.writeByte('p');
        bytes(out, path.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8));
      }
      case Duration duration -> {
        out.writeByte('u');
        out.writeLong(duration.toNanos());
      }
      default -> writeComposite(out, value);
    }
  }

  private void writeComposite(DataOutputStream out, Object value) throws IOException {
    switch (value) {
      case Optional<?> optional -> {
        out.writeByte(optional.isPresent() ? 'o' : 'n');
        if (optional.isPresent()) {
          write(out, optional.get());
        }
      }
      case List<?> list -> {
        out.writeByte('a');
        out.writeInt(list.size());
        for (Object element : list) {
          write(out, element);
        }
      }
      case Set<?> set -> {
        out.writeByte('h');
        write(out, List.copyOf(set));
      }
      case Enum<?> constant -> {
        out.writeByte('e');
        type(out, constant.getDeclaringClass());
        bytes(out, constant.name().getBytes(StandardCharsets.UTF_8));
      }
      case Record one -> {
        out.writeByte('r');
        type(out, one.getClass());
        components(out, one);
      }
      default -> throw new IllegalArgumentException("can not be sent: " + value.getClass());
    }
  }

  private void components(DataOutputStream out, Record value) throws IOException {
    for (Method accessor : shape(value.getClass()).accessors()) {
      try {
        write(out, accessor.invoke(value));
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private void type(DataOutputStream out, Class<?> type) throws IOException {
    Integer known = numbers.putIfAbsent(type, numbers.size());
    if (known != null) {
      out.writeShort(known);
    } else {
      out.writeShort(-1);
      bytes(out, type.getName().getBytes(StandardCharsets.UTF_8));
    }
  }

  Object read(DataInputStream in) throws IOException {
    int tag = in.readByte();
    return switch (tag) {
      case 's' -> new String(bytes(in), StandardCharsets.UTF_8);
      case 'i' -> in.readInt();
      case 'l' -> in.readLong();
      case 'd' -> in.readDouble();
      case 't' -> true;
      case 'f' -> false;
      case 'b' -> bytes(in);
      case 'p' -> Path.of(new String(bytes(in), StandardCharsets.UTF_8));
      case 'u' -> Duration.ofNanos(in.readLong());
      case 'o' -> Optional.of(read(in));
      case 'n' -> Optional.empty();
      case 'a' -> list(in);
      case 'h' -> set(in);
      case 'e' -> constant(in);
      case 'r' -> one(in);
      default -> throw new IOException("unknown tag " + tag);
    };
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LENGTH_MAX) {
      throw new IOException("length: expected 0 to " + LENGTH_MAX + ", got " + length);
    }
    return in.readNBytes(length);
  }

  private List<Object> list(DataInputStream in) throws IOException {
    int size = in.readInt();
    List<Object> list = new ArrayList<>(Math.min(size, 1 << 16));
    for (int i = 0; i < size; i++) {
      list.add(read(in));
    }
    return list;
  }

  private Set<Object> set(DataInputStream in) throws IOException {
    return read(in) instanceof List<?> elements ? new LinkedHashSet<>(elements) : Set.of();
  }

  private Object constant(DataInputStream in) throws IOException {
    Object[] constants = type(in).getEnumConstants();
    String name = new String(bytes(in), StandardCharsets.UTF_8);
    for (Object constant : constants == null ? new Object[0] : constants) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw new IOException("no such constant: " + name);
  }

  private Object one(DataInputStream in) throws IOException {
    Shape shape = shape(type(in));
    @Nullable Object[] arguments = new Object[shape.accessors().length];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = read(in);
    }
    try {
      return shape.constructor().newInstance(arguments);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      throw new IOException("not a " + shape.constructor().getDeclaringClass(), e);
    }
  }

  private Class<?> type(DataInputStream in) throws IOException {
    int number = in.readShort();
    if (number >= 0 && number < types.size()) {
      return types.get(number);
    }
    String name = new String(bytes(in), StandardCharsets.UTF_8);
    if (!name.startsWith(PREFIX)) {
      throw new IOException("not a class of the engine: " + name);
    }
    try {
      Class<?> type = Class.forName(name);
      types.add(type);
      return type;
    } catch (ClassNotFoundException e) {
      throw new IOException("unknown class " + name, e);
    }
  }

  private Shape shape(Class<?> type) {
    Shape known = shapes.get(type);
    if (known != null) {
      return known;
    }
    RecordComponent[] components = type.getRecordComponents();
    Method[] accessors = new Method[components.length];
    Class<?>[] parameters = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      accessors[i] = components[i].getAccessor();
      accessors[i].setAccessible(true);
      parameters[i] = components[i].getType();
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(parameters);
      constructor.setAccessible(true);
      Shape shape = new Shape(accessors, constructor);
      shapes.put(type, shape);
      return shape;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }
}
