package org.relais.medication;

import org.relais.shared.OrderId;

/** Stops an order now. What was given from it stays. */
public record StopOrder(OrderId order, String reason) {}
