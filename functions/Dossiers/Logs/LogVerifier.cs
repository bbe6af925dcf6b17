using System.Runtime.CompilerServices;

namespace WobWorkflow.Dossiers;

/// <summary>Whether a log is as it was written.</summary>
/// <param name="Intact">Whether it is.</param>
/// <param name="Events">Events up to the end, or up to the break.</param>
/// <param name="Head">SHA-256 of the last line up to there, lower-case hexadecimal.</param>
/// <param name="Break">Where it breaks and how; null if it is intact.</param>
public sealed record LogVerification(bool Intact, long Events, string Head, LogBreak? Break);

/// <summary>Follows a log as a reader does and, where a reader would give up, looks further to say what happened.</summary>
internal sealed class LogVerifier(LogBlobs blobs, LogId log, LogPosition? known)
{
    private readonly HashSet<string> _hashes = new(StringComparer.Ordinal);
    private LogPosition _position = LogPosition.Start;
    private bool _knownSeen = known is null || known.Seq == 0;

    public async Task<LogVerification?> VerifyAsync(CancellationToken cancellation)
    {
        var segments = new SortedSet<int>();
        await foreach (var (name, segment, length) in blobs.ListAsync($"{log}/", cancellation))
        {
            if (name == log.Text && (length > 0 || segment != 1)) segments.Add(segment);
        }
        if (segments.Count == 0 && known is null) return null;

        try
        {
            while (segments.Contains(_position.Segment))
            {
                var segment = _position.Segment;
                await FollowSegmentAsync(segments, cancellation);
                segments.Remove(segment);
                if (_position.Segment == segment) break;
            }
            if (segments.Count > 0) throw Superfluous(segments.Min);
            if (!_knownSeen)
                throw LogChain.Broken(log, _position, LogBreakKind.Missing, "the log ends before where it is known to have been");
            return new LogVerification(true, _position.Seq, _position.Hash, null);
        }
        catch (LogBrokenException broken)
        {
            return new LogVerification(false, _position.Seq, _position.Hash, broken.Break);
        }
    }

    private async Task FollowSegmentAsync(SortedSet<int> segments, CancellationToken cancellation)
    {
        var begin = _position;
        await foreach (var (line, ends) in LinesAsync(begin, cancellation))
        {
            if (_position.Segment > begin.Segment)
                throw LogChain.Broken(log, _position with { Segment = begin.Segment }, LogBreakKind.Fork, "something follows the seal");
            if (!ends) throw LogChain.Broken(log, _position, LogBreakKind.Cut, "the last line does not end");
            try
            {
                (_position, _) = LogChain.Follow(log, _position, line);
            }
            catch (LogBrokenException broken)
            {
                throw await ExplainAsync(broken, line, segments, cancellation);
            }
            _hashes.Add(_position.Hash);
            CompareWithKnown();
        }
    }

    // A position at the end of a segment that has been sealed since is passed with the last event, one at the beginning of the next with the seal.
    private void CompareWithKnown()
    {
        if (_knownSeen || known!.Segment != _position.Segment || known.Offset > _position.Offset) return;
        if (known.Offset != _position.Offset || known.Hash != _position.Hash || known.Seq != _position.Seq)
            throw LogChain.Broken(log, _position with { Seq = known.Seq - 1 }, LogBreakKind.Tampered, "the log is not the one that is known");
        _knownSeen = true;
    }

    private async Task<LogBrokenException> ExplainAsync(
        LogBrokenException broken, ReadOnlyMemory<byte> line, SortedSet<int> segments, CancellationToken cancellation)
    {
        var fault = broken.Break!;
        if (fault.Kind is LogBreakKind.Unreadable or LogBreakKind.Seal || LogLine.Read(line).Entry is not { } entry) return broken;

        var followsEarlier = _hashes.Contains(entry.Prev) || entry.Prev == LogLine.NoHash;
        var kind = fault.Kind switch
        {
            LogBreakKind.Missing when await StandsLaterAsync(fault.Seq, segments, cancellation) => LogBreakKind.Swapped,
            LogBreakKind.Fork when !followsEarlier => LogBreakKind.Swapped,
            LogBreakKind.Tampered when followsEarlier => LogBreakKind.Fork,
            var plain => plain,
        };
        return new LogBrokenException(log, fault with { Kind = kind });
    }

    private async Task<bool> StandsLaterAsync(long seq, SortedSet<int> segments, CancellationToken cancellation)
    {
        foreach (var segment in segments.Where(segment => segment >= _position.Segment))
        {
            var begin = segment == _position.Segment ? _position : new LogPosition(segment, 0, 0, 0, LogLine.NoHash);
            await foreach (var (line, ends) in LinesAsync(begin, cancellation))
            {
                if (ends && SeqOf(line) == seq) return true;
            }
        }
        return false;
    }

    private static long? SeqOf(ReadOnlyMemory<byte> line)
    {
        try
        {
            return LogLine.Read(line).Entry?.Seq;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private LogBrokenException Superfluous(int segment) => segment > _position.Segment && _position.Offset == 0
        ? LogChain.Broken(log, _position, LogBreakKind.Missing, $"segment {_position.Segment} is gone, and {segment} is there")
        : LogChain.Broken(log, _position, LogBreakKind.Fork, $"segment {segment} is there though nothing continues in it");

    private async IAsyncEnumerable<(ReadOnlyMemory<byte> Line, bool Ends)> LinesAsync(
        LogPosition begin, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (await blobs.ReadAsync(log, begin, cancellation) is { Bytes.Length: > 0 } chunk)
        {
            var rest = chunk.Bytes;
            while (rest.Span.IndexOf((byte)'\n') is var end and >= 0)
            {
                yield return (rest[..end], true);
                rest = rest[(end + 1)..];
            }
            var read = begin.Offset + chunk.Bytes.Length - rest.Length;
            if (rest.Length > 0 && (begin.Offset + chunk.Bytes.Length == chunk.Total || read == begin.Offset))
            {
                yield return (rest, false);
                yield break;
            }
            begin = begin with { Offset = read };
        }
    }
}
