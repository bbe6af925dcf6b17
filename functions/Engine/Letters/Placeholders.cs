namespace WobWorkflow.Engine;

/// <summary>
/// What the engine leaves open in a letter for people to write. <see cref="Documents.OpenPlaces"/> finds them, and a letter that still holds one goes nowhere.
/// </summary>
internal static class Placeholders
{
    /// <summary>How the view of a third party was weighed.</summary>
    public const string ViewAnswer = "[reactie op deze zienswijze]";

    /// <summary>How a ground of the objection is answered.</summary>
    public const string GroundAnswer = "[reactie op deze grond]";

    /// <summary>Whether objectors were heard, where nothing was recorded of it.</summary>
    public const string Hearing = "[horen]";
}
