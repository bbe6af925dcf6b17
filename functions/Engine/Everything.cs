using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>All that is stored, for the few things that concern all of it.</summary>
public sealed class Everything(
    StorageAccount account, Dossier<Case> cases, Dossier<Ruling> rulings, Dossier<Organisation> organisations, Settings settings, Worklist worklist, Indexer indexer,
    People people, Driving driving)
{
    /// <summary>Empties storage and memory alike.</summary>
    public async Task ForgetAsync(CancellationToken cancellation)
    {
        var driver = await driving.CurrentAsync(cancellation);
        await account.ForgetEverythingAsync(cancellation);
        await account.CreateMissingAsync(cancellation);
        cases.Forget();
        rulings.Forget();
        organisations.Forget();
        indexer.Forget();
        worklist.Forget();
        people.Forget();
        driving.Forget();
        settings.Take(Organisation.Blank(Organisation.TheId));
        // Who drives is no part of what is forgotten.
        if (driver is not null)
            await driving.AppointAsync(null, new HostIdentity(driver.Kind, driver.Hub), Driving.FirstToCome, cancellation);
    }
}
