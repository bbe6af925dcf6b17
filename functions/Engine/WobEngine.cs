using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WobWorkflow.Cases;
using WobWorkflow.Documents;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>What both hosts run on.</summary>
public static class WobEngine
{
    /// <summary>Adds the engine; the host adds its own <see cref="IWaker"/>, <see cref="IPackageStarter"/>, <see cref="IDriver"/> and, unless it is the local one, <see cref="HostIdentity"/>.</summary>
    /// <param name="templates">Where the organisation keeps its letter templates; null for those that the engine comes with.</param>
    public static IServiceCollection AddWobEngine(
        this IServiceCollection services, StorageOptions storage, MailOptions mail, RehearsalMode rehearsal, string? templates)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(rehearsal).AddSingleton(mail);
        services.AddSingleton(_ => StorageAccount.Open(storage));
        services.AddSingleton<LogStore>().AddSingleton<ArtifactStore>().AddSingleton<PartyStore>().AddSingleton<PeopleStore>().AddSingleton<CacheStore>().AddSingleton<UploadStore>().AddSingleton<KeyStore>();
        services.AddSingleton<AgendaIndex>().AddSingleton<WorklistIndex>().AddSingleton<HostRegister>().AddSingleton<JobStore>();
        services.AddSingleton(s => Dossier<Case>(s, LogId.Case, id => PartyScope.Case(id)));
        services.AddSingleton(s => Dossier<Ruling>(s, LogId.Ruling, id => PartyScope.Ruling(id)));
        services.AddSingleton(s => Dossier<Organisation>(s, _ => LogId.Organisation, _ => PartyScope.Organisation));

        services.AddSingleton<CaseClock>().AddSingleton<Settings>().AddSingleton<Steps>().AddSingleton<Texts>().AddSingleton<People>().AddSingleton<CaseFiles>();
        services.AddSingleton<Worklist>().AddSingleton<WorklistRows>().AddSingleton<Indexer>().AddSingleton<Sweeper>().AddSingleton<Everything>().AddSingleton<Redating>();
        services.AddSingleton<Agendas>().AddSingleton<Turn>().AddSingleton<DutyPerformer>().AddSingleton<Records>();
        services.AddSingleton<LetterDrafting>().AddSingleton<LetterDating>().AddSingleton<LetterComposer>().AddSingleton<Reminding>().AddSingleton<ReminderMail>().AddSingleton<RulingPost>();
        services.AddSingleton<InventoryEntries>().AddSingleton(new ReportReader()).AddSingleton<InventoryImporting>().AddSingleton<PackageOverviewWriter>().AddSingleton<PackageContents>().AddSingleton<PackageBuilding>().AddSingleton<PackageFiles>().AddSingleton<PackageWatch>();
        services.AddSingleton<DerivationPost>().AddSingleton<ContentIndex>().AddSingleton<Consistency>().AddSingleton<ResemblanceIndex>().AddSingleton<Resemblances>();
        services.AddSingleton<CaseSplitting>();
        services.AddSingleton<CaseJoining>();
        services.AddSingleton<CaseEnding>();
        services.AddSingleton<ContentRemoving>();
        services.AddSingleton<PublishedStore>().AddSingleton<PublicDocuments>().AddSingleton<RequesterCopies>();
        services.AddSingleton<Releasing>().AddSingleton<ParliamentDrafting>();
        services.AddSingleton(new ContainerReader()).AddSingleton<ContainerUnpacking>();
        services.AddSingleton<RedactionTasks>().AddSingleton<RedactionRendering>().AddSingleton(new RedactionInspector());
        services.AddSingleton(s => new RedactionMaker(s.GetRequiredService<RedactionInspector>()));
        services.AddSingleton(s => new CleanCopies(s.GetRequiredService<RedactionMaker>()));
        services.AddSingleton(new DocumentReader()).AddSingleton(new LetterWriter(new LetterTemplates(templates)));
        services.AddSingleton<IMailChannel>(mail.Host is null ? new FileChannel(mail) : new SmtpChannel(mail));
        services.AddSingleton<Rehearsal>().AddSingleton<Driving>().AddSingleton<Errands>();
        services.TryAddSingleton(HostIdentity.Local);
        return services;
    }

    /// <summary>Makes ready what must be there before the first step: containers, the clock, the list of cases. To be called once at start.</summary>
    public static async Task StartWobEngineAsync(this IServiceProvider services, CancellationToken cancellation)
    {
        await services.GetRequiredService<StorageAccount>().CreateMissingAsync(cancellation);
        await services.GetRequiredService<Rehearsal>().ResumeAsync(cancellation);
        // Whatever is appended from now on is noted for the indexes.
        var indexer = services.GetRequiredService<Indexer>();
        services.GetRequiredService<Dossier<Case>>().Changed += changed => indexer.Mark(changed.Log);
        var packages = services.GetRequiredService<PackageWatch>();
        services.GetRequiredService<Dossier<Case>>().Changed += changed => packages.Notice(changed.State);
        services.GetRequiredService<Dossier<Ruling>>().Changed += changed => indexer.Mark(changed.Log);
        await indexer.CatchUpAsync(cancellation);
    }

    private static Dossier<T> Dossier<T>(IServiceProvider services, Func<string, LogId> log, Func<string, PartyScope?> scope)
        where T : IAggregate<T> =>
        new(services.GetRequiredService<LogStore>(), services.GetRequiredService<PartyStore>(), log, scope);
}
