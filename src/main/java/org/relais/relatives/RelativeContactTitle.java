package org.relais.relatives;

import java.time.Instant;

import org.relais.shared.CentreId;
import org.relais.shared.StaffId;

/** Of a contact, what readers of summaries see: that there was one, when and by whom. */
public record RelativeContactTitle(ContactForm form, Instant at, CentreId centre, StaffId recordedBy) {}
