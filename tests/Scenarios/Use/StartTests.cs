namespace WobWorkflow.Scenarios;

/// <summary>Whoever starts the service with a setting that is wrong reads in one line what to do, and no stack trace.</summary>
public sealed class StartTests(Azurite azurite)
{
    private const string Secret = "c2VjcmV0LWtleQ==";

    public static TheoryData<string, string, string> WrongSettings() => new()
    {
        { "", "", "Set Storage:ConnectionString, or Storage:BlobUri and Storage:TableUri." },
        { "Storage__ConnectionString", "AccountKey=" + Secret, "Storage:ConnectionString, or that of Storage:Parties, can't be read" },
        { "Storage__BlobUri", "account.blob.core.windows.net", "Storage:BlobUri is an address" },
        { "Storage__ConnectionString", "UseDevelopmentStorage=true", "This storage is an emulator" },
        { "Identity__Authority", "login.example.nl", "Identity:Authority is the address of an OpenID Connect authority, and begins with https://." },
        { "Identity__Authority", "http://login.example.nl", "begins with https://" },
        { "Identity__Audience", " ", "Set Identity:Authority and Identity:Audience" },
        { "Mail__Port", "smtp", "Mail:Port is a number" },
        { "Rehearsal__Enabled", "perhaps", "Rehearsal:Enabled is true or false." },
        { "Letters__Templates", "/there/is/no/such/folder", "Letters:Templates names a folder that isn't there" },
        { "Storage__Prefix", "Not-A-Prefix", "Storage:Prefix is at most 20 lower-case letters and digits" },
    };

    [Theory]
    [MemberData(nameof(WrongSettings))]
    public async Task Start_WithAWrongSetting_SaysWhichInOneLine(string setting, string value, string expected)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Identity__Authority"] = "https://login.example.nl",
            ["Identity__Audience"] = "wobworkflow",
        };
        // Where it is about something else, storage is an account that nobody asks anything of before.
        if (!setting.StartsWith("Storage__ConnectionString", StringComparison.Ordinal) && setting.Length > 0)
            settings["Storage__BlobUri"] = "https://account.blob.core.windows.net";
        if (setting.Length > 0)
            settings[setting] = value;

        var (exit, said) = await FailedStart.RunAsync(settings, "--port", "0");

        ShouldBeOneLine(exit, said, expected);
    }

    [Fact]
    public async Task Start_OnAPortInUse_SaysSo()
    {
        await using var service = await ServiceProcess.StartAsync(azurite);
        var port = $"{service.Address.Port}";

        var (exit, said) = await FailedStart.RunAsync(Storage(azurite.ConnectionString), "--rehearsal", "--port", port);

        ShouldBeOneLine(exit, said, $"Port {port} is in use: choose another with --port");
    }

    [Fact]
    public async Task Start_WithStorageThatIsNotThere_SaysSo()
    {
        var (exit, said) = await FailedStart.RunAsync(
            Storage($"DefaultEndpointsProtocol=http;AccountName=nobody;AccountKey={Secret};BlobEndpoint=http://127.0.0.1:1/nobody;TableEndpoint=http://127.0.0.1:1/nobody"),
            "--rehearsal", "--port", "0");

        ShouldBeOneLine(exit, said, "Storage does not answer");
    }

    [Fact]
    public async Task Start_WithAKeyThatStorageRefuses_SaysSo()
    {
        var key = azurite.ConnectionString.Split(';').Single(part => part.StartsWith("AccountKey=", StringComparison.Ordinal));

        var (exit, said) = await FailedStart.RunAsync(
            Storage(azurite.ConnectionString.Replace(key, $"AccountKey={Secret}", StringComparison.Ordinal)), "--rehearsal", "--port", "0");

        ShouldBeOneLine(exit, said, "Storage refuses us");
    }

    private static Dictionary<string, string> Storage(string connection) =>
        new(StringComparer.Ordinal) { ["Storage__ConnectionString"] = connection, ["Storage__Prefix"] = Azurite.NewPrefix() };

    private static void ShouldBeOneLine(int exit, string said, string expected)
    {
        exit.ShouldBe(1, said);
        said.ShouldContain(expected);
        said.Trim().Split('\n').ShouldHaveSingleItem(said).ShouldStartWith("WobWorkflow did not start. ");
        said.ShouldNotContain(Secret);
        said.ShouldNotContain("Exception");
    }
}
