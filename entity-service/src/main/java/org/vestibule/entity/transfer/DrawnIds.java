package org.vestibule.entity.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Iterator;
import org.vestibule.entity.type.EntityType;

/** New ids of an application, drawn some thousands at a time. */
final class DrawnIds implements Iterator<Long> {
  private static final int MOST = 10_000;

  private final Connection connection;
  private final SupplyRepository supplies;
  private final EntityType type;
  private int left;
  private Iterator<Long> drawn = Collections.emptyIterator();

  /** Takes how many will be asked for. */
  DrawnIds(Connection connection, SupplyRepository supplies, EntityType type, int count) {
    this.connection = connection;
    this.supplies = supplies;
    this.type = type;
    this.left = count;
  }

  @Override
  public boolean hasNext() {
    return left > 0 || drawn.hasNext();
  }

  @Override
  public Long next() {
    if (!drawn.hasNext()) {
      draw();
    }
    return drawn.next();
  }

  private void draw() {
    int count = Math.min(left, MOST);
    try {
      drawn = supplies.nextIds(connection, type, count).iterator();
      left -= count;
    } catch (SQLException failure) {
      throw new UncheckedIOException(new IOException("no ids", failure));
    }
  }
}
