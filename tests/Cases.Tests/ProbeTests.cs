namespace WobWorkflow.Cases.Tests;

public sealed class ProbeTests { [Fact] public void Runs() => true.ShouldBeTrue(); }
