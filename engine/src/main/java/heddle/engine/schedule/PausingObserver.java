package heddle.engine.schedule;

import org.jspecify.annotations.Nullable;

/**
 * Tells another observer, and keeps what it does from being taken for the program's: it may load a
 * class, which enters monitors of the JDK.
 */
final class PausingObserver implements Observer {
  private final Engine engine;
  private final Observer observer;

  PausingObserver(Engine engine, Observer observer) {
    this.engine = engine;
    this.observer = observer;
  }

  @Override
  public void access(Task task, @Nullable Object owner, int index, boolean write, int site) {
    boolean paused = engine.pause(true);
    observer.access(task, owner, index, write, site);
    engine.pause(paused);
  }

  @Override
  public void findsStale(Task task, @Nullable Object owner, int index, int site) {
    boolean paused = engine.pause(true);
    observer.findsStale(task, owner, index, site);
    engine.pause(paused);
  }

  @Override
  public void entered(Task task, Monitor monitor, int site) {
    boolean paused = engine.pause(true);
    observer.entered(task, monitor, site);
    engine.pause(paused);
  }

  @Override
  public void blocked(Task task, Monitor monitor, int site) {
    boolean paused = engine.pause(true);
    observer.blocked(task, monitor, site);
    engine.pause(paused);
  }

  @Override
  public void exited(Task task, Monitor monitor) {
    boolean paused = engine.pause(true);
    observer.exited(task, monitor);
    engine.pause(paused);
  }

  @Override
  public void waits(Task task, Task.State how, @Nullable Object on, long nanos, int site) {
    boolean paused = engine.pause(true);
    observer.waits(task, how, on, nanos, site);
    engine.pause(paused);
  }

  @Override
  public void resumed(Task task, Task.State how, @Nullable Object on) {
    boolean paused = engine.pause(true);
    observer.resumed(task, how, on);
    engine.pause(paused);
  }

  @Override
  public void signalled(Task task, Object monitor, int woken, boolean all, int site) {
    boolean paused = engine.pause(true);
    observer.signalled(task, monitor, woken, all, site);
    engine.pause(paused);
  }

  @Override
  public void woke(Task task, Task woken) {
    boolean paused = engine.pause(true);
    observer.woke(task, woken);
    engine.pause(paused);
  }

  @Override
  public void started(Task task, Task child) {
    boolean paused = engine.pause(true);
    observer.started(task, child);
    engine.pause(paused);
  }

  @Override
  public void joined(Task task, Task child) {
    boolean paused = engine.pause(true);
    observer.joined(task, child);
    engine.pause(paused);
  }

  @Override
  public void interrupts(Task task, Thread target) {
    boolean paused = engine.pause(true);
    observer.interrupts(task, target);
    engine.pause(paused);
  }

  @Override
  public void uses(Task task, Object collection, int site) {
    boolean paused = engine.pause(true);
    observer.uses(task, collection, site);
    engine.pause(paused);
  }

  @Override
  public void calls(Task task, @Nullable Object receiver, int site) {
    boolean paused = engine.pause(true);
    observer.calls(task, receiver, site);
    engine.pause(paused);
  }

  @Override
  public void called(Task task, @Nullable Object result, boolean changed, int site) {
    boolean paused = engine.pause(true);
    observer.called(task, result, changed, site);
    engine.pause(paused);
  }

  @Override
  public void gives(Task task, Object key) {
    boolean paused = engine.pause(true);
    observer.gives(task, key);
    engine.pause(paused);
  }

  @Override
  public void takes(Task task, Object key) {
    boolean paused = engine.pause(true);
    observer.takes(task, key);
    engine.pause(paused);
  }

  @Override
  public void sawInterrupt(Task task, Thread target) {
    boolean paused = engine.pause(true);
    observer.sawInterrupt(task, target);
    engine.pause(paused);
  }

  @Override
  public boolean hearsMessages() {
    return observer.hearsMessages();
  }

  @Override
  public void message(Task task, Passage passage, Packet packet) {
    boolean paused = engine.pause(true);
    observer.message(task, passage, packet);
    engine.pause(paused);
  }

  @Override
  public void enteredProgram(Task task) {
    boolean paused = engine.pause(true);
    observer.enteredProgram(task);
    engine.pause(paused);
  }

  @Override
  public void leftProgram(Task task) {
    boolean paused = engine.pause(true);
    observer.leftProgram(task);
    engine.pause(paused);
  }

  @Override
  public void named(Thread thread, String variable) {
    boolean paused = engine.pause(true);
    observer.named(thread, variable);
    engine.pause(paused);
  }

  @Override
  public void ended(Task task) {
    boolean paused = engine.pause(true);
    observer.ended(task);
    engine.pause(paused);
  }
}
