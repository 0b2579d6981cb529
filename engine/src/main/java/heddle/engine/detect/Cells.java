package heddle.engine.detect;

import heddle.engine.schedule.Shadow;
import heddle.engine.weave.SiteTable;
import heddle.hooks.Woven;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The cells of all variables that an execution has used. */
final class Cells {
  private final SiteTable sites;
  private final IdentityTable<Cell[]> arrays = new IdentityTable<>();
  private final IdentityTable<Cell> objects = new IdentityTable<>();
  private final IdentityTable<OfCollection> collections = new IdentityTable<>();
  private Cell[] statics = new Cell[16];
  private int execution;

  Cells(SiteTable sites) {
    this.sites = sites;
  }

  void begin() {
    execution++;
    arrays.clear();
    objects.clear();
    collections.clear();
    Arrays.fill(statics, null);
  }

  /** The cells of one object, by field. */
  private static final class Fields {
    int[] numbers = new int[4];
    Cell[] cells = new Cell[4];
    int size;
  }

  /** The cells of a collection: its structure, and the elements that are set by index. */
  static final class OfCollection {
    final Cell structure = new Cell();
    private @Nullable Cell[] elements = new Cell[0];

    Cell element(int index) {
      if (index >= elements.length) {
        elements = Arrays.copyOf(elements, Math.max(index + 1, elements.length * 2));
      }
      Cell cell = elements[index];
      if (cell == null) {
        cell = new Cell();
        elements[index] = cell;
      }
      return cell;
    }
  }

  /** Returns the cell of what is accessed at {@code site}; null when there is no such variable. */
  @Nullable Cell at(@Nullable Object owner, int index, int site) {
    if (owner == null) {
      return sites.get(site).isStatic() ? ofStatic(sites.field(site)) : null;
    }
    if (index >= 0) {
      return ofElement(owner, index);
    }
    return owner instanceof Woven woven ? ofField(woven, sites.field(site)) : null;
  }

  Cell ofStatic(int number) {
    if (number >= statics.length) {
      statics = Arrays.copyOf(statics, number * 2);
    }
    Cell cell = statics[number];
    if (cell == null) {
      cell = new Cell();
      statics[number] = cell;
    }
    return fresh(cell);
  }

  @Nullable Cell ofElement(Object array, int index) {
    int length = array.getClass().isArray() ? java.lang.reflect.Array.getLength(array) : index + 1;
    if (index < 0 || index >= length) {
      return null;
    }
    return inTable(array, index, length);
  }

  /** Returns the cell of the element of an object that keeps an array, such as an atomic array. */
  Cell ofIndexed(Object object, int index) {
    return collections.get(object, OfCollection::new).element(index);
  }

  private Cell inTable(Object array, int index, int length) {
    Cell[] cells = arrays.get(array, () -> new Cell[length]);
    Cell cell = cells[index];
    if (cell == null) {
      cell = new Cell();
      cells[index] = cell;
    }
    return cell;
  }

  /** Returns the cell of an object that is one variable, such as an {@code AtomicInteger}. */
  Cell ofObject(Object object) {
    return objects.get(object, Cell::new);
  }

  OfCollection ofCollection(Object collection) {
    return collections.get(collection, OfCollection::new);
  }

  Cell ofField(Woven owner, int number) {
    Shadow shadow = Shadow.of(owner);
    Fields fields = (Fields) shadow.accesses;
    if (fields == null) {
      fields = new Fields();
      shadow.accesses = fields;
    }
    for (int i = 0; i < fields.size; i++) {
      if (fields.numbers[i] == number) {
        return fresh(fields.cells[i]);
      }
    }
    if (fields.size == fields.numbers.length) {
      fields.numbers = Arrays.copyOf(fields.numbers, fields.size * 2);
      fields.cells = Arrays.copyOf(fields.cells, fields.size * 2);
    }
    Cell cell = new Cell();
    fields.numbers[fields.size] = number;
    fields.cells[fields.size++] = cell;
    return fresh(cell);
  }

  /** An object may outlive an execution, but what is known of its fields does not. */
  private Cell fresh(Cell cell) {
    if (cell.execution != execution) {
      cell.reset(execution);
    }
    return cell;
  }
}
