namespace WobWorkflow.Documents;

/// <summary>
/// The facts of one kind of letter. A kind is a sealed record in <c>Letters/Contents</c> and a template <c>{kind}.nl.md.liquid</c>,
/// in which the properties go by their names in snake case: <c>content.received_on</c>.
/// </summary>
public abstract record LetterContent
{
    /// <summary>Kebab-case name of the kind.</summary>
    public abstract string Kind { get; }
}

/// <summary>The act under which a letter is written.</summary>
public enum LetterAct
{
    /// <summary>Wet openbaarheid van bestuur, until 1 May 2022.</summary>
    Wob,

    /// <summary>Wet open overheid.</summary>
    Woo,
}
