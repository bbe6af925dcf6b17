namespace WobWorkflow.Scenarios;

/// <summary>An office on a running service, where nobody moves the clock any more: it is 24 May 2018.</summary>
public sealed class OpenOffice(Azurite azurite) : IAsyncLifetime
{
    public static readonly DateOnly Today = new(2018, 5, 24);

    public ServiceProcess Service { get; private set; } = null!;

    public Office Office { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Service = await ServiceProcess.StartAsync(azurite);
        Office = await Office.OpenAsync(Service.Http, Today);
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();
}

[CollectionDefinition]
public sealed class AtTheOffice : ICollectionFixture<OpenOffice>;
