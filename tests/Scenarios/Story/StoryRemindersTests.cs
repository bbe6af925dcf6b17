using MimeKit;

namespace WobWorkflow.Scenarios;

/// <summary>Every reminder of four years, once: in the log and in the mail.</summary>
[Collection(typeof(AtTheStory))]
public sealed class StoryRemindersTests(ToldStory story)
{
    [Fact]
    public void Reminders_AreInTheLogOnce_AndEachWasDeliveredOnce()
    {
        foreach (var told in (ToldCase[])[story.Journalist, story.Company])
        {
            var reminders = told.View["reminders"]!.AsArray();
            reminders.Count.ShouldBeGreaterThan(30);
            reminders.Select(r => $"{r!["termId"]} {r["rung"]}").ShouldBeUnique();
            reminders.ShouldAllBe(r => r!["deliveredAt"] != null);
            told.Events("reminder-begun").Select(row => $"{row["event"]!["termId"]} {row["event"]!["rung"]}").ShouldBeUnique();
            told.Events("reminder-delivered").Select(row => (string)row["event"]!["messageId"]!)
                .ShouldBe(reminders.Select(r => (string)r!["messageId"]!), ignoreOrder: true);
        }
    }

    [Fact]
    public void Mails_AreThoseReminders_OneFileEach_AndTellNothing()
    {
        var mails = Directory.GetFiles(story.Performance.Service.MailFolder);
        var owed = new[] { story.Journalist, story.Company }.SelectMany(told => told.View["reminders"]!.AsArray())
            .Select(r => (string)r!["messageId"]!).ToList();
        mails.Select(file => Path.GetFileNameWithoutExtension(file)).ShouldBe(owed, ignoreOrder: true);
        foreach (var mail in mails.Select(file => MimeMessage.Load(file).ToString()))
            story.Performance.Recorder.Secrets.Where(secret => secret != "Directeur" && mail.Contains(secret, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void SecondCase_PastItsTerm_IsChased_UntilItsDecisionWentOut()
    {
        // Due on 9 March 2022: 14, 7 and 2 days before, on the day, and each week after until 16 March, when it went out at ten.
        Rungs(story.Company, $"ruling:{story.RulingId}:decision-1").ShouldBe(
        [
            "2022-03-09:before-14 on 2022-02-23", "2022-03-09:before-7 on 2022-03-02", "2022-03-09:before-2 on 2022-03-07", "2022-03-09:due on 2022-03-09",
            "2022-03-09:after-1w on 2022-03-16",
        ]);
        // The first case went out on 7 March: after the third, before the last day.
        Rungs(story.Journalist, $"ruling:{story.RulingId}:decision-2").ShouldBe(
            ["2022-03-09:before-14 on 2022-02-23", "2022-03-09:before-7 on 2022-03-02", "2022-03-09:before-2 on 2022-03-07"]);
    }

    [Fact]
    public void LateForum_IsRemindedOf_Escalated_AndWrittenTo()
    {
        // Asked by 16 November 2018; the answer came on the 28th.
        Rungs(story.Journalist, "consultation:consultation-2").ShouldBe(
        [
            "2018-11-16:before-14 on 2018-11-02", "2018-11-16:before-7 on 2018-11-09", "2018-11-16:before-2 on 2018-11-14", "2018-11-16:due on 2018-11-16",
            "escalation on 2018-11-17", "2018-11-16:after-1w on 2018-11-23",
        ]);
        ((string)story.Journalist.Events("consultation-escalated").ShouldHaveSingleItem()["on"]!).ShouldBe("2018-11-17");
    }

    private static IEnumerable<string> Rungs(ToldCase told, string termId) => told.View["reminders"]!.AsArray()
        .Where(r => (string)r!["termId"]! == termId).Select(r => $"{r!["rung"]} on {((string)r["at"]!)[..10]}");
}
