using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;

namespace WobWorkflow.Api;

/// <summary>A choice that a field offers.</summary>
internal sealed record FormOption(string Value, string Title);

/// <summary>What the fields of one form have in common.</summary>
/// <param name="Errors">What is wrong, by the path of the field.</param>
/// <param name="References">What there is to refer to, by the type of the reference.</param>
/// <param name="Suggestions">What can be filled in a text field, by its name; other texts may be typed too.</param>
/// <param name="More">Lists that one more row was asked for.</param>
internal sealed record FormContext(
    ImmutableSortedDictionary<string, ImmutableArray<string>> Errors,
    ImmutableDictionary<Type, ImmutableArray<FormOption>> References,
    ImmutableDictionary<string, ImmutableArray<FormOption>> Suggestions,
    ImmutableHashSet<string> More)
{
    public static FormContext Empty { get; } = new(
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty, ImmutableDictionary<Type, ImmutableArray<FormOption>>.Empty,
        ImmutableDictionary<string, ImmutableArray<FormOption>>.Empty, []);

    /// <summary>References of which there are more than are offered: others can be typed.</summary>
    public ImmutableHashSet<Type> Typed { get; init; } = [];

    public bool IsTyped(Type reference) => Typed.Contains(reference) || !References.ContainsKey(reference);

    /// <summary>What is wrong with the field, in the words of a form; null where nothing is.</summary>
    public string? ErrorOf(string path) => Errors.TryGetValue(path, out var messages) ? string.Join(" ", messages.Select(InWordsOfAForm)) : null;

    /// <summary>Whether that is one of the texts which are suggested for the field.</summary>
    public bool Suggests(string field, string text) => Suggestions.TryGetValue(field, out var options) && options.Any(option => option.Value == text);

    private static string InWordsOfAForm(string message) => message
        .Replace(", zonder aanhalingstekens", "", StringComparison.Ordinal)
        .Replace(", tussen aanhalingstekens", "", StringComparison.Ordinal)
        .Replace("Geef true of false.", Sentences.Say("form.choose-yes-no"), StringComparison.Ordinal);
}

/// <summary>A field as it is shown.</summary>
internal sealed record FormField(PayloadField Field, string Path, JsonNode? Value, FormContext Context)
{
    private const int LongText = 200;

    public string Id => "f-" + string.Concat(Path.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    public string? Error => Context.ErrorOf(Path);

    /// <summary>Whether it stands in something that may be left out as a whole: a row of a list, a record that is not required.</summary>
    public bool Loose { get; init; }

    /// <summary>Whether the browser itself insists on it. A row that is left empty is no row, so that nothing in it is insisted on.</summary>
    public bool Demanded => Field.Required && !Loose;

    /// <summary>Ids of what describes the control.</summary>
    public string? DescribedBy => (Error, Hint) switch
    {
        (null, null) => null,
        (null, _) => $"{Id}-hint",
        (_, null) => $"{Id}-error",
        _ => $"{Id}-hint {Id}-error",
    };

    public string? Invalid => Error is null ? null : "true";

    public string? Hint => Field.Value switch
    {
        GroundValue or ListValue { Item: GroundValue } => Sentences.Say("form.ground-hint"),
        ListValue { Item: TextValue or NumberValue } => Sentences.Say("form.one-a-line"),
        ListValue { Item: AreaValue } => Sentences.Say("form.areas-hint"),
        ListValue when IsTyped => Sentences.Say("form.numbers-hint"),
        ReferenceValue when IsTyped => Sentences.Say("form.number-hint"),
        NumberValue when Rule<RangeAttribute>() is { } range => Sentences.Say("form.range", range.Minimum, range.Maximum),
        TextValue when Rule<RegularExpressionAttribute>() is { } pattern && PayloadRules.Choices(pattern) is null => PayloadTitles.PatternOf(pattern.Pattern),
        _ => null,
    };

    /// <summary>Whether it is typed, a line for each, rather than chosen.</summary>
    public bool IsTyped => Field.Value switch
    {
        ListValue { Item: TextValue or NumberValue or AreaValue } => true,
        ListValue { Item: ReferenceValue item } => Context.IsTyped(item.Type),
        ReferenceValue one => Context.IsTyped(one.Type),
        _ => false,
    };

    public bool IsLong => Field.Value is TextValue && Rule<RegularExpressionAttribute>() is null && MaxLength is null or > LongText && Rule<EmailAddressAttribute>() is null && Rule<UrlAttribute>() is null
        && Field.Name is not ("handler" or "title" or "name");

    public int? MaxLength => Rule<MaxLengthAttribute>()?.Length;

    public string InputType => Rule<EmailAddressAttribute>() is not null ? "email" : Rule<UrlAttribute>() is not null ? "url" : "text";

    public string Text => Value is JsonValue value ? value.ToString() : Value is null && Field.Default is { } given && Field.Value is NumberValue or TextValue ? Field.Default.ToString() ?? "" : "";

    /// <summary>The value of a choice: what was chosen, or what it is unless something else is chosen.</summary>
    public string Chosen => Value is JsonValue value ? value.ToString() : Field.Default is { } given ? Field.Value.Write(given)?.ToString() ?? "" : "";

    /// <summary>The choices of a field that has few; null where anything may be filled in.</summary>
    public ImmutableArray<FormOption>? Choices => ChoicesOf(Field.Value);

    public ImmutableArray<FormOption>? ItemChoices => Field.Value is ListValue list ? ChoicesOf(list.Item) : null;

    public ImmutableArray<string> Items => Value is JsonArray array ? [.. array.Select(item => item?.ToString() ?? "")] : [];

    public ImmutableArray<FormOption>? Suggestions =>
        Context.Suggestions.TryGetValue(Field.Name, out var options) && options.Length > 0 ? options : IsTyped && Field.Value is ReferenceValue reference && OfferedOf(reference) is { Length: > 0 } offered ? offered : null;

    public T? Rule<T>()
        where T : ValidationAttribute => Field.Rules.OfType<T>().FirstOrDefault();

    public ImmutableArray<FormField> Within(PayloadShape shape, string path, JsonNode? value) =>
        [.. shape.Fields.Select(field => new FormField(field, FormPayload.In(path, field.Name), (value as JsonObject)?[field.Name], Context) { Loose = Loose || Field.Value is ListValue || !Field.Required })];

    private ImmutableArray<FormOption> OfferedOf(ReferenceValue reference) => Context.References.TryGetValue(reference.Type, out var options) ? options : [];

    private ImmutableArray<FormOption>? ChoicesOf(PayloadValue value) => value switch
    {
        ChoiceValue choice => [.. choice.Names.Select(name => new FormOption(name, Labels.OfKebab(choice.Type, name)))],
        AgencyValue => [.. Cases.Agencies.All.Select(agency => new FormOption(agency.Code, $"{agency.Code} · {agency.NameNl}"))],
        // Where nobody knows what there is to refer to, it is typed.
        ReferenceValue reference => Context.IsTyped(reference.Type) ? null : OfferedOf(reference),
        TextValue when Rule<RegularExpressionAttribute>() is { } pattern && PayloadRules.Choices(pattern) is { } words =>
            [.. words.Select(word => new FormOption(word, Labels.Find($"{Field.Name}.{word}") ?? word))],
        _ => null,
    };
}
