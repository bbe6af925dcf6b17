using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using WobWorkflow.Cases;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>The calculator of terms as a page. What is asked stands in the address, so that an answer can be passed on with its proof.</summary>
internal static class CalculatorPages
{
    public const int SuspensionRows = 4;

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/calculator", SeeAsync);

    private static async Task<IResult> SeeAsync(HttpContext http, CancellationToken cancellation)
    {
        var asked = CalculatorAsked.Of(http.Request.Query);
        if (!asked.IsAsked)
            return Html.Page<CalculatorPage>(new CalculatorModel(asked, null, null));
        var facts = await http.RequestServices.GetRequiredService<Settings>().CurrentAsync(cancellation);
        var today = http.RequestServices.GetRequiredService<CaseClock>().Today;
        var (answer, problem) = TermsCalculator.Answer(asked.Question(), facts.Calendar, today, Language.Nl);
        return Html.Page<CalculatorPage>(new CalculatorModel(asked, answer, problem), problem?.Status ?? StatusCodes.Status200OK);
    }
}

/// <summary>What was filled in.</summary>
internal sealed record CalculatorAsked(string Rule, string Start, string Extension, string Length, string AsOf, ImmutableArray<SuspensionAsked> Suspensions)
{
    public bool IsAsked => Rule.Length > 0 || Start.Length > 0;

    public static CalculatorAsked Of(IQueryCollection query)
    {
        string Text(string name) => query[name].ToString() is { Length: <= 64 } text ? text : "";
        return new CalculatorAsked(
            Text("rule"), Text("start"), Text("extension"), Text("length"), Text("asOf"),
            [.. Enumerable.Range(1, CalculatorPages.SuspensionRows).Select(i => new SuspensionAsked(Text(Name("from", i)), Text(Name("through", i)), Text(Name("basis", i))))]);
    }

    /// <summary>The same in the words of the API, which answers it.</summary>
    public IQueryCollection Question()
    {
        var question = new Dictionary<string, StringValues>(StringComparer.Ordinal) { ["rule"] = Rule, ["start"] = Start };
        void Add(string name, string value)
        {
            if (value.Length > 0)
                question[name] = value;
        }

        Add("extension", Extension);
        Add("length", Length);
        Add("asOf", AsOf);
        string[] suspensions = [.. Suspensions.Where(one => one.From.Length > 0 || one.Through.Length > 0).Select(one => $"{one.From}/{one.Through}{(one.Basis.Length > 0 ? "/" + one.Basis : "")}")];
        if (suspensions.Length > 0)
            question["suspension"] = suspensions;
        return new QueryCollection(question);
    }

    public static string Name(string field, int row) => field + row.ToString(CultureInfo.InvariantCulture);
}

internal sealed record SuspensionAsked(string From, string Through, string Basis);

/// <param name="Answer">Null where nothing was asked, or something is wrong with it.</param>
internal sealed record CalculatorModel(CalculatorAsked Asked, CalculationView? Answer, Problem? Problem)
{
    public string? ErrorOf(string field) => Problem?.Errors is { } errors
        ? string.Join(" ", errors.Where(error => error.Key == field || error.Key.StartsWith(field + "[", StringComparison.Ordinal)).SelectMany(error => error.Value)) is { Length: > 0 } text ? text : null
        : null;

    public IEnumerable<Assumption> Assumptions => Answer is null ? [] : Answer.Assumptions.Select(Cases.Assumptions.Find).OfType<Assumption>();
}
