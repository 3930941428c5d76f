package org.vestibule.local.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/** Held while a launcher runs a stack; the system lets go of it when the launcher dies. */
public final class LauncherLock implements AutoCloseable {
  private final FileChannel channel;

  private LauncherLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock, or says that another launcher has it. */
  public static LauncherLock take(DataFolder folder) {
    try {
      folder.create();
      FileChannel channel =
          FileChannel.open(
              folder.at("launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new StackFailure(
            "A stack is already running in "
                + folder.root()
                + "; see ./vestibule status, stop it with ./vestibule down.");
      }
      return new LauncherLock(channel);
    } catch (IOException failure) {
      throw new StackFailure(
          "The data folder " + folder.root() + " cannot be used: " + failure.getMessage(), failure);
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByOurselves) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failure) {
      throw new StackFailure("the launcher's lock cannot be released", failure);
    }
  }
}
