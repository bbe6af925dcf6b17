namespace WobWorkflow.Engine;

internal static class Probe { }
