package org.relais.uikit;

/** A page that needs the whole width: the frame keeps its menu narrow while it is shown, unless one widens it. */
public interface WidePage {}
