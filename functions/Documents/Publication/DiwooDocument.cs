namespace WobWorkflow.Documents;

/// <summary>What DiWoo wants to be said of a public document.</summary>
/// <param name="Address">Identifies the document: the same address for good.</param>
/// <param name="Extension">Of the file, with its dot.</param>
/// <param name="CreatedOn">The date of the document itself; null where it has none.</param>
/// <param name="DecidedOn">The date of the decision that discloses it.</param>
/// <param name="ChangedAt">When what is public last changed.</param>
/// <param name="Publisher">The body in the register of organisations (TOOI).</param>
public sealed record DiwooDocument(
    Uri Address, string Title, string Extension, DateOnly? CreatedOn, DateOnly DecidedOn, DateTimeOffset ChangedAt, DiwooPublisher Publisher);

/// <summary>A body in the register of organisations (TOOI).</summary>
public sealed record DiwooPublisher(string Uri, string Name);
