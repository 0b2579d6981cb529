package heddle.engine.weave;

import heddle.engine.Liberty;
import heddle.engine.Place;
import heddle.engine.schedule.Sites;
import heddle.hooks.Hooks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All sites of a program, by number. Grows as classes are woven; used on the carrier thread only.
 */
public final class SiteTable implements Sites {
  private final List<Site> sites = new ArrayList<>();
  private final Map<String, Integer> fields = new HashMap<>();
  private int[] fieldOfSite = new int[256];
  private boolean[] pure = new boolean[256];
  private boolean[] isVolatile = new boolean[256];
  private boolean[] isFinal = new boolean[256];
  private int[] loopStart = new int[256];
  private final BitSet deciding = new BitSet();
  private final Map<Integer, Comparison> comparisons = new HashMap<>();
  private final List<Object> staticKeys = new ArrayList<>();
  private int[] realmOfSite = new int[256];
  private int realm;

  private final Set<Liberty> liberties;

  /** Creates an empty table for a program that is woven so that it can take {@code liberties}. */
  public SiteTable(Set<Liberty> liberties) {
    this.liberties = liberties;
  }

  /** Returns what the program is woven for. */
  Set<Liberty> liberties() {
    return liberties;
  }

  /** Returns the number that the next site gets. */
  int next() {
    return sites.size();
  }

  /** Adds a site; {@code visible} tells whether it is a scheduling point from the start. */
  void add(Site site, boolean visible) {
    int number = site.number();
    sites.add(site);
    if (number >= fieldOfSite.length) {
      fieldOfSite = Arrays.copyOf(fieldOfSite, number * 2);
      pure = Arrays.copyOf(pure, number * 2);
      isVolatile = Arrays.copyOf(isVolatile, number * 2);
      isFinal = Arrays.copyOf(isFinal, number * 2);
      loopStart = Arrays.copyOf(loopStart, number * 2);
      realmOfSite = Arrays.copyOf(realmOfSite, number * 2);
    }
    realmOfSite[number] = realm;
    if (number >= Hooks.visible.length) {
      Hooks.visible = Arrays.copyOf(Hooks.visible, Math.max(256, number * 2));
    }
    Hooks.visible[number] = visible;
    fieldOfSite[number] = field(realm, site.owner(), site.name());
    pure[number] = site.kind() == Site.Kind.LOOP && site.fixed();
    isVolatile[number] =
        visible && (site.kind() == Site.Kind.READ || site.kind() == Site.Kind.WRITE);
    isFinal[number] = site.kind() != Site.Kind.LOOP && site.fixed();
  }

  /**
   * Sets to which realm the sites belong that are added from now on. The classes that one loader
   * loads are a realm: a class of the same name that another loads has static fields of its own.
   */
  public void realm(int number) {
    realm = number;
  }

  /** Returns the realm that {@code site} belongs to. */
  public int realmOf(int site) {
    return realmOfSite[site];
  }

  /**
   * Returns the number of the field {@code name} of the class with the internal name {@code owner},
   * of the realm that {@code site} belongs to.
   */
  public int fieldBeside(int site, String owner, String name) {
    return field(site < 0 ? 0 : realmOfSite[site], owner, name);
  }

  private int field(int of, String owner, String name) {
    String key = owner + '.' + name;
    return fields.computeIfAbsent(
        of == 0 ? key : of + "/" + key,
        _ -> {
          staticKeys.add(new Object());
          return fields.size();
        });
  }

  @Override
  public boolean reads(int site) {
    return Calls.reads(sites.get(site).name());
  }

  @Override
  public boolean concernsSelf(int site) {
    String name = sites.get(site).name();
    return name.startsWith("park") || name.equals("interrupted");
  }

  /** Notes that the loop that starts over at {@code site} begins at {@code first}. */
  void loop(int site, int first) {
    loopStart[site] = first;
  }

  @Override
  public int loopStart(int site) {
    return loopStart[site];
  }

  /** Returns the site with {@code number}. */
  public Site get(int number) {
    return sites.get(number);
  }

  /** Notes what the program does with the value that it gets at a site. */
  void decision(int number, Decisions.Decision decision) {
    deciding.set(number, decision.decides());
    decision.comparison().ifPresent(comparison -> comparisons.put(number, comparison));
  }

  /** Returns whether the program decides where to go by what it gets at a site. */
  public boolean decides(int number) {
    return deciding.get(number);
  }

  /** Returns the comparison with a constant by which it decides; empty for other decisions. */
  public Optional<Comparison> comparison(int number) {
    return Optional.ofNullable(comparisons.get(number));
  }

  /** Returns whether a volatile field is accessed at a site. */
  public boolean isVolatile(int number) {
    return isVolatile[number];
  }

  /** Returns whether a final field is accessed at a site. */
  public boolean isFinal(int number) {
    return isFinal[number];
  }

  /** Returns how many sites there are. */
  public int size() {
    return sites.size();
  }

  /** Returns the source line of a site; unknown for -1. */
  public Place place(int number) {
    return number < 0 || number >= sites.size() ? Place.UNKNOWN : sites.get(number).place();
  }

  @Override
  public Object staticKey(int site) {
    return staticKeys.get(fieldOfSite[site]);
  }

  @Override
  public int field(int site) {
    return fieldOfSite[site];
  }

  @Override
  public boolean pureLoop(int site) {
    return pure[site];
  }

  @Override
  public String text(int site) {
    return sites.get(site).subject();
  }
}
