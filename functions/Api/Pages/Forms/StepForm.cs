using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace WobWorkflow.Api;

/// <summary>A step as a form: made from the row of the catalogue, filled with what was typed.</summary>
/// <param name="Action">Where it goes.</param>
/// <param name="Back">The page to go back to without doing anything.</param>
/// <param name="Subject">On what it is taken, for people.</param>
/// <param name="Version">The version that its reader knew; null for something that isn't there yet.</param>
/// <param name="Key">The idempotency key: the same however often the form is sent.</param>
/// <param name="Refusal">Why it was not taken the last time; null the first time.</param>
/// <param name="Changes">What others did meanwhile; empty where nobody did.</param>
/// <param name="WithDate">Whether a date of effect may be given.</param>
/// <param name="Scope">On what kind of thing it is taken; empty for a case. Steps on different things may share a name.</param>
internal sealed record StepForm(
    string Name, string Title, string? Article, PayloadShape Shape, string Action, string Back, string Subject, long? Version, string Key, JsonObject Values, FormContext Context,
    Problem? Refusal, ImmutableArray<LogLine> Changes, bool WithDate = true, string Scope = "")
{
    public const string VersionField = "_version";
    public const string KeyField = "_key";
    public const string MoreField = "_more";

    /// <summary>What is seldom needed and may be left out: folded away in a long form, so that what is usual stands together.</summary>
    private static readonly ImmutableHashSet<string> Seldom =
    [
        "start", "length", "areas", "derivedFrom", "derivedFromCase", "derivedFromDocument", "withheldUntil", "reasonDespiteAge", "emissions", "judgedBy", "passageId", "environmental", "matterId", "language",
        "postedOn", "excusable", "noticeOn", "forum", "owner", "specialRegime", "formalDecisionMaking",
    ];

    /// <summary>Shorter than this a form has nothing to fold.</summary>
    private const int Long = 7;

    public ImmutableArray<FormField> Usual => [.. Fields.Where(one => !IsSeldom(one))];

    public ImmutableArray<FormField> Folded => [.. Fields.Where(IsSeldom)];

    /// <summary>Whether something stands in what is folded, or is wrong with it: then it is opened.</summary>
    public bool IsFoldedOpen => Folded.Any(one => IsFilledIn(one) || Context.Errors.Keys.Any(key => key == one.Path || key.StartsWith(one.Path + "[", StringComparison.Ordinal)));

    public ImmutableArray<FormField> Fields => [.. Shape.Fields.Select(one => new FormField(one, one.Name, Values[one.Name], Context))];

    private bool IsSeldom(FormField one) => Shape.Fields.Length >= Long && !one.Field.Required && Seldom.Contains(one.Field.Name);

    private static bool IsFilledIn(FormField one) =>
        one.Value is { } value && !(one.Field.Default is { } given && one.Field.Value.Write(given)?.ToJsonString() == value.ToJsonString());

    /// <summary>What the step does that can't be undone by another; null where it does nothing of the kind.</summary>
    public string? Consequence => Labels.Find($"consequence.{Scope}{Name}");

    public string? EffectiveOn => Values[PayloadReader.EffectiveOn]?.ToString();

    /// <summary>Errors of fields that the form doesn't show, such as the payload as a whole.</summary>
    public IEnumerable<string> OtherErrors =>
        Context.Errors.Where(error => !Shape.Fields.Any(one => error.Key == one.Name || error.Key.StartsWith(one.Name + ".", StringComparison.Ordinal) || error.Key.StartsWith(one.Name + "[", StringComparison.Ordinal)))
            .Where(error => error.Key != PayloadReader.EffectiveOn).SelectMany(error => error.Value);
}

/// <summary>A line of a log as people read it.</summary>
internal sealed record LogLine(long Seq, DateTimeOffset At, DateOnly On, string Actor, string Title, string? About);
