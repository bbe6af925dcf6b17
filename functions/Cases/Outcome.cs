using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>The result of deciding a step: it happened (events), or it was refused. (The legal besluit is a <see cref="Decision"/>.)</summary>
public abstract record Outcome
{
    public static implicit operator Outcome(Event happened) => new Accepted([happened]);

    public static Outcome Of(params ImmutableArray<Event> happened) => new Accepted(happened);
}

/// <summary>The step is taken. No events at all means that there was nothing left to do.</summary>
public sealed record Accepted(ImmutableArray<Event> Events) : Outcome;

/// <summary>The step is not taken, and nothing changed.</summary>
/// <param name="Code">Stable, kebab-case; part of the contract.</param>
/// <param name="Detail">What is wrong and what to do about it, in Dutch, without any content of the case.</param>
/// <param name="Article">The article that says so; null where it follows from the order of work.</param>
public sealed record Refused(string Code, string Detail, string? Article = null, RefusalKind Kind = RefusalKind.Conflict) : Outcome
{
    /// <summary>The payload's field that is at fault, in JSON's spelling; null where none is.</summary>
    public string? Field { get; init; }

    /// <summary>All that is wrong with a step on many things at once, one by one; empty where <see cref="Field"/> and <see cref="Detail"/> say it.</summary>
    public ImmutableArray<FieldError> Errors { get; init; } = [];

    /// <summary>Where grounds of the other act were used, and which of this one a person may put in their place; empty where that isn't what is wrong.</summary>
    public ImmutableArray<ProposedGrounds> Proposed { get; init; } = [];

    /// <summary>The payload is at fault, whatever the state of the case.</summary>
    public static Refused Invalid(string field, string code, string detail, string? article = null) =>
        new(code, detail, article, RefusalKind.Invalid) { Field = field };

    /// <summary>The payload refers to something that this aggregate does not have.</summary>
    public static Refused Unknown(string code, string detail) => new(code, detail, Kind: RefusalKind.Unknown);

    /// <summary>This person may not do it, though another may.</summary>
    public static Refused Forbidden(string code, string detail, string? article = null) => new(code, detail, article, RefusalKind.Forbidden);
}

/// <summary>What is wrong with one field, or with one row of a list: <c>passages[3].page</c>.</summary>
public sealed record FieldError(string Field, string Detail);

/// <summary>Why a step was refused.</summary>
public enum RefusalKind
{
    /// <summary>Not now, in this state.</summary>
    Conflict,

    /// <summary>Never, with this payload.</summary>
    Invalid,

    /// <summary>It refers to something that isn't here.</summary>
    Unknown,

    /// <summary>Not by this person.</summary>
    Forbidden,
}
