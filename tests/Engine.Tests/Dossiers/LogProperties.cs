using System.Text;
using System.Text.Json;
using CsCheck;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine.Tests;

public sealed class LogProperties(Azurite azurite)
{
    private static readonly Gen<string> Words =
        Gen.Char["abc XYZ\"\\/\n\t<>&'+éß€漢\u2028"].Array[0, 20].Select(characters => new string(characters));

    private static readonly Gen<NewEntry> Entries =
        from text in Words
        from actor in Words
        from number in Gen.Long
        from at in Gen.DateTime[new DateTime(2000, 1, 1), new DateTime(2100, 1, 1)]
        select new NewEntry(
            new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)), DateOnly.FromDateTime(at), actor, "",
            JsonSerializer.SerializeToUtf8Bytes(new { type = "noted", text, number, nested = new { list = new[] { 1, 2 } } }));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Steps_OfAnyContentAcrossTinySegments_RoundTripAndVerify()
    {
        var account = await azurite.OpenAsync(blocksPerSegment: 2);
        var logs = new LogStore(account);
        var next = 0;
        await Entries.Array[1, 4].Array[1, 6].SampleAsync(
            async steps =>
            {
                var log = LogId.Case($"p{Interlocked.Increment(ref next)}");
                LogPosition? position = null;
                var expected = new List<NewEntry>();
                foreach (var (number, step) in steps.Index())
                {
                    NewEntry[] entries = [.. step.Select(entry => entry with { Command = $"c{number}" })];
                    position = position is null
                        ? (await logs.CreateAsync(log, entries, Ct)).ShouldBeOfType<Created>().Position
                        : (await logs.AppendAsync(log, position, entries, Ct)).ShouldBeOfType<Appended>().Position;
                    expected.AddRange(entries);
                }

                var read = (await logs.ReadAsync(log, null, Ct))!;
                read.Position.ShouldBe(position);
                read.Entries.Select(entry => (entry.At, entry.On, entry.Actor, entry.Command, Encoding.UTF8.GetString(entry.Event.Span)))
                    .ShouldBe(expected.Select(entry => (entry.At, entry.On, entry.Actor, entry.Command, Encoding.UTF8.GetString(entry.Event.Span))));
                (await logs.VerifyAsync(log, position, Ct))!.ShouldBe(new LogVerification(true, expected.Count, position!.Hash, null));
            },
            iter: 25,
            threads: 2);
    }
}
