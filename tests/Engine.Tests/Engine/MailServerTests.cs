using MimeKit;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine.Tests;

/// <summary>Reminders against a mail server that somebody else wrote, running as a process of its own. <see cref="MailTests"/> has one that misbehaves on command.</summary>
public sealed class MailServerTests(Azurite azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reminder_ToAServerProcess_ArrivesOnce_AndBetraysNothing()
    {
        await using var server = await MailServerProcess.StartAsync();
        await using var host = await StartAsync(server, options => options with { AllowPlain = true });
        var id = await AssignedAsync(host);

        host.Time.Now = EngineHost.Noon(2018, 6, 5);
        await host.Turns.RunAsync();
        await host.Turns.RunAsync();

        var message = (await server.TakenAsync()).ShouldHaveSingleItem();
        message.MessageId.ShouldBe((await host.CaseAsync(id)).Reminders.ShouldHaveSingleItem().MessageId + "@woo.example.nl");
        message.To.ToString().ShouldBe("anna@example.nl");
        message.Subject.ShouldBe($"Zaak {id}: de beslistermijn eindigt op 19 juni 2018");
        message.TextBody.ShouldNotBeNull().ShouldContain($"https://woo.example.nl/cases/{id}");
        (await host.EventsAsync<ReminderDelivered>(LogId.Case(id))).ShouldHaveSingleItem().Channel.ShouldBe("smtp");
        foreach (var word in (string[])["zonnebloem", "akkoord", "stukken", "Wilhelmina", "Verzoekster"])
            message.ToString().ShouldNotContain(word, Shouldly.Case.Insensitive);
    }

    [Fact]
    public async Task Reminder_WhileTheServerIsDead_ArrivesOnceItIsBack()
    {
        await using var server = await MailServerProcess.StartAsync();
        await using var host = await StartAsync(server, options => options with { AllowPlain = true });
        var id = await AssignedAsync(host);
        await server.KillAsync();
        var morning = LocalTime.MorningOf(new DateOnly(2018, 6, 5));

        await host.Turns.LiveUntilAsync(host.Time, morning);
        (await host.EventsAsync<DutyFailed>(LogId.Case(id))).ShouldHaveSingleItem().Reason.ShouldBe("mail-refused");
        await server.StartAgainAsync();
        await host.Turns.LiveUntilAsync(host.Time, morning.AddMinutes(1));

        (await server.TakenAsync()).ShouldHaveSingleItem();
        (await host.EventsAsync<ReminderDelivered>(LogId.Case(id))).Length.ShouldBe(1);
        (await host.CaseAsync(id)).Failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task Server_WithoutTls_GetsNothingUnlessThatIsAllowed()
    {
        await using var server = await MailServerProcess.StartAsync();
        await using var host = await StartAsync(server, options => options);

        await Should.ThrowAsync<MailRefusedException>(() => host.Get<IMailChannel>().SendAsync(Message(), Ct));

        (await server.TakenAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Server_WhoseCertificateNobodyVouchesFor_GetsNothing()
    {
        await using var server = await MailServerProcess.StartAsync("tls");
        await using var host = await StartAsync(server, options => options with { AllowPlain = true });

        await Should.ThrowAsync<MailRefusedException>(() => host.Get<IMailChannel>().SendAsync(Message(), Ct));

        (await server.TakenAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("goed", true)]
    [InlineData("fout", false)]
    public async Task Server_ThatAsksForAPassword_TakesMailFromWhoHasIt(string password, bool taken)
    {
        await using var server = await MailServerProcess.StartAsync("woo:goed");
        await using var host = await StartAsync(server, options => options with { AllowPlain = true, User = "woo", Password = password });

        var sending = () => host.Get<IMailChannel>().SendAsync(Message(), Ct);

        if (taken)
            (await sending()).ShouldBe("smtp");
        else
            (await Should.ThrowAsync<MailRefusedException>(sending)).ToString().ShouldNotContain(password);
        (await server.TakenAsync()).Length.ShouldBe(taken ? 1 : 0);
    }

    private Task<EngineHost> StartAsync(MailServerProcess server, Func<MailOptions, MailOptions> with) => EngineHost.StartAsync(azurite, setup => setup with
    {
        Mail = with(new MailOptions { Host = "127.0.0.1", Port = server.Port, PublicAddress = "https://woo.example.nl" }),
    });

    private static async Task<string> AssignedAsync(EngineHost host)
    {
        host.Get<People>().Saw(EngineHost.Anna, "Anna", "anna@example.nl");
        var id = await host.RegisterAsync();
        await host.StepAsync(id, new Assign("anna"));
        await host.Turns.RunAsync();
        return id;
    }

    private static MimeMessage Message() => new(
        [MailboxAddress.Parse("woo@example.nl")], [MailboxAddress.Parse("anna@example.nl")], "Zaak", new TextPart("plain") { Text = "Een termijn." })
    {
        MessageId = "0123456789abcdef@woo.example.nl",
    };
}
