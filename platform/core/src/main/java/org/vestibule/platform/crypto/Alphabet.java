package org.vestibule.platform.crypto;

/** A set of characters from which each is drawn equally often. */
enum Alphabet {
  TOKEN("abcdefghjkmnpqrstuvwxyz23456789"),
  LOWER_ALPHANUMERIC("abcdefghijklmnopqrstuvwxyz0123456789"),
  REQUEST_ID("abcdefghijklmnopqrstuvwxyz23456789"),
  DIGIT("0123456789");

  private static final int BYTE_VALUES = 256;

  private final char[] characters;
  private final int limit;

  Alphabet(String characters) {
    this.characters = characters.toCharArray();
    // Bytes from this value on are thrown away: keeping them would favour the first characters.
    this.limit = BYTE_VALUES - BYTE_VALUES % characters.length();
  }

  String draw(int length, SecretSource source) {
    StringBuilder text = new StringBuilder(length);
    while (text.length() < length) {
      append(text, length, source.bytes(length - text.length() + 8));
    }
    return text.toString();
  }

  private void append(StringBuilder text, int length, byte[] random) {
    for (int i = 0; i < random.length && text.length() < length; i++) {
      int value = random[i] & 0xff;
      if (value < limit) {
        text.append(characters[value % characters.length]);
      }
    }
  }
}
