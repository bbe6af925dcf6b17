using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>That a request is treated in another case.</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="CaseId">The case in which it is treated.</param>
/// <param name="On">The day from which that was asked.</param>
/// <param name="Documents">What went over.</param>
public sealed record JoinedTo(
    int Number,
    string CaseId,
    FreeText Reason,
    DateOnly On,
    string By,
    DateOnly ReceivedOn,
    bool Environmental,
    Qualification Qualification,
    ImmutableArray<CarriedDocument> Documents)
{
    public JoinState State { get; init; } = JoinState.Asked;

    /// <summary>When the other case took it in; null until then.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Why it ends or ended; null while nobody asked for that.</summary>
    public FreeText? EndReason { get; init; }

    /// <summary>How often it was asked to end.</summary>
    public int Leavings { get; init; }

    public DateOnly? EndedOn { get; init; }

    /// <summary>The code with which the other case last refused what was asked; null where it did not.</summary>
    public string? Refused { get; init; }

    /// <summary>Whether the work is done in the other case, or may be in a moment.</summary>
    public bool Holds => State is JoinState.Asked or JoinState.Joined or JoinState.Leaving;

    /// <summary>What the letters about it are about: <c>join-1</c>.</summary>
    public string About => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"join-{Number}");
}

public enum JoinState
{
    /// <summary>The other case was asked.</summary>
    Asked,

    /// <summary>The other case would not.</summary>
    Refused,
    Joined,

    /// <summary>It is to go on by itself; the other case was told.</summary>
    Leaving,

    /// <summary>It goes on by itself.</summary>
    Ended,
}

/// <summary>A case of which the request is treated here too.</summary>
/// <param name="Number">Which joining of that case it is.</param>
/// <param name="Since">The number of the event by which it came.</param>
/// <param name="Documents">What came with it.</param>
public sealed record JoinedCase(string CaseId, int Number, DateOnly On, long Since, DateOnly ReceivedOn, ImmutableArray<JoinedDocument> Documents)
{
    /// <summary>When it went on by itself; null while it is treated here.</summary>
    public DateOnly? LeftOn { get; init; }

    /// <summary>The decisions of which it was told.</summary>
    public ImmutableList<FollowerTelling> Told { get; init; } = [];

    /// <summary>What it got when it left, beside what it had brought.</summary>
    public ImmutableArray<CarriedDocument> Given { get; init; } = [];
}

/// <summary>A document that came with a case.</summary>
/// <param name="There">What it is called there.</param>
/// <param name="Here">What it is here.</param>
/// <param name="New">Whether it wasn't here before.</param>
public sealed record JoinedDocument(DocumentId There, DocumentId Here, bool New);

/// <summary>That a joined case was told of a decision.</summary>
/// <param name="Refused">The code where it does not follow; null where it does.</param>
public sealed record FollowerTelling(DecisionId DecisionId, DateOnly On, string? Refused);

/// <summary>The decision of another case that a decision follows: it is the same decision, on another request.</summary>
/// <param name="Text">The letter of that decision without personal data, as it is enclosed.</param>
public sealed record Followed(string CaseId, DecisionId DecisionId, ArtifactId Text);
