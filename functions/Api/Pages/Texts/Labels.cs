using System.Globalization;
using System.Resources;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>Dutch words for what code has names for, from <c>Labels.resx</c>.</summary>
internal static class Labels
{
    private static readonly ResourceManager Words = new("WobWorkflow.Api.Labels", typeof(Labels).Assembly);

    /// <summary>The word for one of a few; its own name where nobody wrote one yet.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Of(typeof(T), value.ToString());

    /// <param name="name">As in code.</param>
    public static string Of(Type type, string name) => Find($"{type.Name}.{name}") ?? name;

    /// <summary>The word for a value that is only known as JSON writes it: <c>partly-public</c>.</summary>
    public static string OfKebab(Type type, string kebab) => Of(type, Pascal(kebab));

    /// <summary>What an event is called in a log that people read.</summary>
    public static string OfEvent(string type) => Find($"event.{type}") ?? type.Replace('-', ' ');

    /// <summary>What a file of a case is: a letter by its kind, or what whoever added it called it.</summary>
    public static string OfArtifact(string kind) => Find($"artifact.{kind}") ?? Find($"{nameof(LetterKind)}.{Pascal(kind)}") ?? kind.Replace('-', ' ');

    /// <summary>A sentence with these words filled in.</summary>
    /// <exception cref="InvalidOperationException">Nobody wrote that sentence.</exception>
    public static string Say(string key, params ReadOnlySpan<object?> words)
    {
        var sentence = Find(key) ?? throw new InvalidOperationException($"Labels.resx has no '{key}'.");
        return words.IsEmpty ? sentence : string.Format(Sentences.Language, sentence, words);
    }

    /// <summary>The name in code of what JSON writes with hyphens.</summary>
    internal static string Pascal(string kebab) => string.Concat(kebab.Split('-').Select(part => part.Length == 0 ? "" : char.ToUpperInvariant(part[0]) + part[1..]));

    /// <summary>Null where there is no such word.</summary>
    public static string? Find(string key) => Words.GetString(key, Sentences.Language);
}

/// <summary>How pages write what isn't a word.</summary>
internal static class Written
{
    private static readonly CultureInfo Nl = CultureInfo.GetCultureInfo("nl-NL");

    public static string Date(DateOnly? date) => date is { } day ? Dutch.Date(day) : "";

    public static string ShortDate(DateOnly? date) => date is { } day ? day.ToString("d-M-yyyy", CultureInfo.InvariantCulture) : "";

    /// <summary>As a form and a machine write it.</summary>
    public static string Iso(DateOnly? date) => date is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";

    public static string WeekDay(DateOnly date) => Nl.DateTimeFormat.GetDayName(date.DayOfWeek);

    /// <summary>A moment, in Dutch time.</summary>
    public static string Moment(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam")).ToString("d MMMM yyyy HH:mm", Nl);

    public static string DaysLeft(int days) => days switch
    {
        > 0 => Sentences.Count("common.days-left", days),
        0 => Sentences.Say("common.today"),
        _ => Sentences.Count("common.days-late", -days),
    };

    public static string Size(long bytes) => bytes switch
    {
        < 1024 => string.Create(Nl, $"{bytes} bytes"),
        < 1024 * 1024 => string.Create(Nl, $"{bytes / 1024.0:0} kB"),
        _ => string.Create(Nl, $"{bytes / 1024.0 / 1024.0:0.0} MB"),
    };
}
