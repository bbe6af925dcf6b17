using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>
/// The calculator of terms, as its query string speaks: <c>rule=woo-4.4-1&amp;start=2023-03-10&amp;extended=true&amp;suspension=2023-03-20/2023-03-27</c>.
/// </summary>
internal static class TermsCalculator
{
    private const int MostSuspensions = 50;

    private static readonly ImmutableArray<string> Parameters = ["rule", "start", "extended", "extension", "suspension", "length", "asOf", "lang", "language"];

    /// <summary>The calculation, or everything that is wrong with the question.</summary>
    /// <param name="today">As of when, where the question doesn't say.</param>
    public static (CalculationView? Answer, Problem? Problem) Answer(IQueryCollection query, HolidayCalendar calendar, DateOnly today, Language language)
    {
        var errors = new PayloadErrors();
        foreach (var unknown in query.Keys.Where(key => !Parameters.Contains(key, StringComparer.Ordinal)))
            errors.Add(unknown.Length <= 64 ? unknown : "?", $"Deze vraag bestaat hier niet. Wel: {string.Join(", ", Parameters)}.");

        language = Language(query, errors) ?? language;
        var rule = Rule(query, errors);
        var start = Required(query, "start", errors);
        var asOf = Optional(query, "asOf", errors) ?? today;
        if (asOf < Cases.Terms.Earliest || asOf > Cases.Terms.Latest)
            errors.Add("asOf", $"Termijnen worden berekend van {Dutch.Date(Cases.Terms.Earliest)} tot en met {Dutch.Date(Cases.Terms.Latest)}.");
        var length = Number(query, "length", errors);
        var extension = Number(query, "extension", errors);
        var extended = Truth(query, "extended", errors);
        if (extended is not null && extension is not null)
            errors.Add("extension", "Geef extended (zo lang als kan) of extension (zoveel dagen), niet allebei.");
        var suspensions = Suspensions(query, errors);
        if (errors.Count > 0 || rule is null || start is not { } startedOn)
            return (null, Problems.Invalid(errors.Messages));

        var facts = new TermFacts(rule.Name, startedOn, length is { } days ? TermLength.Days(days) : null, extension ?? 0, suspensions);
        if (extended is true)
            facts = facts.Extended();
        foreach (var problem in Cases.Terms.Validate(facts))
            errors.Add(FieldOf(problem.Code), problem.Detail.In(language));
        return errors.Count > 0
            ? (null, Problems.Invalid(errors.Messages))
            : (CalculationView.Of(rule, facts, Cases.Terms.Calculate(facts, calendar, asOf), language), null);
    }

    private static Language? Language(IQueryCollection query, PayloadErrors errors)
    {
        var field = query.ContainsKey("language") ? "language" : "lang";
        if (field == "language" && query.ContainsKey("lang"))
            errors.Add("lang", "Geef language of lang, niet allebei.");
        if (Single(query, field, errors) is not { } name)
            return null;
        if (Languages.Named(name) is { } language)
            return language;
        errors.Add(field, "Kies een van: nl, en.");
        return null;
    }

    private static TermRule? Rule(IQueryCollection query, PayloadErrors errors)
    {
        var name = Single(query, "rule", errors);
        if (name is not null && TermRules.Find(name) is { } rule)
            return rule;
        errors.Add("rule", name is null
            ? "Geef de naam van een termijn, bijvoorbeeld woo-4.4-1."
            : $"Er is geen termijn met deze naam. Alle namen staan op {ApiPaths.Root}/terms/rules.");
        return null;
    }

    private static DateOnly? Required(IQueryCollection query, string name, PayloadErrors errors)
    {
        if (Single(query, name, errors) is not null)
            return Optional(query, name, errors);
        errors.Add(name, "Dit gegeven is verplicht: geef een datum, bijvoorbeeld 2018-05-22.");
        return null;
    }

    private static DateOnly? Optional(IQueryCollection query, string name, PayloadErrors errors)
    {
        if (Single(query, name, errors) is not { } text)
            return null;
        if (Date(text) is { } date)
            return date;
        errors.Add(name, "Geef een bestaande datum als jaar-maand-dag, bijvoorbeeld 2018-05-22.");
        return null;
    }

    private static int? Number(IQueryCollection query, string name, PayloadErrors errors)
    {
        if (Single(query, name, errors) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        errors.Add(name, "Geef een geheel aantal dagen.");
        return null;
    }

    private static bool? Truth(IQueryCollection query, string name, PayloadErrors errors)
    {
        switch (Single(query, name, errors))
        {
            case null:
                return null;
            case "true":
                return true;
            case "false":
                return false;
            default:
                errors.Add(name, "Geef true of false.");
                return null;
        }
    }

    /// <summary><c>from/through</c> or <c>from/through/basis</c>; both days are suspended; no second day for one that still runs.</summary>
    private static ImmutableArray<Suspension> Suspensions(IQueryCollection query, PayloadErrors errors)
    {
        var given = query["suspension"];
        if (given.Count > MostSuspensions)
        {
            errors.Add("suspension", $"Geef ten hoogste {MostSuspensions} opschortingen.");
            return [];
        }

        var suspensions = ImmutableArray.CreateBuilder<Suspension>();
        for (var i = 0; i < given.Count; i++)
        {
            var parts = (given[i] ?? "").Split('/');
            if (parts.Length is 2 or 3 && Date(parts[0]) is { } from && (parts[1].Length == 0 || Date(parts[1]) is not null))
                suspensions.Add(new Suspension(from, Date(parts[1]), parts.Length == 3 && parts[2].Length > 0 ? parts[2] : null));
            else
                errors.Add(string.Create(CultureInfo.InvariantCulture, $"suspension[{i}]"), "Geef de eerste en de laatste opgeschorte dag, bijvoorbeeld 2023-03-20/2023-03-27.");
        }

        return suspensions.ToImmutable();
    }

    private static string? Single(IQueryCollection query, string name, PayloadErrors errors)
    {
        var given = query[name];
        if (given.Count > 1)
            errors.Add(name, "Dit gegeven staat er meer dan één keer: laat er één staan.");
        return given.Count == 0 || string.IsNullOrWhiteSpace(given[0]) ? null : given[0];
    }

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>Which part of the question a problem is about.</summary>
    private static string FieldOf(string code) => code switch
    {
        _ when code.StartsWith("start", StringComparison.Ordinal) => "start",
        _ when code.StartsWith("length", StringComparison.Ordinal) => "length",
        _ when code.StartsWith("extension", StringComparison.Ordinal) => "extension",
        _ when code.Contains("suspension", StringComparison.Ordinal) || code.Contains("basis", StringComparison.Ordinal) => "suspension",
        "rule-not-in-force" => "start",
        _ => "rule",
    };
}

/// <summary>A term that was calculated, with its proof.</summary>
/// <param name="DueMoves">Whether a suspension runs whose end isn't known, so that the dates move on every day.</param>
/// <param name="Assumptions">Names of the assumptions that the dates rest on; a jurist is still to confirm them.</param>
internal sealed record CalculationView(
    string Rule,
    string Title,
    string Article,
    DateOnly StartedOn,
    int ExtensionDays,
    int SuspendedDays,
    DateOnly Nominal,
    DateOnly Due,
    bool Suspended,
    bool DueMoves,
    long CalendarVersion,
    ImmutableArray<string> Assumptions,
    ImmutableArray<TrailLine> Trail)
{
    public static CalculationView Of(TermRule rule, TermFacts facts, TermCalculation calculated, Language language) => new(
        rule.Name, rule.Title.In(language), rule.Article, facts.StartedOn, facts.ExtensionDays, calculated.SuspendedDays, calculated.Nominal, calculated.Due,
        calculated.Suspended, calculated.DueMoves, calculated.CalendarVersion, calculated.Assumptions,
        [.. calculated.Trail.Select(line => TrailLine.Of(line, language))]);
}
