using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>A document that is nearly the same as another, of this case or of another.</summary>
/// <param name="Other">The case of the other, as it stands.</param>
/// <param name="Resemblance">What they share of all that is in either (Jaccard), from 0 to 1; 1 for the same words.</param>
/// <param name="Within">How much of the document is in the other, from 0 to 1.</param>
/// <param name="Contains">How much of the other is in the document, from 0 to 1.</param>
public sealed record Resembling(Document Document, Folded<Case> Other, Document OtherDocument, double Resemblance, double Within, double Contains)
{
    /// <summary>Whether both are judged, and not alike.</summary>
    /// <param name="c">The case of the document.</param>
    public bool IsJudgedDifferently(Case c) =>
        Verdicts.Of(c, Document.Id, null) is { } ours && Verdicts.Of(Other.State, OtherDocument.Id, null) is { } theirs && Verdicts.Differ(ours, theirs);
}
