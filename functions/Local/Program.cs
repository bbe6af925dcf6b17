using WobWorkflow.Api;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;
using WobWorkflow.Local;

var options = Arguments.Parse(args);
if (options.Problem is { } problem)
{
    await Console.Error.WriteLineAsync(problem);
    await Console.Error.WriteLineAsync(Arguments.Usage);
    return 2;
}

try
{
    return await ServeAsync(options);
}
catch (Exception exception) when (StartProblem.Of(exception, options.Port) is { } why)
{
    await Console.Error.WriteLineAsync($"WobWorkflow did not start. {why}");
    return 1;
}

static async Task<int> ServeAsync(Arguments options)
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = options.Settings, ContentRootPath = AppContext.BaseDirectory });
    var rehearsal = new RehearsalMode(HostSettings.Rehearsal(builder.Configuration));
    builder.WebHost.UseUrls(builder.Configuration["urls"] ?? $"http://127.0.0.1:{options.Port}");
    builder.WebHost.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = WobApi.LargestRequest;
    });
    builder.Services.AddWobEngine(
        HostSettings.Storage(builder.Configuration, rehearsal.Enabled), HostSettings.Mail(builder.Configuration), rehearsal, HostSettings.Templates(builder.Configuration));
    builder.Services.AddSingleton(services => new HostLease(services.GetRequiredService<StorageAccount>(), HostIdentity.Local.Hub, ProcessMarks.Here));
    builder.Services.AddSingleton(services => new DriverLease(services.GetRequiredService<HostLease>(), ProcessMarks.IsGone, TimeProvider.System));
    // Stopped after the driver, in the opposite order: nobody takes over while this one still drives.
    builder.Services.AddHostedService<LeaseKeeper>();
    builder.Services.AddSingleton<LocalWaker>().AddSingleton<IWaker>(services => services.GetRequiredService<LocalWaker>());
    builder.Services.AddSingleton<LocalDriver>().AddSingleton<IDriver>(services => services.GetRequiredService<LocalDriver>());
    builder.Services.AddHostedService(services => services.GetRequiredService<LocalDriver>());
    builder.Services.AddSingleton<PackageQueue>().AddSingleton<IPackageStarter>(services => services.GetRequiredService<PackageQueue>()).AddHostedService<PackageRunner>();
    builder.Services.AddSingleton(new Sweeping(InProcess: true)).AddHostedService<Upkeep>();
    builder.Services.AddWobApi(builder.Configuration);

    var app = builder.Build();
    app.UseWobApi();
    app.MapWobApi();

    await app.Services.StartWobEngineAsync(CancellationToken.None);
    if (options.Appoint is { } host)
        return await Appointing.AppointAsync(app.Services.GetRequiredService<Driving>(), host, Console.Out, CancellationToken.None);
    if (options.Rebuild)
        await Console.Out.WriteLineAsync($"Indexes made again: {await app.Services.GetRequiredService<Sweeper>().RebuildAsync(CancellationToken.None)} logs.");
    await app.StartAsync();
    var address = app.Urls.First();
    await Console.Out.WriteLineAsync($"WobWorkflow: {address}");
    if (options.Play && rehearsal.Enabled)
        await Telling.TellAsync(new Uri(address), options.Sample, Console.Out, app.Lifetime.ApplicationStopping);
    await app.WaitForShutdownAsync();
    return 0;
}

/// <summary>The host's entry point; named so that tests can start it.</summary>
public sealed partial class Program;
