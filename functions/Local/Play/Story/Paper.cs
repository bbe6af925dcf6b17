namespace WobWorkflow.Local;

/// <summary>A document of the story, as it is described on arrival.</summary>
/// <param name="FileName">Null for one whose content stays elsewhere.</param>
/// <param name="Kind">A kind of document as in the HTTP interface.</param>
/// <param name="Marking">A marking (rubricering) as in the HTTP interface.</param>
/// <param name="Forum">The council it was written for.</param>
/// <param name="Owner">The agency whose information it holds.</param>
internal sealed record Paper(string Title, string? FileName, string Kind, string Date, string Marking = "none", string? Forum = null, string? Owner = null);
