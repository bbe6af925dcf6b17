using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>The HTTP pipeline that both hosts mount.</summary>
public static class WobApi
{
    /// <summary>Bytes that a request may have at most, a file and what comes with it; the server should refuse more.</summary>
    public const long LargestRequest = Upload.MaxFileBytes + (1024 * 1024);

    /// <summary>What the pipeline itself needs. The host adds the engine's services.</summary>
    /// <param name="configuration">
    /// <c>Rehearsal:Enabled</c>, or <c>Identity:Authority</c> and <c>Identity:Audience</c>: the OpenID Connect authority whose tokens count.
    /// </param>
    /// <exception cref="InvalidOperationException">It says of neither.</exception>
    public static IServiceCollection AddWobApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddRouting();
        services.AddSingleton(new ApiSettings(HostSettings.Rehearsal(configuration)));
        Identity.Add(services, configuration);
        Contract.Add(services);
        Desk.Add(services, configuration);
        services.TryAddSingleton<IRehearsalKey, StoredRehearsalKey>();
        var patience = TimeSpan.FromSeconds(configuration.GetValue("Rehearsal:PatienceSeconds", 60.0));
        services.AddSingleton(provider => new ClockMoves(
            provider.GetRequiredService<Rehearsal>(), provider.GetRequiredService<WobWorkflow.Dossiers.JobStore>(), TimeProvider.System, patience));
        return services
            .AddSingleton<RehearsalTokenIssuer>()
            .AddTransient<CaseEndpoints>()
            .AddTransient<WorklistEndpoints>()
            .AddTransient<MatterEndpoints>()
            .AddTransient<FileEndpoints>()
            .AddTransient<ResemblingEndpoints>()
            .AddTransient<RedactionEndpoints>()
            .AddTransient<CourtBundleEndpoints>()
            .AddTransient<PackageContentEndpoints>()
            .AddTransient<InventoryEndpoints>()
            .AddTransient<ReportImport>()
            .AddTransient<UploadEndpoints>()
            .AddTransient<PackageEndpoints>()
            .AddTransient<Trial>()
            .AddTransient<OpenEndpoints>()
            .AddTransient<RulingEndpoints>()
            .AddTransient<RulingFileEndpoints>()
            .AddTransient<LogEndpoints>()
            .AddTransient<CalendarEndpoints>()
            .AddTransient<ReportEndpoints>()
            .AddSingleton<CalendarTokens>()
            .AddTransient<OrganisationEndpoints>();
    }

    /// <summary>What every request passes through: headers, problems, routing, and who is calling. Comes before anything that ends a request.</summary>
    public static IApplicationBuilder UseWobApi(this IApplicationBuilder app) => app
        .UseMiddleware<SecurityHeaders>()
        .UseMiddleware<ProblemPipeline>()
        .UseRouting()
        .UseAuthentication()
        .UseAuthorization();

    /// <summary>The endpoints. Those of the rehearsal are there in a rehearsal alone.</summary>
    public static IEndpointRouteBuilder MapWobApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(ApiPaths.Root).RequireAuthorization(Identity.HasRole).AddEndpointFilter(SeenAsync);
        TermsEndpoints.Map(api);
        WorklistEndpoints.Map(api);
        CaseEndpoints.Map(api);
        MatterEndpoints.Map(api);
        FileEndpoints.Map(api);
        ResemblingEndpoints.Map(api);
        UploadEndpoints.Map(api);
        RedactionEndpoints.Map(api);
        CourtBundleEndpoints.Map(api);
        PackageContentEndpoints.Map(api);
        InventoryEndpoints.Map(api);
        PackageEndpoints.Map(api);
        RulingEndpoints.Map(api);
        RulingFileEndpoints.Map(api);
        LogEndpoints.Map(api);
        OrganisationEndpoints.Map(api);
        JobEndpoints.Map(api);
        CalendarEndpoints.Map(api);
        ReportEndpoints.Map(api);
        HealthEndpoints.Map(routes);
        OpenEndpoints.Map(routes);
        CalendarEndpoints.MapOpen(routes);
        Contract.Map(routes);
        Desk.Map(routes);
        if (routes.ServiceProvider.GetRequiredService<ApiSettings>().Rehearsal)
        {
            RehearsalEndpoints.Map(routes.MapGroup(ApiPaths.Root));
            // The contract writes these beside /health, where no version stands before them.
            RehearsalEndpoints.Map(routes.MapGroup("").ExcludeFromDescription());
        }

        return routes;
    }

    /// <summary>Remembers who calls under which name, so that pages and reminders can name people whom the log knows only by id.</summary>
    internal static ValueTask<object?> SeenAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.RequestServices.GetService<People>()?.Saw(http.Actor(), http.User.FindFirst("name")?.Value, http.User.FindFirst("email")?.Value);
        return next(context);
    }
}

/// <summary>What the settings say that decides which routes there are.</summary>
internal sealed record ApiSettings(bool Rehearsal);
