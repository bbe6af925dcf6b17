using Microsoft.Extensions.Configuration;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>Reads what the engine needs from configuration, under the same names on every host.</summary>
public static class HostSettings
{
    private const string Development = "UseDevelopmentStorage=true";

    /// <summary>Everything of a rehearsal is kept apart from what is real, also where both use one account.</summary>
    private const string RehearsalPrefix = "rehearsal";

    /// <exception cref="SettingException">No account is given, or not enough of it.</exception>
    public static StorageOptions Storage(IConfiguration configuration, bool rehearsal) => new()
    {
        Account = Location(configuration.GetSection("Storage"))
            ?? (rehearsal ? StorageLocation.Of(Development) : throw new SettingException("Set Storage:ConnectionString, or Storage:BlobUri and Storage:TableUri.")),
        Parties = Location(configuration.GetSection("Storage:Parties")),
        Prefix = Prefix(configuration["Storage:Prefix"] ?? (rehearsal ? RehearsalPrefix : "")),
        AllowEmulator = rehearsal,
    };

    /// <exception cref="SettingException">A number or a yes-or-no is neither.</exception>
    public static MailOptions Mail(IConfiguration configuration)
    {
        try
        {
            return configuration.GetSection("Mail").Get<MailOptions>() ?? new MailOptions();
        }
        catch (InvalidOperationException exception)
        {
            throw new SettingException("Mail can't be read: Mail:Port is a number, Mail:AllowPlain true or false.", exception);
        }
    }

    /// <exception cref="SettingException">It is neither true nor false.</exception>
    public static bool Rehearsal(IConfiguration configuration) => configuration["Rehearsal:Enabled"] switch
    {
        null or "" => false,
        var value when bool.TryParse(value, out var enabled) => enabled,
        _ => throw new SettingException("Rehearsal:Enabled is true or false."),
    };

    /// <returns>The folder of the organisation's templates; null where it has none.</returns>
    /// <exception cref="SettingException">It isn't there.</exception>
    public static string? Templates(IConfiguration configuration) =>
        configuration["Letters:Templates"] is not { Length: > 0 } folder ? null
        : Directory.Exists(folder) ? folder
        : throw new SettingException("Letters:Templates names a folder that isn't there: make it, correct the name, or leave the setting out.");

    private static string Prefix(string prefix) =>
        prefix.Length <= 20 && prefix.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)) && (prefix.Length == 0 || !char.IsAsciiDigit(prefix[0]))
            ? prefix
            : throw new SettingException("Storage:Prefix is at most 20 lower-case letters and digits, and begins with a letter.");

    private static StorageLocation? Location(IConfigurationSection section)
    {
        if (section["ConnectionString"] is { Length: > 0 } connection)
            return StorageLocation.Of(connection);
        if (section["BlobUri"] is not { Length: > 0 } blobs)
            return null;
        return StorageLocation.Of(Address(section, "BlobUri", blobs), section["TableUri"] is { Length: > 0 } tables ? Address(section, "TableUri", tables) : null, section["ClientId"]);
    }

    private static Uri Address(IConfigurationSection section, string name, string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? address
            : throw new SettingException($"{section.Path}:{name} is an address such as https://account.blob.core.windows.net.");
}
