using System.Collections.Concurrent;
using MimeKit;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine.Tests;

public sealed class ReminderDutyTests(Azurite azurite)
{
    private readonly Channel _mail = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reminders_OfAHostThatWasUp_ComeOnTheirDays()
    {
        await using var host = await StartAsync();
        var id = await AssignedAsync(host);

        await host.Turns.LiveUntilAsync(host.Time, EngineHost.Noon(2018, 7, 4));

        var log = (await host.Cases.ReadLogAsync(id, 0, Ct))!;
        log.Where(entry => EventJson.Read(entry.Event.Span) is ReminderBegun { TermId: CaseTerms.DecisionTerm }).Select(entry => entry.At).ShouldBe(
            new[] { (6, 5), (6, 12), (6, 17), (6, 19), (6, 26), (7, 3) }.Select(day => new DateTimeOffset(2018, day.Item1, day.Item2, 5, 0, 0, TimeSpan.Zero)));
        (await host.CaseAsync(id)).Reminders.ShouldAllBe(reminder => reminder.Kind == ReminderKind.Term && reminder.DeliveredAt == reminder.At);
        _mail.Sent.Count.ShouldBe(7); // and on 3 July that the requester hears how far it is
    }

    [Fact]
    public async Task Reminders_OfAHostThatWasDownOverFive_AreOneAndTheOthersArePassedOver()
    {
        await using var host = await StartAsync();
        var id = await AssignedAsync(host);
        await host.Turns.RunAsync();

        host.Time.Now = EngineHost.Noon(2018, 7, 1); // 5, 12, 17, 19 and 26 June went by
        await host.Turns.RunAsync();

        var begun = (await host.EventsAsync<ReminderBegun>(LogId.Case(id))).ShouldHaveSingleItem();
        begun.Rung.ShouldBe("2018-06-19:after-1w");
        begun.PassedOver.ShouldBe(["2018-06-19:before-14", "2018-06-19:before-7", "2018-06-19:before-2", "2018-06-19:due"]);
        _mail.Sent.ShouldHaveSingleItem().ShouldContain("is geëindigd op 19 juni 2018");
        host.Turns.Next[LogId.Case(id)].ShouldBe(LocalTime.MorningOf(new DateOnly(2018, 7, 3)));
    }

    [Fact]
    public async Task Turns_OfTwoProcessesAtOnce_RemindOnce()
    {
        var faults = new StorageFaults();
        await using var host = await StartAsync(faults);
        await using var other = await host.AnotherAsync();
        var id = await AssignedAsync(host);
        await host.Turns.RunAsync();
        host.Time.Now = EngineHost.Noon(2018, 6, 12);

        faults.Before(StorageFaults.IsAppend, () => other.Get<Turn>().RunAsync(LogId.Case(id), Ct));
        await host.Turns.RunAsync();

        (await host.EventsAsync<ReminderBegun>(LogId.Case(id))).Length.ShouldBe(1);
        (await host.EventsAsync<ReminderDelivered>(LogId.Case(id))).Length.ShouldBe(1);
        (await host.CaseAsync(id)).Reminders.Select(reminder => reminder.Rung).ShouldBeUnique();
    }

    [Fact]
    public async Task Delivery_ThatFails_IsTriedAgainWithTheSameMessageId()
    {
        await using var host = await StartAsync();
        var id = await AssignedAsync(host);
        await host.Turns.RunAsync();
        _mail.Refuses = true;
        var morning = LocalTime.MorningOf(new DateOnly(2018, 6, 5));

        await host.Turns.LiveUntilAsync(host.Time, morning.AddMinutes(2));
        var failed = await host.EventsAsync<DutyFailed>(LogId.Case(id));
        failed.Select(failure => (failure.Kind, failure.Reason, failure.Attempt, failure.RetryAt)).ShouldBe(
            [("deliver-reminder", "mail-refused", 1, morning.AddMinutes(1)), ("deliver-reminder", "mail-refused", 2, morning.AddMinutes(6))]);
        _mail.Refuses = false;
        await host.Turns.LiveUntilAsync(host.Time, morning.AddHours(1));

        (await host.EventsAsync<ReminderDelivered>(LogId.Case(id))).ShouldHaveSingleItem().Channel.ShouldBe("test");
        _mail.Tried.Count.ShouldBe(3);
        _mail.Tried.Select(message => message.MessageId).Distinct().ShouldHaveSingleItem();
        (await host.CaseAsync(id)).Failures.ShouldBeEmpty();
        host.Said.All.ShouldNotContain("anna@example.nl");
    }

    [Fact]
    public async Task Delivery_ThatTheMailServerLetsTimeOut_FailsAsAnEvent()
    {
        await using var host = await StartAsync();
        var id = await AssignedAsync(host);
        _mail.TimesOut = true;

        host.Time.Now = EngineHost.Noon(2018, 6, 5);
        await host.Turns.RunAsync();

        (await host.EventsAsync<DutyFailed>(LogId.Case(id))).ShouldHaveSingleItem().Kind.ShouldBe("deliver-reminder");
        (await host.EventsAsync<LetterPrepared>(LogId.Case(id))).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Delivery_WhoseRecordIsLost_IsRepeatedAsTheSameMessage()
    {
        var faults = new StorageFaults();
        await using var host = await StartAsync(faults);
        var id = await AssignedAsync(host);
        await host.Turns.RunAsync();
        host.Time.Now = EngineHost.Noon(2018, 6, 5);
        _mail.Sending = () => faults.Down(_ => true);
        await Should.ThrowAsync<StorageUnavailableException>(() => host.Turns.RunAsync());
        (_mail.Sending, host.Time.Now) = (null, host.Time.Now.AddMinutes(1));
        faults.Down(null);

        await host.Get<Turn>().RunAsync(LogId.Case(id), Ct);

        _mail.Tried.Count.ShouldBe(2);
        _mail.Tried.Select(message => message.MessageId).Distinct().ShouldHaveSingleItem();
        (await host.EventsAsync<ReminderDelivered>(LogId.Case(id))).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("geen adres, maar een zin")]
    [InlineData("anna@example.nl\r\nBcc: iedereen@example.nl")]
    public async Task Reminder_ToSomeoneWithoutAnAddress_StandsInTheList(string? email)
    {
        await using var host = await StartAsync();
        var id = await AssignedAsync(host, email);

        host.Time.Now = EngineHost.Noon(2018, 6, 5);
        await host.Turns.RunAsync();

        (await host.EventsAsync<ReminderDelivered>(LogId.Case(id))).ShouldHaveSingleItem().Channel.ShouldBe("list");
        _mail.Tried.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("geen adres")]
    public async Task Reminder_ToSomeoneWithoutAnAddress_GoesToTheCoordinatorsWhereThereAreAny(string? email)
    {
        await using var host = await StartAsync();
        await host.SetCoordinatorsAsync("coordinatie@example.nl");
        _ = await AssignedAsync(host, email);

        await host.Turns.LiveUntilAsync(host.Time, EngineHost.Noon(2018, 6, 5));

        _mail.Tried.ShouldHaveSingleItem().To.ToString().ShouldBe("coordinatie@example.nl");
    }

    [Fact]
    public async Task Reminder_OfACaseThatIsNobodys_GoesToTheCoordinators()
    {
        await using var host = await StartAsync();
        await host.SetCoordinatorsAsync("coordinatie@example.nl");
        await host.RegisterAsync();

        host.Time.Now = EngineHost.Noon(2018, 6, 5);
        await host.Turns.RunAsync();

        _mail.Tried.ShouldHaveSingleItem().To.ToString().ShouldBe("coordinatie@example.nl");
    }

    [Fact]
    public async Task Reminder_OfATermThatIsMetMeanwhile_IsNotSent()
    {
        var faults = new StorageFaults();
        await using var host = await StartAsync(faults);
        await using var other = await host.AnotherAsync();
        var id = await host.RegisterAsync();
        await host.StepAsync(id, new Qualify(Qualification.PublicInformation));
        await host.StepAsync(id, new RecordSearch(SearchChannel.DocumentManagement, "Archief", "zonnebloem", 0));
        var decision = (await host.StepAsync(id, new DraftDecision(DecisionKind.Primary))).After.State.Decisions.Last().Id;
        await host.Turns.RunAsync();
        await host.StepAsync(id, new SubmitDecision(decision));
        await host.StepAsync(id, new ApproveDecision(decision), EngineHost.Bert);
        await host.StepAsync(id, new TakeDecision(decision), EngineHost.Cees);
        var letter = (await host.CaseAsync(id)).Letters.Last().Id;
        await host.StepAsync(id, new SignLetter(letter), EngineHost.Cees);
        host.Time.Now = EngineHost.Noon(2018, 6, 5);

        faults.Before(StorageFaults.IsAppend, () => other.StepAsync(id, new RecordDispatch(letter, Cases.Channel.Email)));
        await host.Turns.RunAsync();

        faults.Outstanding.ShouldBe(0);
        (await host.EventsAsync<LetterDispatched>(LogId.Case(id))).Length.ShouldBe(1);
        (await host.EventsAsync<ReminderBegun>(LogId.Case(id))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Agency_ThatDoesNotAnswerInTime_IsEscalatedOnceAndRemindedByLetter()
    {
        await using var host = await StartAsync();
        await host.SetCoordinatorsAsync("coordinatie@example.nl");
        var id = await host.ConsultedAsync(new DateOnly(2018, 5, 31));

        await host.Turns.LiveUntilAsync(host.Time, LocalTime.MorningOf(new DateOnly(2018, 6, 1)).AddSeconds(-1));
        (await host.EventsAsync<ConsultationEscalated>(LogId.Case(id))).ShouldBeEmpty();
        await host.Turns.LiveUntilAsync(host.Time, EngineHost.Noon(2018, 6, 4));

        (await host.EventsAsync<ConsultationEscalated>(LogId.Case(id))).Length.ShouldBe(1);
        _mail.Sent.Count(subject => subject.Contains("geen reactie", StringComparison.Ordinal)).ShouldBe(1);
        (await host.LetterTextAsync(id, LetterKind.ConsultationReminder)).ShouldContain(id);
    }

    private Task<EngineHost> StartAsync(StorageFaults? faults = null) =>
        EngineHost.StartAsync(azurite, setup => setup with { Channel = _mail, Faults = faults });

    private static async Task<string> AssignedAsync(EngineHost host, string? email = "anna@example.nl")
    {
        host.Get<People>().Saw(EngineHost.Anna, "Anna", email);
        await host.Get<People>().SaveAsync(Ct);
        var id = await host.RegisterAsync();
        await host.StepAsync(id, new Assign("anna"));
        return id;
    }

    private sealed class Channel : IMailChannel
    {
        public ConcurrentQueue<MimeMessage> Tried { get; } = new();

        public ConcurrentQueue<string> Sent { get; } = new();

        public bool Refuses { get; set; }

        public bool TimesOut { get; set; }

        public Action? Sending { get; set; }

        public Task<string> SendAsync(MimeMessage message, CancellationToken cancellation)
        {
            Tried.Enqueue(message);
            Sending?.Invoke();
            if (Refuses)
                throw new MailRefusedException();
            if (TimesOut)
                throw new OperationCanceledException("A timeout of its own.");
            Sent.Enqueue(message.Subject!);
            return Task.FromResult("test");
        }
    }
}
