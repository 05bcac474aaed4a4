package org.relais.assessment;

import org.jspecify.annotations.Nullable;

import org.relais.shared.AssessmentId;
import org.relais.shared.CentreId;

/**
 * Decides by which scale a person's saturation is read from now on.
 *
 * @param id given by the screen when the dialog is opened; deciding it again decides nothing
 * @param reason in words, at least ten characters
 * @param centre where it holds; one in which the physician takes part in the person's care
 */
public record DecideSaturationScale(
        AssessmentId id, SaturationScale scale, @Nullable String reason, CentreId centre) {}
