using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WobWorkflow.Cases;
using WobWorkflow.Documents;
using WobWorkflow.Dossiers;
using Case = WobWorkflow.Cases.Case;

namespace WobWorkflow.Engine.Tests;

/// <summary>
/// The engine as a host runs it, on an account of its own: time stands still until a test moves it, and turns run when a test says so. A second one on the
/// same data (<see cref="AnotherAsync"/>) is a second process: it shares storage and the clock on the wall, and nothing else.
/// </summary>
internal sealed class EngineHost : IAsyncDisposable
{
    private readonly Azurite _azurite;
    private readonly Setup _setup;
    private readonly ServiceProvider _services;
    private readonly bool _ownsFolder;

    private EngineHost(Azurite azurite, Setup setup, bool ownsFolder)
    {
        (_azurite, _setup, _ownsFolder) = (azurite, setup, ownsFolder);
        var storage = new StorageOptions
        {
            Account = StorageLocation.Of(azurite.ConnectionString),
            Prefix = setup.Prefix,
            AllowEmulator = true,
            BlocksPerSegment = setup.BlocksPerSegment,
            RetryDelay = TimeSpan.FromMilliseconds(1),
            Configure = setup.Faults is { } faults ? faults.Apply : null,
        };
        var mail = setup.Mail ?? new MailOptions { Folder = Path.Combine(setup.Folder, "mail"), PublicAddress = "https://woo.example.nl" };
        var services = new ServiceCollection().AddSingleton<TimeProvider>(setup.Time).AddSingleton(Said);
        if (setup.Host is { } host)
            services.AddSingleton(host);
        services.AddLogging(logging => logging.AddProvider(Said).SetMinimumLevel(LogLevel.Trace));
        services.AddWobEngine(storage, mail, new RehearsalMode(setup.Rehearsal), setup.Templates ? Path.Combine(setup.Folder, "templates") : null);
        services.AddSingleton<Starter>().AddSingleton<IPackageStarter>(s => s.GetRequiredService<Starter>());
        services.AddSingleton<Waker>().AddSingleton<IWaker>(s => s.GetRequiredService<Waker>());
        services.AddSingleton<Driver>().AddSingleton<IDriver>(s => s.GetRequiredService<Driver>());
        if (setup.Channel is { } channel)
            services.AddSingleton(channel);
        _services = services.BuildServiceProvider();
    }

    public static async Task<EngineHost> StartAsync(Azurite azurite, Func<Setup, Setup>? with = null)
    {
        var setup = new Setup(Azurite.NewPrefix(), new ManualTime { Now = Noon(2018, 5, 22) }, Directory.CreateTempSubdirectory("wobworkflow-engine-").FullName);
        var host = new EngineHost(azurite, with?.Invoke(setup) ?? setup, ownsFolder: true);
        await host._services.StartWobEngineAsync(Ct);
        return host;
    }

    /// <summary>Another process on the same data; after this one has stopped it is the same one restarted.</summary>
    /// <param name="kind">Which host it is; null: the same one.</param>
    public async Task<EngineHost> AnotherAsync(StorageFaults? faults = null, HostIdentity? kind = null)
    {
        var host = new EngineHost(_azurite, _setup with { Faults = faults, Host = kind ?? _setup.Host }, ownsFolder: false);
        await host._services.StartWobEngineAsync(Ct);
        return host;
    }

    public static Actor Anna { get; } = new("anna", [Role.Handler, Role.Coordinator]);

    public static Actor Bert { get; } = new("bert", [Role.Approver]);

    public static Actor Cees { get; } = new("cees", [Role.Signatory]);

    public static Actor Dora { get; } = new("dora", [Role.Litigator]);

    public static Actor Frits { get; } = new("frits", [Role.Publisher, Role.Reviewer]);

    public static Actor Eva { get; } = new("eva", [Role.Administrator]);

    /// <summary>What logs and exceptions of the engine said.</summary>
    public Heard Said { get; } = new();

    public ManualTime Time => _setup.Time;

    /// <summary>Where <c>mail</c> and <c>templates</c> are.</summary>
    public string Folder => _setup.Folder;

    public string Prefix => _setup.Prefix;

    public Dossier<Case> Cases => Get<Dossier<Case>>();

    public Dossier<Ruling> Rulings => Get<Dossier<Ruling>>();

    public Driver Turns => Get<Driver>();

    public Waker Wakes => Get<Waker>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static DateTimeOffset Noon(int year, int month, int day) => new(year, month, day, 10, 0, 0, TimeSpan.Zero);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public StorageTally Measure() => Get<StorageAccount>().Meter.Measure();

    /// <summary>Registers a request that was received today; the same key is the same request.</summary>
    public async Task<string> RegisterAsync(string? key = null, string subject = "Zonnebloemakkoord") =>
        (await TryRegisterAsync(key, subject)).ShouldBeOfType<Done<Case>>().After.State.Id;

    public Task<Taken<Case>> TryRegisterAsync(string? key, string subject = "Zonnebloemakkoord") =>
        RegisterAsync(new Register(
            subject, $"Graag alle stukken over het {subject}.", LocalTime.DateOf(Get<CaseClock>().Now), Channel.Email,
            new PersonDetails("Wilhelmina Verzoekster", "wilhelmina@example.nl", "Dorpsstraat 1\n1234 AB Ons Dorp")), key);

    public Task<Taken<Case>> RegisterAsync(Register payload, string? key, CancellationToken? cancellation = null) =>
        Get<Steps>().RegisterAsync(payload, Anna, null, key, Body(payload), cancellation ?? Ct);

    /// <summary>Takes a step that is to succeed.</summary>
    public async Task<Done<Case>> StepAsync<TStep>(string caseId, TStep payload, Actor? actor = null)
        where TStep : IStep<Case, TStep> => (await TakeAsync(caseId, payload, actor)).ShouldBeOfType<Done<Case>>();

    public Task<Taken<Case>> TakeAsync<TStep>(
        string caseId, TStep payload, Actor? actor = null, string? key = null, long? ifMatch = null, CancellationToken? cancellation = null)
        where TStep : IStep<Case, TStep> =>
        Get<Steps>().TakeAsync(
            caseId, Catalogue.CaseSteps.Single(step => step.Payload == typeof(TStep)), payload, actor ?? Anna, null, key, Body(payload), ifMatch, cancellation ?? Ct);

    public Task<Taken<Ruling>> RegisterRulingAsync(params RulingRowPayload[] rows)
    {
        var payload = new RegisterRuling("RVS", RulingKind.Final, LocalTime.DateOf(Get<CaseClock>().Now), [.. rows], Instructions: ["Beslis opnieuw over het Zonnebloemakkoord."]);
        return Get<Steps>().RegisterRulingAsync(payload, Dora, null, null, Body(payload), Ct);
    }

    /// <summary>Takes a step on a ruling that is to succeed.</summary>
    public async Task<Ruling> RulingStepAsync<TStep>(string rulingId, TStep payload, Actor? by = null)
        where TStep : IStep<Ruling, TStep> =>
        (await Get<Steps>().TakeRulingAsync(
            rulingId, Catalogue.RulingSteps.Single(step => step.Payload == typeof(TStep)), payload, by ?? Dora, null, null, Body(payload), null, Ct))
        .ShouldBeOfType<Done<Ruling>>().After.State;

    public Task<Taken<Ruling>> CloseRulingAsync(string rulingId) =>
        Get<Steps>().TakeRulingAsync(
            rulingId, Catalogue.RulingSteps.Single(step => step.Payload == typeof(CloseRuling)), new CloseRuling(), Dora, null, null, Body(new CloseRuling()), null, Ct);

    public Task<Taken<Organisation>> SetAsync<TStep>(TStep payload, long? ifMatch = null)
        where TStep : IStep<Organisation, TStep> =>
        Get<Steps>().TakeOrganisationAsync(
            Catalogue.OrganisationSteps.Single(step => step.Payload == typeof(TStep)), payload, Eva, null, Body(payload), ifMatch, Ct);

    /// <summary>Sets where mail to all coordinators goes.</summary>
    public async Task SetCoordinatorsAsync(string email) => (await SetAsync(new SetLetterhead(
        "Ministerie van Zonnebloemen", "Team openbaarheid", "De Minister", "het hoofd", "Postbus 1", "de rechtbank", email))).ShouldBeOfType<Done<Organisation>>();

    /// <summary>From registration to the dispatch of a decision that no documents were found.</summary>
    public async Task<string> DecidedAsync()
    {
        var id = await RegisterAsync();
        await StepAsync(id, new Qualify(Qualification.PublicInformation));
        await StepAsync(id, new RecordSearch(SearchChannel.DocumentManagement, "Archief", "zonnebloem", 0));
        await DecideAsync(id, new DraftDecision(DecisionKind.Primary));
        return id;
    }

    /// <summary>Stores a file and adds it as a document that is wholly public.</summary>
    public async Task<DocumentId> AddPublicAsync(string id, string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var (stored, _) = await Get<CaseFiles>().StoreDocumentAsync(id, content, "stuk.txt", Ct);
        var document = (await StepAsync(id, new AddDocument("Verslag") { Content = stored })).After.State.Documents.Last().Id;
        await StepAsync(id, new AssessDocument(document, Judgement.Public, []), Frits);
        return document;
    }

    /// <summary>A case with two documents that are wholly public, and a decision that was announced.</summary>
    public async Task<string> DisclosedAsync()
    {
        var id = await RegisterAsync();
        await StepAsync(id, new Qualify(Qualification.PublicInformation));
        await StepAsync(id, new RecordSearch(SearchChannel.DocumentManagement, "Archief", "zonnebloem", 2));
        await AddPublicAsync(id, "Het eerste verslag.");
        await AddPublicAsync(id, "Het tweede verslag.");
        await DecideAsync(id, new DraftDecision(DecisionKind.Primary));
        await Turns.RunAsync();
        return id;
    }

    /// <summary>The release of everything is planned for today, cleared and ordered; the engine has not been woken for it.</summary>
    public async Task<ReleasePublication> OrderedAsync(string id)
    {
        await StepAsync(id, new PlanRelease(new DecisionId(1), LocalTime.DateOf(Get<CaseClock>().Now), ObjectionExpected: false, []));
        await StepAsync(id, new ClearPublication(new PublicationId(1), NoInterimReliefKnown: true), Frits);
        await StepAsync(id, new Publish(new PublicationId(1)), Frits);
        return (await Get<Agendas>().OfAsync(LogId.Case(id), Ct)).Due.OfType<ReleasePublication>().Single();
    }

    /// <summary>Drafts, approves, takes, signs and dispatches a decision.</summary>
    public async Task DecideAsync(string id, DraftDecision draft)
    {
        var drafted = (await StepAsync(id, draft)).After.State;
        var decision = drafted.Decisions.Last().Id;
        foreach (var ruling in drafted.Rulings.Where(applied => applied.RulingId == draft.AnswersRuling))
        {
            for (var number = 1; number <= ruling.Instructions.Count; number++)
                await StepAsync(id, new AnswerInstruction(ruling.RulingId, number, "Dat is gedaan.", decision));
        }

        await Turns.RunAsync();
        await StepAsync(id, new SubmitDecision(decision));
        await StepAsync(id, new ApproveDecision(decision), Bert);
        await StepAsync(id, new TakeDecision(decision), Cees);
        await DispatchAsync(id, LetterKind.Decision);
    }

    /// <summary>Signs and dispatches the latest letter of a kind.</summary>
    public async Task DispatchAsync(string id, LetterKind kind)
    {
        var letter = (await CaseAsync(id)).Letters.Last(l => l.Kind == kind).Id;
        await StepAsync(id, new SignLetter(letter), Cees);
        await StepAsync(id, new RecordDispatch(letter, Channel.Email));
    }

    /// <summary>What a letter says, read back from the file that is stored.</summary>
    public async Task<string> LetterTextAsync(string id, LetterKind kind)
    {
        var c = await CaseAsync(id);
        var artifact = c.Artifacts[c.Letters.Last(l => l.Kind == kind).Versions[^1]]!;
        var file = (await Get<CaseFiles>().OpenArtifactAsync(id, artifact, Ct))!;
        using var content = new MemoryStream();
        await using (file.Content)
            await file.Content.CopyToAsync(content, Ct);
        return DocxText.Read(content.ToArray()).All;
    }

    /// <summary>A case on which an agency was consulted about one document, with the letter dispatched.</summary>
    public async Task<string> ConsultedAsync(DateOnly answerBy)
    {
        var id = await RegisterAsync();
        var document = (await StepAsync(id, new AddDocument("Verslag van het Zonnebloemakkoord"))).After.State.Documents.Last().Id;
        await StepAsync(id, new Consult(new Agency("NCTV"), [document], "Mag dit?", answerBy));
        await Turns.RunAsync();
        await DispatchAsync(id, LetterKind.ConsultationRequest);
        return id;
    }

    public async Task<Case> CaseAsync(string id) => (await Cases.ReadAsync(id, Ct))!.State;

    /// <summary>The events of a log, as this process reads them now; of the type asked for.</summary>
    public async Task<ImmutableArray<TEvent>> EventsAsync<TEvent>(LogId log)
        where TEvent : Event =>
        [.. (await Get<LogStore>().ReadAsync(log, null, Ct))!.Entries.Select(entry => EventJson.Read(entry.Event.Span)).OfType<TEvent>()];

    /// <summary>A log whose chain holds from its first line to its last.</summary>
    public async Task<LogVerification> VerifiedAsync(LogId log)
    {
        var verified = (await Get<LogStore>().VerifyAsync(log, null, Ct))!;
        verified.Break.ShouldBeNull();
        return verified;
    }

    /// <summary>The folder goes with the process that made it, which is the last to be disposed of.</summary>
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_ownsFolder)
            Directory.Delete(_setup.Folder, recursive: true);
    }

    private static ReadOnlyMemory<byte> Body<T>(T payload) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(payload, CaseJson.Options));

    /// <summary>What a host is made of.</summary>
    /// <param name="Templates">Whether the organisation has a folder for templates.</param>
    /// <param name="Channel">In place of mail in files or over SMTP.</param>
    /// <param name="Host">Which host it is; null: the local one.</param>
    internal sealed record Setup(
        string Prefix, ManualTime Time, string Folder, StorageFaults? Faults = null, MailOptions? Mail = null, bool Rehearsal = false, bool Templates = false,
        IMailChannel? Channel = null, int BlocksPerSegment = 40_000, HostIdentity? Host = null);

    /// <summary>Collects wake-ups until turns are run.</summary>
    internal sealed class Waker : IWaker
    {
        private readonly ConcurrentDictionary<LogId, byte> _woken = new();

        /// <summary>Wake-ups vanish, as upstream's sometimes do.</summary>
        public bool Lost { get; set; }

        public IReadOnlyCollection<LogId> Woken => [.. _woken.Keys];

        public void Wake(LogId aggregate)
        {
            if (!Lost)
                _woken[aggregate] = 0;
        }

        public bool Take(LogId aggregate) => _woken.TryRemove(aggregate, out _);
    }

    /// <summary>Collects packages that are to be made until a test makes them.</summary>
    internal sealed class Starter : IPackageStarter
    {
        private readonly ConcurrentDictionary<(string CaseId, string About), byte> _started = new();

        public IReadOnlyCollection<(string CaseId, string About)> Started => [.. _started.Keys];

        public Task StartAsync(string caseId, string about, CancellationToken cancellation)
        {
            _started[(caseId, about)] = 0;
            return Task.CompletedTask;
        }
    }

    /// <summary>Runs turns: of what was woken, and of what a turn said would fall due by now.</summary>
    internal sealed class Driver(Turn turn, Waker waker, CaseClock clock) : IDriver
    {
        private readonly ConcurrentDictionary<LogId, DateTimeOffset> _next = new();

        /// <summary>When each aggregate was last told to come back.</summary>
        public IReadOnlyDictionary<LogId, DateTimeOffset> Next => _next;

        public Task WhenQuietAsync(CancellationToken cancellation) => RunAsync();

        public async Task RunAsync()
        {
            while (Due() is { Count: > 0 } due)
            {
                foreach (var log in due)
                {
                    waker.Take(log);
                    _next.TryRemove(log, out _);
                    if ((await turn.RunAsync(log, Ct)).Next is { } next)
                        _next[log] = next;
                }
            }
        }

        /// <summary>Lives through the time until a moment as a host does that is up all along.</summary>
        public async Task LiveUntilAsync(ManualTime time, DateTimeOffset until)
        {
            await RunAsync();
            while (!_next.IsEmpty && _next.Values.Min() is var next && next <= until)
            {
                time.Now = next;
                await RunAsync();
            }

            time.Now = until;
        }

        private List<LogId> Due() => [.. waker.Woken.Concat(_next.Where(pair => pair.Value <= clock.Now).Select(pair => pair.Key)).Distinct()];
    }

    /// <summary>Everything that was logged.</summary>
    internal sealed class Heard : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public string All => string.Join('\n', _lines);

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
