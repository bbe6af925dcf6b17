using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WobWorkflow.Api;
using WobWorkflow.App;
using WobWorkflow.Engine;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
var (configuration, services) = (builder.Configuration, builder.Services);
var rehearsal = new RehearsalMode(HostSettings.Rehearsal(configuration));
services.Configure<KestrelServerOptions>(kestrel =>
{
    kestrel.AddServerHeader = false;
    kestrel.Limits.MaxRequestBodySize = WobApi.LargestRequest;
});
services.AddSingleton(new HostIdentity("functions", TaskHub.NameOf(configuration)));
services.AddWobEngine(HostSettings.Storage(configuration, rehearsal.Enabled), HostSettings.Mail(configuration), rehearsal, HostSettings.Templates(configuration));
services.AddWobApi(configuration);
services.AddSingleton<Pipeline>().AddSingleton<DurableInstances>().AddSingleton<IInstances>(s => s.GetRequiredService<DurableInstances>()).AddSingleton<IPackageStarter>(s => s.GetRequiredService<DurableInstances>());
services.AddSingleton<WakeUps>().AddSingleton<IWaker, DurableWaker>().AddSingleton<IDriver, DurableDriver>();
services.AddSingleton(new Sweeping(InProcess: false)).AddHostedService<Upkeep>();

var app = builder.Build();
await app.Services.StartWobEngineAsync(CancellationToken.None);
await app.Services.GetRequiredService<Driving>().BeginAsync(CancellationToken.None);
await app.RunAsync();
