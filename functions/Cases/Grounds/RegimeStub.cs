namespace WobWorkflow.Cases;

public enum Regime { Wob, Woo }
