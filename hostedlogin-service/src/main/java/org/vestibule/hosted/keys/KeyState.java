package org.vestibule.hosted.keys;

/** Where a key stands in its life; only the current one signs, all are published. */
enum KeyState {
  next,
  current,
  previous
}
