package org.vestibule.testkit;

import java.util.function.Supplier;

/**
 * Values that are made once per Java machine. Test frameworks load this class in several class
 * loaders, so that static fields are not enough; system properties are the same for all of them.
 */
final class SharedValues {
  // Interned texts are one object for all class loaders.
  private static final Object LOCK = "org.vestibule.testkit.shared".intern();

  private SharedValues() {}

  static String once(String name, Supplier<String> make) {
    // Not under "vestibule.": services refuse to start with unknown keys there.
    String key = "testkit." + name;
    synchronized (LOCK) {
      String value = System.getProperty(key);
      if (value == null) {
        value = make.get();
        System.setProperty(key, value);
      }
      return value;
    }
  }
}
