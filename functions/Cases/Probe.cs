namespace WobWorkflow.Cases;

internal static class Probe { }
