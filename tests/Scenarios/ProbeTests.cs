namespace WobWorkflow.Scenarios;

public sealed class ProbeTests { [Fact] public void Runs() => true.ShouldBeTrue(); }
