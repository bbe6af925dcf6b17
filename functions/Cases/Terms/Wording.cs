namespace WobWorkflow.Cases;

/// <summary>The same words in Dutch, for letters and pages, and in English, for readers of the code and the API.</summary>
public sealed record Wording(string Nl, string En);
