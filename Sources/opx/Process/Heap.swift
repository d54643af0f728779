import CMalloc

/// How glibc keeps memory for a program that stays open all day.
enum Heap {
  /// One pool for all threads, rather than one each that never shrinks; large pieces outside of it, which go back at once.
  ///
  /// First thing in the process: the first allocation on another thread makes a pool.
  static func keepSmall() {
    mallopt(M_ARENA_MAX, 1)
    // Set by hand, they no longer grow with the largest piece that was ever freed. The cells of a usual screen stay below both.
    mallopt(M_MMAP_THRESHOLD, 1 << 20)
    mallopt(M_TRIM_THRESHOLD, 2 << 20)
  }
}
