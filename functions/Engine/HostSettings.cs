using Microsoft.Extensions.Configuration;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>Reads what the engine needs from configuration, under the same names on every host.</summary>
public static class HostSettings
{
    private const string Development = "UseDevelopmentStorage=true";

    /// <summary>Everything of a rehearsal is kept apart from what is real, also where both use one account.</summary>
    private const string RehearsalPrefix = "rehearsal";

    /// <exception cref="InvalidOperationException">No account is given, or not enough of it; the message says which setting.</exception>
    public static StorageOptions Storage(IConfiguration configuration, bool rehearsal) => new()
    {
        Account = Location(configuration.GetSection("Storage"))
            ?? (rehearsal ? StorageLocation.Of(Development) : throw new InvalidOperationException("Set Storage:ConnectionString, or Storage:BlobUri and Storage:TableUri.")),
        Parties = Location(configuration.GetSection("Storage:Parties")),
        Prefix = configuration["Storage:Prefix"] ?? (rehearsal ? RehearsalPrefix : ""),
        AllowEmulator = rehearsal,
    };

    public static MailOptions Mail(IConfiguration configuration) => configuration.GetSection("Mail").Get<MailOptions>() ?? new MailOptions();

    private static StorageLocation? Location(IConfigurationSection section)
    {
        if (section["ConnectionString"] is { Length: > 0 } connection)
            return StorageLocation.Of(connection);
        if (section["BlobUri"] is not { Length: > 0 } blobs)
            return null;
        return StorageLocation.Of(new Uri(blobs), section["TableUri"] is { Length: > 0 } tables ? new Uri(tables) : null, section["ClientId"]);
    }
}
