package org.vestibule.entity.record;

import org.vestibule.entity.filter.Filter;
import org.vestibule.entity.filter.Order;

/** A page of records that fit a filter. */
public record Search(Filter where, Order order, int limit, long offset, Reading reading) {}
