using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>The numbers of a year, as tables with a picture beside them.</summary>
internal static class ReportPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/reports", (HttpContext http) => Results.Redirect($"/reports/{ThisYear(http).ToString(CultureInfo.InvariantCulture)}"));
        pages.MapGet("/reports/{year}", SeeAsync);
    }

    private static async Task<IResult> SeeAsync(HttpContext http, string year, CancellationToken cancellation)
    {
        var report = await http.RequestServices.GetRequiredService<ReportEndpoints>().OfAsync(http.Actor(), year, cancellation);
        return Html.Page<ReportPage>(new ReportModel(report, ThisYear(http)));
    }

    private static int ThisYear(HttpContext http) => http.RequestServices.GetRequiredService<CaseClock>().Today.Year;
}

internal sealed record ReportModel(YearReport Report, int ThisYear);
