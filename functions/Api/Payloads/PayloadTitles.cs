using System.Collections.Frozen;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>What the fields of payloads are called in Dutch, from <c>Field.resx</c>, and what the few that follow a pattern look like.</summary>
internal static class PayloadTitles
{
    private static readonly FrozenDictionary<string, string> Examples = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["court"] = "RVS",
        ["ecli"] = "ECLI:NL:RVS:2022:1432",
        ["session"] = "2017/2018",
        ["handler"] = "j.jansen",
        ["kind"] = "edited-letter",
        ["matterId"] = "D-2018-014",
        ["publisherUri"] = "https://identifier.overheid.nl/tooi/id/ministerie/mnre1058",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The title of a field; its own name where <c>Field.resx</c> has none.</summary>
    /// <param name="record">Whose field it is; null for one that stands beside a payload.</param>
    public static string Of(Type? record, string field) =>
        (record is null ? null : Sentences.Find($"field.{record.Name}.{field}")) ?? Sentences.Find($"field.{field}") ?? field;

    /// <summary>Whether somebody wrote a title for it.</summary>
    public static bool Knows(string field) => Sentences.Find($"field.{field}") is not null;

    /// <summary>A text that follows the field's pattern.</summary>
    public static string ExampleOf(string field) => Examples.GetValueOrDefault(field, "voorbeeld");

    /// <summary>How to follow a pattern.</summary>
    public static string PatternOf(string pattern) => pattern switch
    {
        _ when pattern.StartsWith("ECLI", StringComparison.Ordinal) => Sentences.Say("form.pattern.ecli"),
        "[A-Z]{2,7}" => Sentences.Say("form.pattern.court"),
        "[a-z][a-z0-9-]{1,39}" => Sentences.Say("form.pattern.kind"),
        SetMatter.Pattern => Sentences.Say("form.pattern.matter"),
        @"[\w.@:\-]+" => Sentences.Say("form.pattern.person"),
        "[0-9A-Fa-f]{64}" => Sentences.Say("form.pattern.sha-256"),
        WriteMotivation.MarkPattern => Sentences.Say("form.pattern.mark"),
        _ when pattern.StartsWith("https://identifier", StringComparison.Ordinal) => Sentences.Say("form.pattern.organisation"),
        _ when pattern.StartsWith(@"\d{4}/", StringComparison.Ordinal) => Sentences.Say("form.pattern.session"),
        _ => Sentences.Say("form.pattern.other", pattern),
    };
}
