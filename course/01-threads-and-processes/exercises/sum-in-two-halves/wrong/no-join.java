// fails: right
// why: It returns before the threads have ended.
class Sum {
  /** Returns the sum of all numbers; two threads add up one half each. */
  static int of(int[] numbers) throws InterruptedException {
    int[] sums = new int[2];
    int half = numbers.length / 2;
    var left = new Thread(() -> sums[0] = add(numbers, 0, half), "left");
    var right = new Thread(() -> sums[1] = add(numbers, half, numbers.length), "right");
    left.start();
    right.start();
    return sums[0] + sums[1];
  }

  static int add(int[] numbers, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum += numbers[i];
    }
    return sum;
  }
}
