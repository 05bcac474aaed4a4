package com.vaadin.testbench.unit;

/** Stands in a commercial package's name, so that the rule against it can be seen to fail. */
public class CanaryCommercial {}
