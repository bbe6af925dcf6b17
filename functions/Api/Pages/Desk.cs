using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Api;

/// <summary>The handler's desk (behandelaarsomgeving): web pages for people, made on the server, on the same routes and rules as the API.</summary>
internal static class Desk
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddRazorComponents();
        // Dutch has letters beyond ASCII; what matters to HTML is escaped all the same.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddDataProtection().SetApplicationName("WobWorkflow");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = new StoredKeys(provider.GetService<KeyStore>())));
        // In a rehearsal nothing is worth wrapping the keys for, and the framework warns each time that nobody did.
        if (configuration.GetValue<bool>("Rehearsal:Enabled"))
            services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "wob-form";
            options.Cookie.SecurePolicy = DeskIdentity.SecureCookies(configuration);
            options.SuppressXFrameOptionsHeader = true; // frame-ancestors says it for every page
        });
        services.AddSingleton(provider => new Assets(configuration["Pages:Theme"]));
        services.AddTransient<WorklistPages>().AddTransient<CasePages>().AddTransient<CaseStepPages>().AddTransient<DocumentPages>().AddTransient<ReviewPages>().AddTransient<ResemblingPages>().AddTransient<CaseReferences>()
            .AddTransient<RulingPages>().AddTransient<RulingStepPages>().AddTransient<CalendarPages>().AddTransient<ConsultationPages>().AddTransient<RenditionPages>()
            .AddTransient<OrganisationPages>().AddTransient<InventoryPages>().AddTransient<ReportImportPages>().AddTransient<PackagePages>().AddTransient<CourtBundlePages>();
        DeskIdentity.Add(services, configuration);
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        AssetEndpoints.Map(routes);
        var open = routes.MapGroup("").ExcludeFromDescription().AddEndpointFilter(RecogniseAsync);
        SignInPages.Map(open);
        var pages = routes.MapGroup("").ExcludeFromDescription().RequireAuthorization(DeskIdentity.SignedIn).AddEndpointFilter(WobApi.SeenAsync);
        if (routes.ServiceProvider.GetRequiredService<ApiSettings>().Rehearsal)
            ExercisePages.Map(pages);
        WorklistPages.Map(pages);
        CasePages.Map(pages);
        CaseStepPages.Map(pages);
        DocumentPages.Map(pages);
        ConsultationPages.Map(pages);
        RenditionPages.Map(pages);
        CourtBundlePages.Map(pages);
        PackagePages.Map(pages);
        ReviewPages.Map(pages);
        ResemblingPages.Map(pages);
        RulingPages.Map(pages);
        RulingStepPages.Map(pages);
        CalculatorPages.Map(pages);
        CalendarPages.Map(pages);
        JobPages.Map(pages);
        OrganisationPages.Map(pages);
        InventoryPages.Map(pages);
        ReportImportPages.Map(pages);
        ReportPages.Map(pages);
    }

    /// <summary>
    /// Knows whoever has signed in also where nobody needs to: the token of a form is bound to its visitor, and "sign out" stands on pages of who is known.
    /// </summary>
    private static async ValueTask<object?> RecogniseAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (await context.HttpContext.AuthenticateAsync(DeskIdentity.Scheme) is { Succeeded: true, Principal: { } known })
            context.HttpContext.User = known;
        return await next(context);
    }

    /// <summary>A route that takes a form: it demands the antiforgery token, because a form that is read by hand is checked by nobody else.</summary>
    public static RouteHandlerBuilder MapForm(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => routes
        .MapPost(pattern, handler)
        .AddEndpointFilter(DemandTokenAsync)
        .DisableAntiforgery(); // the framework's own check looks at parameters, and there are none

    private static async ValueTask<object?> DemandTokenAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        FormBodies.Limit(http);
        try
        {
            await http.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http);
        }
        catch (AntiforgeryValidationException)
        {
            throw new ProblemException(Problems.FormNotOurs);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new ProblemException(Problems.MultipartUnreadable);
        }

        return await next(context);
    }
}
