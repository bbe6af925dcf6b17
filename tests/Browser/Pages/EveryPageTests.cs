using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using WobWorkflow.Api;

namespace WobWorkflow.Browser;

/// <summary>What every page keeps to, in each of its states: axe, reflow, without script, by keyboard.</summary>
[Collection(typeof(InTheBrowser))]
public sealed class EveryPageTests(BrowserOffice office)
{
    private const int Narrow = 320;
    private const int Wide = 1440;

    [Theory, MemberData(nameof(AllPages.Names), MemberType = typeof(AllPages))]
    public async Task Page_Narrow_IsSound_AndWideFits(string name)
    {
        await using var page = await AllPages.Of(name).OpenAsync(office, Narrow);

        await page.ShouldBeSoundAsync($"{name}, {Narrow}");
        await page.Page.SetViewportSizeAsync(Wide, 900);
        await page.ShouldFitAsync($"{name}, {Wide}");
    }

    [Theory, MemberData(nameof(AllPages.Routes), MemberType = typeof(AllPages))]
    public async Task Page_Wide_IsSound(string name)
    {
        await using var page = await AllPages.Of(name).OpenAsync(office, Wide);

        await page.ShouldBeSoundAsync($"{name}, {Wide}");
    }

    [Theory, MemberData(nameof(AllPages.Routes), MemberType = typeof(AllPages))]
    public async Task Page_ByKeyboard_ReachesEverything_AndShowsWhere(string name)
    {
        await using var page = await AllPages.Of(name).OpenAsync(office, 1280);

        await new ByKeyboard(page.Page).ShouldReachEverythingAsync(name);
    }

    /// <summary>The review page draws documents by script; the rest of it, and every other page, needs none.</summary>
    [Theory, MemberData(nameof(AllPages.Routes), MemberType = typeof(AllPages))]
    public async Task Page_WithoutScript_IsThere_AndFits(string name)
    {
        var row = AllPages.Of(name) with { Then = null };
        await using var page = await row.OpenAsync(office, Narrow, script: false);

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await page.ShouldFitAsync(name);
        page.Complaints.ShouldBeEmpty(name);
    }

    [Fact]
    public void EveryRoute_ThatAnswersWithAPage_HasARow()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("Rehearsal:Enabled", "true")]);
        builder.Services.AddWobApi(builder.Configuration);
        using var app = builder.Build();
        ((IEndpointRouteBuilder)app).MapWobApi();
        string[] elsewhere = ["/api/", "/rehearsal", "/health/", "/openapi/", "/open/", "/assets/", "/robots.txt", "/.well-known/"];
        var pages = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
            .Where(path => !elsewhere.Any(start => (path + "/").StartsWith(start, StringComparison.Ordinal)));

        pages.Except(AllPages.Files).Order().ShouldBe(AllPages.Rows.Select(row => row.Route).Distinct().Order(), "A page needs a row for each of its states in AllPages; a route that answers with a file is named there.");
    }
}
