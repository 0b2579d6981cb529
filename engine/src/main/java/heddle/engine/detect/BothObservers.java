package heddle.engine.detect;

import heddle.engine.schedule.Monitor;
import heddle.engine.schedule.Observer;
import heddle.engine.schedule.Task;
import org.jspecify.annotations.Nullable;

/** Tells two observers, one after the other. */
public record BothObservers(Observer first, Observer second) implements Observer {
  @Override
  public void access(Task task, @Nullable Object owner, int index, boolean write, int site) {
    first.access(task, owner, index, write, site);
    second.access(task, owner, index, write, site);
  }

  @Override
  public void findsStale(Task task, @Nullable Object owner, int index, int site) {
    first.findsStale(task, owner, index, site);
    second.findsStale(task, owner, index, site);
  }

  @Override
  public void entered(Task task, Monitor monitor, int site) {
    first.entered(task, monitor, site);
    second.entered(task, monitor, site);
  }

  @Override
  public void blocked(Task task, Monitor monitor, int site) {
    first.blocked(task, monitor, site);
    second.blocked(task, monitor, site);
  }

  @Override
  public void exited(Task task, Monitor monitor) {
    first.exited(task, monitor);
    second.exited(task, monitor);
  }

  @Override
  public void waits(Task task, Task.State how, @Nullable Object on, long nanos, int site) {
    first.waits(task, how, on, nanos, site);
    second.waits(task, how, on, nanos, site);
  }

  @Override
  public void resumed(Task task, Task.State how, @Nullable Object on) {
    first.resumed(task, how, on);
    second.resumed(task, how, on);
  }

  @Override
  public void signalled(Task task, Object monitor, int woken, boolean all, int site) {
    first.signalled(task, monitor, woken, all, site);
    second.signalled(task, monitor, woken, all, site);
  }

  @Override
  public void woke(Task task, Task woken) {
    first.woke(task, woken);
    second.woke(task, woken);
  }

  @Override
  public void started(Task task, Task child) {
    first.started(task, child);
    second.started(task, child);
  }

  @Override
  public void joined(Task task, Task child) {
    first.joined(task, child);
    second.joined(task, child);
  }

  @Override
  public void interrupts(Task task, Thread target) {
    first.interrupts(task, target);
    second.interrupts(task, target);
  }

  @Override
  public void uses(Task task, Object collection, int site) {
    first.uses(task, collection, site);
    second.uses(task, collection, site);
  }

  @Override
  public void calls(Task task, @Nullable Object receiver, int site) {
    first.calls(task, receiver, site);
    second.calls(task, receiver, site);
  }

  @Override
  public void called(Task task, @Nullable Object result, boolean changed, int site) {
    first.called(task, result, changed, site);
    second.called(task, result, changed, site);
  }

  @Override
  public void gives(Task task, Object key) {
    first.gives(task, key);
    second.gives(task, key);
  }

  @Override
  public void takes(Task task, Object key) {
    first.takes(task, key);
    second.takes(task, key);
  }

  @Override
  public void sawInterrupt(Task task, Thread target) {
    first.sawInterrupt(task, target);
    second.sawInterrupt(task, target);
  }

  @Override
  public boolean hearsMessages() {
    return first.hearsMessages() || second.hearsMessages();
  }

  @Override
  public void message(Task task, Passage passage, Packet packet) {
    first.message(task, passage, packet);
    second.message(task, passage, packet);
  }

  @Override
  public void enteredProgram(Task task) {
    first.enteredProgram(task);
    second.enteredProgram(task);
  }

  @Override
  public void leftProgram(Task task) {
    first.leftProgram(task);
    second.leftProgram(task);
  }

  @Override
  public void named(Thread thread, String variable) {
    first.named(thread, variable);
    second.named(thread, variable);
  }

  @Override
  public void ended(Task task) {
    first.ended(task);
    second.ended(task);
  }
}
