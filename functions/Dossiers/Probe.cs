namespace WobWorkflow.Dossiers;

internal static class Probe { }
