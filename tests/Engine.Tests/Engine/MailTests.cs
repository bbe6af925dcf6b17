using System.Text;
using MimeKit;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine.Tests;

public sealed class MailTests(Azurite azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reminder_WithoutAServer_IsAWholeFileThatBetraysNothing()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await RemindedAsync(host);

        var file = Directory.GetFiles(Path.Combine(host.Folder, "mail")).ShouldHaveSingleItem();
        var reminder = (await host.CaseAsync(id)).Reminders.ShouldHaveSingleItem();
        Path.GetFileName(file).ShouldBe(reminder.MessageId + ".eml");
        var message = await MimeMessage.LoadAsync(file, Ct);
        message.MessageId.ShouldBe($"{reminder.MessageId}@woo.example.nl");
        message.To.ToString().ShouldBe("anna@example.nl");
        message.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        message.Subject.ShouldBe($"Zaak {id}: de beslistermijn eindigt op 19 juni 2018");
        var text = message.TextBody.ShouldNotBeNull();
        text.ShouldContain($"Kenmerk: {id}");
        text.ShouldContain("Laatste dag: 19 juni 2018");
        text.ShouldContain($"https://woo.example.nl/cases/{id}");
        text.TrimEnd().ShouldEndWith("Dit bericht is automatisch verzonden.");
        ShouldBetrayNothing(await File.ReadAllTextAsync(file, Ct) + message.Subject + text);
    }

    [Fact]
    public async Task File_WrittenByTwoAtOnce_IsOneWholeMessage()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var channel = host.Get<IMailChannel>();

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => channel.SendAsync(Message(200_000), Ct))));

        var file = Directory.GetFiles(Path.Combine(host.Folder, "mail")).ShouldHaveSingleItem();
        (await MimeMessage.LoadAsync(file, Ct)).TextBody.ShouldNotBeNull().Trim().Length.ShouldBe(200_000);
    }

    [Fact]
    public async Task Reminder_OverSmtp_ArrivesAsItShould()
    {
        await using var server = new SmtpServer();
        await using var host = await StartAsync(server);
        var id = await RemindedAsync(host);

        var message = Read(server.Taken.ShouldHaveSingleItem());
        message.MessageId.ShouldBe((await host.CaseAsync(id)).Reminders[0].MessageId + "@woo.example.nl");
        message.TextBody.ShouldNotBeNull().ShouldContain($"https://woo.example.nl/cases/{id}");
        (await host.EventsAsync<ReminderDelivered>(LogId.Case(id))).ShouldHaveSingleItem().Channel.ShouldBe("smtp");
        ShouldBetrayNothing(server.Taken.Single());
    }

    [Fact]
    public async Task Reminder_WhoseTakingWasNotHeardOf_ArrivesAgainAsTheSameMessage()
    {
        await using var server = new SmtpServer();
        var faults = new StorageFaults();
        await using var host = await StartAsync(server, faults);
        // The message was taken, but our record of it fails until storage is back.
        faults.Down(request => StorageFaults.IsAppend(request) && !server.Taken.IsEmpty);
        await Should.ThrowAsync<StorageUnavailableException>(() => RemindedAsync(host));
        faults.Down(null);
        var id = (await host.Get<LogStore>().ListAsync("cases/", Ct).SingleAsync(Ct)).Log.CaseId()!;

        await host.Get<Turn>().RunAsync(LogId.Case(id), Ct);

        server.Taken.Count.ShouldBe(2);
        server.Taken.Select(taken => Read(taken).MessageId).Distinct().ShouldHaveSingleItem();
        (await host.EventsAsync<ReminderDelivered>(LogId.Case(id))).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("MAIL", "530 5.7.0 anna@example.nl must authenticate")]
    [InlineData("RCPT", "550 5.1.1 <anna@example.nl> unknown")]
    [InlineData("DATA", "451 4.3.0 not for anna@example.nl")]
    [InlineData(".", "554 5.7.1 anna@example.nl is blocked")]
    [InlineData("EHLO", "421 go away anna@example.nl")]
    [InlineData(".", "")]
    [InlineData("RCPT", "garbage anna@example.nl")]
    public async Task Server_ThatRefuses_IsToldWithoutAnAddress(string command, string answer)
    {
        await using var server = new SmtpServer();
        server.Answers[command] = answer;
        if (command == "EHLO")
            server.Answers["HELO"] = answer;
        await using var host = await StartAsync(server);

        var refused = await Should.ThrowAsync<MailRefusedException>(() => host.Get<IMailChannel>().SendAsync(Message(10), Ct));

        refused.ToString().ShouldNotContain("anna");
        server.Taken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Server_ThatIsNotThere_IsToldAsARefusal()
    {
        var server = new SmtpServer();
        await using var host = await StartAsync(server);
        await server.DisposeAsync();

        await Should.ThrowAsync<MailRefusedException>(() => host.Get<IMailChannel>().SendAsync(Message(10), Ct));
    }

    [Theory]
    [InlineData("")]
    [InlineData("421 too busy to say goodbye")]
    public async Task Message_TakenByAServerThatHangsUp_IsSent(string answer)
    {
        await using var server = new SmtpServer();
        server.Answers["QUIT"] = answer;
        await using var host = await StartAsync(server);

        (await host.Get<IMailChannel>().SendAsync(Message(10), Ct)).ShouldBe("smtp");

        server.Taken.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Sending_ThatIsCancelled_IsNoRefusal()
    {
        await using var server = new SmtpServer();
        await using var host = await StartAsync(server);

        await Should.ThrowAsync<OperationCanceledException>(() => host.Get<IMailChannel>().SendAsync(Message(10), new CancellationToken(canceled: true)));
    }

    private Task<EngineHost> StartAsync(SmtpServer server, StorageFaults? faults = null) => EngineHost.StartAsync(azurite, setup => setup with
    {
        Faults = faults,
        Mail = new MailOptions { Host = "127.0.0.1", Port = server.Port, AllowPlain = true, PublicAddress = "https://woo.example.nl" },
    });

    private static async Task<string> RemindedAsync(EngineHost host)
    {
        host.Get<People>().Saw(EngineHost.Anna, "Anna", "anna@example.nl");
        var id = await host.RegisterAsync();
        await host.StepAsync(id, new Assign("anna"));
        host.Time.Now = EngineHost.Noon(2018, 6, 5);
        await host.Turns.RunAsync();
        return id;
    }

    private static MimeMessage Message(int length) => new(
        [MailboxAddress.Parse("woo@example.nl")], [MailboxAddress.Parse("anna@example.nl")], "Zaak", new TextPart("plain") { Text = new string('x', length) })
    {
        MessageId = "0123456789abcdef@woo.example.nl",
    };

    private static MimeMessage Read(string taken)
    {
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(taken));
        return MimeMessage.Load(stream, Ct);
    }

    private static void ShouldBetrayNothing(string mail)
    {
        foreach (var word in (string[])["zonnebloem", "akkoord", "stukken", "Wilhelmina", "Verzoekster", "Dorpsstraat"])
            mail.ShouldNotContain(word, Shouldly.Case.Insensitive);
    }
}
