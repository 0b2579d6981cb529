// what: adding up four numbers
class Adding {
  public static void main(String[] args) throws InterruptedException {
    int sum = Sum.of(new int[] {1, 2, 3, 4});
    assert sum == 10 : "the sum of 1 to 4 is " + sum;
  }
}
