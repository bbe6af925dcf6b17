using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WobWorkflow.Cases;

/// <summary>
/// An id within one case or ruling: a word and a number that counts from 1. It is derived from the state, never from chance, so that a decision
/// taken twice on the same state gives the same id; and it says nothing about anyone.
/// </summary>
public interface IId<TSelf>
    where TSelf : struct, IId<TSelf>
{
    static abstract string Prefix { get; }

    static abstract TSelf Of(int number);

    int Number { get; }
}

/// <summary>A document (document, Woo 2.1) in a case.</summary>
[JsonConverter(typeof(IdConverter<DocumentId>))]
public readonly record struct DocumentId(int Number) : IId<DocumentId>
{
    public static string Prefix => "doc";

    public static DocumentId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>A passage (zelfstandig onderdeel) of a document.</summary>
[JsonConverter(typeof(IdConverter<PassageId>))]
public readonly record struct PassageId(int Number) : IId<PassageId>
{
    public static string Prefix => "passage";

    public static PassageId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>A person or organisation that has a part in a case (partij).</summary>
[JsonConverter(typeof(IdConverter<PersonId>))]
public readonly record struct PersonId(int Number) : IId<PersonId>
{
    public static string Prefix => "person";

    public static PersonId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>A mandate (mandaat) in the organisation's register.</summary>
[JsonConverter(typeof(IdConverter<MandateId>))]
public readonly record struct MandateId(int Number) : IId<MandateId>
{
    public static string Prefix => "mandate";

    public static MandateId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>A request for clarification (precisering).</summary>
[JsonConverter(typeof(IdConverter<ClarificationId>))]
public readonly record struct ClarificationId(int Number) : IId<ClarificationId>
{
    public static string Prefix => "clarification";

    public static ClarificationId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>A consultation of an agency (afstemming).</summary>
[JsonConverter(typeof(IdConverter<ConsultationId>))]
public readonly record struct ConsultationId(int Number) : IId<ConsultationId>
{
    public static string Prefix => "consultation";

    public static ConsultationId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>A decision (besluit).</summary>
[JsonConverter(typeof(IdConverter<DecisionId>))]
public readonly record struct DecisionId(int Number) : IId<DecisionId>
{
    public static string Prefix => "decision";

    public static DecisionId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>A letter (brief), through all its versions.</summary>
[JsonConverter(typeof(IdConverter<LetterId>))]
public readonly record struct LetterId(int Number) : IId<LetterId>
{
    public static string Prefix => "letter";

    public static LetterId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>A stored file that is not a document of the request: a version of a letter, an advice, an inventory.</summary>
[JsonConverter(typeof(IdConverter<ArtifactId>))]
public readonly record struct ArtifactId(int Number) : IId<ArtifactId>
{
    public static string Prefix => "artifact";

    public static ArtifactId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>A package (pakket) of files that go out together.</summary>
[JsonConverter(typeof(IdConverter<PackageId>))]
public readonly record struct PackageId(int Number) : IId<PackageId>
{
    public static string Prefix => "package";

    public static PackageId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>A suspension (opschorting) of the term for deciding.</summary>
[JsonConverter(typeof(IdConverter<SuspensionId>))]
public readonly record struct SuspensionId(int Number) : IId<SuspensionId>
{
    public static string Prefix => "suspension";

    public static SuspensionId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>A notice to preserve documents (Woo 4.1a).</summary>
[JsonConverter(typeof(IdConverter<PreservationId>))]
public readonly record struct PreservationId(int Number) : IId<PreservationId>
{
    public static string Prefix => "preservation";

    public static PreservationId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>A forwarding (doorzending) to another body.</summary>
[JsonConverter(typeof(IdConverter<ForwardingId>))]
public readonly record struct ForwardingId(int Number) : IId<ForwardingId>
{
    public static string Prefix => "forwarding";

    public static ForwardingId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>A demand for information that should have been held (vordering, Woo 4.2(2)).</summary>
[JsonConverter(typeof(IdConverter<DemandId>))]
public readonly record struct DemandId(int Number) : IId<DemandId>
{
    public static string Prefix => "demand";

    public static DemandId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>A letter on how far the request is.</summary>
[JsonConverter(typeof(IdConverter<ProgressId>))]
public readonly record struct ProgressId(int Number) : IId<ProgressId>
{
    public static string Prefix => "progress";

    public static ProgressId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>A question to a unit of the body's own.</summary>
[JsonConverter(typeof(IdConverter<UnitQuestionId>))]
public readonly record struct UnitQuestionId(int Number) : IId<UnitQuestionId>
{
    public static string Prefix => "unit-question";

    public static UnitQuestionId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>A third party's view (zienswijze).</summary>
[JsonConverter(typeof(IdConverter<ViewId>))]
public readonly record struct ViewId(int Number) : IId<ViewId>
{
    public static string Prefix => "view";

    public static ViewId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>Views of third parties that were asked together: the requester is told of them in one notice.</summary>
[JsonConverter(typeof(IdConverter<ViewRoundId>))]
public readonly record struct ViewRoundId(int Number) : IId<ViewRoundId>
{
    public static string Prefix => "views";

    public static ViewRoundId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>A theme of the reasons (motivering).</summary>
[JsonConverter(typeof(IdConverter<MotivationId>))]
public readonly record struct MotivationId(int Number) : IId<MotivationId>
{
    public static string Prefix => "motivation";

    public static MotivationId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>A judgement that has to be looked at again (herbeoordeling).</summary>
[JsonConverter(typeof(IdConverter<ReassessmentId>))]
public readonly record struct ReassessmentId(int Number) : IId<ReassessmentId>
{
    public static string Prefix => "reassessment";

    public static ReassessmentId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>A remedy (rechtsmiddel).</summary>
[JsonConverter(typeof(IdConverter<RemedyId>))]
public readonly record struct RemedyId(int Number) : IId<RemedyId>
{
    public static string Prefix => "remedy";

    public static RemedyId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>A notice of default (ingebrekestelling).</summary>
[JsonConverter(typeof(IdConverter<NoticeId>))]
public readonly record struct NoticeId(int Number) : IId<NoticeId>
{
    public static string Prefix => "notice";

    public static NoticeId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>A complaint to the advisory council on openness (Woo 7.2(4)).</summary>
[JsonConverter(typeof(IdConverter<ComplaintId>))]
public readonly record struct ComplaintId(int Number) : IId<ComplaintId>
{
    public static string Prefix => "complaint";

    public static ComplaintId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>A release of documents (openbaarmaking).</summary>
[JsonConverter(typeof(IdConverter<PublicationId>))]
public readonly record struct PublicationId(int Number) : IId<PublicationId>
{
    public static string Prefix => "publication";

    public static PublicationId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>A request at another body about the same documents.</summary>
[JsonConverter(typeof(IdConverter<LinkedCaseId>))]
public readonly record struct LinkedCaseId(int Number) : IId<LinkedCaseId>
{
    public static string Prefix => "linked-case";

    public static LinkedCaseId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>A leak (datalek).</summary>
[JsonConverter(typeof(IdConverter<LeakId>))]
public readonly record struct LeakId(int Number) : IId<LeakId>
{
    public static string Prefix => "leak";

    public static LeakId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>Documents filed with a court with the word that only the judge may see them (Awb 8:29).</summary>
[JsonConverter(typeof(IdConverter<CourtBundleId>))]
public readonly record struct CourtBundleId(int Number) : IId<CourtBundleId>
{
    public static string Prefix => "court-bundle";

    public static CourtBundleId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>That somebody acts for a party (vertegenwoordiging).</summary>
[JsonConverter(typeof(IdConverter<RepresentationId>))]
public readonly record struct RepresentationId(int Number) : IId<RepresentationId>
{
    public static string Prefix => "representation";

    public static RepresentationId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>A legal hold (bewaarplicht).</summary>
[JsonConverter(typeof(IdConverter<HoldId>))]
public readonly record struct HoldId(int Number) : IId<HoldId>
{
    public static string Prefix => "hold";

    public static HoldId Of(int number) => new(number);

    public override string ToString() => this.Text();
}

/// <summary>Reads and writes ids as <c>word-number</c>.</summary>
public static class Id
{
    public static string Text<TId>(this TId id)
        where TId : struct, IId<TId> =>
        string.Create(CultureInfo.InvariantCulture, $"{TId.Prefix}-{id.Number}");

    public static bool TryParse<TId>(string? text, out TId id)
        where TId : struct, IId<TId>
    {
        id = default;
        if (text is null || !text.StartsWith(TId.Prefix + "-", StringComparison.Ordinal))
            return false;
        var digits = text.AsSpan(TId.Prefix.Length + 1);
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || digits[0] == '0')
            return false;
        id = TId.Of(number);
        return true;
    }
}

/// <summary>An id as JSON: the text of <see cref="Id.Text{TId}"/>.</summary>
public sealed class IdConverter<TId> : JsonConverter<TId>
    where TId : struct, IId<TId>
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Id.TryParse<TId>(reader.GetString(), out var id)
            ? id
            : throw new JsonException($"Verwacht: {TId.Prefix}-1, {TId.Prefix}-2 enzovoort.");

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text());

    public override TId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Id.TryParse<TId>(reader.GetString(), out var id) ? id : throw new JsonException($"Verwacht: {TId.Prefix}-1.");

    public override void WriteAsPropertyName(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WritePropertyName(value.Text());
}
