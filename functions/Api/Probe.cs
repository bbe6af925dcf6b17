namespace WobWorkflow.Api;

internal static class Probe { }
