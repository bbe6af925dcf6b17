using Microsoft.Extensions.Configuration;

namespace WobWorkflow.App;

/// <summary>The task hub, whose instances share the work.</summary>
internal static class TaskHub
{
    private const string Setting = "extensions:durableTask:hubName";

    /// <summary>Its name: as the host takes it, from its own environment or else from <c>host.json</c> beside the program.</summary>
    /// <exception cref="InvalidOperationException">Neither names it.</exception>
    public static string NameOf(IConfiguration configuration) =>
        configuration[$"AzureFunctionsJobHost:{Setting}"]
        ?? new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "host.json"), optional: true).Build()[Setting]
        ?? throw new InvalidOperationException("host.json names no task hub (extensions, durableTask, hubName).");
}
