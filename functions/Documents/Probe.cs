namespace WobWorkflow.Documents;

internal static class Probe { }
