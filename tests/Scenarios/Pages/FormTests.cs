using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using WobWorkflow.Api;

namespace WobWorkflow.Scenarios;

/// <summary>What every page and every form has in common.</summary>
[Collection(typeof(AtTheOffice))]
public sealed class FormTests(OpenOffice open)
{
    /// <summary>Every route that takes a form, as the program itself lists them.</summary>
    public static TheoryData<string> Forms()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("Rehearsal:Enabled", "true")]);
        builder.Services.AddWobApi(builder.Configuration);
        using var app = builder.Build();
        ((IEndpointRouteBuilder)app).MapWobApi();
        var data = new TheoryData<string>();
        foreach (var endpoint in ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (!path.StartsWith("/api/", StringComparison.Ordinal) && !path.StartsWith("/rehearsal", StringComparison.Ordinal)
                && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
            {
                data.Add(path);
            }
        }

        return data;
    }

    [Fact]
    public void Forms_AreFound() => Forms().Count.ShouldBeGreaterThan(4);

    [Theory, MemberData(nameof(Forms))]
    public async Task Form_WithoutItsToken_IsRefused(string pattern)
    {
        using var visitor = await Visitor.SignedInAsync(open.Service.Address, "Vera Vergeten", ["coordinator", "handler"]);
        var path = string.Join('/', pattern.Split('/').Select(part => part.StartsWith('{') ? "x" : part));

        var answer = await visitor.PostAsync(path, ("name", "x"), ("handler", "x"), ("case", "x"), ("to", "day"));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, path);
        answer.Text.ShouldContain("form-not-ours");
    }

    [Fact]
    public async Task Page_ForNobody_LeadsToSignInAndBack()
    {
        using var visitor = new Visitor(open.Service.Address);

        var answer = await visitor.GetAsync("/cases?view=all");

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldEndWith("/sign-in?return=%2Fcases%3Fview%3Dall");
    }

    /// <summary>As the engine writes them in its mails.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("/consultations/consultation-1")]
    public async Task LinkInAMail_OpensItsPage_AfterSigningIn(string page)
    {
        var id = await open.Office.AssignedAsync();
        _ = (await open.Office.Handler.PostAsync($"cases/{id}/documents", new { title = "Nota", kind = "memo" })).Done;
        _ = (await open.Office.Handler.StepAsync(id, "consult", new { agency = "NCTV", documents = new[] { "doc-1" }, question = "Mag dit openbaar?", answerBy = "2018-06-05" })).Done;
        using var visitor = new Visitor(open.Service.Address);
        var link = $"/cases/{id}{page}";

        var toSignIn = (await visitor.GetAsync(link)).Headers.Location!.PathAndQuery;
        var back = await visitor.SubmitAsync(toSignIn, "/sign-in", ("name", "Henk Behandelaar"), ("roles", "handler"));

        back.Headers.Location!.OriginalString.ShouldBe(link);
        (await visitor.GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("https://elders.example/")]
    [InlineData("//elders.example/")]
    [InlineData("/\\elders.example")]
    public async Task SignIn_WithAWayBackToElsewhere_StaysHere(string back)
    {
        using var visitor = new Visitor(open.Service.Address);

        var answer = await visitor.SubmitAsync("/sign-in", "/sign-in", ("name", "Ina Inbreker"), ("roles", "handler"), ("return", back));

        answer.Status.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Fact]
    public async Task SignIn_WithoutARole_KeepsTheNameAndSaysWhy()
    {
        using var visitor = new Visitor(open.Service.Address);

        var answer = await visitor.SubmitAsync("/sign-in", "/sign-in", ("name", "Nico Nieuw"), ("roles", ""));

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("Nico Nieuw");
        answer.Text.ShouldContain("Kies ten minste één rol.");
    }

    [Fact]
    public async Task Cookie_OpensNoApi()
    {
        using var visitor = await Visitor.SignedInAsync(open.Service.Address, "Vera Vergeten", ["coordinator"]);

        (await visitor.GetAsync("/api/v1/cases")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Page_ThatIsNotThere_IsAPageThatSaysSo()
    {
        using var visitor = await Visitor.SignedInAsync(open.Service.Address, "Vera Vergeten", ["coordinator"]);

        var answer = await visitor.GetAsync("/nergens");

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.ContentType!.MediaType.ShouldBe("text/html");
        answer.Text.ShouldContain("<h1 class=\"utrecht-heading-1\">Niet gevonden</h1>");
        answer.Text.ShouldContain("Vera Vergeten");
    }

    [Fact]
    public async Task Page_AllowsNoScriptAndNoStyleOfItsOwn_AndHasNone()
    {
        using var visitor = await Visitor.SignedInAsync(open.Service.Address, "Vera Vergeten", ["coordinator"]);

        var answer = await visitor.GetAsync("/cases");

        answer.Headers.GetValues("Content-Security-Policy").ShouldBe(
            ["default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"]);
        answer.Text.ShouldNotContain("<script");
        answer.Text.ShouldNotContain("style=\"");
        answer.Text.ShouldContain("Oefening");
    }

    [Fact]
    public async Task Asset_IsKeptForGood_UnderTheHashOfItsContent()
    {
        using var visitor = new Visitor(open.Service.Address);
        var href = (await visitor.GetAsync("/sign-in")).Text.Split('"').First(part => part.EndsWith("/desk.css", StringComparison.Ordinal));

        var asset = await visitor.GetAsync(href);

        asset.Content.ContentType!.MediaType.ShouldBe("text/css");
        asset.Headers.CacheControl!.ToString().ShouldContain("max-age=31536000");
        asset.Headers.ETag!.Tag.ShouldBe($"\"{href.Split('/')[2]}\"");
        (await visitor.GetAsync("/assets/0000000000000000/desk.css")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
